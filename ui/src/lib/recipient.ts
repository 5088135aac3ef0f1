import type { TypedAwardLine } from './ipc';

/** A recipient of whom nothing is known yet. */
export function blankRecipient(kind: TypedAwardLine['kind']): TypedAwardLine {
  return {
    kind,
    honorific: '',
    name: '',
    birthYear: '',
    post: '',
    unit: '',
    unitKey: null,
    merit: '',
    holds: [],
    moneyPrinted: '',
    received: false,
    sic: '',
  };
}
