//! Sales recorded elsewhere (on paper, in another shop), taken in through the
//! same service the counter uses: the days they cover are opened and closed, and
//! each basket is one sale.
//!
//! Ticket ids are made from the file and the basket, so an import that was cut
//! off goes on where it stopped when it is started again.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

use super::{ImportRefusal, ProblemReason, Problems, SourceFile};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::Fact;
use crate::domain::id::{Sku, TicketId};
use crate::domain::money::{Currency, Money, Quantity};
use crate::domain::sale::{CashDue, Offer, TenderKind};
use crate::domain::shift::Denomination;
use crate::domain::staff::{Act, authorise};
use crate::domain::ticket::Ticket;
use crate::locale::normalise::search_key;
use crate::reports::table::{Field, Record, SaleColumn};
use crate::services::day::ParkedAtClose;
use crate::services::moment::{GivenClock, Ids, Moments, RandomIds, made_of};
use crate::services::{By, Error, Session, Till};

/// How sales are taken in.
#[derive(Debug, Clone, Default)]
pub struct TakeSales {
    /// What baskets were paid with where the file does not say.
    pub tender: Option<TenderKind>,
}

/// What an import of sales did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesTaken {
    pub sales: u64,
    pub rows: u64,
    pub total: Money,
    pub days: Vec<NaiveDate>,
}

/// One basket of the file.
#[derive(Debug, Clone)]
struct Basket {
    id: TicketId,
    at: NaiveDateTime,
    tender: TenderKind,
    goods: Vec<Goods>,
}

#[derive(Debug, Clone)]
struct Goods {
    sku: Sku,
    quantity: Quantity,
    price: Option<Money>,
}

impl Till {
    /// Takes baskets in. `progress` is told how many of how many are done.
    ///
    /// # Errors
    /// Not an organiser; a file that is no such table, or was taken in before;
    /// every row that can't be read, in one list; days this till has traded.
    pub fn import_sales(
        &self,
        session: &Session,
        path: &Path,
        how: &TakeSales,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<SalesTaken, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let file = SourceFile::read(path)?;
        self.check_not_taken(&file)?;
        let table = file.table::<SaleColumn>()?;
        let catalogue = self.catalogue()?;
        let baskets = baskets(&catalogue, &file.digest, &table.records, how)?;
        self.check_days(&baskets)?;

        let clock = Arc::new(GivenClock::at(DateTime::UNIX_EPOCH));
        let till = self.with_moments(Moments::new(
            clock.clone(),
            Arc::new(RandomIds) as Arc<dyn Ids>,
        ));
        let mut taken = SalesTaken {
            sales: 0,
            rows: table.records.len() as u64,
            total: Money::ZERO,
            days: Vec::new(),
        };
        let total = baskets.len() as u64;
        for (index, basket) in baskets.iter().enumerate() {
            let day = basket.at.date();
            clock.set(instant(&catalogue, basket.at));
            if taken.days.last() != Some(&day) {
                if !till.begin_day(session, day)? {
                    taken.days.push(day);
                    continue;
                }
                taken.days.push(day);
            }
            let (ticket, offers) = pay(&catalogue, basket)?;
            let sale = till.complete_sale(session, ticket, offers, None)?.sale.fact;
            taken.sales += 1;
            taken.total += sale.paid();
            if baskets
                .get(index + 1)
                .is_none_or(|next| next.at.date() != day)
            {
                till.end_day(session, &catalogue)?;
            }
            progress(index as u64 + 1, total);
        }
        let by = By::actor(session);
        let fact = file.fact("sales", table.records.len());
        self.write(move |recorder| {
            recorder.record(by, None, Fact::FileImported(fact))?;
            Ok(())
        })?;
        Ok(taken)
    }

    /// Refuses days this till has traded otherwise, before anything is written.
    fn check_days(&self, baskets: &[Basket]) -> Result<(), Error> {
        let status = self.day_status()?;
        let days: Vec<NaiveDate> = baskets.iter().map(|basket| basket.at.date()).collect();
        if let Some(open) = &status.open
            && !self.is_from(baskets, open.day)?
        {
            return Err(ImportRefusal::DayOpen(open.day).into());
        }
        for row in &status.days {
            if row.closed.is_some() && days.contains(&row.day) && !self.is_from(baskets, row.day)? {
                return Err(ImportRefusal::DayTraded(row.day).into());
            }
        }
        let last = status.days.iter().map(|row| row.day).max();
        let first_new = days
            .iter()
            .find(|day| !status.days.iter().any(|row| row.day == **day));
        match (first_new, last) {
            (Some(file), Some(last)) if *file < last => {
                Err(ImportRefusal::BeforeLastDay { file: *file, last }.into())
            }
            _ => Ok(()),
        }
    }

