import type { DeskStore } from './desk.svelte';

/** A cell of the table of units; a column where no unit is named. */
export type CellPlace = {
  year: number | null;
  group: string | null;
  unit: string | null;
  column: string;
};

/** The cell of the table of units to which another screen sends the clerk. */
export class WantedCell {
  #place = $state.raw<CellPlace | null>(null);
  readonly #desk: DeskStore;

  constructor(desk: DeskStore) {
    this.#desk = desk;
  }

  goTo(place: CellPlace): Promise<void> {
    this.#place = place;
    return this.#desk.show('sheet');
  }

  /** Given to the table once. */
  take(): CellPlace | null {
    const place = this.#place;
    this.#place = null;
    return place;
  }
}
