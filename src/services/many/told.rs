//! A tally over several books in words: one wording for the screen, the page, the
//! terminal and the table.

use crate::domain::many::{FamilyEdition, FamilySum, InCurrency, JournalPart, Sum};
use crate::domain::money::{Currency, Money};
use crate::locale::{Key, Texts, bidi};
use crate::{key, tr};

use super::{Remark, TakenTwice, TwiceTaken};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    Edition,
    Till,
    Package,
    Family,
}

impl Grouping {
    pub const ALL: [Grouping; 4] = [
        Grouping::Edition,
        Grouping::Till,
        Grouping::Package,
        Grouping::Family,
    ];

    /// What it is called where no language may change it.
    pub fn code(self) -> &'static str {
        match self {
            Grouping::Edition => "edition",
            Grouping::Till => "till",
            Grouping::Package => "package",
            Grouping::Family => "family",
        }
    }

    /// The heading over its rows.
    pub fn title(self) -> Key {
        match self {
            Grouping::Edition => key!("many-by-edition"),
            Grouping::Till => key!("many-by-till"),
            Grouping::Package => key!("many-by-package"),
            Grouping::Family => key!("many-by-family"),
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub code: String,
    pub name: String,
    /// What more is known of it.
    pub note: String,
    /// Sales and visitors, where they were counted apart.
    pub counted: Option<(u64, u64)>,
    /// What customers paid for delivery, which is no family's.
    pub delivery: Money,
    pub sum: Sum,
    /// The place among the families of its currency.
    pub family: Option<usize>,
}

/// A column: what it is called where no language may change it, its heading, and its
/// amount of a row.
pub type Column = (&'static str, Key, fn(&Sum) -> Money);

const COLUMNS: [Column; 8] = [
    ("paid", key!("many-paid"), |sum| sum.paid),
    ("refunded", key!("figures-refunded"), |sum| sum.refunded),
    ("discounts", key!("many-discounts"), |sum| {
        sum.family_discounts + sum.organiser_discounts
    }),
    ("credit", key!("many-credit"), |sum| sum.credit),
    ("commission", key!("many-commission"), |sum| sum.commission),
    ("fees", key!("many-fees"), |sum| sum.fees),
    ("paid_out", key!("many-paid-out"), Sum::net_paid_out),
    ("owed", key!("many-owed"), Sum::balance),
];

/// Columns that are about goods; the others are about accounts, which packages have
/// none of.
const OF_GOODS: usize = 4;

/// The columns of a table.
pub fn columns(by: Grouping) -> &'static [Column] {
    match by {
        Grouping::Package => &COLUMNS[..OF_GOODS],
        _ => &COLUMNS,
    }
}

/// An amount of a reckoning. Sums stand under what they are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub word: String,
    pub amount: Money,
    pub is_sum: bool,
}

/// The rows of a currency, by what is asked. Families nothing ever happened to are
/// left out.
pub fn rows(texts: &Texts, group: &InCurrency, by: Grouping) -> Vec<Row> {
    match by {
        Grouping::Edition => {
            let editions = group.editions.iter();
            let rows = editions.map(|one| Row {
                code: one.edition.code.to_string(),
                name: texts.name(&one.edition.name).to_owned(),
                note: join(
                    texts,
                    [
                        tr!(texts, "many-days", count = one.days.len()),
                        tr!(texts, "many-tills", count = one.tills),
                    ],
                ),
                counted: Some((one.sales, one.visitors)),
                delivery: one.delivery.fees,
                sum: one.sum,
                family: None,
            });
            rows.collect()
        }
        Grouping::Till => group.journals.iter().map(|one| till(texts, one)).collect(),
        Grouping::Package => {
            let rows = group.packages.iter().map(|one| Row {
                code: one.code.to_string(),
                name: texts.name(&one.name).to_owned(),
                note: String::new(),
                counted: None,
                delivery: Money::ZERO,
                sum: one.sum,
                family: None,
            });
            rows.collect()
        }
        Grouping::Family => {
            let families = group.families.iter().enumerate();
            let moved = families.filter(|(_, one)| one.is_told());
            moved.map(|(at, one)| family(texts, at, one)).collect()
        }
    }
}

