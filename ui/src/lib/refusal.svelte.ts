import { type Problem, problemText } from './problem';

/** The last thing that was refused, until it is tried again or put aside. */
export class Refusal {
  shown = $state.raw<Problem | null>(null);

  /** Runs something that may be refused; a refusal is shown with a way to try again. */
  async attempt(action: () => Promise<void>): Promise<void> {
    this.shown = null;
    try {
      await action();
    } catch (error) {
      const retry = () => void this.attempt(action);
      this.shown = { kind: 'refused', text: problemText(error), retry };
    }
  }

  dismiss(): void {
    this.shown = null;
  }
}
