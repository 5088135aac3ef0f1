import type { DeskStore } from '$lib/desk.svelte';
import { Followed } from '$lib/followed.svelte';
import type { HistorySubject } from '$lib/history.svelte';
import type { CellOutcome, SheetCell, SheetQuery, SheetView } from '$lib/ipc';
import type { Keeper } from '$lib/keeper';
import { problemText } from '$lib/problem';
import { type Typed, TypedTexts } from '$lib/typed.svelte';
import type { CellPlace } from '$lib/wantedCell.svelte';
import {
  type At,
  cellId,
  cellKey,
  cellsToSee,
  heldText,
  nextAfter,
  readCellKey,
  sizeOf,
} from './cells';

const FIRST: SheetQuery = { province: null, year: null, group: null, lens: { kind: 'asReported' } };

/** A text on its way into a cell, with the table it was typed in. */
type Job = { query: SheetQuery; year: number; unit: string; column: string };

/** The table of units: what is shown, where the hand is, what is typed and not yet saved. */
export class SheetStore implements Keeper {
  query = $state.raw<SheetQuery>(FIRST);
  /** Arrow keys belong to the text of the cell: after F2 and while typing. */
  inside = $state(false);
  /** Whether the list of columns to choose from is open. */
  choosing = $state(false);
  /** Something said about the cell under the hand until the hand moves on. */
  said = $state<string | null>(null);
  /** The last block that was taken. */
  pasted = $state.raw<{ rows: number; columns: number } | null>(null);
  /** The total on paper that was not taken, by column. */
  statedProblem = $state.raw<{ column: string; text: string } | null>(null);

  readonly #desk: DeskStore;
  readonly #table: Followed<SheetView>;
  #at = $state.raw<At>({ row: 0, column: 0 });
  #typed = new TypedTexts();
  #jobs: Record<string, Job> = {};
  #wantsFocus = false;
  /** Grows when the cell under the hand shall take the focus. */
  #reached = $state(0);

  constructor(desk: DeskStore) {
    this.#desk = desk;
    this.#table = new Followed(desk, () => this.#load(FIRST));
    desk.keepers.join(this);
  }

