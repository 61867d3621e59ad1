-- What can be asked quickly, made from the journal alone and remade at will.
-- A change here needs a new version of the database (see migrate.rs).

-- Double entry. A record's postings come just before it, so that its insertion
-- can check that they sum to zero. Rows that a sale adds have a place of their own,
-- the record's sequence * 65536 + n: a table of rising integers grows at its end
-- alone, while one kept in order by other keys is balanced again and again.
CREATE TABLE posting (
  place   INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  amount  INTEGER NOT NULL CHECK (amount <> 0)  -- debit positive, minor units
) STRICT;

DROP TRIGGER IF EXISTS journal_posts_to_zero;
CREATE TRIGGER journal_posts_to_zero BEFORE INSERT ON journal
WHEN (SELECT coalesce(sum(amount), 0) FROM posting
      WHERE place >= new.seq << 16 AND place < new.seq + 1 << 16) <> 0
BEGIN SELECT RAISE(ABORT, 'the postings of a record must sum to zero'); END;

-- What was posted up to the record that running_total calls 'gathered'. Later
-- postings, and what stands in fresh_goods, are added where a sum is asked for: a
-- sale then writes rows at the ends of a few tables, not all over them.
CREATE TABLE balance (
  account TEXT PRIMARY KEY,
  amount  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last number of each series, what customers paid and got back ever, and the
-- last record gathered.
CREATE TABLE running_total (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- From which record on records are of another day, or of none: all that an index of
-- the journal by day would say, without a row for each record.
CREATE TABLE day_run (
  seq INTEGER PRIMARY KEY,
  day TEXT
) STRICT;

-- The catalogue: which record holds the present version of what.
CREATE TABLE terms (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  changed_seq INTEGER NOT NULL,
  bazaar_seq  INTEGER
) STRICT;

CREATE TABLE family (
  code      TEXT PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product_line (
  sku       TEXT PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  code      TEXT PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imported (
  sha256 TEXT PRIMARY KEY,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reprint (
  paper  TEXT PRIMARY KEY,
  copies INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The day and the drawer.
CREATE TABLE trading_day (
  day        TEXT PRIMARY KEY,
  opened_seq INTEGER NOT NULL,
  closed_seq INTEGER,
  number     INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE shift (
  id         BLOB PRIMARY KEY,
  opened_seq INTEGER NOT NULL,
  count_seq  INTEGER,
  closed_seq INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX shift_open ON shift (opened_seq) WHERE closed_seq IS NULL;

-- Selling.
CREATE TABLE parked (
  ticket BLOB PRIMARY KEY,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE voided (
  ticket BLOB PRIMARY KEY,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers rise with the journal's sequence, so that the newest of a day are
-- found from the end.
CREATE TABLE sale (
  number   INTEGER PRIMARY KEY,
  seq      INTEGER NOT NULL,
  ticket   BLOB NOT NULL UNIQUE,
  day      TEXT NOT NULL,
  cashier  TEXT NOT NULL,
  hour     INTEGER NOT NULL,                    -- of the bazaar's clock
  paid     INTEGER NOT NULL,
  rounding INTEGER NOT NULL,                    -- of the cash due, within what was paid
  tenders  TEXT NOT NULL,                       -- kind:payments:amount, between spaces
  lines    INTEGER NOT NULL,
  families TEXT NOT NULL                        -- whose goods, each between spaces
) STRICT;

-- What was sold and came back: of each product line in each day, and over each
-- cashier's counter in each hour. Of lines and quantities, what came back stands
-- apart; all the rest is less what came back.
CREATE TABLE goods_sold (
  sku                TEXT NOT NULL,
  day                TEXT NOT NULL,
  family             TEXT NOT NULL,
  package            TEXT NOT NULL,
  times              INTEGER NOT NULL,
  quantity           INTEGER NOT NULL,           -- thousandths
  returned           INTEGER NOT NULL,           -- thousandths
  list               INTEGER NOT NULL,
  family_discount    INTEGER NOT NULL,
  organiser_discount INTEGER NOT NULL,
  refunded           INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  organiser_tax      INTEGER NOT NULL,           -- the part of it the organiser owes
  PRIMARY KEY (sku, day, family, package)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter_hour (
  day                TEXT NOT NULL,
  hour               INTEGER NOT NULL,
  cashier            TEXT NOT NULL,
  sales              INTEGER NOT NULL,
  refunds            INTEGER NOT NULL,
  first_number       INTEGER,                    -- of its sales
  last_number        INTEGER,
  times              INTEGER NOT NULL,
  quantity           INTEGER NOT NULL,
  list               INTEGER NOT NULL,
  family_discount    INTEGER NOT NULL,
  organiser_discount INTEGER NOT NULL,
  refunded           INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  organiser_tax      INTEGER NOT NULL,
  PRIMARY KEY (day, hour, cashier)
) STRICT, WITHOUT ROWID;

-- What else a day is told by: money by tender, deposits, visitors, what
-- settlements held back. Facts outside any day stand under an empty one.
CREATE TABLE day_figure (
  day    TEXT NOT NULL,
  name   TEXT NOT NULL,
  times  INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sold_out (
  sku TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Money that may have moved outside the till, and nobody knew.
CREATE TABLE unknown_payment (
  id     BLOB PRIMARY KEY,
  ticket BLOB NOT NULL,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE refund (
  seq      INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  number   INTEGER NOT NULL UNIQUE,
  ticket   BLOB NOT NULL,
  returned INTEGER NOT NULL
) STRICT;

CREATE INDEX refund_by_ticket ON refund (ticket);

CREATE TABLE customer_order (
  seq    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  state  TEXT NOT NULL CHECK (state IN ('open', 'handed_over', 'delivered', 'cancelled'))
) STRICT;

-- What waits for each family's next settlement.
CREATE TABLE unsettled_goods (
  family             TEXT NOT NULL,
  day                TEXT NOT NULL,
  sku                TEXT NOT NULL,
  unit_price         INTEGER NOT NULL,
  commission         INTEGER NOT NULL,           -- basis points
  name_ar            TEXT NOT NULL,
  name_en            TEXT NOT NULL,
  unit               TEXT NOT NULL,
  quantity           INTEGER NOT NULL,           -- thousandths
  list               INTEGER NOT NULL,
  family_discount    INTEGER NOT NULL,
  organiser_discount INTEGER NOT NULL,
  refunded_quantity  INTEGER NOT NULL,
  refunds            INTEGER NOT NULL,
  earlier_refunds    INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  PRIMARY KEY (family, day, sku, unit_price, commission)
) STRICT, WITHOUT ROWID;

-- The lines of sales that are not gathered yet into the sums: unsettled_goods,
-- goods_sold and, with what their sales say, counter_hour and day_figure.
CREATE TABLE fresh_goods (
  place              INTEGER PRIMARY KEY,
  family             TEXT NOT NULL,
  package            TEXT NOT NULL,
  day                TEXT NOT NULL,
  sku                TEXT NOT NULL,
  unit_price         INTEGER NOT NULL,
  commission         INTEGER NOT NULL,
  name_ar            TEXT NOT NULL,
  name_en            TEXT NOT NULL,
  unit               TEXT NOT NULL,
  quantity           INTEGER NOT NULL,
  list               INTEGER NOT NULL,
  family_discount    INTEGER NOT NULL,
  organiser_discount INTEGER NOT NULL,
  tax                INTEGER NOT NULL,
  organiser_tax      INTEGER NOT NULL            -- the part of it the organiser owes
) STRICT;

CREATE TABLE unsettled_adjustment (
  family       TEXT NOT NULL,
  day          TEXT NOT NULL,
  seq          INTEGER NOT NULL,                 -- the record that brought it here
  n            INTEGER NOT NULL,
  amount       INTEGER NOT NULL,
  order_till   TEXT,                             -- of a kept deposit
  order_number INTEGER,
  reason       TEXT NOT NULL,
  PRIMARY KEY (family, day, seq, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE unsettled_held (
  family TEXT NOT NULL,
  day    TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (family, day)
) STRICT, WITHOUT ROWID;

-- Settlements and the families' money.
CREATE TABLE settlement (
  seq          INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  number       INTEGER NOT NULL UNIQUE,
  family       TEXT NOT NULL,
  day          TEXT NOT NULL,
  reversed_seq INTEGER
) STRICT;

CREATE INDEX settlement_by_family ON settlement (family, seq);
CREATE INDEX settlement_by_day ON settlement (day, seq);

CREATE TABLE fee_charged (
  family     TEXT NOT NULL,
  day        TEXT NOT NULL,
  settlement BLOB NOT NULL,
  n          INTEGER NOT NULL,
  fee        TEXT NOT NULL,
  PRIMARY KEY (family, day, settlement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE payout (
  seq    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  family TEXT NOT NULL,
  paid_in INTEGER NOT NULL CHECK (paid_in IN (0, 1)) -- 1: the family paid
) STRICT;

CREATE INDEX payout_by_family ON payout (family, paid_in, seq);

-- Balances that went to another edition, came from one, or went and were taken
-- back: each transfer once each way.
CREATE TABLE carried (
  seq      INTEGER PRIMARY KEY,
  transfer BLOB NOT NULL,
  family   TEXT NOT NULL,
  way      TEXT NOT NULL CHECK (way IN ('out', 'in', 'back')),
  UNIQUE (transfer, way)
) STRICT;

CREATE INDEX carried_by_family ON carried (family, seq);

-- The families' goods: what was noted of them, and what became of each product
-- line besides being sold, which goods_sold and fresh_goods tell.
CREATE TABLE goods_note (
  seq    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  family TEXT NOT NULL
) STRICT;

CREATE TABLE stock (
  family   TEXT NOT NULL,
  sku      TEXT NOT NULL,
  received INTEGER NOT NULL,                     -- thousandths, all of them
  returned INTEGER NOT NULL,
  lost     INTEGER NOT NULL,
  missing  INTEGER NOT NULL,
  PRIMARY KEY (family, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  family      TEXT NOT NULL,
  sku         TEXT NOT NULL,
  best_before TEXT NOT NULL,                     -- empty where it has none
  quantity    INTEGER NOT NULL,                  -- thousandths received
  PRIMARY KEY (family, sku, best_before)
) STRICT, WITHOUT ROWID;
