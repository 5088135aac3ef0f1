import { matches } from '$lib/fold';

export type Option = { value: string; label: string; note?: string };

const SHOWN = 60;

/** The choices to show for what was typed, without regard to diacritics. */
export function narrowed(options: readonly Option[], query: string): Option[] {
  return options.filter((option) => matches(option.label, query)).slice(0, SHOWN);
}
