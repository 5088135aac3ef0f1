/** Steps 1 to 6 hold fields; 7 checks, 8 makes the documents. */
export const CHECK = 7;
export const REPORTS = 8;

/** Screens that are about no single step, in the order of Alt+1 to Alt+6. */
export const DATA_SCREENS = ['units', 'sheet', 'series', 'log', 'settings', 'catalogue'] as const;
export type DataScreen = (typeof DATA_SCREENS)[number];

/** What the work area shows: a numbered step or one of the screens without a number. */
export type Screen = 'opening' | 'welcome' | 'home' | DataScreen | number;

export function isStep(screen: Screen): screen is number {
  return typeof screen === 'number';
}

export function isDataScreen(screen: Screen): screen is DataScreen {
  return DATA_SCREENS.some((name) => name === screen);
}
