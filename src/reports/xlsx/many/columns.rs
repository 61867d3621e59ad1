//! The sheets of a tally over several books, and the columns of each.

use super::super::columns as books;
use super::super::page::{Column, Holds, column};
use crate::domain::many::Sum;
use crate::domain::money::Money;
use crate::key;
use crate::locale::Key;

/// A sheet of each currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Editions,
    Tills,
    Packages,
    Tenders,
    Families,
    /// A row a family and edition.
    Years,
    /// What came in against what is owed for it.
    Proof,
    /// The tally's sums against the ledgers'.
    Ledgers,
    Accounts,
}

impl Part {
    pub const ALL: [Part; 9] = [
        Part::Editions,
        Part::Tills,
        Part::Packages,
        Part::Tenders,
        Part::Families,
        Part::Years,
        Part::Proof,
        Part::Ledgers,
        Part::Accounts,
    ];

    pub fn title(self) -> Key {
        match self {
            Part::Editions => key!("many-by-edition"),
            Part::Tills => key!("many-by-till"),
            Part::Packages => key!("many-by-package"),
            Part::Tenders => key!("sheet-name-tenders"),
            Part::Families => key!("many-by-family"),
            Part::Years => key!("sheet-name-years"),
            Part::Proof => key!("sheet-name-proof"),
            Part::Ledgers => key!("sheet-name-ledgers"),
            Part::Accounts => key!("sheet-name-accounts"),
        }
    }

    pub fn columns(self) -> Vec<Column> {
        let amounts = AMOUNTS.map(|(column, _)| column);
        match self {
            Part::Editions => {
                let head = [BAZAAR, NAME, EDITION, FIRST_DAY, LAST_DAY, DAYS, TILLS];
                let counts = [SALES, VISITORS];
                [&head[..], &counts, &amounts, &[DELIVERY]].concat()
            }
            Part::Tills => {
                let head = [BAZAAR, EDITION, TILL, NAME, FIRST_DAY, LAST_DAY, DAYS];
                let counts = [SALES, VISITORS];
                let journal = [DELIVERY, RECORDS, DATABASE];
                [&head[..], &counts, &amounts, &journal].concat()
            }
            Part::Packages => {
                let head = [PACKAGE, NAME];
                [&head[..], &amounts[..OF_GOODS]].concat()
            }
            Part::Tenders => [&[BAZAAR, EDITION, TILL], &books::TENDERS[..]].concat(),
            Part::Families => {
                let head = [FAMILY, NAME, EDITIONS, FAMILY_DAYS, DISPUTED];
                let given = [SUPPORT, LENT, ADVANCE_LEFT];
                [&head[..], &amounts, &given].concat()
            }
            Part::Years => {
                let head = [FAMILY, NAME, BAZAAR, EDITION_NAME, EDITION];
                let days = [FIRST_DAY, LAST_DAY, FAMILY_DAYS];
                let given = [SUPPORT_TOLD, LENT, ADVANCE_LEFT];
                [&head[..], &days, &amounts, &given].concat()
            }
            Part::Proof => books::PROOF.to_vec(),
            Part::Ledgers => LEDGERS.to_vec(),
            Part::Accounts => [&[BAZAAR, EDITION, TILL], &books::ACCOUNTS[..]].concat(),
        }
    }
}

const BAZAAR: Column = column("bazaar", key!("sheet-bazaar"), Holds::Words(11));
const EDITION: Column = column("edition", key!("sheet-edition"), Holds::Words(8));
const EDITION_NAME: Column = column("edition_name", key!("sheet-edition-name"), Holds::Words(24));
const TILL: Column = column("till", key!("sheet-till"), Holds::Words(8));
const NAME: Column = column("name", key!("sheet-name"), Holds::Words(24));
const FAMILY: Column = column("family", key!("sheet-family"), Holds::Words(9));
const PACKAGE: Column = column("package", key!("sheet-package"), Holds::Words(10));
const FIRST_DAY: Column = column("first_day", key!("sheet-first-day"), Holds::Day);
const LAST_DAY: Column = column("last_day", key!("sheet-last-day"), Holds::Day);
// Days that several tills, or several families, traded on make no sum.
const DAYS: Column = column("days", key!("sheet-days"), Holds::Words(8));
const FAMILY_DAYS: Column = column("days", key!("sheet-family-days"), Holds::Words(8));
const TILLS: Column = column("tills", key!("many-by-till"), Holds::Count);
const EDITIONS: Column = column("editions", key!("sheet-editions"), Holds::Words(9));
const DISPUTED: Column = column("disputed", key!("sheet-disputed"), Holds::Words(10));
const SALES: Column = column("sales", key!("figures-sales"), Holds::Count);
const VISITORS: Column = column("visitors", key!("figures-visitors"), Holds::Count);
const DELIVERY: Column = column("delivery_fees", key!("many-delivery"), Holds::Money);
const RECORDS: Column = column("records", key!("sheet-records"), Holds::Count);
const DATABASE: Column = column("database", key!("sheet-database"), Holds::Words(28));
const SUPPORT: Column = column("support", key!("many-support"), Holds::Money);
/// What a programme gave stands in every edition that tells of it, and is one gift.
const SUPPORT_TOLD: Column = column("support", key!("many-support"), Holds::Price);
const LENT: Column = column("lent", key!("many-lent"), Holds::Money);
const ADVANCE_LEFT: Column = column("advance_left", key!("many-advances-left"), Holds::Money);

const LEDGERS: [Column; 4] = [
    column("what", key!("sheet-line"), Holds::Words(40)),
    column("tally", key!("many-title"), Holds::Price),
    column("ledgers", key!("sheet-in-ledgers"), Holds::Price),
    column("difference", key!("sheet-difference"), Holds::Money),
];

pub(super) const KNOWN: [Column; 1] = [column("known", key!("many-known"), Holds::Words(120))];

/// Those of a sum that are about goods; packages have no account.
pub(super) const OF_GOODS: usize = 7;

/// A column of a sum, and its amount.
type Amount = (Column, fn(&Sum) -> Money);

/// The columns of a sum.
pub(super) const AMOUNTS: [Amount; 17] = [
    (money("paid", key!("many-paid")), |sum| sum.paid),
    (money("refunded", key!("figures-refunded")), |sum| {
        sum.refunded
    }),
    (money("net_paid", key!("sheet-net")), Sum::net_paid),
    (
        money("family_discounts", key!("sheet-family-discounts")),
        |sum| sum.family_discounts,
    ),
    (
        money("organiser_discounts", key!("sheet-organiser-discounts")),
        |sum| sum.organiser_discounts,
    ),
    (money("tax", key!("many-tax")), |sum| sum.tax),
    (money("credit", key!("many-credit")), |sum| sum.credit),
    (money("commission", key!("many-commission")), |sum| {
        sum.commission
    }),
    (money("fees", key!("many-fees")), |sum| sum.fees),
    (money("advances", key!("many-advances")), |sum| sum.advances),
    (money("held", key!("many-held")), |sum| sum.held),
    (money("other", key!("many-other")), |sum| sum.other),
    (money("carried", key!("many-carried")), |sum| sum.carried),
    (money("paid_out", key!("many-paid-out")), |sum| sum.paid_out),
    (money("paid_in", key!("many-paid-in")), |sum| sum.paid_in),
    (money("owed", key!("many-owed")), |sum| sum.owed),
    (money("owing", key!("sheet-owing")), |sum| sum.owing),
];

const fn money(code: &'static str, heading: Key) -> Column {
    column(code, heading, Holds::Money)
}
