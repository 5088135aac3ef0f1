import { source as words } from '$lib/strings/documents';

/** A gap on the page that is no figure: what it is, and where it is filled in. */
export type Blank = { text: string; goTo: string | null };

const OF_ORDER: Record<string, Blank> = {
  'document/number': { text: words.blankNumber, goTo: 'order/number' },
  'document/date': { text: words.blankDate, goTo: 'order/dated' },
};

/** What a gap says when it is clicked; null for a figure. */
export function blankOf(source: string): Blank | null {
  if (source.startsWith('setting/')) return { text: words.blankSetting, goTo: 'settings' };
  if (source.startsWith('report/')) return { text: words.blankPart, goTo: null };
  return OF_ORDER[source] ?? null;
}
