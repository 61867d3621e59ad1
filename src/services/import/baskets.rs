//! Rows of sales recorded elsewhere read into baskets: what was sold at what price,
//! what was taken off, how each row was paid, and the trading day it belongs to.
//! A row that says what it came to is held to it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::names::LineNames;
use super::sales::TakeSales;
use super::{Problem, ProblemReason, Problems};
use crate::domain::bazaar::Beneficiary;
use crate::domain::catalogue::Catalogue;
use crate::domain::family::ProductLine;
use crate::domain::id::TicketId;
use crate::domain::money::{Money, Quantity};
use crate::domain::rounding::{line_amount, ratio};
use crate::domain::sale::{CashDue, Offer, TenderKind};
use crate::domain::ticket::{Discount, DiscountValue, Ticket, TicketLine};
use crate::reports::table::{CellProblem, CellReason, Column, Field, Record, SaleColumn, TotalRow};
use crate::services::Error;
use crate::services::moment::made_of;

/// One basket of the file.
#[derive(Debug, Clone)]
pub(super) struct Basket {
    pub id: TicketId,
    /// The trading day.
    pub day: NaiveDate,
    /// What the clocks of the bazaar showed.
    at: NaiveDateTime,
    goods: Vec<Goods>,
}

/// One row of it.
#[derive(Debug, Clone)]
struct Goods {
    line: TicketLine,
    /// What it came to.
    due: Money,
    tender: TenderKind,
}

/// A row that was cancelled or came back, and is no sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub sheet: String,
    pub row: u32,
    /// The invoice, where the file tells it.
    pub ticket: String,
    /// What said so.
    pub text: String,
}

/// What a file of sales says.
#[derive(Default)]
pub(super) struct Baskets {
    /// In the order of their time.
    pub baskets: Vec<Basket>,
    pub left_out: Vec<LeftOut>,
    /// Rows that hold the sum of those above and no word for it.
    pub totals: Vec<TotalRow>,
    pub problems: Vec<Problem>,
}

impl Basket {
    /// When it was, by the clocks of the world.
    pub fn instant(&self, catalogue: &Catalogue) -> DateTime<Utc> {
        let zone = zone_of(catalogue);
        // An hour that a clock change skipped is taken as the next.
        let found = zone.from_local_datetime(&self.at).earliest();
        found
            .unwrap_or_else(|| zone.from_utc_datetime(&self.at))
            .with_timezone(&Utc)
    }

    /// The ticket and what pays it: of each tender what its rows came to, and in cash
    /// the rest, brought to the bazaar's coin.
    ///
    /// # Errors
    /// A ticket that can't be priced.
    pub fn pay(&self, catalogue: &Catalogue) -> Result<(Ticket, Vec<Offer>), Error> {
        let mut ticket = Ticket::new(self.id);
        for goods in &self.goods {
            let line = &goods.line;
            match line.discount {
                Some(_) => ticket.lines.push(line.clone()),
                None => {
                    let price = Some(line.unit_price);
                    ticket.add(catalogue, &line.sku, line.quantity, price)?;
                }
            }
        }
        let due = ticket.price()?.due;
        let mut offers: Vec<Offer> = Vec::new();
        for goods in self.goods.iter().filter(|goods| !goods.tender.is_cash()) {
            let mut known = offers.iter_mut();
            match known.find(|offer| offer.kind == goods.tender) {
                Some(offer) => offer.tendered += goods.due,
                None => offers.push(Offer::new(goods.tender.clone(), goods.due)),
            }
        }
        offers.retain(|offer| offer.tendered.is_positive());
        let other: Money = offers.iter().map(|offer| offer.tendered).sum();
        let cash = CashDue::of(&catalogue.bazaar, due, other).due;
        if cash.is_positive() {
            offers.push(Offer::new(TenderKind::Cash, cash));
        }
        Ok((ticket, offers))
    }
}

fn zone_of(catalogue: &Catalogue) -> Tz {
    catalogue.bazaar.time_zone.parse().unwrap_or(Tz::UTC)
}

