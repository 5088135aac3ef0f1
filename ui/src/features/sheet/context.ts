import { createContext } from 'svelte';
import type { SheetStore } from './sheet.svelte';

/** The table of units; it outlives its screen, so that no typed text is lost. */
export const [getSheet, setSheet] = createContext<SheetStore>();
