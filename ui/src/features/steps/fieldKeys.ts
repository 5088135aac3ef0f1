import type { DeskStore } from '$lib/desk.svelte';
import { focusInColumn, focusNeighbour } from '$lib/focus';
import type { Field } from '$lib/ipc';
import { composing } from '$lib/keys';

/**
 * Enter, Shift+Enter, Esc and, in tables, up and down. Every other key belongs to the field:
 * UniKey sends Backspace and retypes, so nothing here may look at printable keys.
 */
export function fieldKeydown(event: KeyboardEvent, desk: DeskStore, field: Field): void {
  if (composing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const element = event.currentTarget as HTMLElement;
  switch (event.key) {
    case 'Enter':
      desk.commit(field.key, field.text);
      focusNeighbour(element, event.shiftKey ? -1 : 1);
      break;
    case 'Escape':
      desk.restore(field.key);
      break;
    case 'ArrowDown':
    case 'ArrowUp':
      if (!inGrid(element)) return;
      focusInColumn(element, event.key === 'ArrowDown' ? 1 : -1);
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** A list of choices keeps its arrow keys. */
function inGrid(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.dataset['col'] !== undefined;
}
