import { problemText } from './problem';

/** Does things that may fail, and keeps why the last one did. */
export class Attempts {
  problem = $state<string | null>(null);

  /** Nothing is thrown: what went wrong stands in `problem`. */
  protected async attempt(action: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await action();
    } catch (error) {
      this.problem = problemText(error);
    }
  }
}
