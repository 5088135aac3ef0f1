import type { DeskStore } from '$lib/desk.svelte';
import type { Choice } from '$lib/ipc';

/** Groups of figures stand in these steps. */
const FIRST = 2;
const LAST = 4;

/** The steps that a group can stand in, by their numbers and titles. */
export function groupSteps(desk: DeskStore): Choice[] {
  const steps = desk.desk?.steps ?? [];
  return steps
    .filter(({ number }) => number >= FIRST && number <= LAST)
    .map(({ number, title }) => ({ value: String(number), label: `${number} ${title}` }));
}
