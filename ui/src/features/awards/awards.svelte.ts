import { SvelteMap } from 'svelte/reactivity';
import type { DeskStore } from '$lib/desk.svelte';
import { onlyForgets } from '$lib/keeper';
import { Followed } from '$lib/followed.svelte';
import type {
  AwardCard,
  AwardLineRow,
  AwardRemark,
  AwardsView,
  CandidatesView,
  PasteView,
} from '$lib/ipc';
import { problemText } from '$lib/problem';
import { blankRecipient } from '$lib/recipient';
import { vi } from '$lib/strings/vi';
import { AwardForm, type Draft } from './form.svelte';
import { identities } from './lines';

export const TABS = ['list', 'propose', 'sums'] as const;
export type Tab = (typeof TABS)[number];

/** Where a form stands in an award: at itself, behind its lines, or at a line (its identity). */
export const SELF = 'self';
export const NEW = 'new';
export const PASTE = 'paste';

type Trouble = { award: number; at: string; text: string };

/** The awards of the open dossier, what is half typed about them, and whom to propose. */
export class AwardsStore {
  tab = $state<Tab>('list');
  /** What was done last, for the line above the list. */
  done = $state<string | null>(null);
  /** Why a button did nothing. */
  trouble = $state.raw<Trouble | null>(null);
  readonly #desk: DeskStore;
  readonly #awards: Followed<AwardsView>;
  readonly #candidates: Followed<CandidatesView>;
  #chosen = $state<number | null>(null);
  #forms = new SvelteMap<string, AwardForm>();

