import { focusNeighbour } from '$lib/focus';
import { composing } from '$lib/keys';

/** Enter goes on and Shift+Enter goes back, here as in the steps. */
export function enterGoesOn(event: KeyboardEvent): void {
  if (composing(event) || event.key !== 'Enter') return;
  event.preventDefault();
  focusNeighbour(event.currentTarget as HTMLElement, event.shiftKey ? -1 : 1);
}
