import { SvelteMap } from 'svelte/reactivity';
import type { DeskStore } from '$lib/desk.svelte';
import { Followed } from '$lib/followed.svelte';
import type { DatedValue, SettingsView, TypedSetting } from '$lib/ipc';
import { problemText } from '$lib/problem';

/** A half-typed value of a setting. */
export type SettingDraft = Pick<TypedSetting, 'from' | 'to' | 'value'>;

const BLANK: SettingDraft = { from: '', to: '', value: '' };

/** Where a value is typed: at its setting and, when it is changed, in its own line. */
export type Spot = { key: string; id: number | null };
export const spotName = ({ key, id }: Spot) => `setting/${key}/${id ?? 'new'}`;

/** The dated settings and the values that are being typed; each has its own refusal. */
export class SettingsStore {
  readonly #desk: DeskStore;
  readonly #settings: Followed<SettingsView>;
  #drafts = new SvelteMap<string, SettingDraft>();
  #troubles = new SvelteMap<string, string>();
  #busy = false;

  constructor(desk: DeskStore) {
    this.#desk = desk;
    this.#settings = new Followed(desk, () => desk.backend.loadSettings());
  }

  get view(): SettingsView | null {
    return this.#settings.value;
  }

  get problem(): string | null {
    return this.#settings.problem;
  }

  follow(): void {
    this.#settings.follow();
  }

  forget(): void {
    this.#settings.forget(() => this.#desk.backend.loadSettings());
    this.#drafts.clear();
    this.#troubles.clear();
  }

  draftAt(spot: Spot): SettingDraft | undefined {
    return this.#drafts.get(spotName(spot));
  }

  troubleAt(spot: Spot): string | undefined {
    return this.#troubles.get(spotName(spot));
  }

  open(spot: Spot, { from, to, value }: SettingDraft | DatedValue = BLANK): void {
    this.#drafts.set(spotName(spot), { from, to, value });
    this.#troubles.delete(spotName(spot));
  }

  type(spot: Spot, change: Partial<SettingDraft>): void {
    this.#drafts.set(spotName(spot), { ...(this.draftAt(spot) ?? BLANK), ...change });
  }

  close(spot: Spot): void {
    this.#drafts.delete(spotName(spot));
    this.#troubles.delete(spotName(spot));
  }

  /** Sends what was typed; a refused value stays as it was typed. */
  save(spot: Spot): Promise<boolean> {
    return this.#put(spot, this.draftAt(spot) ?? BLANK);
  }

  remove(spot: Spot, { from, to }: DatedValue): Promise<boolean> {
    return this.#put(spot, { from, to, value: '' });
  }

  async #put(spot: Spot, draft: SettingDraft): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#troubles.delete(spotName(spot));
    try {
      await this.#desk.inTurn(
        () => this.#desk.backend.putSetting({ ...spot, ...draft }),
        (view) => {
          this.#settings.take(view);
          this.close(spot);
        },
      );
      return true;
    } catch (error) {
      this.#troubles.set(spotName(spot), problemText(error));
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