  constructor(desk: DeskStore) {
    this.#desk = desk;
    this.#awards = new Followed(desk, () => desk.backend.loadAwards());
    this.#candidates = new Followed(desk, () => desk.backend.loadCandidates(null));
    desk.keepers.join(onlyForgets(() => this.#forget()));
  }

  #forget(): void {
    this.#awards.forget(() => this.#desk.backend.loadAwards());
    this.#candidates.forget(() => this.#desk.backend.loadCandidates(null));
    this.#forms.clear();
    this.#chosen = null;
    this.done = null;
    this.trouble = null;
  }

  /* Reading */

  get view(): AwardsView | null {
    return this.#awards.value;
  }

  get problem(): string | null {
    return this.#awards.problem;
  }

  follow(): void {
    this.#awards.follow();
  }

  get candidates(): CandidatesView | null {
    return this.#candidates.value;
  }

  get candidatesProblem(): string | null {
    return this.#candidates.problem;
  }

  followCandidates(): void {
    this.#candidates.follow();
  }

  askYear(year: number): Promise<boolean> {
    return this.#candidates.ask(() => this.#desk.backend.loadCandidates(year));
  }

  /** The award under the hand: the first when none was chosen. */
  get award(): AwardCard | null {
    const awards = this.view?.awards ?? [];
    return awards.find(({ id }) => id === this.#chosen) ?? awards[0] ?? null;
  }

  choose(award: number): void {
    this.#chosen = award;
    this.done = null;
    this.trouble = null;
  }

  get locked(): boolean {
    return this.view?.locked != null;
  }

  /** The remarks of an award or of one of its lines; those of none for `null`. */
  remarksAt(award: number | null, line: number | null): AwardRemark[] {
    const remarks = this.view?.remarks ?? [];
    return remarks.filter((remark) => remark.award === award && remark.line === line);
  }

  /** How many errors and warnings an award has. */
  toSee(award: number): number {
    const own = (this.view?.remarks ?? []).filter((remark) => remark.award === award);
    return own.filter(({ severity, reason }) => severity !== 'note' && reason === null).length;
  }

  troubleAt(award: number, at: string): string | null {
    const { trouble } = this;
    return trouble?.award === award && trouble.at === at ? trouble.text : null;
  }

  /* Forms */

  formAt(award: number, at: string): AwardForm | undefined {
    return this.#forms.get(`${award}/${at}`);
  }

  open(award: number, at: string, draft: Draft): void {
    this.#forms.set(`${award}/${at}`, new AwardForm(draft));
    this.done = null;
  }

  close(award: number, at: string): void {
    this.#forms.delete(`${award}/${at}`);
  }

  openNew({ id, lines }: AwardCard): void {
    const kind = lines.at(-1)?.typed.kind ?? 'collective';
    if (!this.formAt(id, NEW)) this.open(id, NEW, { kind: 'line', typed: blankRecipient(kind) });
  }

  openPaste(award: number, block = ''): void {
    this.open(award, PASTE, { kind: 'paste', block });
  }

  /** The place of a line in its award; nothing for the award itself; false when it is gone. */
  #place(award: number, at: string): number | null | false {
    if (at === SELF || at === NEW || at === PASTE) return null;
    const index = identities(this.#linesOf(award)).indexOf(at);
    return index >= 0 && index;
  }

  #linesOf(award: number): AwardLineRow[] {
    return this.view?.awards.find(({ id }) => id === award)?.lines ?? [];
  }

  /** What taking a pasted list would do. */
  tryOut(award: number, block: string): Promise<PasteView> {
    return this.#desk.backend.tryAwardLines(award, block);
  }

  /** Sends a form; what is refused stays in it as it was typed. */
  async save(award: number, at: string): Promise<boolean> {
    const form = this.formAt(award, at);
    const line = this.#place(award, at);
    if (!form || form.busy) return false;
    if (line === false) {
      form.trouble = vi.recipient.gone;
      return false;
    }
    form.busy = true;
    form.trouble = null;
    const draft = $state.snapshot(form.draft) as Draft;
    const before = this.#linesOf(award).length;
    try {
      await this.#change(() => this.#send(award, line, draft));
      this.#taken(award, at, draft, this.#linesOf(award).length - before);
      return true;
    } catch (error) {
      form.trouble = problemText(error);
      return false;
    } finally {
      form.busy = false;
    }
  }

  #send(award: number, line: number | null, draft: Draft): Promise<AwardsView> {
    const { backend } = this.#desk;
    switch (draft.kind) {
      case 'line':
        return backend.putAwardLine(award, line, draft.typed);
      case 'revoke':
        return backend.revokeAward(award, line, draft.typed);
      case 'sic':
        return backend.markAwardSic(award, line, draft.reason);
      case 'paste':
        return backend.pasteAwardLines(award, draft.block);
    }
  }

  /** A new recipient is followed by a blank one of its kind. */
  #taken(award: number, at: string, draft: Draft, more: number): void {
    this.close(award, at);
    if (draft.kind === 'paste') this.done = vi.paste.taken(more);
    if (draft.kind !== 'line' || at !== NEW) return;
    const { kind, honorific, name } = draft.typed;
    this.open(award, NEW, { kind: 'line', typed: { ...blankRecipient(kind), honorific } });
    this.done = vi.recipient.added(name.trim());
  }

  async #change(ask: () => Promise<AwardsView>): Promise<void> {
    this.done = null;
    this.trouble = null;
    await this.#desk.inTurn(ask, (view) => this.#awards.take(view));
  }

  /* Without a form */

  async #press(award: number, at: string, ask: (line: number | null) => Promise<AwardsView>) {
    const line = this.#place(award, at);
    if (line === false) return;
    try {
      await this.#change(() => ask(line));
    } catch (error) {
      this.trouble = { award, at, text: problemText(error) };
    }
  }

  remove(award: number, at: string): Promise<void> {
    const { backend } = this.#desk;
    return this.#press(award, at, (line) => backend.removeAwardLine(award, line ?? 0));
  }

  unrevoke(award: number, at: string): Promise<void> {
    const { backend } = this.#desk;
    return this.#press(award, at, (line) => backend.unrevokeAward(award, line));
  }
}
