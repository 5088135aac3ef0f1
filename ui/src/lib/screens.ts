/** Steps 1 to 6 hold fields; 7 checks, 8 makes the documents. */
export const CHECK = 7;
export const REPORTS = 8;

/** What the work area shows: a numbered step or one of the screens without a number. */
export type Screen = 'opening' | 'welcome' | 'home' | number;

export function isStep(screen: Screen): screen is number {
  return typeof screen === 'number';
}
