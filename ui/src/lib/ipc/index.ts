/** The only door to Rust. Nothing outside this folder imports Tauri or the generated bindings. */
import type { Backend } from './backend';

export type * from './types';
export { type Backend, IpcFailure } from './backend';

/** The backend of this window: Rust, or in the browser during development a stand-in. */
export async function connect(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { FakeBackend } = await import('./fake');
    return FakeBackend.fromAddress(location.search);
  }
  const { tauriBackend } = await import('./tauri');
  return tauriBackend;
}
