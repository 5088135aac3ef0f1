import { IpcFailure } from './ipc';
import { vi } from './strings/vi';

/** Something that did not work, with the way to try it again. */
export type Problem = { kind: 'unsaved' | 'refused'; text: string; retry: () => void };

/** The sentence to show: Rust's own, or ours when the call itself broke. */
export function problemText(error: unknown): string {
  return error instanceof IpcFailure ? error.message : vi.problem.unknown;
}
