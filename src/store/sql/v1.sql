-- What is kept for good. Everything else is made from the journal.

-- Whose journal this is. The code stands inside every hash.
CREATE TABLE till (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL
) STRICT;

-- The truth: append-only, without gaps, each record chained to the one before.
CREATE TABLE journal (
  seq           INTEGER PRIMARY KEY CHECK (seq > 0),
  id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  at_ms         INTEGER NOT NULL,           -- milliseconds since 1970, UTC
  offset_s      INTEGER NOT NULL,           -- of the bazaar's clock, seconds east
  day           TEXT CHECK (length(day) = 10),
  actor         TEXT,
  approver      TEXT,
  catalogue_seq INTEGER NOT NULL CHECK (catalogue_seq >= 0 AND catalogue_seq < seq),
  kind          TEXT NOT NULL,
  prev          BLOB NOT NULL CHECK (length(prev) = 32),
  hash          BLOB NOT NULL CHECK (length(hash) = 32),
  body          TEXT NOT NULL               -- the fact as JSON
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a record of the journal is never changed'); END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a record of the journal is never deleted'); END;

CREATE TRIGGER journal_follows_on BEFORE INSERT ON journal
WHEN new.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM journal)
  OR new.prev <> coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'a record must follow on the last one'); END;

-- PINs are no facts: a hash in a journal that is copied about could be tried at leisure.
CREATE TABLE pin (
  staff TEXT PRIMARY KEY,
  hash  TEXT NOT NULL,
  wrong INTEGER NOT NULL CHECK (wrong >= 0)
) STRICT, WITHOUT ROWID;

-- Badges are kept as PINs are. The mark is eight bits of the code's digest: enough
-- to find the few hashes worth trying, too little to find the code.
CREATE TABLE badge (
  staff TEXT PRIMARY KEY,
  mark  INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 255),
  hash  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The ticket each member of staff has in hand: no fact until it is paid, but no
-- crash and no colleague may cost it.
CREATE TABLE in_hand (
  staff     TEXT PRIMARY KEY,
  ticket    BLOB NOT NULL,
  revision  INTEGER NOT NULL,
  laid_down INTEGER NOT NULL CHECK (laid_down IN (0, 1)), -- 0: a crash found it open
  kept_ms   INTEGER NOT NULL,
  offset_s  INTEGER NOT NULL,
  body      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Product lines pinned to the front of this till's shelf.
CREATE TABLE favourite (
  sku TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Papers on their way to a printer.
CREATE TABLE print_job (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  printer    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  title      TEXT NOT NULL,
  reference  TEXT NOT NULL,
  copy       INTEGER NOT NULL CHECK (copy >= 0),
  queued_ms  INTEGER NOT NULL,
  offset_s   INTEGER NOT NULL,
  state      TEXT NOT NULL,
  reason     TEXT,
  changed_ms INTEGER NOT NULL,
  document   BLOB NOT NULL                  -- last, as it is by far the longest
) STRICT;

CREATE INDEX print_job_by_state ON print_job (state, id);
CREATE INDEX print_job_by_paper ON print_job (reference, kind);
