import type { DeskStore } from '$lib/desk.svelte';
import type { HistorySubject } from '$lib/history.svelte';
import { blankRow } from '$lib/rows';

/** The history of a field of the step at hand; a blank entry has none yet. */
export function fieldHistory(desk: DeskStore, key: string): HistorySubject | null {
  if (blankRow(key) !== null || key.startsWith('indicator/')) return null;
  const step = desk.step;
  return {
    load: () => desk.backend.fieldHistory(key),
    restore: (change) => desk.inTurn(() => desk.backend.restoreField(step, key, change)),
  };
}
