import type {
  AchievementRow,
  AwardsView,
  CandidatesView,
  CatalogueView,
  CategoryRow,
  CellHistory,
  CellOutcome,
  ChartKind,
  ChartView,
  CheckedFile,
  Desk,
  DimensionRow,
  DocumentDesk,
  DocumentFormat,
  DocumentOrder,
  Finding,
  GroupRow,
  Home,
  ImportView,
  IndicatorRow,
  IpcError,
  LensChoice,
  LogView,
  NewDossier,
  ParagraphView,
  PasteView,
  Preview,
  SaveOutcome,
  SavedDocument,
  SeriesQuery,
  SeriesView,
  SettingsView,
  SheetQuery,
  SheetView,
  SourceView,
  StepView,
  TemplateVariable,
  TemplateView,
  TypedAwardLine,
  TypedEvent,
  TypedRevocation,
  TypedSetting,
  TypedWords,
  UnitHit,
  UnitStory,
  UnitsView,
  VerifyView,
  WorkView,
  WrittenDocument,
  YearOutcome,
  YearView,
} from './types';

/** Hears how far long work is. */
export type Tell = (work: WorkView) => void;

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
  /** The reasons given for findings, as phrases for the causes of a report. */
  causePhrases(): Promise<string[]>;
  documentDesk(): Promise<DocumentDesk>;
  preview(order: DocumentOrder): Promise<Preview>;
  loadParagraphs(order: DocumentOrder): Promise<ParagraphView[]>;
  editParagraph(order: DocumentOrder, place: number, words: TypedWords[]): Promise<ParagraphView[]>;
  resetParagraph(order: DocumentOrder, place: number): Promise<ParagraphView[]>;
  saveDocument(order: DocumentOrder, format: DocumentFormat): Promise<SavedDocument>;
  saveDocumentAs(order: DocumentOrder, format: DocumentFormat): Promise<SavedDocument | null>;
  printDocument(order: DocumentOrder): Promise<null>;
  openDocument(path: string): Promise<null>;

  /* Truth of documents; null when the choice of a file is cancelled. */
  figureSource(source: string, lens: LensChoice): Promise<SourceView>;
  writtenDocuments(): Promise<WrittenDocument[]>;
  checkFile(): Promise<CheckedFile | null>;

  /* Templates in the office's own words. */
  loadTemplates(): Promise<TemplateView[]>;
  templateVariables(name: string): Promise<TemplateVariable[]>;
  putTemplate(name: string, text: string): Promise<TemplateView[]>;
  resetTemplate(name: string): Promise<TemplateView[]>;

  /* Units. Days are sent as typed; the province and the day of the open dossier when null. */
  loadUnits(province: string | null, day: string | null): Promise<UnitsView>;
  searchUnits(query: string, province: string | null, event: string | null): Promise<UnitHit[]>;
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
  chooseColumns(query: SheetQuery, chosen: string[]): Promise<SheetView>;
  stateTotal(query: SheetQuery, column: string, text: string): Promise<SheetView>;
  loadSeries(query: SeriesQuery): Promise<SeriesView>;
  loadAchievements(): Promise<AchievementRow[]>;
  /** A chart of one indicator of the group; the first that has numbers when null. */
  loadChart(query: SeriesQuery, indicator: string | null, kind: ChartKind): Promise<ChartView>;

  /* What the office sets and defines for itself. */
  loadSettings(): Promise<SettingsView>;
  putSetting(setting: TypedSetting): Promise<SettingsView>;
  loadCatalogue(): Promise<CatalogueView>;
  putIndicator(indicator: IndicatorRow): Promise<CatalogueView>;
  putGroup(group: GroupRow): Promise<CatalogueView>;
  putCategory(category: CategoryRow): Promise<CatalogueView>;
  removeIndicator(id: number): Promise<CatalogueView>;
  removeGroup(id: number): Promise<CatalogueView>;
  putDimension(dimension: DimensionRow): Promise<CatalogueView>;
  removeDimension(id: number): Promise<CatalogueView>;
  removeCategory(id: number): Promise<CatalogueView>;

  /* Awards and their recipients; the award itself where no line is named. */
  loadAwards(): Promise<AwardsView>;
  putAwardLine(award: number, line: number | null, typed: TypedAwardLine): Promise<AwardsView>;
  removeAwardLine(award: number, line: number): Promise<AwardsView>;
  tryAwardLines(award: number, block: string): Promise<PasteView>;
  pasteAwardLines(award: number, block: string): Promise<AwardsView>;
  revokeAward(award: number, line: number | null, typed: TypedRevocation): Promise<AwardsView>;
  unrevokeAward(award: number, line: number | null): Promise<AwardsView>;
  markAwardSic(award: number, line: number | null, reason: string): Promise<AwardsView>;
  /** The year of the open dossier when null. */
  loadCandidates(year: number | null): Promise<CandidatesView>;

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

  /*
   * The whole store and the catalogue as files; null when the choice of a file is cancelled. A file
   * is chosen for the dry run; after it the same one is taken in.
   */
  /** `tell` hears now and then how far long work is; `stopWork` ends it. */
  verifyStore(tell: Tell): Promise<VerifyView>;
  stopWork(): Promise<null>;
  exportStore(): Promise<string | null>;
  importStore(dry: boolean, tell: Tell): Promise<ImportView | null>;
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
