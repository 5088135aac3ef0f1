/**
 * A screen outside the steps that keeps typed texts of its own until they are saved. The desk asks
 * it wherever it asks its own fields: before a dossier is changed, at Ctrl+S, when saving failed.
 */
export interface Keeper {
  /** True while the field under the hand holds text that was not sent. */
  editing(): boolean;
  /** Sends the text under the hand. */
  commit(): void;
  /** Why the last text could not be saved; null when all are saved. */
  failed(): string | null;
  /** Sends the texts again that could not be saved. */
  retry(): void;
  /** Another dossier is open. */
  forget(): void;
}

/** A screen whose texts are sent by a button: they are never half saved, only forgotten. */
export function onlyForgets(forget: () => void): Keeper {
  return {
    editing: () => false,
    commit: () => undefined,
    failed: () => null,
    retry: () => undefined,
    forget,
  };
}

/** All of them as one. */
export class Keepers implements Keeper {
  #list: Keeper[] = [];

  join(keeper: Keeper): void {
    this.#list.push(keeper);
  }

  editing(): boolean {
    return this.#list.some((keeper) => keeper.editing());
  }

  commit(): void {
    this.#list.forEach((keeper) => keeper.commit());
  }

  failed(): string | null {
    return this.#list.map((keeper) => keeper.failed()).find((text) => text !== null) ?? null;
  }

  retry(): void {
    this.#list.forEach((keeper) => keeper.retry());
  }

  forget(): void {
    this.#list.forEach((keeper) => keeper.forget());
  }
}