fn till(texts: &Texts, one: &JournalPart) -> Row {
    let name = match texts.name(&one.till_name) {
        "" => bidi::left_to_right(one.till.as_str()),
        name => name.to_owned(),
    };
    let place = match one.place.is_empty() {
        true => tr!(texts, "many-this-till"),
        false => bidi::left_to_right(file_of(&one.place)),
    };
    Row {
        code: format!("{}-{}", one.edition.code, one.till),
        name,
        note: join(texts, [texts.name(&one.edition.name).to_owned(), place]),
        counted: Some((one.sales, one.visitors)),
        delivery: one.delivery.fees,
        sum: one.sum,
        family: None,
    }
}

/// The end of a path, with the folder that tells it from others of its name.
fn file_of(place: &str) -> &str {
    let mut ends = place.rmatch_indices(['/', '\\']).map(|(at, _)| at + 1);
    match ends.nth(1) {
        Some(start) => &place[start..],
        None => place,
    }
}

fn family(texts: &Texts, at: usize, one: &FamilySum) -> Row {
    let disputed = one.disputed.then(|| tr!(texts, "many-disputed"));
    let days = tr!(texts, "many-days", count = one.days);
    let editions = tr!(texts, "many-editions", count = one.editions.len());
    let known = [Some(editions), Some(days), disputed];
    Row {
        code: one.code.to_string(),
        name: texts.name(&one.name).to_owned(),
        note: join(texts, known.into_iter().flatten()),
        counted: None,
        delivery: Money::ZERO,
        sum: one.sum,
        family: Some(at),
    }
}

/// The total under the rows.
pub fn total(texts: &Texts, group: &InCurrency) -> Row {
    Row {
        code: String::new(),
        name: tr!(texts, "many-total"),
        note: join(
            texts,
            [
                tr!(texts, "many-editions", count = group.editions.len()),
                tr!(texts, "many-tills", count = group.journals.len()),
            ],
        ),
        counted: Some((group.sales, group.visitors)),
        delivery: group.delivery.fees,
        sum: group.total,
        family: None,
    }
}

fn join(texts: &Texts, parts: impl IntoIterator<Item = String>) -> String {
    bidi::joined(texts.direction(), parts, " · ")
}

/// How a sum comes about, from what customers paid to what is left for families;
/// what is nothing and needs no line is left out.
pub fn reckoning(texts: &Texts, sum: &Sum) -> Vec<Step> {
    let step = |word: Key, amount, is_sum| Step {
        word: texts.get(word),
        amount,
        is_sum,
    };
    let steps = [
        step(key!("many-paid"), sum.paid, true),
        step(key!("figures-refunded"), -sum.refunded, false),
        step(key!("many-tax"), -sum.tax, false),
        step(key!("many-made-good"), sum.organiser_discounts, false),
        step(key!("many-credit"), sum.credit, true),
        step(key!("many-commission"), -sum.commission, false),
        step(key!("many-fees"), -sum.fees, false),
        step(key!("many-advances"), -sum.advances, false),
        step(key!("many-held"), -sum.held, false),
        step(key!("many-other"), sum.other, false),
        step(key!("many-carried"), sum.carried, false),
        step(key!("many-paid-out"), -sum.paid_out, false),
        step(key!("many-paid-in"), sum.paid_in, false),
        step(key!("many-owed"), sum.balance(), true),
    ];
    let told = steps.into_iter();
    told.filter(|step| step.is_sum || !step.amount.is_zero())
        .collect()
}

/// A family's years: an edition by its name, and the numbers a programme asks for.
pub fn edition_of_family(texts: &Texts, one: &FamilyEdition) -> (String, String) {
    let name = texts.name(&one.edition.name).to_owned();
    let code = bidi::left_to_right(one.edition.code.as_str());
    let days = tr!(texts, "many-days", count = one.days.len());
    let first = one.days.first().map(|day| texts.date_long(*day));
    (
        name,
        join(texts, [Some(code), first, Some(days)].into_iter().flatten()),
    )
}

/// A column of a family's years: what it is called and what stands in it.
pub type YearsColumn = (String, fn(&Sum) -> Money);

/// The columns of a family's years, which add up across: what was due, carried from
/// edition to edition and paid is what is owed.
pub fn years_columns(texts: &Texts, family: &FamilySum) -> Vec<YearsColumn> {
    let mut columns: Vec<YearsColumn> = vec![
        (tr!(texts, "many-sold"), Sum::net_paid),
        (tr!(texts, "many-commission"), |sum| sum.commission),
        (tr!(texts, "many-payable"), Sum::payable),
    ];
    let mut editions = family.editions.iter();
    if editions.any(|one| !one.sum.carried.is_zero()) {
        columns.push((tr!(texts, "many-carried"), |sum| sum.carried));
    }
    columns.push((tr!(texts, "many-paid-out"), Sum::net_paid_out));
    columns.push((tr!(texts, "many-owed"), Sum::balance));
    columns
}

