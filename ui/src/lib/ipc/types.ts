/**
 * What Rust sends, as the window names it. Taken from the answers of the commands, because the
 * generator writes two shapes of a type (sent and received) and only the sent one is complete.
 */
import type { commands, NewDossier as AnyNewDossier } from './bindings';

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
export type SavedDocument = Answer<'saveDocument'>;
/** What the window sends: every field is there. */
export type NewDossier = Required<AnyNewDossier>;

export type {
  Choice,
  Direction,
  DocumentFormat,
  DossierKind,
  FieldKind,
  GroupLayout,
  IpcError,
  Severity,
} from './bindings';
