import type { Option } from '$lib/components/options';
import type { DeskStore } from '$lib/desk.svelte';
import { CHECK, DATA_SCREENS, REPORTS } from '$lib/screens';
import { vi } from '$lib/strings/vi';

const HOME = 'home';

/** Everywhere the search can go: all steps and screens, and the fields of the step at hand. */
export function destinations(desk: DeskStore): Option[] {
  const steps = (desk.desk?.steps ?? [])
    .filter((step) => step.number < CHECK)
    .map((step) => option(step.number, step.title));
  return [
    ...steps,
    option(CHECK, vi.frame.check),
    option(REPORTS, vi.frame.reports),
    { value: HOME, label: vi.frame.home },
    ...DATA_SCREENS.map((screen, index) => ({
      value: screen,
      label: vi.frame.data[screen],
      note: vi.frame.dataKey(index + 1),
    })),
    ...fields(desk),
  ];
}

function option(step: number, title: string): Option {
  return { value: `step:${step}`, label: `${step} ${title}`, note: vi.palette.step(step) };
}

function fields(desk: DeskStore): Option[] {
  const view = desk.view;
  if (!view) return [];
  return view.groups.flatMap((group) =>
    group.rows.flatMap((row) =>
      row.cells.map((cell) => ({
        value: `field:${view.step}:${cell.key}`,
        label: [row.label, row.label === cell.label ? '' : cell.label, cell.text]
          .filter(Boolean)
          .join(' · '),
        note: group.title || vi.palette.field,
      })),
    ),
  );
}

export function go(desk: DeskStore, destination: string): void {
  if (destination === HOME) return void desk.show('home');
  const screen = DATA_SCREENS.find((name) => name === destination);
  if (screen) return void desk.show(screen);
  const [, step = '1', key] = /^\w+:(\d+)(?::(.*))?$/.exec(destination) ?? [];
  void desk.goTo(Number(step), key ?? null);
}
