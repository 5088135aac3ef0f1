import type { DeskStore } from '$lib/desk.svelte';
import { type ImportView, IpcFailure, type VerifyView, type WorkView } from '$lib/ipc';
import { problemText } from '$lib/problem';
import { vi } from '$lib/strings/vi';

/** What can be taken in from a file. */
export type Source = 'store' | 'catalogue';

/** What came of the last thing done with the whole store. */
export type Outcome =
  | { kind: 'verified'; view: VerifyView }
  | { kind: 'written'; path: string }
  | { kind: 'stopped'; text: string }
  | { kind: 'read'; source: Source; view: ImportView };

/** Checking the log, and the store and the catalogue as files. One thing at a time. */
export class FileDesk {
  busy = $state<string | null>(null);
  /** How far long work is; nothing for what cannot be stopped. */
  work = $state.raw<WorkView | null>(null);
  /** Whether the work was asked to end. */
  stopping = $state(false);
  outcome = $state.raw<Outcome | null>(null);
  problem = $state<string | null>(null);
  #desk: DeskStore;

  constructor(desk: DeskStore) {
    this.#desk = desk;
  }

  verify(): Promise<void> {
    return this.#run(vi.log.verifying, async () => ({
      kind: 'verified',
      view: await this.#desk.backend.verifyStore(this.#tell),
    }));
  }

  write(source: Source): Promise<void> {
    const { backend } = this.#desk;
    return this.#run(vi.log.exporting, async () => {
      const path = await (source === 'store' ? backend.exportStore() : backend.exportCatalogue());
      return path === null ? null : { kind: 'written', path };
    });
  }

  /** First only read: what is in the file and what is wrong with it. */
  tryOut(source: Source): Promise<void> {
    return this.#run(vi.log.choosingFile, async () => {
      const view = await this.#import(source, true);
      return view && { kind: 'read', source, view };
    });
  }

  /** Everything in the window may be another after this. */
  takeIn(source: Source): Promise<void> {
    return this.#run(vi.log.importing, async () => {
      let view: ImportView | null = null;
      await this.#desk.inTurn(
        () => this.#import(source, false),
        (answer) => (view = answer),
      );
      return view && { kind: 'read', source, view };
    });
  }

  #import(source: Source, dry: boolean): Promise<ImportView | null> {
    const { backend } = this.#desk;
    return source === 'store' ? backend.importStore(dry, this.#tell) : backend.importCatalogue(dry);
  }

  readonly #tell = (work: WorkView) => {
    if (this.busy !== null) this.work = work;
  };

  /** Nothing of the work is kept then. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.#desk.backend.stopWork();
  }

  dismiss(): void {
    this.outcome = null;
  }

  /** A file dialog that was closed without choosing changes nothing. */
  async #run(busy: string, action: () => Promise<Outcome | null>): Promise<void> {
    if (this.busy !== null || !(await this.#desk.settle())) return;
    this.busy = busy;
    this.problem = null;
    try {
      this.outcome = (await action()) ?? this.outcome;
    } catch (error) {
      const stopped = error instanceof IpcFailure && error.code === 'stopped';
      this.outcome = stopped ? { kind: 'stopped', text: problemText(error) } : null;
      this.problem = stopped ? null : problemText(error);
    } finally {
      this.busy = null;
      this.work = null;
      this.stopping = false;
    }
  }
}
