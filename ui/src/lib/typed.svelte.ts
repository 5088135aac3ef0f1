import { SvelteMap } from 'svelte/reactivity';

export type TypedStatus = 'editing' | 'queued' | 'failed';

/** Text that stands in a field but is not (yet) the saved text. */
export type Typed = {
  text: string;
  /** The last text handed over for saving, null when none is on its way. */
  sent: string | null;
  status: TypedStatus;
  problem: string | null;
};

const id = (step: number, key: string) => `${step}|${key}`;

/**
 * All texts the clerk has typed and Rust has not confirmed. Kept outside the components, so that
 * no redraw, change of row key or change of screen can lose one. In the table of units the year
 * stands in place of the step.
 */
export class TypedTexts {
  #entries = new SvelteMap<string, Typed>();

  get(step: number, key: string): Typed | undefined {
    return this.#entries.get(id(step, key));
  }

  edit(step: number, key: string, text: string): void {
    const sent = this.get(step, key)?.sent ?? null;
    this.#entries.set(id(step, key), { text, sent, status: 'editing', problem: null });
  }

  queued(step: number, key: string, text: string): void {
    this.#entries.set(id(step, key), { text, sent: text, status: 'queued', problem: null });
  }

  /** Forgets the text unless it was changed again after `text` was sent. */
  confirm(step: number, key: string, text: string): void {
    const entry = this.get(step, key);
    if (!entry || entry.sent !== text) return;
    if (entry.text === text) this.drop(step, key);
    else this.#entries.set(id(step, key), { ...entry, sent: null });
  }

  fail(step: number, key: string, text: string, problem: string): void {
    const entry = this.get(step, key);
    if (!entry || entry.sent !== text) return;
    const status = entry.text === text ? 'failed' : entry.status;
    this.#entries.set(id(step, key), { ...entry, sent: null, status, problem });
  }

  drop(step: number, key: string): void {
    this.#entries.delete(id(step, key));
  }

  clear(): void {
    this.#entries.clear();
  }

  /** A new entry got its real key: its unsaved texts go with it. */
  rename(step: number, oldRow: string, newRow: string): void {
    const prefix = id(step, `${oldRow}/`);
    for (const [name, entry] of [...this.#entries]) {
      if (!name.startsWith(prefix)) continue;
      this.#entries.delete(name);
      this.#entries.set(id(step, `${newRow}/${name.slice(prefix.length)}`), entry);
    }
  }

  /** The texts of one row; null when it has none, so that quiet rows are not drawn anew. */
  ofRow(step: number, row: string): Record<string, Typed> | null {
    const prefix = id(step, `${row}/`);
    const own = [...this.#entries].filter(([name]) => name.startsWith(prefix));
    if (own.length === 0) return null;
    return Object.fromEntries(own.map(([name, entry]) => [name.slice(prefix.length), entry]));
  }

  /** Texts whose saving failed, oldest first. */
  failed(): { step: number; key: string; entry: Typed }[] {
    return [...this.#entries]
      .filter(([, entry]) => entry.status === 'failed')
      .map(([name, entry]) => {
        const bar = name.indexOf('|');
        return { step: Number(name.slice(0, bar)), key: name.slice(bar + 1), entry };
      });
  }
}
