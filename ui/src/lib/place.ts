import type { Desk, Place } from './ipc';
import { type NamedScreen, screenAt } from './screens';

const WAIT_MS = 400;
const FIRST: Place = { step: 1, key: null };

/** How a dossier is entered: where the clerk was, at its first step, or on its overview. */
export type Arrival = 'place' | 'first' | 'home';

/** The screen or step that an opened dossier is entered at. */
export function arrival({ dossier, place }: Desk, then: Arrival): NamedScreen | Place {
  if (!dossier) return 'welcome';
  if (then !== 'place') return then === 'home' ? 'home' : FIRST;
  if (!place) return FIRST;
  return screenAt(place) ?? (place.step >= FIRST.step ? place : FIRST);
}

/** Remembers where the clerk is. Waits a little while the focus wanders; `flush` sends at once. */
export class PlaceKeeper {
  #pending: Place | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #send: (place: Place) => Promise<unknown>;

  constructor(send: (place: Place) => Promise<unknown>) {
    this.#send = send;
  }

  /** Null is a place to which nobody wants to come back: the one before stays. */
  note(place: Place | null): void {
    if (!place) return;
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
