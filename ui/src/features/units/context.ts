import { createContext } from 'svelte';
import type { UnitsStore } from './units.svelte';

/** The screen of units; what is half typed in its forms outlives it. */
export const [getUnits, setUnits] = createContext<UnitsStore>();
