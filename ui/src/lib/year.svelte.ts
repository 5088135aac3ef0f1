import type { DeskStore } from './desk.svelte';
import type { YearOutcome, YearView } from './ipc';
import { problemText } from './problem';

/** The year a dossier is about, the last one of several: “Lạng Sơn · Tổng kết 2022”. */
export function yearNamed(label: string): number | null {
  const years = label.match(/\b(?:19|20)\d{2}\b/g);
  return years ? Number(years.at(-1)) : null;
}

/** The state of the open dossier's year: nháp, đã duyệt, đã khóa sổ. */
export class YearBook {
  view = $state.raw<YearView | null>(null);
  problem = $state<string | null>(null);
  /** Whether its panel stands open. */
  opened = $state(false);
  #desk: DeskStore;
  #asked = 0;

  constructor(desk: DeskStore) {
    this.#desk = desk;
  }

  get number(): number | null {
    const dossier = this.#desk.desk?.dossier;
    return dossier ? yearNamed(dossier.label) : null;
  }

  get closed(): boolean {
    return this.view?.state === 'closed';
  }

  /** What was done last: “Khóa sổ ngày 05/01/2026, người làm: …”. */
  get lastLine(): string {
    return this.view?.lines.at(-1) ?? '';
  }

  open(): void {
    this.problem = null;
    this.opened = true;
  }

  shut(): void {
    this.opened = false;
  }

  /** Nothing is shown of a year that cannot be read: the work goes on without it. */
  async read(): Promise<void> {
    const asked = ++this.#asked;
    const year = this.number;
    const view = year === null ? null : await this.#desk.backend.loadYear(year).catch(() => null);
    if (asked === this.#asked) this.view = view;
  }

  approve(): Promise<boolean> {
    return this.#step((year) => this.#desk.backend.approveYear(year));
  }

  close(): Promise<boolean> {
    return this.#step((year) => this.#desk.backend.closeYear(year));
  }

  reopen(reason: string): Promise<boolean> {
    return this.#step((year) => this.#desk.backend.reopenYear(year, reason));
  }

  /** True when the step was taken. */
  async #step(ask: (year: number) => Promise<YearOutcome>): Promise<boolean> {
    const year = this.number;
    this.problem = null;
    if (year === null || !(await this.#desk.settle())) return false;
    try {
      await this.#desk.inTurn(
        () => ask(year),
        (outcome) => (this.view = outcome.year),
      );
      return true;
    } catch (error) {
      this.problem = problemText(error);
      return false;
    }
  }
}
