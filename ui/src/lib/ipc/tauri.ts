import { Channel } from '@tauri-apps/api/core';
import { type Backend, IpcFailure, type Tell } from './backend';
import { commands, type WorkView_Deserialize } from './bindings';

type Result<T> =
  { status: 'ok'; data: T } | { status: 'error'; error: { code: string; message: string } };

/** The value of a call, or its refusal as a thrown `IpcFailure`. */
export async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call;
  if (result.status === 'error') throw new IpcFailure(result.error);
  return result.data;
}

/** Rust leaves nothing out of what it sends. */
const heard =
  (tell: Tell) =>
  ({ stage, percent = null }: WorkView_Deserialize) =>
    tell({ stage, percent });

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
  causePhrases: () => unwrap(commands.causePhrases()),
  documentDesk: () => unwrap(commands.documentDesk()),
  preview: (order) => unwrap(commands.preview(order)),
  loadParagraphs: (order) => unwrap(commands.loadParagraphs(order)),
  editParagraph: (order, place, words) => unwrap(commands.editParagraph(order, place, words)),
  resetParagraph: (order, place) => unwrap(commands.resetParagraph(order, place)),
  saveDocument: (order, format) => unwrap(commands.saveDocument(order, format)),
  saveDocumentAs: (order, format) => unwrap(commands.saveDocumentAs(order, format)),
  printDocument: (order) => unwrap(commands.printDocument(order)),
  openDocument: (path) => unwrap(commands.openDocument(path)),
  figureSource: (source, lens) => unwrap(commands.figureSource(source, lens)),
  writtenDocuments: () => unwrap(commands.writtenDocuments()),
  checkFile: () => unwrap(commands.checkFile()),
  loadTemplates: () => unwrap(commands.loadTemplates()),
  templateVariables: (name) => unwrap(commands.templateVariables(name)),
  putTemplate: (name, text) => unwrap(commands.putTemplate(name, text)),
  resetTemplate: (name) => unwrap(commands.resetTemplate(name)),
  loadUnits: (province, day) => unwrap(commands.loadUnits(province, day)),
  searchUnits: (query, province, event) => unwrap(commands.searchUnits(query, province, event)),
  unitStory: (unit) => unwrap(commands.unitStory(unit)),
  recordUnitEvent: (province, day, event) => unwrap(commands.recordUnitEvent(province, day, event)),
  removeUnitEvent: (province, day, id) => unwrap(commands.removeUnitEvent(province, day, id)),
  putUnitSet: (province, day, id, name, members) =>
    unwrap(commands.putUnitSet(province, day, id, name, members)),
  loadSheet: (query) => unwrap(commands.loadSheet(query)),
  setCell: (query, unit, column, text) => unwrap(commands.setCell(query, unit, column, text)),
  pasteCells: (query, unit, column, block) =>
    unwrap(commands.pasteCells(query, unit, column, block)),
  chooseColumns: (query, chosen) => unwrap(commands.chooseColumns(query, chosen)),
  stateTotal: (query, column, text) => unwrap(commands.stateTotal(query, column, text)),
  loadSeries: (query) => unwrap(commands.loadSeries(query)),
  loadAchievements: () => unwrap(commands.loadAchievements()),
  loadChart: (query, indicator, kind) => unwrap(commands.loadChart(query, indicator, kind)),
  loadSettings: () => unwrap(commands.loadSettings()),
  putSetting: (setting) => unwrap(commands.putSetting(setting)),
  loadCatalogue: () => unwrap(commands.loadCatalogue()),
  putIndicator: (indicator) => unwrap(commands.putIndicator(indicator)),
  putGroup: (group) => unwrap(commands.putGroup(group)),
  putCategory: (category) => unwrap(commands.putCategory(category)),
  removeIndicator: (id) => unwrap(commands.removeIndicator(id)),
  removeGroup: (id) => unwrap(commands.removeGroup(id)),
  putDimension: (dimension) => unwrap(commands.putDimension(dimension)),
  removeDimension: (id) => unwrap(commands.removeDimension(id)),
  removeCategory: (id) => unwrap(commands.removeCategory(id)),
  loadAwards: () => unwrap(commands.loadAwards()),
  putAwardLine: (award, line, typed) => unwrap(commands.putAwardLine(award, line, typed)),
  removeAwardLine: (award, line) => unwrap(commands.removeAwardLine(award, line)),
  tryAwardLines: (award, block) => unwrap(commands.tryAwardLines(award, block)),
  pasteAwardLines: (award, block) => unwrap(commands.pasteAwardLines(award, block)),
  revokeAward: (award, line, typed) => unwrap(commands.revokeAward(award, line, typed)),
  unrevokeAward: (award, line) => unwrap(commands.unrevokeAward(award, line)),
  markAwardSic: (award, line, reason) => unwrap(commands.markAwardSic(award, line, reason)),
  loadCandidates: (year) => unwrap(commands.loadCandidates(year)),
  loadLog: (before, onlyDossier) => unwrap(commands.loadLog(before, onlyDossier)),
  changesSince: (document) => unwrap(commands.changesSince(document)),
  fieldHistory: (key) => unwrap(commands.fieldHistory(key)),
  restoreField: (step, key, change) => unwrap(commands.restoreField(step, key, change)),
  cellHistory: (query, unit, column) => unwrap(commands.cellHistory(query, unit, column)),
  restoreCell: (query, unit, column, change) =>
    unwrap(commands.restoreCell(query, unit, column, change)),
  loadYear: (year) => unwrap(commands.loadYear(year)),
  approveYear: (year) => unwrap(commands.approveYear(year)),
  closeYear: (year) => unwrap(commands.closeYear(year)),
  reopenYear: (year, reason) => unwrap(commands.reopenYear(year, reason)),
  verifyStore: (tell) => unwrap(commands.verifyStore(new Channel(heard(tell)))),
  stopWork: () => unwrap(commands.stopWork()),
  exportStore: () => unwrap(commands.exportStore()),
  importStore: (dry, tell) => unwrap(commands.importStore(dry, new Channel(heard(tell)))),
  exportCatalogue: () => unwrap(commands.exportCatalogue()),
  importCatalogue: (dry) => unwrap(commands.importCatalogue(dry)),
};
