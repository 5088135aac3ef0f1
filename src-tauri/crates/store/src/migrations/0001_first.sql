-- Version 1: dossiers with everything that a briefing needs, the change log and the undo stack.
-- A released migration never changes; tests hold its hash.

CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL CHECK (length(key) > 0),
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  value      TEXT NOT NULL,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE indicator (
  id         INTEGER PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name       TEXT NOT NULL CHECK (length(name) > 0),
  unit       TEXT NOT NULL,
  kind       TEXT NOT NULL
             CHECK (kind IN ('stock','flow','ratio','percent','money','distribution','text')),
  field_group TEXT NOT NULL,
  core       INTEGER NOT NULL CHECK (core IN (0, 1)),
  lead       TEXT NOT NULL,
  noun       TEXT NOT NULL,
  tail       TEXT NOT NULL,
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to))
) STRICT;

CREATE TABLE dossier (
  id                 INTEGER PRIMARY KEY,
  province           TEXT NOT NULL CHECK (length(province) > 0),
  province_type      TEXT NOT NULL CHECK (province_type IN ('tỉnh', 'thành phố')),
  kind               TEXT NOT NULL CHECK (kind IN ('annual', 'review')),
  window_from        TEXT CHECK (window_from IS date(window_from)),
  window_to          TEXT CHECK (window_to IS date(window_to)),
  window_label       TEXT,
  headline           TEXT,
  organiser          TEXT,
  event_session      TEXT CHECK (event_session IN ('morning', 'afternoon', 'whole_day')),
  event_date         TEXT CHECK (event_date IS date(event_date)),
  event_date_printed TEXT,
  place              TEXT,
  meeting_form       TEXT CHECK (meeting_form IN ('in_person', 'online', 'hybrid')),
  form_detail        TEXT,
  venues             INTEGER CHECK (venues > 0),
  byline             TEXT,
  CHECK (window_from IS NULL OR window_to IS NULL OR window_from <= window_to)
) STRICT;

CREATE TABLE agenda_item (
  id           INTEGER PRIMARY KEY,
  dossier      INTEGER NOT NULL REFERENCES dossier (id),
  position     INTEGER NOT NULL,
  act          TEXT NOT NULL CHECK (act IN ('interim_review', 'final_review', 'launch', 'rollout')),
  years        INTEGER CHECK (years BETWEEN 1 AND 100),
  subject      TEXT NOT NULL,
  window_from  TEXT CHECK (window_from IS date(window_from)),
  window_to    TEXT CHECK (window_to IS date(window_to)),
  window_label TEXT
) STRICT;
CREATE INDEX agenda_item_by_dossier ON agenda_item (dossier, position);

CREATE TABLE basis (
  id        INTEGER PRIMARY KEY,
  dossier   INTEGER NOT NULL REFERENCES dossier (id),
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  issuer    TEXT,
  subject   TEXT,
  role      TEXT NOT NULL CHECK (role IN ('reviewed', 'announced', 'ahead'))
) STRICT;
CREATE INDEX basis_by_dossier ON basis (dossier, position);

CREATE TABLE participant (
  id         INTEGER PRIMARY KEY,
  dossier    INTEGER NOT NULL REFERENCES dossier (id),
  position   INTEGER NOT NULL,
  role       TEXT NOT NULL
             CHECK (role IN ('chair', 'delegate', 'group', 'presenter', 'speaker')),
  rank       TEXT,
  name       TEXT NOT NULL,
  offices    TEXT NOT NULL CHECK (json_type(offices) = 'array'),
  venue      TEXT,
  delegation TEXT
) STRICT;
CREATE INDEX participant_by_dossier ON participant (dossier, position);

CREATE TABLE speech (
  id       INTEGER PRIMARY KEY,
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  speaker  INTEGER NOT NULL REFERENCES participant (id),
  occasion TEXT NOT NULL CHECK (occasion IN ('remarks', 'directive', 'conclusion')),
  praise   TEXT
) STRICT;
CREATE INDEX speech_by_dossier ON speech (dossier, position);

CREATE TABLE passage (
  id       INTEGER PRIMARY KEY,
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  role     TEXT NOT NULL
           CHECK (role IN ('leadership', 'assessment', 'outcome', 'discussion', 'task',
                           'shortcoming', 'proposal')),
  speech   INTEGER REFERENCES speech (id),
  subject  TEXT,
  text     TEXT NOT NULL,
  deadline TEXT
) STRICT;
CREATE INDEX passage_by_dossier ON passage (dossier, position);