/// Whether all sums are those of the ledgers.
pub fn verdict(texts: &Texts, group: &InCurrency) -> String {
    match group.holds() {
        true => tr!(texts, "many-holds", count = group.journals.len()),
        false => tr!(texts, "many-holds-not"),
    }
}

/// The name of a currency, where there are several.
pub fn currency(texts: &Texts, currency: Currency) -> String {
    tr!(texts, "many-in-currency", currency = texts.word(&currency))
}

/// Orders that are named; of more it is said how many.
const MOST_ORDERS: usize = 8;

impl TakenTwice {
    fn told(&self, texts: &Texts) -> String {
        let orders = self.orders.iter().map(|order| {
            let numbers = order.numbers.iter();
            let numbers = numbers.map(|number| bidi::left_to_right(&number.to_string()));
            let shop = match order.shop.shop.as_str() {
                "" => bidi::left_to_right(&order.shop.number),
                shop => {
                    let shop = bidi::first_strong(shop);
                    let number = bidi::left_to_right(&order.shop.number);
                    bidi::settled(texts.direction(), format!("{shop} {number}"))
                }
            };
            tr!(
                texts,
                "many-order-twice",
                order = shop,
                numbers = bidi::joined(texts.direction(), numbers, " / "),
                amount = texts.money(order.too_much(), self.currency)
            )
        });
        let more = self.orders.len().saturating_sub(MOST_ORDERS);
        let more = (more > 0).then(|| tr!(texts, "many-orders-twice-more", count = more));
        let orders: Vec<String> = orders.take(MOST_ORDERS).chain(more).collect();
        let tills: Vec<&str> = self.tills.iter().map(|till| till.as_str()).collect();
        let tills = bidi::left_to_right(&tills.join(" + "));
        let sum: Money = self.orders.iter().map(TwiceTaken::too_much).sum();
        let sum = texts.money(sum, self.currency);
        let count = texts.count(self.orders.len());
        let (what, then) = match self.certain {
            true => (
                tr!(
                    texts,
                    "many-orders-twice",
                    count = count,
                    tills = tills,
                    sum = sum
                ),
                tr!(texts, "many-orders-twice-do"),
            ),
            false => (
                tr!(
                    texts,
                    "many-orders-perhaps-twice",
                    count = count,
                    tills = tills,
                    sum = sum
                ),
                tr!(texts, "many-orders-perhaps-twice-do"),
            ),
        };
        format!("{what}\n{}\n{then}", orders.join("\n"))
    }
}

impl Remark {
    pub fn told(&self, texts: &Texts) -> String {
        let place = |path: &Option<String>| match path {
            Some(path) => bidi::left_to_right(path),
            None => tr!(texts, "many-this-till"),
        };
        match self {
            Remark::Own { path } => {
                tr!(texts, "many-own", path = bidi::left_to_right(path))
            }
            Remark::SameJournal {
                left_out,
                counted,
                till,
                records,
            } => tr!(
                texts,
                "many-same-journal",
                left = place(left_out),
                counted = place(counted),
                till = till.as_str(),
                records = records.to_string()
            ),
            Remark::SameTill { bazaar, till } => tr!(
                texts,
                "many-same-till",
                bazaar = bazaar.as_str(),
                till = till.as_str()
            ),
            Remark::TakenTwice(taken) => taken.told(texts),
            Remark::OwedTwice {
                name,
                balance,
                currency,
            } => {
                let family = bidi::left_to_right(balance.family.as_str());
                let amount = texts.money(balance.amount, *currency);
                let advance = texts.money(balance.advance_left, *currency);
                tr!(
                    texts,
                    "many-owed-twice",
                    family = family,
                    name = bidi::first_strong(texts.name(name)),
                    amount = amount,
                    advance = advance,
                    from = balance.from.as_str(),
                    to = balance.to.as_str()
                )
            }
            Remark::Disputed { code, names } => {
                let names = names
                    .iter()
                    .map(|name| bidi::first_strong(texts.name(name)));
                tr!(
                    texts,
                    "many-disputed-code",
                    code = code.as_str(),
                    names = bidi::joined(texts.direction(), names, " / ")
                )
            }
        }
    }
}
