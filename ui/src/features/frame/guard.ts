import type { DeskStore } from '$lib/desk.svelte';
import { focusedKey, focusOtherPane } from '$lib/focus';
import { type Intent, intentOf } from '$lib/keys';
import { REPORTS } from '$lib/screens';

type Doors = {
  find: () => void;
  help: () => void;
  zoom: (by: -1 | 0 | 1) => void;
  /** A panel is open: only what blocks the web view's own keys stays active. */
  busy: () => boolean;
};

const TEXT = 'input, textarea, [contenteditable=true]';

/** Keeps the web view's browser keys away and does what the window's own keys ask. */
export function guard(desk: DeskStore, doors: Doors): () => void {
  function keydown(event: KeyboardEvent) {
    if (event.altKey && event.key === 'F4') desk.commitFocused();
    const intent = intentOf(event, typing(desk));
    if (!intent) return;
    event.preventDefault();
    event.stopPropagation();
    if (doors.busy() && intent.do !== 'zoom' && intent.do !== 'help') return;
    act(intent, desk, doors);
  }
  /** The web view's own menu offers to reload the page. Text fields keep theirs. */
  function menu(event: Event) {
    if (!(event.target instanceof Element && event.target.matches(TEXT))) event.preventDefault();
  }
  /** The hand goes to the title bar, perhaps to close: what is typed goes to the store first. */
  const leaving = () => desk.commitFocused();
  document.documentElement.addEventListener('mouseleave', leaving);
  window.addEventListener('pagehide', leaving);
  window.addEventListener('keydown', keydown, { capture: true });
  window.addEventListener('contextmenu', menu, { capture: true });
  return () => {
    document.documentElement.removeEventListener('mouseleave', leaving);
    window.removeEventListener('pagehide', leaving);
    window.removeEventListener('keydown', keydown, { capture: true });
    window.removeEventListener('contextmenu', menu, { capture: true });
  };
}

/** True when the focused text has not been sent: then undo is the field's own. */
function typing(desk: DeskStore): boolean {
  const active = document.activeElement;
  if (!active?.matches(TEXT)) return false;
  const own = focusedKey() !== null && (typeof desk.screen === 'number' || desk.screen === 'sheet');
  return own ? desk.editing() : (active as HTMLInputElement).value !== '';
}

function act(intent: Intent, desk: DeskStore, doors: Doors): void {
  const open = desk.screen !== 'opening' && desk.screen !== 'welcome';
  switch (intent.do) {
    case 'find':
      return doors.find();
    case 'help':
      return doors.help();
    case 'zoom':
      return doors.zoom(intent.by);
    case 'save':
      return void desk.commitFocused();
    case 'pane':
      return focusOtherPane();
    case 'history':
      return desk.history.ask(focusedKey());
  }
  if (!open) return;
  if (intent.do === 'undo' && desk.desk?.undo) void desk.undo();
  if (intent.do === 'redo' && desk.desk?.redo) void desk.redo();
  if (intent.do === 'step') void desk.goTo(intent.step);
  if (intent.do === 'show') void desk.show(intent.screen);
  if (intent.do === 'walk') walk(desk, intent.by);
}

function walk(desk: DeskStore, by: -1 | 1): void {
  const at = typeof desk.screen === 'number' ? desk.screen : 0;
  const to = at + by;
  if (to >= 1 && to <= REPORTS) void desk.goTo(to);
  else if (to === 0) void desk.show('home');
}