/// Reads the rows.
pub(super) fn read(
    catalogue: &Catalogue,
    digest: &str,
    records: &[Record<SaleColumn>],
    how: &TakeSales,
) -> Baskets {
    let zone = zone_of(catalogue);
    let is_timed = |record: &Record<SaleColumn>| {
        let date = record.field(SaleColumn::Date).date_and_time(&zone);
        matches!(date, Ok(Some((_, Some(time)))) if time != NaiveTime::MIN)
    };
    let mut reading = Reading {
        catalogue,
        names: LineNames::of(catalogue),
        zone,
        digest,
        how,
        dates_tell_time: records.iter().any(is_timed),
        above: HashMap::new(),
        index: HashMap::new(),
        problems: Problems::default(),
        read: Baskets::default(),
    };
    let mut sums: HashMap<&str, Money> = HashMap::new();
    for record in records {
        let came_to = said_in(record, [SaleColumn::Net, SaleColumn::Total]);
        let amount = came_to.reckoned_amount(catalogue.bazaar.currency);
        let amount = amount.ok().flatten().filter(|sum| sum.abs() < Money::LIMIT);
        let sum = sums.entry(record.sheet()).or_default();
        if amount == Some(*sum) && sum.is_positive() && is_bare(record) {
            reading.read.totals.push(TotalRow {
                sheet: record.sheet().to_owned(),
                row: record.row(),
                text: came_to.text().ok().flatten().unwrap_or_default().to_owned(),
            });
            continue;
        }
        *sum += amount.unwrap_or_default();
        reading.row(record);
    }
    let Problems(problems) = reading.problems;
    let mut baskets = reading.read.baskets;
    baskets.sort_by_key(|basket| basket.at);
    // Two baskets of one second keep their order in the journal.
    for later in 1..baskets.len() {
        let earliest = baskets[later - 1].at + TimeDelta::milliseconds(1);
        if baskets[later].at < earliest && baskets[later - 1].day == baskets[later].day {
            baskets[later].at = earliest;
        }
    }
    Baskets {
        baskets,
        problems,
        ..reading.read
    }
}

/// Which invoice a row belongs to. Each sheet numbers its own: two stalls or two days
/// both begin with 1, while an invoice that goes on in the next sheet is two sales of
/// the same goods and the same money.
type Invoice = (String, String);

/// When a row was.
#[derive(Debug, Clone, Copy)]
struct When {
    /// As the calendar has it.
    date: NaiveDate,
    /// The trading day.
    day: NaiveDate,
    at: NaiveDateTime,
}

/// What the rows of an invoice said so far, which holds for those that leave it out.
#[derive(Debug, Clone)]
struct Above {
    when: When,
    tender: Option<TenderKind>,
    /// What said that it does not stand.
    left_out: Option<String>,
}

struct Reading<'c> {
    catalogue: &'c Catalogue,
    names: LineNames,
    zone: Tz,
    digest: &'c str,
    how: &'c TakeSales,
    /// Whether a cell of a date tells a time. If none does, the midnight that programs
    /// write behind every date is none either.
    dates_tell_time: bool,
    above: HashMap<Invoice, Above>,
    index: HashMap<(Invoice, NaiveDate), usize>,
    problems: Problems,
    read: Baskets,
}

