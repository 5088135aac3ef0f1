import { tick } from 'svelte';
import type { DeskStore } from '$lib/desk.svelte';
import { focusKey } from '$lib/focus';
import type { Row } from '$lib/ipc';

/** Opens a figure's details with the hand on the first, or closes them with the hand on the figure. */
export async function toggleDetails(desk: DeskStore, row: Row): Promise<void> {
  const closing = desk.opened.has(row.key);
  const target = closing ? row.cells[0] : row.cells[1];
  if (closing) {
    if (target) focusKey(target.key);
    desk.opened.delete(row.key);
    return;
  }
  desk.opened.add(row.key);
  await tick();
  if (target) focusKey(target.key);
}
