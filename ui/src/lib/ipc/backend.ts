import type {
  AchievementRow,
  CatalogueView,
  CategoryRow,
  CellHistory,
  CellOutcome,
  Desk,
  DocumentFormat,
  Finding,
  GroupRow,
  Home,
  ImportView,
  IndicatorRow,
  IpcError,
  LogView,
  NewDossier,
  Preview,
  SavedDocument,
  SaveOutcome,
  SeriesQuery,
  SeriesView,
  SettingsView,
  SheetQuery,
  SheetView,
  StepView,
  TypedEvent,
  TypedSetting,
  UnitHit,
  UnitStory,
  UnitsView,
  VerifyView,
  YearOutcome,
  YearView,
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

  /* Units. Days are sent as typed; the province and the day of the open dossier when null. */
  loadUnits(province: string | null, day: string | null): Promise<UnitsView>;
  searchUnits(query: string, province: string | null): Promise<UnitHit[]>;
  unitStory(unit: string): Promise<UnitStory>;
  recordUnitEvent(
    province: string | null,
    day: string | null,
    event: TypedEvent,
  ): Promise<UnitsView>;
  removeUnitEvent(province: string | null, day: string | null, id: number): Promise<UnitsView>;
  putUnitSet(
    province: string | null,
    day: string | null,
    id: number | null,
    name: string,
    members: string[],
  ): Promise<UnitsView>;

  /* The table of units × measures, and series over years. */
  loadSheet(query: SheetQuery): Promise<SheetView>;
  setCell(query: SheetQuery, unit: string, column: string, text: string): Promise<CellOutcome>;
  pasteCells(query: SheetQuery, unit: string, column: string, block: string): Promise<SheetView>;
  stateTotal(query: SheetQuery, column: string, text: string): Promise<SheetView>;
  loadSeries(query: SeriesQuery): Promise<SeriesView>;
  loadAchievements(): Promise<AchievementRow[]>;

  /* What the office sets and defines for itself. */
  loadSettings(): Promise<SettingsView>;
  putSetting(setting: TypedSetting): Promise<SettingsView>;
  loadCatalogue(): Promise<CatalogueView>;
  putIndicator(indicator: IndicatorRow): Promise<CatalogueView>;
  putGroup(group: GroupRow): Promise<CatalogueView>;
  putCategory(category: CategoryRow): Promise<CatalogueView>;
  removeIndicator(id: number): Promise<CatalogueView>;
  removeGroup(id: number): Promise<CatalogueView>;
  removeCategory(id: number): Promise<CatalogueView>;

  /* The past: the log, histories, states of a year. */
  loadLog(before: number | null, onlyDossier: boolean): Promise<LogView>;
  changesSince(document: string): Promise<LogView>;
  fieldHistory(key: string): Promise<CellHistory>;
  restoreField(step: number, key: string, change: number): Promise<SaveOutcome>;
  cellHistory(query: SheetQuery, unit: string, column: string): Promise<CellHistory>;
  restoreCell(
    query: SheetQuery,
    unit: string,
    column: string,
    change: number,
  ): Promise<CellOutcome>;
  loadYear(year: number): Promise<YearView>;
  approveYear(year: number): Promise<YearOutcome>;
  closeYear(year: number): Promise<YearOutcome>;
  reopenYear(year: number, reason: string): Promise<YearOutcome>;

  /* The whole store and the catalogue as files; null when the choice of a file is cancelled. */
  verifyStore(): Promise<VerifyView>;
  exportStore(): Promise<string | null>;
  importStore(dry: boolean): Promise<ImportView | null>;
  exportCatalogue(): Promise<string | null>;
  importCatalogue(dry: boolean): Promise<ImportView | null>;
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
