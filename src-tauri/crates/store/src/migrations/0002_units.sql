-- Version 2: units and their events, entries of units, sets, own groups and categories, states of
-- a year, more of an award, and the hash chain of the log.
-- Foreign keys are off while a migration runs; they are checked when it ends.

-- A dossier may be a district's or a commune's: its type is a word of the register of units, and
-- `within` names what it lies in.
CREATE TABLE dossier_2 (
  id                 INTEGER PRIMARY KEY,
  province           TEXT NOT NULL CHECK (length(province) > 0),
  province_type      TEXT NOT NULL CHECK (length(province_type) > 0),
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
  within             TEXT,
  event_name         TEXT,
  CHECK (window_from IS NULL OR window_to IS NULL OR window_from <= window_to)
) STRICT;
INSERT INTO dossier_2 SELECT *, NULL, NULL FROM dossier;
DROP TABLE dossier;
ALTER TABLE dossier_2 RENAME TO dossier;

-- Who acts and a percentage, as the source printed them.
ALTER TABLE figure ADD COLUMN subject TEXT;
ALTER TABLE figure ADD COLUMN rate_printed TEXT;
ALTER TABLE target ADD COLUMN amount_printed TEXT;

ALTER TABLE award ADD COLUMN decision_kind TEXT
  CHECK (decision_kind IN ('regular', 'thematic', 'unplanned'));
ALTER TABLE award ADD COLUMN medal_class TEXT
  CHECK (medal_class IN ('first', 'second', 'third'));
ALTER TABLE award ADD COLUMN title TEXT;
ALTER TABLE award ADD COLUMN basis TEXT;
ALTER TABLE award ADD COLUMN objects TEXT
  CHECK (objects IS NULL OR json_type(objects) = 'object');
ALTER TABLE award ADD COLUMN revocation TEXT
  CHECK (revocation IS NULL OR json_type(revocation) = 'object');
ALTER TABLE award ADD COLUMN provenance TEXT NOT NULL DEFAULT '{}'
  CHECK (json_type(provenance) = 'object');

-- One code may have several versions with dates.
CREATE TABLE indicator_2 (
  id         INTEGER PRIMARY KEY,
  code       TEXT NOT NULL CHECK (length(code) > 0),
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
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  dimensions TEXT NOT NULL DEFAULT '[]' CHECK (json_type(dimensions) = 'array'),
  over_units TEXT NOT NULL DEFAULT 'sum'
             CHECK (over_units IN ('sum','ratio_of_sums','distinct_names','from_register','not')),
  over_time  TEXT NOT NULL DEFAULT 'last' CHECK (over_time IN ('sum','last','not')),
  parent     TEXT,
  partition  TEXT,
  calendar   TEXT NOT NULL DEFAULT '',
  basis      TEXT NOT NULL DEFAULT '',
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
INSERT INTO indicator_2
  (id, code, name, unit, kind, field_group, core, lead, noun, tail, valid_from, valid_to)
  SELECT id, code, name, unit, kind, field_group, core, lead, noun, tail, valid_from, valid_to
  FROM indicator;
DROP TABLE indicator;
ALTER TABLE indicator_2 RENAME TO indicator;
CREATE UNIQUE INDEX indicator_by_code ON indicator (code, coalesce(valid_from, ''));

CREATE TABLE field_group (
  id    INTEGER PRIMARY KEY,
  code  TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  step  INTEGER NOT NULL CHECK (step BETWEEN 1 AND 8),
  title TEXT NOT NULL CHECK (length(title) > 0),
  hint  TEXT NOT NULL
) STRICT;
CREATE TABLE dimension (
  id    INTEGER PRIMARY KEY,
  code  TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name  TEXT NOT NULL CHECK (length(name) > 0),
  cover TEXT NOT NULL CHECK (cover IN ('complete', 'open', 'overlapping'))
) STRICT;
CREATE TABLE category (
  id         INTEGER PRIMARY KEY,
  dimension  TEXT NOT NULL CHECK (length(dimension) > 0),
  code       TEXT NOT NULL CHECK (length(code) > 0),
  name       TEXT NOT NULL CHECK (length(name) > 0),
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE UNIQUE INDEX category_by_code ON category (dimension, code, coalesce(valid_from, ''));

-- Events of units (register of units): never rewritten, taken back by undo.
CREATE TABLE unit_event (
  id    INTEGER PRIMARY KEY,
  date  TEXT NOT NULL CHECK (date IS date(date)),
  basis TEXT,
  act   TEXT NOT NULL CHECK (coalesce(json_type(act, '$.act'), '') = 'text')
) STRICT;
CREATE INDEX unit_event_by_date ON unit_event (date, id);

CREATE TABLE unit_set (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  members TEXT NOT NULL CHECK (json_type(members) = 'array')
) STRICT;

CREATE TABLE year_mark (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2200),
  step   TEXT NOT NULL CHECK (step IN ('approve', 'close', 'reopen')),
  day    TEXT NOT NULL CHECK (day IS date(day)),
  actor  TEXT NOT NULL,
  reason TEXT,
  digest TEXT NOT NULL,
  change INTEGER NOT NULL,
  CHECK (step <> 'reopen' OR length(coalesce(reason, '')) > 0)
) STRICT;

-- Entries: one number of one unit. The dictionaries only grow. Numbers are thousandths; states are
-- 0 value, 1 zero, 2 not reported, 3 not applicable, 4 estimate.
CREATE TABLE entry_unit (
  id  INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length(key) > 0)
) STRICT;
CREATE TABLE entry_measure (
  id   INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE CHECK (coalesce(json_type(json, '$.indicator'), '') = 'text')
) STRICT;
CREATE TABLE entry_period (
  id   INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE CHECK (json_type(json) = 'object')
) STRICT;
CREATE TABLE entry (
  measure INTEGER NOT NULL,
  period  INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  value   INTEGER CHECK (value >= 0),
  total   INTEGER CHECK (total >= 0),
  state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  PRIMARY KEY (measure, period, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_note (
  measure INTEGER NOT NULL,
  period  INTEGER NOT NULL,
  unit    INTEGER NOT NULL,
  note    TEXT NOT NULL CHECK (json_type(note) = 'object'),
  PRIMARY KEY (measure, period, unit)
) STRICT, WITHOUT ROWID;

-- The log takes entries, packed (store/src/entry/edits.rs), and binds each row to all before it.
ALTER TABLE change_log ADD COLUMN entries BLOB;
ALTER TABLE change_log ADD COLUMN hash BLOB CHECK (hash IS NULL OR length(hash) = 32);
CREATE INDEX change_log_with_entries ON change_log (id) WHERE entries IS NOT NULL;
CREATE INDEX change_log_by_dossier ON change_log (dossier, id);
CREATE TABLE chain_head (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX undo_stack_by_side ON undo_stack (side, seq);

-- Rows of older files get their hashes while the log may still be changed.
DROP TRIGGER change_log_is_append_only_update;
