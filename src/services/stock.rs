//! The families' goods: taken in, handed back, lost, counted at the close, and how
//! much of them is left.

use std::collections::HashMap;

use crate::domain::bazaar::Beneficiary;
use crate::domain::fact::Fact;
use crate::domain::id::{FamilyCode, GoodsNoteId, Sku};
use crate::domain::money::{Money, Quantity};
use crate::domain::staff::Act;
use crate::domain::stock::{
    Batch, GoodsLoss, GoodsNote, LostGoods, Named, NotedGoods, ReceivedGoods, Stock, StockRefusal,
    UnsoldCount, UnsoldGoods, check_batch, check_once, dated, kept_of_price, named_goods,
};
use crate::store::{Recorded, Series, StockRow};

use super::{Approval, By, Error, Recorder, Session, Till};

/// What every note of goods is asked for with.
#[derive(Debug, Clone)]
pub struct NoteRequest {
    /// Made when the note is begun: the same request sent twice is noted once.
    pub id: GoodsNoteId,
    pub family: FamilyCode,
    /// Who handed the goods in or takes them, if not the family itself.
    pub person: String,
    pub remark: String,
}

/// Goods a family hands in, as they are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    pub goods: Named,
    pub batch: Batch,
}

impl Till {
    /// What is left of every product line of which anything was received, of one
    /// family or of all, by family and code.
    ///
    /// # Errors
    /// Unknown family; faults of the store.
    pub fn stock(&self, family: Option<&FamilyCode>) -> Result<Vec<StockRow>, Error> {
        let family = family.cloned();
        self.read(move |books| {
            if let Some(family) = &family
                && super::catalogue(books)?.family(family).is_none()
            {
                return Err(StockRefusal::UnknownFamily(family.clone()).into());
            }
            Ok(books.stock(family.as_ref())?)
        })
    }

    /// Takes goods in. The same goods may stand on several lines, one for each batch.
    ///
    /// # Errors
    /// Whatever [`named_goods`], [`dated`] and [`check_batch`] refuse.
    pub fn receive_goods(
        &self,
        session: &Session,
        request: NoteRequest,
        handed_in: Vec<HandedIn>,
    ) -> Result<Recorded<GoodsNote<ReceivedGoods>>, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(noted) = recorder.noted(request.id, received)? {
                return Ok(noted);
            }
            let catalogue = recorder.catalogue()?;
            let named: Vec<Named> = handed_in.iter().map(|one| one.goods.clone()).collect();
            let goods = named_goods(&catalogue, &request.family, &named, false)?;
            let bazaar = &catalogue.bazaar;
            let today = bazaar.trading_date(recorder.moments.now(&bazaar.time_zone));
            let food = catalogue.family(&request.family).and_then(|one| one.food);
            let mut lines = Vec::with_capacity(goods.len());
            for ((line, item), HandedIn { batch, .. }) in goods.into_iter().zip(handed_in) {
                let batch = dated(food, &item.sku, batch, today)?;
                check_batch(&item.sku, &batch)?;
                let price = line.price;
                lines.push(ReceivedGoods { item, price, batch });
            }
            let note = recorder.note(request, lines)?;

            recorder.record_note(by, note, |note| Fact::GoodsReceived(Box::new(note)))
        })
    }

    /// Gives goods back to their family.
    ///
    /// # Errors
    /// Whatever [`named_goods`] refuses; goods named twice; never received, or fewer
    /// left than that.
    pub fn return_goods(
        &self,
        session: &Session,
        request: NoteRequest,
        goods: Vec<Named>,
    ) -> Result<Recorded<GoodsNote<NotedGoods>>, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(noted) = recorder.noted(request.id, returned)? {
                return Ok(noted);
            }
            let catalogue = recorder.catalogue()?;
            let found = named_goods(&catalogue, &request.family, &goods, false)?;
            recorder.check_left(&request.family, &goods)?;
            let lines = found.into_iter().map(|(_, item)| item).collect();
            let note = recorder.note(request, lines)?;

            recorder.record_note(by, note, |note| Fact::GoodsReturned(Box::new(note)))
        })
    }

    /// Writes goods off. Where the organiser bears the loss, the family is credited
    /// with what it would have kept of their price.
    ///
    /// # Errors
    /// No role or approval for it; no reason; as [`Till::return_goods`]; no price to
    /// make it good at.
    pub fn write_off(
        &self,
        session: &Session,
        request: NoteRequest,
        goods: Vec<Named>,
        borne_by: Beneficiary,
        approval: Option<&Approval>,
    ) -> Result<Recorded<GoodsLoss>, Error> {
        let by = By::allowed(session, act_of_loss(borne_by), approval)?;
        self.write(move |recorder| {
            if let Some(noted) = recorder.noted(request.id, lost)? {
                return Ok(noted);
            }
            if request.remark.trim().is_empty() {
                return Err(StockRefusal::ReasonMissing.into());
            }
            let catalogue = recorder.catalogue()?;
            let found = named_goods(&catalogue, &request.family, &goods, false)?;
            recorder.check_left(&request.family, &goods)?;
            let mut lines = Vec::with_capacity(found.len());
            for (line, item) in found {
                let credit = match borne_by {
                    Beneficiary::Family => Money::ZERO,
                    Beneficiary::Organiser => kept_of_price(&catalogue, line, item.quantity)?,
                };
                lines.push(LostGoods { item, credit });
            }
            let day = recorder.account_day()?;
            let loss = GoodsLoss {
                note: recorder.note(request, lines)?,
                day,
                borne_by,
            };

            let entry = recorder.record(by, Some(day), Fact::GoodsLost(Box::new(loss.clone())))?;
            Ok(Recorded::of(entry, loss))
        })
    }

    /// Counts a family's unsold goods: everything of which any should be left must be
    /// counted. What is missing is gone from the stock; what was counted goes home
    /// with the family unless it stays.
    ///
    /// # Errors
    /// Whatever [`named_goods`] refuses; goods named twice, never received, or not
    /// counted; nothing to count.
    pub fn count_unsold(
        &self,
        session: &Session,
        request: NoteRequest,
        counted: Vec<Named>,
        stays: bool,
    ) -> Result<Recorded<UnsoldCount>, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(noted) = recorder.noted(request.id, unsold)? {
                return Ok(noted);
            }
            let catalogue = recorder.catalogue()?;
            let stock = recorder.left_of(&request.family)?;
            if catalogue.family(&request.family).is_some() && stock.is_empty() {
                return Err(StockRefusal::NothingToCount(request.family).into());
            }
            check_once(&counted)?;
            let counted = with_what_was_oversold(counted, &stock)?;
            let found = named_goods(&catalogue, &request.family, &counted, true)?;
            let mut lines = Vec::with_capacity(found.len());
            for (_, item) in found {
                let left = stock.get(&item.sku);
                let left = left.ok_or_else(|| StockRefusal::NeverReceived(item.sku.clone()))?;
                let expected = left.left();
                lines.push(UnsoldGoods { item, expected });
            }
            let count = UnsoldCount {
                note: recorder.note(request, lines)?,
                stays,
            };

            let day = recorder.writing.open_day()?.map(|row| row.day);
            let fact = Fact::UnsoldCounted(Box::new(count.clone()));
            let entry = recorder.record(by, day, fact)?;
            Ok(Recorded::of(entry, count))
        })
    }
}