-- Numbers are counted in thousandths (domain::Fixed). x and y are stored, never a percentage that
-- can be computed from them.
CREATE TABLE figure (
  id             INTEGER PRIMARY KEY,
  dossier        INTEGER NOT NULL REFERENCES dossier (id),
  indicator      TEXT NOT NULL CHECK (length(indicator) > 0),
  scope_type     TEXT NOT NULL CHECK (scope_type IN ('province', 'unit', 'set', 'country')),
  scope_name     TEXT,
  window_from    TEXT CHECK (window_from IS date(window_from)),
  window_to      TEXT CHECK (window_to IS date(window_to)),
  window_label   TEXT,
  categories     TEXT NOT NULL CHECK (json_type(categories) = 'object'),
  nature         TEXT NOT NULL CHECK (nature IN ('stock', 'flow', 'new', 'cumulative')),
  state          TEXT NOT NULL
                 CHECK (state IN ('value', 'zero', 'not_reported', 'not_applicable', 'estimate')),
  amount_type    TEXT CHECK (amount_type IN
                 ('number', 'ratio', 'percent', 'words', 'money', 'quantity')),
  amount_value   INTEGER CHECK (amount_value >= 0),
  amount_total   INTEGER CHECK (amount_total >= 0),
  amount_words   TEXT,
  qualifier      TEXT CHECK (qualifier IN ('nearly', 'above', 'more_than', 'about', 'estimated',
                                           'at_least', 'from_up', 'below', 'exceeding')),
  part_of        INTEGER REFERENCES figure (id),
  lead           TEXT,
  noun           TEXT,
  tail           TEXT,
  amount_printed TEXT,
  origin         TEXT NOT NULL
                 CHECK (origin IN ('typed', 'pasted', 'imported', 'read_from_text', 'computed')),
  source         TEXT,
  comment        TEXT,
  CHECK ((state IN ('value', 'estimate')) = (amount_type IS NOT NULL)),
  CHECK (scope_type IN ('province', 'country') OR length(coalesce(scope_name, '')) > 0),
  CHECK (amount_type IS NULL
         OR (amount_type = 'words' AND length(coalesce(amount_words, '')) > 0)
         OR (amount_type = 'ratio' AND amount_value IS NOT NULL AND amount_total IS NOT NULL)
         OR (amount_type IN ('number', 'percent', 'money') AND amount_value IS NOT NULL)
         OR (amount_type = 'quantity' AND amount_value IS NOT NULL
             AND length(coalesce(amount_words, '')) > 0)),
  CHECK (part_of IS NULL OR part_of <> id)
) STRICT;
CREATE INDEX figure_by_dossier ON figure (dossier);
CREATE INDEX figure_by_series ON figure (indicator, window_to);

CREATE TABLE award (
  id              INTEGER PRIMARY KEY,
  dossier         INTEGER NOT NULL REFERENCES dossier (id),
  position        INTEGER NOT NULL,
  forms           TEXT NOT NULL CHECK (json_type(forms) = 'array'),
  form_printed    TEXT,
  authorities     TEXT NOT NULL CHECK (json_type(authorities) = 'array'),
  decision_number TEXT,
  decision_date   TEXT CHECK (decision_date IS date(decision_date)),
  signer          TEXT,
  shares          TEXT NOT NULL CHECK (json_type(shares) = 'array'),
  lines           TEXT NOT NULL CHECK (json_type(lines) = 'array'),
  reason          TEXT,
  merit_year      INTEGER CHECK (merit_year BETWEEN 1945 AND 2200),
  presenter       TEXT,
  subset_of       INTEGER REFERENCES award (id),
  locality        TEXT,
  headline        INTEGER NOT NULL CHECK (headline IN (0, 1)),
  phrasing        TEXT NOT NULL CHECK (phrasing IN ('giver_first', 'granted', 'received')),
  revoked         INTEGER NOT NULL CHECK (revoked IN (0, 1)),
  sic             TEXT,
  CHECK (subset_of IS NULL OR subset_of <> id)
) STRICT;
CREATE INDEX award_by_dossier ON award (dossier, position);

CREATE TABLE target (
  id           INTEGER PRIMARY KEY,
  dossier      INTEGER NOT NULL REFERENCES dossier (id),
  position     INTEGER NOT NULL,
  indicator    TEXT,
  lead         TEXT,
  operator     TEXT NOT NULL CHECK (operator IN ('exactly', 'at_least', 'more_than', 'at_most')),
  amount       TEXT CHECK (amount IS NULL OR json_type(amount) = 'object'),
  text         TEXT NOT NULL,
  deadline     TEXT
) STRICT;
CREATE INDEX target_by_dossier ON target (dossier, position);

CREATE TABLE photo (
  hash  TEXT PRIMARY KEY CHECK (length(hash) = 64),
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE caption (
  id       INTEGER PRIMARY KEY,
  dossier  INTEGER NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  photo    TEXT REFERENCES photo (hash)
) STRICT;
CREATE INDEX caption_by_dossier ON caption (dossier, position);

CREATE TABLE draft (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  field   TEXT NOT NULL,
  text    TEXT NOT NULL,
  UNIQUE (dossier, field)
) STRICT;

CREATE TABLE reason (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  finding TEXT NOT NULL,
  text    TEXT NOT NULL CHECK (length(text) > 0),
  UNIQUE (dossier, finding)
) STRICT;

-- One row for every user action, never changed afterwards. `before` and `after` are JSON arrays of
-- the same length: the records as they were and as they are.
CREATE TABLE change_log (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  dossier INTEGER,
  label   TEXT NOT NULL CHECK (length(label) > 0),
  action  TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo')),
  target  INTEGER REFERENCES change_log (id),
  before  TEXT NOT NULL CHECK (json_type(before) = 'array'),
  after   TEXT NOT NULL CHECK (json_type(after) = 'array'),
  CHECK (json_array_length(before) = json_array_length(after)),
  CHECK ((action = 'do') = (target IS NULL))
) STRICT;
CREATE TRIGGER change_log_is_append_only_update BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER change_log_is_append_only_delete BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;

-- The changes that can be taken back (side 'undo') or done again (side 'redo'), newest last.
CREATE TABLE undo_stack (
  seq    INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES change_log (id),
  side   TEXT NOT NULL CHECK (side IN ('undo', 'redo'))
) STRICT;

-- Where the clerk stopped; not a user action, so not in the log, and no reason to refuse undo.
CREATE TABLE place (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  dossier INTEGER REFERENCES dossier (id) ON DELETE SET NULL,
  step    INTEGER NOT NULL CHECK (step BETWEEN 0 AND 8),
  field   TEXT
) STRICT;

-- Documents that were written, and the last change they hold. The list goes with its dossier; the
-- files stay where they are.
CREATE TABLE document (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  path    TEXT NOT NULL UNIQUE,
  at      TEXT NOT NULL,
  change  INTEGER NOT NULL
) STRICT;
