import type { DeskStore } from '$lib/desk.svelte';
import { endsRow, focusInColumn, focusNeighbour } from '$lib/focus';
import type { Field } from '$lib/ipc';
import { composing } from '$lib/keys';
import { blankRow } from '$lib/rows';

/**
 * Enter, Shift+Enter, Esc and, in tables, up and down. Every other key belongs to the field:
 * UniKey sends Backspace and retypes, so nothing here may look at printable keys.
 */
export function fieldKeydown(event: KeyboardEvent, desk: DeskStore, field: Field): void {
  if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const element = event.currentTarget as HTMLElement;
  switch (event.key) {
    case 'Enter':
      void goOn(element, event.shiftKey ? -1 : 1, desk, field);
      break;
    case 'Escape':
      desk.restore(field.key);
      break;
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (element instanceof HTMLSelectElement) chooseNext(element, by, desk, field);
      else if (inGrid(element)) focusInColumn(element, by);
      else return;
      break;
    }
    default:
      return;
  }
  event.preventDefault();
}

/**
 * Enter leaves at once and saving goes on behind. Only at the end of a blank entry the hand waits
 * for the answer: the next blank entry, where it belongs, comes with it.
 */
async function goOn(from: HTMLElement, by: -1 | 1, desk: DeskStore, field: Field): Promise<void> {
  const saving = desk.commit(field.key, field.text);
  if (saving && by === 1 && blankRow(field.key) !== null && endsRow(from)) {
    await saving;
    const failed = desk.typed.get(desk.step, field.key)?.status === 'failed';
    if (failed || document.activeElement !== from) return;
  }
  focusNeighbour(from, by);
}

/** The same in every web view: some open a menu at the arrow keys instead. Alt+down still does. */
function chooseNext(list: HTMLSelectElement, by: -1 | 1, desk: DeskStore, field: Field): void {
  const to = list.selectedIndex + by;
  if (desk.year.closed || to < 0 || to >= list.options.length) return;
  list.selectedIndex = to;
  desk.type(field.key, list.value);
}

function inGrid(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.dataset['col'] !== undefined;
}
