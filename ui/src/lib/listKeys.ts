const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Where a key goes from an entry of an upright list; null when it is no key of lists. */
export function listStep(key: string, at: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const by = STEPS[key];
  return by === undefined ? null : Math.max(0, Math.min(at + by, length - 1));
}
