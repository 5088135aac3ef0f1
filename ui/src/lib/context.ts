import { createContext } from 'svelte';
import type { DeskStore } from './desk.svelte';

/** The one desk of this window, handed down by App.svelte. */
export const [getDesk, setDesk] = createContext<DeskStore>();
