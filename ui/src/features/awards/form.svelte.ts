import type { TypedAwardLine, TypedRevocation } from '$lib/ipc';

/** What is being typed about an award or one of its recipients. */
export type Draft =
  | { kind: 'line'; typed: TypedAwardLine }
  | { kind: 'revoke'; typed: TypedRevocation }
  | { kind: 'sic'; reason: string }
  | { kind: 'paste'; block: string };

/** A form that stands open, with why it was not taken. */
export class AwardForm {
  draft: Draft;
  trouble = $state<string | null>(null);
  busy = false;

  constructor(draft: Draft) {
    this.draft = $state(draft);
  }
}

/** A form of one kind. */
export type FormOf<Kind extends Draft['kind']> = AwardForm & {
  draft: Extract<Draft, { kind: Kind }>;
};

export function isOf<Kind extends Draft['kind']>(
  form: AwardForm | undefined,
  kind: Kind,
): form is FormOf<Kind> {
  return form?.draft.kind === kind;
}
