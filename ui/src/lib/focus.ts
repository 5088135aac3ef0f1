/** Moves the keyboard focus between fields. Fields are the elements with `data-key`. */

const FIELD = '[data-key]';
const NEXT = '[data-next]';
const AREA = '[data-fields]';

function list(root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FIELD)];
}

/** Gives focus and, in one-line inputs, selects the text as Tab would. */
export function enter(element: HTMLElement): void {
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
  element.scrollIntoView?.({ block: 'nearest' });
}

/** The key of the field that has focus. */
export function focusedKey(): string | null {
  return document.activeElement?.getAttribute('data-key') ?? null;
}

export function focusKey(key: string): boolean {
  const target = list().find((element) => element.dataset['key'] === key);
  if (target) enter(target);
  return target !== undefined;
}

/** First field of the screen, else its next button, else its main area. */
export function focusFirst(): void {
  const first = list(document.querySelector(AREA) ?? document)[0];
  if (first) return enter(first);
  const fallback =
    document.querySelector<HTMLElement>('[data-autofocus]') ?? document.querySelector('main');
  fallback?.focus();
}

/** Enter and Shift+Enter: the neighbour in reading order; after the last field the next button. */
export function focusNeighbour(from: HTMLElement, by: -1 | 1): void {
  const area = from.closest(AREA) ?? document;
  const all = list(area);
  const target = all[all.indexOf(from) + by];
  if (target) return enter(target);
  if (by === 1)
    (area.querySelector<HTMLElement>(NEXT) ?? document.querySelector<HTMLElement>(NEXT))?.focus();
}

/** True for the last field of its row. */
export function endsRow(element: HTMLElement): boolean {
  const row = element.closest('[data-row]');
  return row !== null && list(row).at(-1) === element;
}

/** Up and down in a table: the same column of the neighbouring row; stops at the ends. */
export function focusInColumn(from: HTMLElement, by: -1 | 1): void {
  const column = from.dataset['col'];
  const table = from.closest('table');
  if (!table || column === undefined) return;
  const cells = list(table).filter((element) => element.dataset['col'] === column);
  const target = cells[cells.indexOf(from) + by];
  if (target) enter(target);
}

/** Leaving a field is what saves it; used before the screen changes under the clerk's hand. */
export function leaveField(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches(FIELD)) active.blur();
}

/** Where the focus stands, so that it can go to a neighbour when its element goes away. */
export function markFocus(): () => void {
  const stops = [...document.querySelectorAll<HTMLElement>(`${FIELD}, [data-row-action]`)];
  const index = stops.findIndex((element) => element === document.activeElement);
  const key = focusedKey();
  return () => {
    if (index < 0 || (document.activeElement && document.activeElement !== document.body)) return;
    if (key !== null && focusKey(key)) return;
    const near = [...stops.slice(index + 1), ...stops.slice(0, index).reverse()];
    const target = near.find((element) => element.isConnected);
    if (target) enter(target);
    else focusFirst();
  };
}

/** F6: from the step list to the work area and back. */
export function focusOtherPane(): void {
  const nav = document.querySelector<HTMLElement>('nav');
  const inNav = nav?.contains(document.activeElement) ?? false;
  if (inNav) return focusFirst();
  (nav?.querySelector<HTMLElement>('[aria-current]') ?? nav?.querySelector('button'))?.focus();
}
