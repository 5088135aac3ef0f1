import { createContext } from 'svelte';
import type { AwardsStore } from './awards.svelte';

/** Awards and what is half typed about them; it outlives its screen. */
export const [getAwards, setAwards] = createContext<AwardsStore>();