    /// Whether a day's first sale is a basket of this file: an earlier run of the
    /// same import made it.
    fn is_from(&self, baskets: &[Basket], day: NaiveDate) -> Result<bool, Error> {
        let first = baskets
            .iter()
            .find(|basket| basket.at.date() == day)
            .map(|basket| basket.id);
        match first {
            Some(ticket) => self.read(move |books| {
                let sales = books.sales_of_day(day, usize::MAX)?;
                Ok(sales.is_empty() || sales.last().is_some_and(|sale| sale.id == ticket))
            }),
            None => Ok(false),
        }
    }

    /// Opens a day and a shift, or finds them open; false if the day is closed.
    fn begin_day(&self, session: &Session, day: NaiveDate) -> Result<bool, Error> {
        let status = self.day_status()?;
        if status
            .days
            .iter()
            .any(|row| row.day == day && row.closed.is_some())
        {
            return Ok(false);
        }
        if status.open.is_none() {
            self.open_day(session, Some(day), true)?;
        }
        if self.current_shift()?.is_none() {
            self.open_shift(session, Money::ZERO)?;
        }
        Ok(true)
    }

    /// Counts what the drawer should hold, closes the shift and the day.
    fn end_day(&self, session: &Session, catalogue: &Catalogue) -> Result<(), Error> {
        let drawer = self.day_status()?.drawer;
        self.count_drawer(session, in_pieces(catalogue.bazaar.currency, drawer))?;
        self.close_shift(session, "imported".to_owned())?;
        self.close_day(session, ParkedAtClose::CarryOver)?;
        Ok(())
    }
}

/// A sum in the fewest notes and coins; what no coin can make up is left out.
pub(crate) fn in_pieces(currency: Currency, sum: Money) -> Vec<Denomination> {
    let mut left = sum.or_zero().minor();
    let mut pieces = Vec::new();
    for value in currency.notes().into_iter().chain(currency.coins()) {
        let count = left / value.minor();
        if count > 0 {
            let pieces_of = u32::try_from(count).expect("a drawer holds fewer pieces than that");
            pieces.push(Denomination {
                value,
                pieces: pieces_of,
            });
            left -= count * value.minor();
        }
    }
    pieces
}

fn instant(catalogue: &Catalogue, local: NaiveDateTime) -> DateTime<Utc> {
    let zone: chrono_tz::Tz = catalogue.bazaar.time_zone.parse().unwrap_or(chrono_tz::UTC);
    // An hour that a clock change skipped is taken as the next.
    let found = zone.from_local_datetime(&local).earliest();
    found
        .unwrap_or_else(|| zone.from_utc_datetime(&local))
        .with_timezone(&Utc)
}

fn pay(catalogue: &Catalogue, basket: &Basket) -> Result<(Ticket, Vec<Offer>), Error> {
    let mut ticket = Ticket::new(basket.id);
    for goods in &basket.goods {
        ticket.add(catalogue, &goods.sku, goods.quantity, goods.price)?;
    }
    let due = ticket.price()?.due;
    let amount = if basket.tender.is_cash() {
        CashDue::of(&catalogue.bazaar, due, Money::ZERO).due
    } else {
        due
    };
    let offers = if amount.is_zero() {
        Vec::new()
    } else {
        vec![Offer::new(basket.tender.clone(), amount)]
    };
    Ok((ticket, offers))
}

/// Reads the rows into baskets, in the order of their time.
fn baskets(
    catalogue: &Catalogue,
    digest: &str,
    records: &[Record<SaleColumn>],
    how: &TakeSales,
) -> Result<Vec<Basket>, ImportRefusal> {
    let names = Names::of(catalogue);
    let mut problems = Problems::default();
    let mut baskets: Vec<Basket> = Vec::new();
    let mut index: HashMap<(NaiveDate, String), usize> = HashMap::new();
    for record in records {
        let Some(row) = read_row(catalogue, &names, record, how, &mut problems) else {
            continue;
        };
        let key = (row.at.date(), row.ticket.clone());
        match index.get(&key) {
            Some(known) => baskets[*known].goods.push(row.goods),
            None => {
                index.insert(key, baskets.len());
                baskets.push(Basket {
                    id: ticket_id(digest, row.at.date(), &row.ticket),
                    at: row.at,
                    tender: row.tender,
                    goods: vec![row.goods],
                });
            }
        }
    }
    problems.finish()?;
    baskets.sort_by_key(|basket| basket.at);
    // Two baskets of one second keep their order in the journal.
    for later in 1..baskets.len() {
        let earliest = baskets[later - 1].at + TimeDelta::milliseconds(1);
        if baskets[later].at < earliest && earliest.date() == baskets[later].at.date() {
            baskets[later].at = earliest;
        }
    }
    Ok(baskets)
}

