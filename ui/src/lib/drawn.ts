/** What lies on what Rust has drawn: areas of figures and of paragraphs, by their attributes. */

/** The source of a figure, or the number of a paragraph. */
export type Hit = string | number;

const FIGURE = '[data-source]';
const PARAGRAPH = '[data-paragraph]';

/** What was pressed, if anything. */
export function hit(target: EventTarget | null): Hit | null {
  if (!(target instanceof Element)) return null;
  const source = target.closest(FIGURE)?.getAttribute('data-source');
  if (source != null) return source;
  const place = target.closest(PARAGRAPH)?.getAttribute('data-paragraph');
  return place == null ? null : Number(place);
}

/** The neighbour of a figure in reading order, able to take the focus; the first without one. */
export function figureAfter(
  root: Element,
  from: EventTarget | null,
  by: number,
): SVGElement | HTMLElement | null {
  const figures = [...root.querySelectorAll<SVGElement | HTMLElement>(FIGURE)];
  const at = figures.findIndex((figure) => figure === from);
  const next = at < 0 ? figures[0] : figures[at + by];
  next?.setAttribute('tabindex', '-1');
  return next ?? null;
}

/** Marks every place that says the chosen number. */
export function markChosen(root: Element, source: string | null): void {
  for (const figure of root.querySelectorAll(FIGURE))
    figure.toggleAttribute('data-chosen', figure.getAttribute('data-source') === source);
}
