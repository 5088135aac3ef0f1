-- Version 3: paragraphs and templates in the office's own words, and what a written document said.

CREATE TABLE edited_paragraph (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  style   TEXT NOT NULL CHECK (length(style) > 0),
  block   TEXT NOT NULL CHECK (length(block) > 0),
  place   INTEGER NOT NULL CHECK (place >= 0),
  base    TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX edited_paragraph_by_dossier ON edited_paragraph (dossier, id);

CREATE TABLE own_template (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  text TEXT NOT NULL
) STRICT;

-- The style of a document and its facts as they were written; NULL for documents of before.
ALTER TABLE document ADD COLUMN style TEXT;
ALTER TABLE document ADD COLUMN facts TEXT CHECK (facts IS NULL OR json_valid(facts));
