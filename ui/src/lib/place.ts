import type { Place } from './ipc';

const WAIT_MS = 400;

/** Remembers where the clerk is. Waits a little while the focus wanders; `flush` sends at once. */
export class PlaceKeeper {
  #pending: Place | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #send: (place: Place) => Promise<unknown>;

  constructor(send: (place: Place) => Promise<unknown>) {
    this.#send = send;
  }

  note(place: Place): void {
    this.#pending = place;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), WAIT_MS);
  }

  rename(step: number, change: (key: string) => string): void {
    const place = this.#pending;
    if (place?.step === step && place.key !== null)
      this.#pending = { step, key: change(place.key) };
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const place = this.#pending;
    this.#pending = null;
    // A lost place costs one key press; it must never disturb the work.
    if (place) await this.#send(place).catch(() => undefined);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#pending = null;
  }
}
