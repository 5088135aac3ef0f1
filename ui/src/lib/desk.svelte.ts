import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { Findings } from './findings.svelte';
import type { Backend, Desk, Finding, NewDossier, Place, SaveOutcome, StepView } from './ipc';
import { Histories } from './history.svelte';
import { Keepers } from './keeper';
import { focusFirst, focusedKey, focusKey, leaveField, markFocus } from './focus';
import { type Arrival, arrival, PlaceKeeper } from './place';
import { type Problem, problemText } from './problem';
import { Refusal } from './refusal.svelte';
import { SerialQueue } from './queue';
import { renaming, RowIdentities, underNewRow } from './rows';
import { CHECK, isStep, type NamedScreen, placeOf, type Screen } from './screens';
import { TypedTexts } from './typed.svelte';
import { YearBook } from './year.svelte';

/** What an answer may bring for the frame and the open step. */
type News = { desk?: Desk | null | undefined; step?: StepView | undefined };
type Job = { step: number; key: string; text: string };

/**
 * The open dossier as the window knows it. Every change goes through one queue, so that what the
 * clerk did first is saved first and the newest answer is the one shown.
 */
export class DeskStore {
  desk = $state.raw<Desk | null>(null);
  view = $state.raw<StepView | null>(null);
  screen = $state.raw<Screen>('opening');
  /** Grows with every saved change, for screens that must be drawn anew. */
  revision = $state(0);
  /** Fields saved since the screen was opened. */
  readonly fresh = new SvelteSet<string>();
  /** Rows of tables whose details stand open. */
  readonly opened = new SvelteSet<string>();
  waiting = $state(0);
  readonly typed = new TypedTexts();
  readonly backend: Backend;
  readonly year = new YearBook(this);
  readonly history = new Histories();
  /** Typed texts of screens outside the steps. */
  readonly keepers = new Keepers();

  #queue = new SerialQueue();
  #jobs: Job[] = [];
  #rows = new RowIdentities();
  #place: PlaceKeeper;
  #refusal = new Refusal();
  #findings: Findings;

  constructor(backend: Backend) {
    this.backend = backend;
    this.#findings = new Findings(() => this.#queue.run(() => backend.listFindings()));
    this.#place = new PlaceKeeper(({ step, key }) => backend.rememberPlace(step, key));
  }

  get findings(): Finding[] {
    return this.#findings.list;
  }

  /** What went wrong last and can be tried again; unsaved texts come first. */
  get problem(): Problem | null {
    const failed = this.typed.failed();
    const text = failed.at(-1)?.entry.problem ?? this.keepers.failed();
    if (text === null) return this.#refusal.shown;
    const retry = () => {
      failed.forEach(({ step, key, entry }) => this.send(step, key, entry.text));
      this.keepers.retry();
    };
    return { kind: 'unsaved', text, retry };
  }

  dismiss(): void {
    this.#refusal.dismiss();
  }

  get step(): number {
    return isStep(this.screen) ? this.screen : (this.view?.step ?? 1);
  }

  rowIdentity(row: string): number {
    return this.#rows.of(this.step, row);
  }

  /* Opening and moving about */

  start(): Promise<void> {
    return this.#open(() => this.backend.openDesk(), 'place');
  }

  openDossier(id: number): Promise<void> {
    return this.#open(() => this.backend.openDossier(id), 'place');
  }

  createDossier(request: NewDossier): Promise<void> {
    return this.#open(() => this.backend.createDossier(request), 'first');
  }

  startPractice(sample: string): Promise<void> {
    return this.#open(() => this.backend.startPractice(sample), 'home');
  }

  leavePractice(): Promise<void> {
    return this.#open(() => this.backend.leavePractice(), 'place');
  }