struct SaleRow {
    at: NaiveDateTime,
    ticket: String,
    tender: TenderKind,
    goods: Goods,
}

fn read_row(
    catalogue: &Catalogue,
    names: &Names,
    record: &Record<SaleColumn>,
    how: &TakeSales,
    problems: &mut Problems,
) -> Option<SaleRow> {
    let field = |column| record.field(column);
    let date_field = field(SaleColumn::Date);
    problems.note(date_field.required())?;
    let date = problems.note(date_field.date())??;
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");
    let time = problems
        .note(field(SaleColumn::Time).time())?
        .unwrap_or(noon);
    // Rows without a ticket are a basket each.
    let ticket = problems.note(field(SaleColumn::Ticket).code())?;
    let ticket = ticket.unwrap_or_else(|| format!("row {} {}", record.sheet(), record.row()));
    let sku = names.find(catalogue, record, problems)?;
    let quantity_field = field(SaleColumn::Quantity);
    let quantity = problems
        .note(quantity_field.quantity())?
        .unwrap_or(Quantity::ONE);
    let unit = catalogue.line(&sku).expect("just found").unit;
    if !quantity.is_positive() || (!unit.is_divisible() && !quantity.is_whole()) {
        problems.add(&quantity_field, ProblemReason::OutOfRange);
        return None;
    }
    let price_field = field(SaleColumn::UnitPrice);
    let price = problems.note(price_field.amount(catalogue.bazaar.currency))?;
    if price.is_some_and(Money::is_negative) {
        problems.add(&price_field, ProblemReason::OutOfRange);
        return None;
    }
    if price.is_none()
        && catalogue
            .line(&sku)
            .is_some_and(|line| line.price.is_none())
    {
        problems.note(price_field.required());
        return None;
    }
    let tender_field = field(SaleColumn::Tender);
    let tender = problems
        .note(tender_field.tender())?
        .or_else(|| how.tender.clone());
    let Some(tender) = tender else {
        problems.add(&tender_field, ProblemReason::TenderMissing);
        return None;
    };
    Some(SaleRow {
        at: date.and_time(time),
        ticket,
        tender,
        goods: Goods {
            sku,
            quantity,
            price,
        },
    })
}

/// An id that the same basket of the same file always gets.
fn ticket_id(digest: &str, date: NaiveDate, ticket: &str) -> TicketId {
    TicketId(made_of(&[digest, &date.to_string(), ticket]))
}

/// Product lines by their names, in both languages.
pub(super) struct Names(HashMap<String, Vec<Sku>>);

impl Names {
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut names: HashMap<String, Vec<Sku>> = HashMap::new();
        for line in catalogue.lines().iter().filter(|line| line.active) {
            for name in [&line.name.ar, &line.name.en] {
                let key = search_key(name);
                let skus = names.entry(key.clone()).or_default();
                if !key.is_empty() && !skus.contains(&line.sku) {
                    skus.push(line.sku.clone());
                }
            }
        }
        Names(names)
    }

    fn find(
        &self,
        catalogue: &Catalogue,
        record: &Record<SaleColumn>,
        problems: &mut Problems,
    ) -> Option<Sku> {
        let sku_field = record.field(SaleColumn::Sku);
        if problems.note(sku_field.text())?.is_some() {
            let sku: Sku = problems.optional_code(&sku_field)?;
            if catalogue.line(&sku).is_some_and(|line| line.active) {
                return Some(sku);
            }
            problems.add(&sku_field, ProblemReason::UnknownProductLine);
            return None;
        }
        self.by_name(&record.field(SaleColumn::Item), problems)
    }

    /// The only product line of a name.
    pub fn by_name(&self, item: &Field<'_>, problems: &mut Problems) -> Option<Sku> {
        let name = problems.note(item.required())?;
        match self.0.get(&search_key(name)).map(Vec::as_slice) {
            Some([sku]) => Some(sku.clone()),
            Some([]) | None => {
                problems.add(item, ProblemReason::UnknownProductLine);
                None
            }
            Some(several) => {
                let skus = several.iter().map(Sku::to_string).collect();
                problems.add(item, ProblemReason::AmbiguousName { skus });
                None
            }
        }
    }
}
