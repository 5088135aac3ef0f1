/** What a key press asks of the whole window, decided apart from doing it. */
import { DATA_SCREENS, type DataScreen } from './screens';

export type Intent =
  | { do: 'block' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'save' }
  | { do: 'find' }
  | { do: 'help' }
  | { do: 'pane' }
  | { do: 'zoom'; by: -1 | 0 | 1 }
  | { do: 'walk'; by: -1 | 1 }
  | { do: 'history' }
  | { do: 'step'; step: number }
  | { do: 'show'; screen: DataScreen };

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** True while an input method is composing: the key belongs to it, not to us. */
export function composing(press: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** `unsaved`: the focused field holds text that has not been sent, so it keeps its own undo. */
export function intentOf(press: Press, unsaved: boolean): Intent | null {
  if (composing(press)) return null;
  const control = press.ctrlKey || press.metaKey;
  if (control && press.altKey) return null; // AltGr
  if (control) return withControl(press, unsaved);
  if (press.altKey) return withAlt(press);
  switch (press.key) {
    case 'F1':
      return { do: 'help' };
    case 'F5':
      return { do: 'block' };
    case 'F6':
      return { do: 'pane' };
    case 'BrowserBack':
    case 'BrowserForward':
    case 'BrowserRefresh':
    case 'BrowserHome':
      return { do: 'block' };
    default:
      return null;
  }
}

function withAlt(press: Press): Intent | null {
  // The number row only: Alt with the number pad types characters by their codes.
  const screen = DATA_SCREENS[Number(/^Digit([1-9])$/.exec(press.code)?.[1]) - 1];
  if (screen && !press.shiftKey) return { do: 'show', screen };
  switch (press.key) {
    case 'ArrowLeft':
      return { do: 'walk', by: -1 };
    case 'ArrowRight':
      return { do: 'walk', by: 1 };
    case 'Home':
      return { do: 'block' };
    default:
      return null;
  }
}

function withControl(press: Press, unsaved: boolean): Intent | null {
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(press.code)?.[1] ?? /^[1-8]$/.exec(press.key)?.[0];
  if (digit && !press.shiftKey) return { do: 'step', step: Number(digit) };
  switch (press.key.toLowerCase()) {
    case 'z':
      if (unsaved) return null;
      return press.shiftKey ? { do: 'redo' } : { do: 'undo' };
    case 'y':
      return unsaved ? null : { do: 'redo' };
    case 'k':
    case 'f':
      return { do: 'find' };
    case 's':
      return { do: 'save' };
    case 'h':
      return { do: 'history' };
    case 'r':
    case 'p':
    case 'f5':
      return { do: 'block' };
    case '+':
    case '=':
      return { do: 'zoom', by: 1 };
    case '-':
      return { do: 'zoom', by: -1 };
    case '0':
      return { do: 'zoom', by: 0 };
    default:
      return null;
  }
}
