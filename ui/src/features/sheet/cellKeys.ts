import { composing } from '$lib/keys';
import type { SheetStore } from './sheet.svelte';

const PAGE = 10;

/**
 * Keys of the cell under the hand. Printable keys and Backspace belong to the text: UniKey sends
 * Backspace and retypes. While one is inside the text, left, right, Home and End do as well.
 * `toTotal` is where Enter goes from the last row.
 */
export function cellKeydown(event: KeyboardEvent, sheet: SheetStore, toTotal: () => void): void {
  if (composing(event) || event.altKey || event.metaKey) return;
  const act = event.ctrlKey ? withControl(event, sheet) : plain(event, sheet, toTotal);
  if (!act) return;
  event.preventDefault();
  act();
}

function withControl(event: KeyboardEvent, sheet: SheetStore): (() => void) | null {
  if (sheet.inside) return null;
  if (event.key === 'Home') return () => sheet.go({ row: 0, column: 0 });
  if (event.key === 'End') return () => sheet.go({ row: Infinity, column: Infinity });
  return null;
}

function plain(event: KeyboardEvent, sheet: SheetStore, toTotal: () => void): (() => void) | null {
  const last = sheet.at.row === (sheet.view?.rows.length ?? 0) - 1;
  switch (event.key) {
    case 'Enter':
      if (event.shiftKey) return () => sheet.move(-1, 0);
      return last ? toTotal : () => sheet.move(1, 0);
    case 'ArrowDown':
      return () => sheet.move(1, 0);
    case 'ArrowUp':
      return () => sheet.move(-1, 0);
    case 'PageDown':
      return () => sheet.move(PAGE, 0);
    case 'PageUp':
      return () => sheet.move(-PAGE, 0);
    case 'Escape':
      return () => sheet.restore();
    case 'F2':
      return () => goInside(event.currentTarget as HTMLInputElement, sheet);
    case 'Tab':
      return tab(event, sheet);
    default:
      return sheet.inside ? null : across(event, sheet);
  }
}

/** As in Excel: the caret at the end of the text, nothing selected. */
function goInside(input: HTMLInputElement, sheet: SheetStore): void {
  sheet.inside = true;
  input.setSelectionRange(input.value.length, input.value.length);
}

/** Only while the arrows are not the text's. */
function across(event: KeyboardEvent, sheet: SheetStore): (() => void) | null {
  switch (event.key) {
    case 'ArrowLeft':
      return () => sheet.move(0, -1);
    case 'ArrowRight':
      return () => sheet.move(0, 1);
    case 'Home':
      return () => sheet.go({ row: sheet.at.row, column: 0 });
    case 'End':
      return () => sheet.go({ row: sheet.at.row, column: Infinity });
    default:
      return null;
  }
}

/** From cell to cell; before the first and after the last one Tab leaves the table. */
function tab(event: KeyboardEvent, sheet: SheetStore): (() => void) | null {
  const columns = sheet.view?.columns.length ?? 0;
  const cells = columns * (sheet.view?.rows.length ?? 0);
  const to = sheet.at.row * columns + sheet.at.column + (event.shiftKey ? -1 : 1);
  if (to < 0 || to >= cells) return null;
  return () => sheet.go({ row: Math.floor(to / columns), column: to % columns });
}
