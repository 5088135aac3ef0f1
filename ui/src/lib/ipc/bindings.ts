// Placeholder with the shape the generated file will have (tauri-specta). Replaced by the generator.

export type Severity = "error" | "warning" | "note";
export type FieldKind = "amount" | "text" | "long" | "date" | "choice";
export type FieldState = "empty" | "saved" | "draft";
export type GroupLayout = "grid" | "form" | "rows";
export type StepState = "empty" | "partial" | "done" | "attention";
export type SpanKind = "text" | "figure" | "gap";
export type Direction = "up" | "down" | "same" | "none";
export type DossierKind = "annual" | "review";
export type DocumentFormat = "pdf" | "docx";

/** A value offered in place of what was typed, with the verb of its button. */
export type Offer = { label: string; text: string };
/** A message beside a field: what, where, what to do. */
export type Message = { severity: Severity; text: string; offer: Offer | null };
export type Choice = { value: string; label: string };

export type Field = {
  key: string; // "figure/at_kdc", "event/date", "task/12/text", "task/new/text"
  label: string;
  kind: FieldKind;
  text: string; // as shown when not being edited (already formatted: "1.686/1.727")
  placeholder: string;
  hint: string | null;
  choices: Choice[];
  state: FieldState; // draft = typed text that could not be read; kept, shown with its message
  message: Message | null;
  span: number; // width in a 12-column form grid
};
export type Comparison = { text: string; direction: Direction };
export type Row = {
  key: string; // "figure/at_kdc", "task/12", "task/new"
  label: string; // left column of a grid; "" in other layouts
  cells: Field[]; // grid: [amount] or [amount, wording…]; form: one; rows: several
  rate: string | null; // "97,6%"
  previous: string | null; // last equal window's value
  comparison: Comparison | null;
  removable: boolean;
};
export type SentenceSpan = { text: string; kind: SpanKind; key: string | null };
export type Sentence = { spans: SentenceSpan[] };
export type Group = {
  id: string;
  title: string;
  hint: string | null;
  layout: GroupLayout;
  previousTitle: string | null; // "Năm 2021", only in grids
  rows: Row[];
  sentences: Sentence[]; // "Câu sẽ in"
  optional: Choice[]; // indicators that can be added to this group (value = code)
};
export type StepView = { step: number; title: string; subtitle: string; groups: Group[] };

export type StepProgress = { number: number; title: string; done: number; total: number; state: StepState };
export type DossierRef = { id: number; label: string; note: string };
export type Place = { step: number; key: string | null };
export type Desk = {
  dossier: DossierRef | null;
  dossiers: DossierRef[];
  practice: boolean;
  samples: Choice[];
  provinces: Choice[];
  steps: StepProgress[];
  percent: number;
  done: number;
  total: number;
  savedAt: string | null; // "14:02"
  undo: string | null; // "sửa Khu dân cư đạt"
  redo: string | null;
  place: Place | null;
  version: string;
};
export type SaveOutcome = { desk: Desk; step: StepView; key: string; saved: boolean };
export type Finding = {
  id: string; // stable: code + subject
  code: string; // "K.001"
  severity: Severity;
  title: string;
  text: string;
  todo: string;
  step: number;
  key: string | null;
  reason: string | null;
  needsReason: boolean;
};
export type NextAction = { text: string; button: string; step: number; key: string | null };
export type SavedDocument = { name: string; path: string; at: string; stale: boolean };
export type Home = {
  title: string;
  subtitle: string;
  next: NextAction[];
  errors: number;
  warnings: number;
  notes: number;
  documents: SavedDocument[];
  store: string; // where the data file lies
};
export type Preview = { pages: string[]; findings: number }; // pages: SVG text
export type NewDossier = { kind: DossierKind; province: string; year: number; years: number | null };
export type IpcError = { code: string; message: string };

type Result<T> = Promise<{ status: "ok"; data: T } | { status: "error"; error: IpcError }>;
export declare const commands: {
  openDesk(): Result<Desk>;
  openDossier(dossier: number): Result<Desk>;
  createDossier(request: NewDossier): Result<Desk>;
  startPractice(sample: string): Result<Desk>;
  leavePractice(): Result<Desk>;
  home(): Result<Home>;
  loadStep(step: number): Result<StepView>;
  setField(step: number, key: string, text: string): Result<SaveOutcome>;
  removeRow(step: number, key: string): Result<SaveOutcome>;
  addIndicator(step: number, code: string): Result<SaveOutcome>;
  undo(step: number): Result<SaveOutcome>;
  redo(step: number): Result<SaveOutcome>;
  rememberPlace(step: number, key: string | null): Result<null>;
  listFindings(): Result<Finding[]>;
  giveReason(finding: string, reason: string): Result<Finding[]>;
  preview(): Result<Preview>;
  saveDocument(format: DocumentFormat): Result<SavedDocument>;
  saveDocumentAs(format: DocumentFormat): Result<SavedDocument | null>;
  printDocument(): Result<null>;
  openDocument(path: string): Result<null>;
};
