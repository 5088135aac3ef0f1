import type { Place } from './ipc';

/** Steps 1 to 6 hold fields; 7 checks, 8 makes the documents. */
export const CHECK = 7;
export const REPORTS = 8;
/** The step in which awards are entered. */
export const AWARDS = 5;

/** Screens that are about no single step, in the order of Alt+1 to Alt+7. */
export const DATA_SCREENS = [
  'units',
  'sheet',
  'series',
  'log',
  'settings',
  'catalogue',
  'awards',
] as const;
export type DataScreen = (typeof DATA_SCREENS)[number];

/** A screen without a number. */
export type NamedScreen = 'opening' | 'welcome' | 'home' | DataScreen;
/** What the work area shows: a numbered step or one of the screens without a number. */
export type Screen = NamedScreen | number;

export function isStep(screen: Screen): screen is number {
  return typeof screen === 'number';
}

export function isDataScreen(screen: Screen): screen is DataScreen {
  return DATA_SCREENS.some((name) => name === screen);
}

/* A screen is remembered as a place before the first step, with its name for the field. */

const NO_STEP = 0;
const PREFIX = 'screen/';
const KEPT: readonly NamedScreen[] = ['home', ...DATA_SCREENS];

/** The place by which a screen is found again after a restart; null for those on the way in. */
export function placeOf(screen: NamedScreen): Place | null {
  return KEPT.includes(screen) ? { step: NO_STEP, key: PREFIX + screen } : null;
}

/** The screen that a place stands for; null when it is a step, or of another version. */
export function screenAt({ step, key }: Place): NamedScreen | null {
  return (step === NO_STEP && KEPT.find((name) => key === PREFIX + name)) || null;
}
