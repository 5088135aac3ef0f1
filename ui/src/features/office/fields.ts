import type { Choice } from '$lib/ipc';

/** A field of a form of the catalogue: a text, or one of some choices. */
export type EntryField = {
  /** The part of the entry. */
  of: string;
  /** Its name in the form, where it is another. */
  name?: string;
  label: string;
  hint?: string;
  /** Twelfths of the width. */
  columns: number;
  choices?: readonly Choice[];
  /** What a choice does beside being taken. */
  onpick?: (value: string) => void;
};
