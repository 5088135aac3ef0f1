import type { DividedRow, ShareChoice, TypedEvent } from '$lib/ipc';
import { weighs } from './weights';

/** How a divided unit is shared out, half typed. */
export type ShareDraft = { method: ShareChoice; weights: string[] };

export const draftOf = (row: DividedRow): ShareDraft => ({
  method: row.method,
  weights: row.parts.map(({ weight }) => weight),
});

/** As it is sent: the day of the division is known already. */
export function shareEvent(row: DividedRow, draft: ShareDraft): TypedEvent {
  return {
    kind: 'share',
    date: '',
    basis: '',
    units: [row.key],
    name: '',
    unitKind: '',
    parent: '',
    parts: row.parts.map(({ key }, index) => ({
      unit: key,
      weight: weighs(draft.method) ? (draft.weights[index] ?? '').trim() : '',
    })),
    method: draft.method,
    keeps: false,
  };
}
