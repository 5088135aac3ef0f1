import { createContext } from 'svelte';
import type { ReportsStore } from './reports.svelte';

/** What is ordered and half typed at the reports desk; it outlives its screen. */
export const [getReports, setReports] = createContext<ReportsStore>();