impl Reading<'_> {
    fn row(&mut self, record: &Record<SaleColumn>) {
        let Some(ticket) = self.problems.note(record.field(SaleColumn::Ticket).code()) else {
            return;
        };
        // Rows without a ticket are a basket each.
        let alone = || format!("row {} {}", record.sheet(), record.row());
        let number = ticket.clone().unwrap_or_else(alone);
        let invoice = (record.sheet().to_owned(), number);
        let said = record.field(SaleColumn::Date).date_and_time(&self.zone);
        let above = self.above.get(&invoice).filter(|above| match &said {
            Ok(Some((date, _))) => [above.when.date, above.when.day].contains(date),
            Ok(None) => true,
            Err(_) => false,
        });
        let above = above.cloned();
        let Some(left_out) = self.left_out(record, above.as_ref()) else {
            // Whatever else is wrong with it is told at once.
            self.line(record, "");
            return;
        };
        if let Some(text) = left_out {
            self.refuse_return(record);
            if let Ok(when) = self.when(record, above.as_ref().map(|above| above.when)) {
                let tender = above.and_then(|above| above.tender);
                let left_out = Some(text.clone());
                let said = Above {
                    when,
                    tender,
                    left_out,
                };
                self.above.insert(invoice, said);
            }
            self.read.left_out.push(LeftOut {
                sheet: record.sheet().to_owned(),
                row: record.row(),
                ticket: ticket.unwrap_or_default(),
                text,
            });
            return;
        }
        let when = self.when(record, above.as_ref().map(|above| above.when));
        let when = self.problems.note(when);
        let tender = self.tender(record, above.as_ref());
        if let Some(when) = when {
            let known = above.and_then(|above| above.tender);
            let said = Above {
                when,
                tender: known.or_else(|| tender.clone()),
                left_out: None,
            };
            self.above.insert(invoice.clone(), said);
        }
        let line = self.line(record, ticket.as_deref().unwrap_or_default());
        let (Some(when), Some(tender), Some((line, due))) = (when, tender, line) else {
            return;
        };
        let goods = Goods { line, due, tender };
        let baskets = &mut self.read.baskets;
        match self.index.get(&(invoice.clone(), when.day)) {
            Some(known) => baskets[*known].goods.push(goods),
            None => {
                let (sheet, number) = &invoice;
                let day = when.day.to_string();
                let id = TicketId(made_of(&[self.digest, sheet, &day, number]));
                self.index.insert((invoice, when.day), baskets.len());
                baskets.push(Basket {
                    id,
                    day: when.day,
                    at: when.at,
                    goods: vec![goods],
                });
            }
        }
    }

    /// A row that gives another one back can't just be left out: the sale would stand.
    fn refuse_return(&mut self, record: &Record<SaleColumn>) {
        let quantity = record.field(SaleColumn::Quantity);
        let mut below = matches!(quantity.quantity(), Ok(Some(found)) if found < Quantity::ZERO);
        let currency = self.catalogue.bazaar.currency;
        for column in [SaleColumn::Total, SaleColumn::Net] {
            let sum = record.field(column).amount(currency);
            below |= matches!(sum, Ok(Some(found)) if found.is_negative());
        }
        if below {
            self.problems.add(&quantity, ProblemReason::GivesBack);
        }
    }

    /// What says that a row is no sale, if anything does; no answer where that can't be
    /// read. What its invoice said above holds where the row says nothing.
    fn left_out(
        &mut self,
        record: &Record<SaleColumn>,
        above: Option<&Above>,
    ) -> Option<Option<String>> {
        let status = record.field(SaleColumn::Status);
        let cancelled = record.field(SaleColumn::Cancelled);
        let stands = self.problems.note(status.sale_stands());
        let is_cancelled = self.problems.note(cancelled.cancelled());
        let said = |field: &Field<'_>| {
            let place = field.place();
            let text = field.text().ok().flatten().unwrap_or_default();
            let heading = place.heading.unwrap_or_default();
            Some(Some(format!("{heading}: {text}")))
        };
        match (stands?, is_cancelled?) {
            (Some(false), _) => said(&status),
            (_, Some(true)) => said(&cancelled),
            (None, None) => Some(above.and_then(|above| above.left_out.clone())),
            _ => Some(None),
        }
    }

    /// When a row was. Its date and time are those of the clock, so that an hour before
    /// the cut-off belongs to the evening before.
    fn when(&self, record: &Record<SaleColumn>, above: Option<When>) -> Result<When, CellProblem> {
        let date_field = record.field(SaleColumn::Date);
        let own_time = record.field(SaleColumn::Time).time()?;
        let (date, beside) = match (date_field.date_and_time(&self.zone)?, above) {
            (Some(told), _) => told,
            (None, Some(above)) if date_field.text()?.is_none() => return Ok(above),
            (None, _) => return Err(date_field.problem(CellReason::Missing)),
        };
        let beside = beside.filter(|_| self.dates_tell_time);
        let Some(time) = own_time.or(beside) else {
            let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");
            let plain = When {
                date,
                day: date,
                at: date.and_time(noon),
            };
            return Ok(above.unwrap_or(plain));
        };
        let at = date.and_time(time);
        let local = self.zone.from_local_datetime(&at).earliest();
        let local = local.unwrap_or_else(|| self.zone.from_utc_datetime(&at));
        let day = self.catalogue.bazaar.trading_date(local.fixed_offset());
        Ok(When { date, day, at })
    }

    fn tender(&mut self, record: &Record<SaleColumn>, above: Option<&Above>) -> Option<TenderKind> {
        let field = record.field(SaleColumn::Tender);
        let said = self.problems.note(field.tender())?;
        let tender = said
            .or_else(|| above.and_then(|above| above.tender.clone()))
            .or_else(|| self.how.tender.clone());
        if tender.is_none() {
            self.problems.add(&field, ProblemReason::TenderMissing);
        }
        tender
    }

    /// What was sold and what it came to.
    fn line(&mut self, record: &Record<SaleColumn>, ticket: &str) -> Option<(TicketLine, Money)> {
        let field = |column| record.field(column);
        let sku = self
            .names
            .find(self.catalogue, record, &mut self.problems)?;
        let product = self.catalogue.line(&sku).expect("just found");
        let quantity_field = field(SaleColumn::Quantity);
        let quantity = self.problems.note(quantity_field.quantity())?;
        let quantity = quantity.unwrap_or(Quantity::ONE);
        if !quantity.is_positive() || (!product.unit.is_divisible() && !quantity.is_whole()) {
            self.problems
                .add(&quantity_field, ProblemReason::OutOfRange);
            return None;
        }
        let price_field = field(SaleColumn::UnitPrice);
        let price = self.amount(&price_field);
        let total = self.amount(&field(SaleColumn::Total));
        let net = self.amount(&field(SaleColumn::Net));
        let less = self.less(record);
        let (price, total, net, less) = (price?, total?, net?, less?);
        let price = match (price, net.or(total)) {
            (None, Some(_)) => Some(self.price_of(record, product, quantity, less)?),
            (price, _) => price,
        };
        let (quantity, price) = ((quantity, &quantity_field), (price, &price_field));
        let mut line = self
            .problems
            .ticket_line(self.catalogue, product, quantity, price)?;
        let list = line.list();
        let taken_off = match less.map(|value| value.of(list)) {
            None => Money::ZERO,
            Some(Ok(taken_off)) => taken_off,
            Some(Err(_)) => {
                let discount = said_in(record, DISCOUNTS);
                self.problems.add(&discount, ProblemReason::OutOfRange);
                return None;
            }
        };
        let funder = self
            .problems
            .note(field(SaleColumn::DiscountFunder).funder())?;
        line.discount = less.map(|value| Discount {
            value,
            funder: funder.unwrap_or(Beneficiary::Family),
            reason: ticket.to_owned(),
            approver: None,
        });
        let due = list - taken_off;
        // Beside what is left after discount, the total may be what was before.
        let agrees = |total| total == due || (net == Some(due) && total == list);
        for (column, agreed) in [
            (SaleColumn::Net, net.is_none_or(|net| net == due)),
            (SaleColumn::Total, total.is_none_or(agrees)),
        ] {
            if !agreed {
                self.problem_of_sum(&field(column), due);
                return None;
            }
        }
        Some((line, due))
    }

    fn problem_of_sum(&mut self, field: &Field<'_>, reckoned: Money) {
        let currency = self.catalogue.bazaar.currency;
        let reckoned = format!("{} {}", reckoned.to_decimal(currency), currency.code());
        self.problems
            .add(field, ProblemReason::RowOther { reckoned });
    }

    /// What one of it cost, where only what all of it came to is told: the price it
    /// has if that fits, else the one that makes this very sum.
    fn price_of(
        &mut self,
        record: &Record<SaleColumn>,
        product: &ProductLine,
        quantity: Quantity,
        less: Option<DiscountValue>,
    ) -> Option<Money> {
        let field = said_in(record, [SaleColumn::Net, SaleColumn::Total]);
        let came_to = self.amount(&field)??;
        let fits = |price: &Money| {
            let list = line_amount(*price, quantity);
            let taken_off = less.map_or(Ok(Money::ZERO), |value| value.of(list));
            taken_off.is_ok_and(|taken_off| list - taken_off == came_to)
        };
        if let Some(listed) = product.price.filter(|price| fits(price)) {
            return Some(listed);
        }
        // The price of one under a heading that may mean all of them.
        if product.price == Some(came_to) {
            self.problems.add(&field, ProblemReason::NoUnitPrice);
            return None;
        }
        let before = match less {
            None => came_to,
            Some(DiscountValue::Amount(amount)) => came_to + amount,
            Some(DiscountValue::Percent(_)) => {
                self.problems
                    .note(record.field(SaleColumn::UnitPrice).required());
                return None;
            }
        };
        let price = ratio(before, 1000, quantity.thousandths());
        if fits(&price) {
            return Some(price);
        }
        self.problems.add(&field, ProblemReason::NoUnitPrice);
        None
    }

    /// What is taken off: an amount or a percentage, and never both.
    fn less(&mut self, record: &Record<SaleColumn>) -> Option<Option<DiscountValue>> {
        let amount_field = record.field(SaleColumn::Discount);
        let amount = match amount_field.is_percent() {
            true => self.percent(&amount_field),
            false => self.amount(&amount_field).map(|amount| {
                let positive = amount.filter(|amount| amount.is_positive());
                positive.map(DiscountValue::Amount)
            }),
        };
        let percent_field = record.field(SaleColumn::DiscountPercent);
        let percent = self.percent(&percent_field);
        match (amount?, percent?) {
            (Some(_), Some(_)) => {
                self.problems
                    .add(&percent_field, ProblemReason::TwoDiscounts);
                None
            }
            (amount, percent) => Some(amount.or(percent)),
        }
    }

    fn percent(&mut self, field: &Field<'_>) -> Option<Option<DiscountValue>> {
        let rate = self.problems.note(field.percent())?;
        let rate = rate.filter(|rate| !rate.is_zero());
        Some(rate.map(DiscountValue::Percent))
    }

    /// An amount that is never negative.
    fn amount(&mut self, field: &Field<'_>) -> Option<Option<Money>> {
        let currency = self.catalogue.bazaar.currency;
        let amount = self.problems.note(field.reckoned_amount(currency))?;
        if amount.is_some_and(|amount| amount.is_negative() || amount >= Money::LIMIT) {
            self.problems.add(field, ProblemReason::OutOfRange);
            return None;
        }
        Some(amount)
    }
}

const DISCOUNTS: [SaleColumn; 2] = [SaleColumn::Discount, SaleColumn::DiscountPercent];

/// Whether a row holds sums and nothing of a sale.
fn is_bare(record: &Record<SaleColumn>) -> bool {
    let mut columns = SaleColumn::ALL.iter().filter(|column| {
        use SaleColumn::{Discount, Net, Quantity, Total};
        ![Discount, Net, Quantity, Total].contains(column)
    });
    columns.all(|column| matches!(record.field(*column).text(), Ok(None)))
}

/// The first of these columns that says something.
fn said_in(record: &Record<SaleColumn>, columns: [SaleColumn; 2]) -> Field<'_> {
    let [first, second] = columns.map(|column| record.field(column));
    match first.text() {
        Ok(None) => second,
        _ => first,
    }
}
