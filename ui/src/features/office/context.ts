import { createContext } from 'svelte';
import type { OfficeStore } from './office.svelte';

/** Settings and catalogue; what is half typed in their forms outlives the screens. */
export const [getOffice, setOffice] = createContext<OfficeStore>();