/// Who may write goods off, by whose loss it is.
pub fn act_of_loss(borne_by: Beneficiary) -> Act {
    match borne_by {
        Beneficiary::Family => Act::WriteOff,
        Beneficiary::Organiser => Act::Adjust,
    }
}

/// What was counted, and none of whatever was sold beyond what was received: there
/// is nothing of it to be counted, and the next day begins without the difference.
fn with_what_was_oversold(
    mut counted: Vec<Named>,
    stock: &HashMap<Sku, Stock>,
) -> Result<Vec<Named>, StockRefusal> {
    let mut left_out: Vec<(&Sku, Quantity)> = stock
        .iter()
        .filter(|(sku, _)| counted.iter().all(|one| &one.sku != *sku))
        .map(|(sku, stock)| (sku, stock.left()))
        .filter(|(_, left)| !left.is_zero())
        .collect();
    left_out.sort();
    for (sku, left) in left_out {
        if left.is_positive() {
            return Err(StockRefusal::NotCounted(sku.clone()));
        }
        counted.push(Named {
            sku: sku.clone(),
            quantity: Quantity::ZERO,
        });
    }
    Ok(counted)
}

fn received(fact: Fact) -> Option<GoodsNote<ReceivedGoods>> {
    match fact {
        Fact::GoodsReceived(note) => Some(*note),
        _ => None,
    }
}

fn returned(fact: Fact) -> Option<GoodsNote<NotedGoods>> {
    match fact {
        Fact::GoodsReturned(note) => Some(*note),
        _ => None,
    }
}

fn lost(fact: Fact) -> Option<GoodsLoss> {
    match fact {
        Fact::GoodsLost(loss) => Some(*loss),
        _ => None,
    }
}

fn unsold(fact: Fact) -> Option<UnsoldCount> {
    match fact {
        Fact::UnsoldCounted(count) => Some(*count),
        _ => None,
    }
}

impl Recorder<'_, '_> {
    /// What was noted under an id already.
    fn noted<T>(
        &self,
        id: GoodsNoteId,
        pick: fn(Fact) -> Option<T>,
    ) -> Result<Option<Recorded<T>>, Error> {
        let entry = self.writing.goods_note(id)?;
        Ok(entry.and_then(|entry| {
            let fact = pick(entry.fact.clone())?;
            Some(Recorded::of(entry, fact))
        }))
    }

    fn note<L>(&mut self, request: NoteRequest, lines: Vec<L>) -> Result<GoodsNote<L>, Error> {
        Ok(GoodsNote {
            id: request.id,
            number: self.writing.next_number(Series::Goods)?,
            family: request.family,
            lines,
            person: request.person,
            remark: request.remark,
        })
    }

    fn record_note<L: Clone>(
        &mut self,
        by: By,
        note: GoodsNote<L>,
        fact: fn(GoodsNote<L>) -> Fact,
    ) -> Result<Recorded<GoodsNote<L>>, Error> {
        let day = self.writing.open_day()?.map(|row| row.day);
        let entry = self.record(by, day, fact(note.clone()))?;
        Ok(Recorded::of(entry, note))
    }

    fn left_of(&self, family: &FamilyCode) -> Result<HashMap<Sku, Stock>, Error> {
        let rows = self.writing.stock(Some(family))?.into_iter();
        Ok(rows.map(|row| (row.sku, row.stock)).collect())
    }

    /// Whether there are so many of the goods, each named once, to leave the stock.
    fn check_left(&self, family: &FamilyCode, goods: &[Named]) -> Result<(), Error> {
        check_once(goods)?;
        let stock = self.left_of(family)?;
        for Named { sku, quantity } in goods {
            let (sku, asked) = (sku.clone(), *quantity);
            let Some(stock) = stock.get(&sku) else {
                return Err(StockRefusal::NeverReceived(sku).into());
            };
            let left = stock.left();
            if asked > left {
                return Err(StockRefusal::MoreThanLeft { sku, left, asked }.into());
            }
        }
        Ok(())
    }
}
