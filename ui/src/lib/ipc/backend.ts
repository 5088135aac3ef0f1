import type {
  Desk,
  DocumentFormat,
  Finding,
  Home,
  IpcError,
  NewDossier,
  Preview,
  SavedDocument,
  SaveOutcome,
  StepView,
} from './types';

/** All the window asks of Rust. A refused call throws `IpcFailure`. */
export interface Backend {
  openDesk(): Promise<Desk>;
  openDossier(dossier: number): Promise<Desk>;
  createDossier(request: NewDossier): Promise<Desk>;
  startPractice(sample: string): Promise<Desk>;
  leavePractice(): Promise<Desk>;
  home(): Promise<Home>;
  loadStep(step: number): Promise<StepView>;
  setField(step: number, key: string, text: string): Promise<SaveOutcome>;
  removeRow(step: number, key: string): Promise<SaveOutcome>;
  attachPhoto(step: number, key: string): Promise<SaveOutcome | null>;
  addIndicator(step: number, code: string): Promise<SaveOutcome>;
  undo(step: number): Promise<SaveOutcome>;
  redo(step: number): Promise<SaveOutcome>;
  rememberPlace(step: number, key: string | null): Promise<null>;
  listFindings(): Promise<Finding[]>;
  giveReason(finding: string, reason: string): Promise<Finding[]>;
  preview(): Promise<Preview>;
  saveDocument(format: DocumentFormat): Promise<SavedDocument>;
  saveDocumentAs(format: DocumentFormat): Promise<SavedDocument | null>;
  printDocument(): Promise<null>;
  openDocument(path: string): Promise<null>;
}

/** A call Rust refused, with the sentence to show. */
export class IpcFailure extends Error {
  readonly code: string;

  constructor(error: IpcError) {
    super(error.message);
    this.name = 'IpcFailure';
    this.code = error.code;
  }
}
