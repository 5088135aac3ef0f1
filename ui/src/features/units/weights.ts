import type { ShareChoice } from '$lib/ipc';
import { vi } from '$lib/strings/vi';

/** Weights of the parts of a divided unit, counted in thousandths: no rounding, no surprises. */
const ONE = 1000;
const HUNDRED = 100 * ONE;

/** “1.250” or “45,5” in thousandths; null when it is no number. */
export function thousandths(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const whole = Number((match[1] ?? '').replace(/\./g, ''));
  return whole * ONE + Number((match[2] ?? '').padEnd(3, '0'));
}

/** As it is written: “1.250”, “45,5”. */
export function written(value: number): string {
  const whole = String(Math.floor(value / ONE)).replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = String(value % ONE)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return rest ? `${whole},${rest}` : whole;
}

/** The sum of what is filled in; null when something cannot be read. */
export function sumOf(weights: readonly string[]): number | null {
  const read = weights.filter((text) => text.trim() !== '').map(thousandths);
  return read.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

export const weighs = (method: ShareChoice): method is 'residential' | 'byHand' =>
  method === 'residential' || method === 'byHand';

/** Why these weights cannot be used; null when they can. */
export function weightProblem(method: ShareChoice, weights: readonly string[]): string | null {
  if (!weighs(method)) return null;
  const sum = sumOf(weights);
  if (sum === null) return vi.share.unread;
  if (method === 'byHand' && sum !== HUNDRED) return vi.share.notHundred(written(sum));
  return sum === 0 ? vi.share.noWeight : null;
}
