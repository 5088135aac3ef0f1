import { matches } from '$lib/fold';
import { composing } from '$lib/keys';

export type Option = { value: string; label: string; note?: string };

const SHOWN = 60;

/** A list narrowed by typing, walked with the arrow keys. The text in the input stays as typed. */
export class Picker {
  query = $state('');
  open = $state(false);
  #active = $state(0);
  #options: () => readonly Option[];
  #onpick: (option: Option) => void;

  constructor(options: () => readonly Option[], onpick: (option: Option) => void) {
    this.#options = options;
    this.#onpick = onpick;
  }

  readonly found = $derived.by(() =>
    this.#options()
      .filter((option) => matches(option.label, this.query))
      .slice(0, SHOWN),
  );

  get active(): number {
    return Math.min(this.#active, Math.max(0, this.found.length - 1));
  }

  type(text: string): void {
    this.query = text;
    this.#active = 0;
    this.open = true;
  }

  pick(option: Option): void {
    this.open = false;
    this.#onpick(option);
  }

  /** Takes the keys that belong to the list; true when it did. */
  keydown(event: KeyboardEvent): boolean {
    if (composing(event)) return false;
    const took = this.#take(event.key);
    if (took) {
      event.preventDefault();
      event.stopPropagation();
    }
    return took;
  }

  #take(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = this.open ? (key === 'ArrowDown' ? 1 : -1) : 0;
      this.open = true;
      this.#active = Math.max(0, Math.min(this.active + by, this.found.length - 1));
      return true;
    }
    const chosen = this.found[this.active];
    if (key === 'Enter' && this.open && chosen) {
      this.pick(chosen);
      return true;
    }
    if (key === 'Escape' && this.open) {
      this.open = false;
      return true;
    }
    return false;
  }
}
