import { type Backend, IpcFailure } from './backend';
import { commands } from './bindings';

type Result<T> =
  { status: 'ok'; data: T } | { status: 'error'; error: { code: string; message: string } };

/** The value of a call, or its refusal as a thrown `IpcFailure`. */
export async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call;
  if (result.status === 'error') throw new IpcFailure(result.error);
  return result.data;
}

export const tauriBackend: Backend = {
  openDesk: () => unwrap(commands.openDesk()),
  openDossier: (dossier) => unwrap(commands.openDossier(dossier)),
  createDossier: (request) => unwrap(commands.createDossier(request)),
  startPractice: (sample) => unwrap(commands.startPractice(sample)),
  leavePractice: () => unwrap(commands.leavePractice()),
  home: () => unwrap(commands.home()),
  loadStep: (step) => unwrap(commands.loadStep(step)),
  setField: (step, key, text) => unwrap(commands.setField(step, key, text)),
  removeRow: (step, key) => unwrap(commands.removeRow(step, key)),
  attachPhoto: (step, key) => unwrap(commands.attachPhoto(step, key)),
  addIndicator: (step, code) => unwrap(commands.addIndicator(step, code)),
  undo: (step) => unwrap(commands.undo(step)),
  redo: (step) => unwrap(commands.redo(step)),
  rememberPlace: (step, key) => unwrap(commands.rememberPlace(step, key)),
  listFindings: () => unwrap(commands.listFindings()),
  giveReason: (finding, reason) => unwrap(commands.giveReason(finding, reason)),
  preview: () => unwrap(commands.preview()),
  saveDocument: (format) => unwrap(commands.saveDocument(format)),
  saveDocumentAs: (format) => unwrap(commands.saveDocumentAs(format)),
  printDocument: () => unwrap(commands.printDocument()),
  openDocument: (path) => unwrap(commands.openDocument(path)),
};
