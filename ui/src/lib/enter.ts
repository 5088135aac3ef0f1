import { focusNeighbour } from './focus';
import { composing } from './keys';

/** Enter goes on and Shift+Enter goes back, in every form as in the steps. */
export function enterGoesOn(event: KeyboardEvent): void {
  if (composing(event) || event.key !== 'Enter') return;
  event.preventDefault();
  focusNeighbour(event.currentTarget as HTMLElement, event.shiftKey ? -1 : 1);
}