  async #open(load: () => Promise<Desk>, then: Arrival): Promise<void> {
    if (!(await this.settle())) return;
    await this.#refusal.attempt(async () => {
      const desk = await this.#queue.run(load);
      this.#place.forget();
      this.typed.clear();
      this.keepers.forget();
      this.view = null;
      this.desk = desk;
      this.revision++;
      this.#refreshFindings();
      await this.#arrive(desk, then);
    });
  }

  async #arrive(desk: Desk, then: Arrival): Promise<void> {
    const to = arrival(desk, then);
    return typeof to === 'string' ? this.show(to) : this.#goTo(to);
  }

  async show(screen: NamedScreen): Promise<void> {
    leaveField();
    this.screen = screen;
    this.#place.note(placeOf(screen));
    await tick();
    focusFirst();
  }

  goTo(step: number, key: string | null = null): Promise<void> {
    return this.#refusal.attempt(() => this.#goTo({ step, key }));
  }

  async #goTo({ step, key }: Place): Promise<void> {
    leaveField();
    if (step < CHECK) {
      const view = await this.#queue.run(() => this.backend.loadStep(step));
      this.view = view;
      this.fresh.clear();
      this.opened.clear();
    }
    this.screen = step;
    this.#place.note({ step, key });
    await tick();
    if (key === null || !(await this.#reveal(key))) focusFirst();
  }

  /** Goes to a field, opening the details it stands in. */
  async #reveal(key: string): Promise<boolean> {
    if (focusKey(key)) return true;
    const rows = this.view?.groups.flatMap((group) => group.rows) ?? [];
    const row = rows.find((other) => other.cells.some((cell) => cell.key === key));
    if (!row) return false;
    this.opened.add(row.key);
    await tick();
    return focusKey(key);
  }

  /** The clerk's hand is in this field now. */
  arrived(key: string): void {
    this.#place.note({ step: this.step, key });
  }

  /* Typing and saving */

  type(key: string, text: string): void {
    this.typed.edit(this.step, key, text);
  }

  /** Esc: back to the text that is saved (or on its way). */
  restore(key: string): void {
    const entry = this.typed.get(this.step, key);
    if (entry?.sent != null) this.typed.queued(this.step, key, entry.sent);
    else this.typed.drop(this.step, key);
  }

  /** Leaving a field or Enter: sends the text if it differs from the saved one. */
  commit(key: string, saved: string): Promise<void> | null {
    const entry = this.typed.get(this.step, key);
    if (!entry || entry.status === 'queued') return null;
    if (entry.text !== (entry.sent ?? saved)) return this.send(this.step, key, entry.text);
    this.restore(key);
    return null;
  }

  /** True when the field at hand holds text that was not sent. */
  editing(): boolean {
    if (!isStep(this.screen)) return this.keepers.editing();
    return this.typed.get(this.step, focusedKey() ?? '')?.status === 'editing';
  }

  /** Saves the field at hand without leaving it. */
  commitFocused(): void {
    if (!isStep(this.screen)) return this.keepers.commit();
    const key = focusedKey();
    const cells = this.view?.groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
    const field = cells?.find((cell) => cell.key === key);
    if (field) void this.commit(field.key, field.text);
  }

  send(step: number, key: string, text: string): Promise<void> {
    this.typed.queued(step, key, text);
    const job = { step, key, text };
    this.#jobs.push(job);
    this.waiting++;
    return this.#queue.run(() => this.#save(job));
  }

  async #save(job: Job): Promise<void> {
    try {
      const outcome = await this.backend.setField(job.step, job.key, job.text);
      const sent = job.key;
      this.#follow(job, outcome.key);
      this.typed.confirm(job.step, job.key, job.text);
      if (outcome.saved) this.fresh.add(job.key);
      await this.#take(outcome);
      if (sent === job.key && outcome.key !== sent) this.#goOn(outcome.key);
    } catch (error) {
      this.typed.fail(job.step, job.key, job.text, problemText(error));
    } finally {
      this.waiting--;
      this.#jobs = this.#jobs.filter((other) => other !== job);
      void this.#place.flush();
    }
  }

  /** Naming something new made a field of its own: the hand goes there, unless it is typing. */
  #goOn(key: string): void {
    const at = focusedKey();
    if (at === null || !this.typed.get(this.step, at)) focusKey(key);
  }

  /** A blank entry got its real key: everything that knows the old key learns the new one. */
  #follow(job: Job, returned: string): void {
    const change = renaming(job.key, returned);
    if (!change) return;
    this.#rows.rename(job.step, change.from, change.to);
    this.typed.rename(job.step, change.from, change.to);
    this.#place.rename(job.step, (key) => underNewRow(key, change));
    for (const other of this.#jobs)
      if (other.step === job.step) other.key = underNewRow(other.key, change);
  }

  async #take({ desk, step }: News): Promise<void> {
    const findFocus = markFocus();
    if (desk) this.desk = desk;
    if (step && this.view?.step === step.step) this.view = step;
    this.revision++;
    this.#refreshFindings();
    await tick();
    findFocus();
  }

  /**
   * A change that another screen asks for, in turn with all others. `take` gets the answer before
   * anything is drawn anew; a refusal is the caller's to show, where the hand is.
   */
  async inTurn<T extends object | null>(
    ask: () => Promise<T>,
    take: (answer: T) => void = () => undefined,
  ): Promise<void> {
    this.waiting++;
    try {
      await this.#queue.run(async () => {
        const answer = await ask();
        const news: News = answer ?? {};
        const desk = news.desk ?? (await this.backend.openDesk().catch(() => null));
        take(answer);
        await this.#take({ desk, step: news.step });
      });
    } finally {
      this.waiting--;
      void this.#place.flush();
    }
  }

  removeRow(row: string): Promise<void> {
    return this.#change((step) => this.backend.removeRow(step, row), false);
  }

  /** Nothing changes when the choice of a photo is cancelled. */
  attachPhoto(row: string): Promise<void> {
    const step = this.step;
    return this.#refusal.attempt(async () => {
      await this.#queue.run(async () => {
        const outcome = await this.backend.attachPhoto(step, row);
        if (outcome) await this.#take(outcome);
      });
    });
  }

  addIndicator(code: string): Promise<void> {
    return this.#change((step) => this.backend.addIndicator(step, code), true);
  }

  undo(): Promise<void> {
    return this.#change((step) => this.backend.undo(step), true);
  }

  redo(): Promise<void> {
    return this.#change((step) => this.backend.redo(step), true);
  }

  #change(ask: (step: number) => Promise<SaveOutcome>, focus: boolean): Promise<void> {
    const step = this.step < CHECK ? this.step : 1;
    return this.#refusal.attempt(async () => {
      await this.#queue.run(async () => {
        const outcome = await ask(step);
        await this.#take(outcome);
        if (focus && this.screen === step) await this.#reveal(outcome.key);
      });
    });
  }

  async giveReason(finding: string, reason: string): Promise<void> {
    await this.#refusal.attempt(async () => {
      const give = () => this.backend.giveReason(finding, reason);
      this.#findings.list = await this.#queue.run(give);
    });
  }

  openDocument(path: string): Promise<void> {
    return this.#refusal.attempt(async () => {
      await this.backend.openDocument(path);
    });
  }

  /** Saves what is being typed and waits. False when something could not be saved. */
  async settle(): Promise<boolean> {
    leaveField();
    await this.#place.flush();
    await this.#queue.idle();
    return this.typed.failed().length === 0 && this.keepers.failed() === null;
  }

  #refreshFindings(): void {
    if (this.desk?.dossier) this.#findings.refresh();
    else this.#findings.clear();
  }
}