  #load(query: SheetQuery): Promise<SheetView> {
    return this.#desk.backend.loadSheet(query);
  }

  /* Reading */

  get view(): SheetView | null {
    return this.#table.value;
  }

  /** Why the table that was asked for could not be read. */
  get problem(): string | null {
    return this.#table.problem;
  }

  follow(): void {
    this.#table.follow();
  }

  /** Another year, group or lens; false when it cannot be had. */
  async ask(change: Partial<SheetQuery>): Promise<boolean> {
    this.commit();
    const query = { ...this.#now(), ...change };
    if (!(await this.#table.ask(() => this.#load(query)))) return false;
    this.query = query;
    this.#quiet();
    return true;
  }

  /** The query with everything said, as the table shows it. */
  #now(): SheetQuery {
    const { view, query } = this;
    return view ? { ...query, province: view.province, year: view.year, group: view.group } : query;
  }

  /** What was said about the table before does not hold for another one. */
  #quiet(): void {
    this.said = null;
    this.pasted = null;
    this.statedProblem = null;
  }

  forget(): void {
    this.#typed.clear();
    this.#jobs = {};
    this.query = FIRST;
    this.#table.forget(() => this.#load(FIRST));
    this.#at = { row: 0, column: 0 };
    this.choosing = false;
    this.#quiet();
  }

  /* The hand */

  /** Where the hand is; always inside the table. */
  get at(): At {
    return this.#inside(this.#at);
  }

  #inside({ row, column }: At): At {
    const { rows, columns } = this.view ?? { rows: [], columns: [] };
    return {
      row: Math.max(0, Math.min(row, rows.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    };
  }

  get hand(): { unit: string; column: string; cell: SheetCell } | null {
    const row = this.view?.rows[this.at.row];
    const column = this.view?.columns[this.at.column];
    const cell = row?.cells[this.at.column];
    return row && column && cell ? { unit: row.unit, column: column.key, cell } : null;
  }

  get handKey(): string | null {
    const hand = this.hand;
    return hand ? cellKey(cellId(hand.unit, hand.column)) : null;
  }

  /** Leaves the cell, saving it, and goes to another one; stops at the edges. */
  go(to: At): void {
    this.commit();
    this.inside = false;
    this.said = null;
    this.#at = this.#inside(to);
    this.reach();
  }

  /** The cell under the hand takes the focus as soon as it is drawn. */
  reach(): void {
    this.#wantsFocus = true;
    this.#reached++;
  }

  /** True once after `reach`; asked by the cell in an effect. */
  reached(): boolean {
    void this.#reached;
    const wanted = this.#wantsFocus;
    this.#wantsFocus = false;
    return wanted;
  }

  move(rows: number, columns: number): void {
    this.go({ row: this.at.row + rows, column: this.at.column + columns });
  }

  goToCell(unit: string, column: string): void {
    const row = this.view?.rows.findIndex((other) => other.unit === unit) ?? -1;
    const at = this.view?.columns.findIndex(({ key }) => key === column) ?? -1;
    if (row >= 0 && at >= 0) this.go({ row, column: at });
  }

  /** Goes to a cell that another screen spoke of, in the table it stands in. */
  async seek({ year, group, unit, column }: CellPlace): Promise<void> {
    if (!(await this.ask({ year, group, lens: { kind: 'asReported' } }))) return;
    this.goToCell(unit ?? this.view?.rows[0]?.unit ?? '', column);
  }

  goToNext(): void {
    const next = this.view && nextAfter(cellsToSee(this.view), this.at);
    if (next) this.go(next);
  }

  /* Typing and saving */

  typedIn(unit: string): Record<string, Typed> | null {
    return this.view ? this.#typed.ofRow(this.view.year, unit) : null;
  }

  type(text: string): void {
    const hand = this.hand;
    if (!hand || !this.view) return;
    this.said = null;
    this.#typed.edit(this.view.year, cellId(hand.unit, hand.column), text);
  }

  /** Esc: back to the text that is saved, or on its way. */
  restore(): void {
    const hand = this.hand;
    if (!hand || !this.view) return;
    this.inside = false;
    this.said = null;
    this.#restore(this.view.year, cellId(hand.unit, hand.column));
  }

  #restore(year: number, id: string): void {
    const sent = this.#typed.get(year, id)?.sent;
    if (sent != null) this.#typed.queued(year, id, sent);
    else this.#typed.drop(year, id);
  }

  commit(): void {
    const { hand, view } = this;
    if (!hand || !view) return;
    const id = cellId(hand.unit, hand.column);
    const entry = this.#typed.get(view.year, id);
    if (!entry || entry.status === 'queued') return;
    if (entry.text === (entry.sent ?? heldText(hand.cell))) return this.#restore(view.year, id);
    const job = { query: this.#now(), year: view.year, unit: hand.unit, column: hand.column };
    void this.#send(job, entry.text);
  }

  /** A way out that a message offers: typed for the clerk and saved. */
  put(at: At, text: string): void {
    this.go(at);
    this.type(text);
    this.commit();
  }

  async #send(job: Job, text: string): Promise<void> {
    const { query, year, unit, column } = job;
    const id = cellId(unit, column);
    this.#jobs[`${year}|${id}`] = job;
    this.#typed.queued(year, id, text);
    const ask = () => this.#desk.backend.setCell(query, unit, column, text);
    try {
      await this.#desk.inTurn(ask, (outcome) => {
        this.#typed.confirm(year, id, text);
        this.#takeRow(job, outcome);
      });
    } catch (error) {
      this.#typed.fail(year, id, text, problemText(error));
    }
  }

  /** The answer to a cell redraws its row and the feet; the table is not read again for it. */
  #takeRow({ query, year }: Job, { row, totals }: CellOutcome): void {
    const { view } = this;
    if (!view || view.year !== year || view.group !== query.group) return;
    const rows = view.rows.map((other) => (other.unit === row.unit ? row : other));
    if (row.cells.length === view.columns.length) this.#table.take({ ...view, rows, totals });
  }

  /** A block from Excel, its first cell where the hand is; whole or not at all. */
  async paste(block: string): Promise<void> {
    const { hand, view } = this;
    if (!hand || !view) return;
    this.#typed.drop(view.year, cellId(hand.unit, hand.column));
    this.pasted = null;
    if (view.locked) return void (this.said = view.locked);
    const query = this.#now();
    const ask = () => this.#desk.backend.pasteCells(query, hand.unit, hand.column, block);
    try {
      await this.#desk.inTurn(ask, (answer) => this.#table.take(answer));
      this.pasted = sizeOf(block);
    } catch (error) {
      this.said = problemText(error);
    }
  }

  /** Which columns the table shows; none for the usual ones. */
  async choose(columns: string[]): Promise<void> {
    this.commit();
    const query = this.#now();
    const ask = () => this.#desk.backend.chooseColumns(query, columns);
    try {
      await this.#desk.inTurn(ask, (answer) => this.#table.take(answer));
    } catch (error) {
      this.said = problemText(error);
    }
  }

  /** The total of a column as it stands on paper; false when it was not taken. */
  async state(column: string, text: string): Promise<boolean> {
    const query = this.#now();
    const ask = () => this.#desk.backend.stateTotal(query, column, text);
    try {
      await this.#desk.inTurn(ask, (answer) => this.#table.take(answer));
      this.statedProblem = null;
      return true;
    } catch (error) {
      this.statedProblem = { column, text: problemText(error) };
      return false;
    }
  }

  /** The history of the cell with this `data-key`. */
  history(key: string): HistorySubject | null {
    const cell = readCellKey(key);
    if (!cell || !this.view) return null;
    const { unit, column } = cell;
    const query = this.#now();
    const job = { query, year: this.view.year, unit, column };
    return {
      load: () => this.#desk.backend.cellHistory(query, unit, column),
      restore: (change) =>
        this.#desk.inTurn(
          () => this.#desk.backend.restoreCell(query, unit, column, change),
          (outcome) => this.#takeRow(job, outcome),
        ),
    };
  }

  /* What the desk asks of every keeper of texts */

  editing(): boolean {
    const hand = this.hand;
    if (!hand || !this.view) return false;
    return this.#typed.get(this.view.year, cellId(hand.unit, hand.column))?.status === 'editing';
  }

  failed(): string | null {
    const last = this.#typed.failed().at(-1);
    return last ? (last.entry.problem ?? '') : null;
  }

  retry(): void {
    for (const { step, key, entry } of this.#typed.failed()) {
      const job = this.#jobs[`${step}|${key}`];
      if (job) void this.#send(job, entry.text);
    }
  }
}
