import { createContext } from 'svelte';
import type { DeskStore } from './desk.svelte';
import type { WantedCell } from './wantedCell.svelte';

/** The one desk of this window, handed down by App.svelte. */
export const [getDesk, setDesk] = createContext<DeskStore>();

/** The cell of the table of units to which one screen sends the clerk and another takes it. */
export const [getWantedCell, setWantedCell] = createContext<WantedCell>();
