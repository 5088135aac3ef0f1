import { SvelteMap } from 'svelte/reactivity';
import type { DeskStore } from '$lib/desk.svelte';
import { onlyForgets } from '$lib/keeper';
import { Followed } from '$lib/followed.svelte';
import type { DividedRow, UnitSetRow, UnitStory, UnitsView } from '$lib/ipc';
import { problemText } from '$lib/problem';
import { EventDraft } from './draft.svelte';
import { draftOf, type ShareDraft, shareEvent } from './shares';

export const TABS = ['story', 'events', 'record', 'shares', 'sets'] as const;
export type Tab = (typeof TABS)[number];

/** A named set that is being made or changed. */
export type SetDraft = { id: number | null; name: string; members: string[] };
/** Where a refusal belongs: the event form, a row, a divided unit, the form of a set. */
export type Trouble = { at: string; text: string };

/** The screen of units: the province and day, the unit looked at, and its half-typed forms. */
export class UnitsStore {
  tab = $state<Tab>('story');
  chosen = $state<string | null>(null);
  story = $state.raw<UnitStory | null>(null);
  draft = $state.raw(new EventDraft());
  set = $state.raw<SetDraft | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** The event that was recorded last. */
  recorded = $state<string | null>(null);

  readonly #desk: DeskStore;
  readonly #units: Followed<UnitsView>;
  #shares = new SvelteMap<string, ShareDraft>();
  #labels = new SvelteMap<string, string>();
  /** Units whose names were asked for. */
  #named: string[] = [];
  #province: string | null = null;
  #day: string | null = null;
  #storyAsked = 0;

  constructor(desk: DeskStore) {
    this.#desk = desk;
    this.#units = new Followed(desk, () => this.#load(null, null));
    desk.keepers.join(onlyForgets(() => this.#forget()));
  }

  #load(province: string | null, day: string | null): Promise<UnitsView> {
    return this.#desk.backend.loadUnits(province, day);
  }

  #forget(): void {
    this.#units.forget(() => this.#load(null, null));
    this.#province = null;
    this.#day = null;
    this.chosen = null;
    this.story = null;
    this.draft = new EventDraft();
    this.set = null;
    this.trouble = null;
    this.recorded = null;
    this.#shares.clear();
    this.#labels.clear();
    this.#named = [];
  }

  get view(): UnitsView | null {
    return this.#units.value;
  }

  get problem(): string | null {
    return this.#units.problem;
  }

  follow(): void {
    this.#units.follow();
  }

  /** Another province or day; false when the day cannot be read. */
  async ask(province: string | null, day: string | null): Promise<boolean> {
    if (!(await this.#units.ask(() => this.#load(province, day)))) return false;
    this.#province = province;
    this.#day = day;
    return true;
  }

  /* One unit */

  async choose(key: string): Promise<void> {
    this.chosen = key;
    this.tab = 'story';
    const asked = ++this.#storyAsked;
    const story = await this.#desk.backend.unitStory(key).catch(() => null);
    if (asked === this.#storyAsked) this.story = story;
  }

  /**
   * Units by name, new or old; of the whole country when a unit may go to another province. While
   * an event is recorded, as they are on its day.
   */
  async search(
    query: string,
    everywhere = false,
  ): Promise<{ value: string; label: string; note: string }[]> {
    const province = everywhere ? null : (this.view?.province ?? this.#province);
    const event = this.tab === 'record' ? this.draft.date.trim() || null : null;
    const hits = await this.#desk.backend.searchUnits(query, province, event).catch(() => []);
    for (const { key, label } of hits) this.#labels.set(key, label);
    return hits.map(({ key, label, note }) => ({ value: key, label, note }));
  }

  /** The name of a unit; asked for when it is not one of those shown. */
  nameOf(key: string): string {
    const known = this.view?.rows.find((row) => row.key === key)?.label ?? this.#labels.get(key);
    if (known !== undefined) return known;
    if (this.#named.includes(key)) return '…';
    this.#named.push(key);
    void this.#desk.backend.unitStory(key).then(
      ({ title }) => this.#labels.set(key, title),
      () => this.#labels.set(key, key),
    );
    return '…';
  }

  /* Changes */

  async #change(at: string, ask: () => Promise<UnitsView>): Promise<boolean> {
    this.trouble = null;
    this.recorded = null;
    try {
      await this.#desk.inTurn(ask, (view) => this.#units.take(view));
      if (this.chosen !== null) void this.#refreshStory(this.chosen);
      return true;
    } catch (error) {
      this.trouble = { at, text: problemText(error) };
      return false;
    }
  }

  async #refreshStory(key: string): Promise<void> {
    const story = await this.#desk.backend.unitStory(key).catch(() => null);
    if (this.chosen === key) this.story = story;
  }

  troubleAt(at: string): string | null {
    return this.trouble?.at === at ? this.trouble.text : null;
  }

  /** A refused event stays in the form as it was typed. */
  async record(): Promise<boolean> {
    const event = this.draft.typed(this.view?.province ?? null);
    const before = this.view?.events.map(({ id }) => id) ?? [];
    const ask = () => this.#desk.backend.recordUnitEvent(this.#province, this.#day, event);
    if (!(await this.#change('record', ask))) return false;
    this.recorded = this.view?.events.find(({ id }) => !before.includes(id))?.text ?? null;
    this.draft = new EventDraft();
    this.tab = 'events';
    return true;
  }

  /** A new event about this unit. */
  recordFor(unit: string): void {
    this.draft = new EventDraft();
    this.draft.units = [unit];
    this.tab = 'record';
  }

  removeEvent(id: number): Promise<boolean> {
    const ask = () => this.#desk.backend.removeUnitEvent(this.#province, this.#day, id);
    return this.#change(`event/${id}`, ask);
  }

  shareOf(row: DividedRow): ShareDraft {
    return this.#shares.get(row.key) ?? draftOf(row);
  }

  typeShare(row: DividedRow, draft: ShareDraft): void {
    this.#shares.set(row.key, draft);
  }

  async share(row: DividedRow): Promise<boolean> {
    const event = shareEvent(row, this.shareOf(row));
    const ask = () => this.#desk.backend.recordUnitEvent(this.#province, this.#day, event);
    const taken = await this.#change(`share/${row.key}`, ask);
    if (taken) this.#shares.delete(row.key);
    return taken;
  }

  editSet(row: UnitSetRow | null): void {
    this.set = { id: row?.id ?? null, name: row?.name ?? '', members: row?.members ?? [] };
    this.trouble = null;
  }

  async putSet(): Promise<boolean> {
    const set = this.set;
    if (!set) return false;
    const { backend } = this.#desk;
    const [id, name, members] = [set.id, set.name.trim(), set.members];
    const ask = () => backend.putUnitSet(this.#province, this.#day, id, name, members);
    const taken = await this.#change('set', ask);
    if (taken) this.set = null;
    return taken;
  }

  removeSet({ id, name }: UnitSetRow): Promise<boolean> {
    const { backend } = this.#desk;
    const ask = () => backend.putUnitSet(this.#province, this.#day, id, name, []);
    return this.#change(`set/${id}`, ask);
  }
}
