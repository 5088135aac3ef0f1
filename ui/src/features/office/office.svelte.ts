import type { DeskStore } from '$lib/desk.svelte';
import { onlyForgets } from '$lib/keeper';
import { CatalogueStore } from './catalogue.svelte';
import { SettingsStore } from './settings.svelte';

/** What belongs to the office and not to one dossier. */
export class OfficeStore {
  readonly settings: SettingsStore;
  readonly catalogue: CatalogueStore;

  constructor(desk: DeskStore) {
    this.settings = new SettingsStore(desk);
    this.catalogue = new CatalogueStore(desk);
    desk.keepers.join(onlyForgets(() => this.#forget()));
  }

  /** Practice has settings and a catalogue of its own. */
  #forget(): void {
    this.settings.forget();
    this.catalogue.forget();
  }
}
