/**
 * What Rust sends, as the window names it. Taken from the answers of the commands, because the
 * generator writes two shapes of a type (sent and received) and only the sent one is complete.
 */
import type {
  commands,
  DocumentOrder as AnyDocumentOrder,
  NewDossier as AnyNewDossier,
  SeriesQuery as AnySeriesQuery,
  SheetQuery as AnySheetQuery,
  TypedSetting as AnyTypedSetting,
  TypedWords as AnyTypedWords,
  WorkView_Serialize,
} from './bindings';

type Calls = typeof commands;
type Answer<Name extends keyof Calls> = Extract<
  Awaited<ReturnType<Calls[Name]>>,
  { status: 'ok' }
>['data'];

export type Desk = Answer<'openDesk'>;
export type DossierRef = Desk['dossiers'][number];
export type Place = NonNullable<Desk['place']>;
export type StepProgress = Desk['steps'][number];

export type StepView = Answer<'loadStep'>;
export type Group = StepView['groups'][number];
export type Row = Group['rows'][number];
export type Field = Row['cells'][number];
export type Message = NonNullable<Field['message']>;
export type Sentence = Group['sentences'][number];
export type SaveOutcome = Answer<'setField'>;

export type Finding = Answer<'listFindings'>[number];
export type Home = Answer<'home'>;
export type NextAction = Home['next'][number];
export type Preview = Answer<'preview'>;
export type ParagraphView = Answer<'loadParagraphs'>[number];
export type TypedWords = Required<AnyTypedWords>;
export type SavedDocument = Answer<'saveDocument'>;
export type DocumentDesk = Answer<'documentDesk'>;
export type DocumentKind = DocumentDesk['kinds'][number];
export type SourceView = Answer<'figureSource'>;
export type WrittenDocument = Answer<'writtenDocuments'>[number];
export type FigureLine = WrittenDocument['changed'][number];
export type CheckedFile = NonNullable<Answer<'checkFile'>>;
export type LayoutFinding = NonNullable<CheckedFile['layout']>[number];
export type TemplateView = Answer<'loadTemplates'>[number];
export type TemplateVariable = Answer<'templateVariables'>[number];

export type UnitsView = Answer<'loadUnits'>;
export type UnitRow = UnitsView['rows'][number];
export type UnitEventRow = UnitsView['events'][number];
export type DividedRow = UnitsView['divided'][number];
export type UnitSetRow = UnitsView['sets'][number];
export type UnitHit = Answer<'searchUnits'>[number];
export type UnitStory = Answer<'unitStory'>;

export type SheetView = Answer<'loadSheet'>;
export type ColumnChoice = SheetView['choices'][number];
export type SheetColumn = SheetView['columns'][number];
export type SheetRow = SheetView['rows'][number];
export type SheetCell = SheetRow['cells'][number];
export type SheetTotal = SheetView['totals'][number];
export type CellOutcome = Answer<'setCell'>;
export type SeriesView = Answer<'loadSeries'>;
export type SeriesRow = SeriesView['rows'][number];
export type SeriesCell = SeriesRow['cells'][number];
export type ChartView = Answer<'loadChart'>;
export type AchievementRow = Answer<'loadAchievements'>[number];

export type SettingsView = Answer<'loadSettings'>;
export type SettingRow = SettingsView['groups'][number]['rows'][number];
export type DatedValue = SettingRow['values'][number];
export type CatalogueView = Answer<'loadCatalogue'>;
export type IndicatorRow = CatalogueView['indicators'][number];
export type GroupRow = CatalogueView['groups'][number];
export type DimensionRow = CatalogueView['dimensions'][number];
export type CategoryRow = CatalogueView['categories'][number];

export type AwardsView = Answer<'loadAwards'>;
export type AwardCard = AwardsView['awards'][number];
export type AwardLineRow = AwardCard['lines'][number];
export type AwardMoneyRow = AwardCard['money'][number];
export type AwardCountRow = AwardsView['counts'][number];
export type AwardRemark = AwardsView['remarks'][number];
export type PasteView = Answer<'tryAwardLines'>;
export type PasteFault = PasteView['faults'][number];
export type TypedAwardLine = AwardLineRow['typed'];
export type CandidatesView = Answer<'loadCandidates'>;
export type Proposal = CandidatesView['proposals'][number];
export type CandidateRow = Proposal['candidates'][number];

export type LogView = Answer<'loadLog'>;
export type LogLine = LogView['lines'][number];
export type CellHistory = Answer<'fieldHistory'>;
export type YearView = Answer<'loadYear'>;
export type YearOutcome = Answer<'approveYear'>;
export type VerifyView = Answer<'verifyStore'>;
export type WorkView = WorkView_Serialize;
export type ImportView = NonNullable<Answer<'importStore'>>;

/** What the window sends: every field is there. */
export type DocumentOrder = Required<AnyDocumentOrder>;
export type NewDossier = Required<AnyNewDossier>;
export type SheetQuery = Required<AnySheetQuery>;
export type SeriesQuery = Required<AnySeriesQuery>;
export type TypedSetting = Required<AnyTypedSetting>;

export type {
  ChartKind,
  Choice,
  Direction,
  DocumentFormat,
  DossierKind,
  EventKind,
  FieldKind,
  GroupLayout,
  IpcError,
  LensChoice,
  NumberMark,
  OrderField,
  RecipientKind,
  Severity,
  ShareChoice,
  TypedEvent,
  TypedRevocation,
  YearStateView,
} from './bindings';
