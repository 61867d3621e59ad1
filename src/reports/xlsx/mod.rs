//! The books as a workbook: real numbers in the bazaar's currency, sheets that
//! run from the right in Arabic, sums that are formulas, and two charts.
//!
//! | sheet | a row |
//! |---|---|
//! | families | a family: its trade, what settlements took and gave, where it stands |
//! | lines | a line sold or returned; returns are negative |
//! | packages, hours, tenders | a package, an hour of the day, a way to pay |
//! | settlements, payouts | a settlement that stands, money out or in |
//! | proof, accounts | a line of the day's equation, an account of the ledger |
//! | columns | a column: its heading and the code that never changes |

mod columns;
pub mod many;
mod page;

use std::collections::BTreeMap;
use std::io::{self, Seek, Write};

use rust_xlsxwriter::{ChartType, Workbook, XlsxError};

use self::page::{Cell, Column, Formats, Page};
use super::goods::{DeliveryLine, GoodsLine, Way, delivery_of, goods_of};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::payout::{FamilyPayment, Payout};
use crate::domain::settlement::Settlement;
use crate::domain::tally::{Proof, Tally, TenderTotal, Trade};
use crate::key;
use crate::locale::{Key, Texts, Worded};

/// Rows a sheet of lines takes, its heading and its sums besides.
const MOST_LINES: u32 = 1_048_000;

/// The sheets in their order, with the columns of each.
pub const SHEETS: [(Key, &[Column]); 9] = [
    (key!("sheet-name-families"), &columns::FAMILIES),
    (key!("sheet-name-lines"), &columns::LINES),
    (key!("sheet-name-packages"), &columns::PACKAGES),
    (key!("sheet-name-hours"), &columns::HOURS),
    (key!("sheet-name-tenders"), &columns::TENDERS),
    (key!("sheet-name-settlements"), &columns::SETTLEMENTS),
    (key!("sheet-name-payouts"), &columns::PAYOUTS),
    (key!("sheet-name-proof"), &columns::PROOF),
    (key!("sheet-name-accounts"), &columns::ACCOUNTS),
];

/// What a workbook gathers while the journal passes by.
pub struct Books<'a> {
    catalogue: &'a Catalogue,
    texts: &'static Texts,
    formats: &'a Formats,
    lines: Vec<Page<'a>>,
    tally: Tally,
    settlements: Vec<Settlement>,
    moved: Vec<Moved>,
    /// What came to families' balances from other editions, less what went there.
    carried: BTreeMap<FamilyCode, Money>,
}

/// The looks of a workbook's cells, which outlive its sheets.
pub struct Looks(Formats);

impl Looks {
    pub fn of(catalogue: &Catalogue) -> Self {
        Looks(Formats::new(catalogue.bazaar.currency))
    }
}

/// Money that went to a family or came from it.
struct Moved {
    at: chrono::DateTime<chrono::FixedOffset>,
    by: Movement,
}

enum Movement {
    Out(Payout),
    In(FamilyPayment),
}

impl<'a> Books<'a> {
    /// # Errors
    /// Of the workbook.
    pub fn begin(
        catalogue: &'a Catalogue,
        texts: &'static Texts,
        looks: &'a Looks,
    ) -> io::Result<Self> {
        let formats = &looks.0;
        let name = texts.get(key!("sheet-name-lines"));
        let lines = Page::new(&name, &columns::LINES, texts, formats).map_err(other)?;
        Ok(Books {
            catalogue,
            texts,
            formats,
            lines: vec![lines],
            tally: Tally::default(),
            settlements: Vec::new(),
            moved: Vec::new(),
            carried: BTreeMap::new(),
        })
    }

    /// Takes in a record of the journal.
    ///
    /// # Errors
    /// Of the workbook.
    pub fn entry(&mut self, entry: Entry) -> io::Result<()> {
        for goods in goods_of(&entry) {
            self.line(&entry, &goods).map_err(other)?;
        }
        if let Some(delivery) = delivery_of(&entry) {
            self.delivery(&entry, &delivery).map_err(other)?;
        }
        self.tally.add(&entry);
        let at = entry.at;
        match entry.fact {
            Fact::FamilySettled(settlement) => self.settlements.push(*settlement),
            Fact::SettlementReversed(back) => {
                self.settlements
                    .retain(|settlement| settlement.id != back.settlement.id);
            }
            Fact::PayoutMade(payout) => self.moved.push(Moved {
                at,
                by: Movement::Out(payout),
            }),
            Fact::FamilyPaidIn(payment) => self.moved.push(Moved {
                at,
                by: Movement::In(payment),
            }),
            Fact::BalanceCarriedOut(balance) => {
                *self.carried.entry(balance.family).or_default() -= balance.amount;
            }
            Fact::BalanceTakenBack(back) => {
                *self.carried.entry(back.balance.family).or_default() += back.balance.amount;
            }
            Fact::BalanceBroughtIn(balance) => {
                *self.carried.entry(balance.family).or_default() += balance.amount;
            }
            _ => {}
        }
        Ok(())
    }

    /// A page of lines with room for one more.
    fn lines(&mut self) -> Result<&mut Page<'a>, XlsxError> {
        if self.lines.last().is_none_or(|page| page.row > MOST_LINES) {
            let name = self.texts.get(key!("sheet-name-lines"));
            let name = format!("{name} {}", self.lines.len() + 1);
            let page = Page::new(&name, &columns::LINES, self.texts, self.formats)?;
            self.lines.push(page);
        }
        Ok(self.lines.last_mut().expect("there is a page of lines"))
    }

    /// What bringing goods cost: a line without a family.
    fn delivery(&mut self, entry: &Entry, delivery: &DeliveryLine) -> Result<(), XlsxError> {
        let word = self.texts.get(key!("sheet-delivery"));
        let number = delivery.number.to_string();
        self.lines()?.push(&[
            entry.day.map_or(Cell::Empty, Cell::Day),
            Cell::Moment(entry.at),
            entry.till.as_str().into(),
            number.as_str().into(),
            word.as_str().into(),
            delivery.cashier.as_str().into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            delivery.fee.into(),
            Cell::Empty,
            Cell::Empty,
            delivery.fee.into(),
            delivery.tax.into(),
            Cell::Empty,
        ])
    }

    fn line(&mut self, entry: &Entry, goods: &GoodsLine) -> Result<(), XlsxError> {
        let texts = self.texts;
        let (word, quantity) = match goods.way {
            Way::Sold => (key!("sheet-sold"), goods.quantity.thousandths()),
            Way::Returned => (key!("sheet-returned"), -goods.quantity.thousandths()),
        };
        let word = texts.get(word);
        let unit = texts.word(&goods.unit);
        let number = goods.number.to_string();
        let family = self.catalogue.family(goods.family);
        let family = family.map_or("", |family| texts.name(&family.name));
        self.lines()?.push(&[
            entry.day.map_or(Cell::Empty, Cell::Day),
            Cell::Moment(entry.at),
            entry.till.as_str().into(),
            number.as_str().into(),
            word.as_str().into(),
            goods.cashier.as_str().into(),
            goods.family.as_str().into(),
            family.into(),
            goods.package.as_str().into(),
            goods.sku.as_str().into(),
            texts.name(goods.name).into(),
            unit.as_str().into(),
            Cell::Quantity(quantity),
            goods.unit_price.into(),
            goods.list.into(),
            goods.family_discount.into(),
            goods.organiser_discount.into(),
            goods.paid.into(),
            goods.tax.into(),
            Cell::Percent(goods.commission),
        ])
    }

    /// Writes the workbook, with where every account stands.
    ///
    /// # Errors
    /// Of the workbook or of `out`.
    pub fn finish<W: Write + Seek + Send>(
        mut self,
        balances: &[(Account, Money)],
        out: W,
    ) -> io::Result<()> {
        let lines = std::mem::take(&mut self.lines);
        let sheets = self.sheets(lines, balances).map_err(other)?;
        let mut workbook = Workbook::new();
        for page in sheets {
            workbook.push_worksheet(page.sheet);
        }
        workbook.save_to_writer(out).map_err(other)
    }

    fn sheets(
        &self,
        mut lines: Vec<Page<'a>>,
        balances: &[(Account, Money)],
    ) -> Result<Vec<Page<'a>>, XlsxError> {
        let total = self.texts.get(key!("sheet-total"));
        for page in &mut lines {
            page.total(&total)?;
        }
        let mut sheets = vec![self.families(balances, &total)?];
        sheets.append(&mut lines);
        sheets.push(self.packages(&total)?);
        sheets.push(self.hours(&total)?);
        sheets.push(self.tenders(&total)?);
        sheets.push(self.settlements(&total)?);
        sheets.push(self.payouts(&total)?);
        sheets.push(self.proof(&total)?);
        sheets.push(self.accounts(balances, &total)?);
        sheets.push(self.columns()?);
        Ok(sheets)
    }

    fn page(&self, name: Key, columns: &'static [Column]) -> Result<Page<'a>, XlsxError> {
        Page::new(&self.texts.get(name), columns, self.texts, self.formats)
    }

    fn families(&self, balances: &[(Account, Money)], total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-families"), &columns::FAMILIES)?;
        let balance: BTreeMap<&Account, Money> = balances
            .iter()
            .map(|(account, money)| (account, *money))
            .collect();
        let of = |account: Account| balance.get(&account).copied().unwrap_or_default();
        let nothing = Trade::default();
        let mut families: Vec<_> = self.catalogue.families().iter().collect();
        families.sort_by(|a, b| a.code.cmp(&b.code));
        for family in families {
            let code = &family.code;
            let trade = self.tally.by_family.get(code).unwrap_or(&nothing);
            let settled = self.settled(code);
            let (paid_out, paid_in) = self.moved(code);
            let carried = self.carried.get(code).copied().unwrap_or_default();
            let active = self.texts.get(match family.active {
                true => key!("sheet-yes"),
                false => key!("sheet-no"),
            });
            page.push(&[
                code.as_str().into(),
                self.name(&family.name).into(),
                active.as_str().into(),
                trade.lines.into(),
                trade.quantity.into(),
                trade.list.into(),
                trade.family_discounts.into(),
                trade.organiser_discounts.into(),
                trade.net_paid().into(),
                trade.credit.into(),
                settled.commission.into(),
                settled.fees.into(),
                settled.adjustments.into(),
                settled.instalments.into(),
                settled.held.into(),
                paid_out.into(),
                paid_in.into(),
                (-of(Account::FamilyPayable(code.clone()))).into(),
                of(Account::Advance(code.clone())).into(),
                carried.into(),
            ])?;
        }
        let last = page.row - 1;
        page.total(total)?;
        if last > 0 {
            self.chart(&mut page, ChartType::Column, "name", last)?;
        }
        Ok(page)
    }

    /// What settlements of a family took and gave.
    fn settled(&self, family: &FamilyCode) -> Settled {
        let mut sum = Settled::default();
        for one in self.settlements.iter().filter(|one| one.family == *family) {
            sum.commission += one.commission;
            sum.fees += one.fee_total();
            sum.adjustments += one.adjustment_total();
            sum.instalments += one.advance_instalment;
            sum.held += one.held;
        }
        sum
    }

    /// What went out to a family, and came in from it.
    fn moved(&self, family: &FamilyCode) -> (Money, Money) {
        let mut sums = (Money::ZERO, Money::ZERO);
        for moved in &self.moved {
            match &moved.by {
                Movement::Out(payout) if payout.family == *family => sums.0 += payout.amount,
                Movement::In(payment) if payment.family == *family => sums.1 += payment.amount,
                _ => {}
            }
        }
        sums
    }

    fn packages(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-packages"), &columns::PACKAGES)?;
        for (code, trade) in &self.tally.by_package {
            let package = self.catalogue.bazaar.package(code);
            let name = package.map_or(code.as_str(), |package| self.name(&package.name));
            page.push(&[
                code.as_str().into(),
                name.into(),
                trade.lines.into(),
                trade.list.into(),
                trade.family_discounts.into(),
                trade.organiser_discounts.into(),
                trade.net_paid().into(),
                trade.tax.into(),
                trade.credit.into(),
            ])?;
        }
        page.total(total)?;
        Ok(page)
    }

    fn hours(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-hours"), &columns::HOURS)?;
        for (hour, trade) in &self.tally.by_hour {
            let hour = format!("{hour:02}:00");
            page.push(&[
                hour.as_str().into(),
                trade.lines.into(),
                trade.list.into(),
                trade.net_paid().into(),
                trade.credit.into(),
            ])?;
        }
        let last = page.row - 1;
        page.total(total)?;
        if last > 0 {
            self.chart(&mut page, ChartType::Line, "hour", last)?;
        }
        Ok(page)
    }

    fn tenders(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-tenders"), &columns::TENDERS)?;
        for (group, tender) in &self.tally.by_tender {
            page.push(&tender_cells(&self.word(group), tender))?;
        }
        page.total(total)?;
        Ok(page)
    }

    fn settlements(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-settlements"), &columns::SETTLEMENTS)?;
        for one in &self.settlements {
            let number = one.number.to_string();
            page.push(&[
                number.as_str().into(),
                Cell::Day(one.day),
                one.family.as_str().into(),
                self.name(&one.family_name).into(),
                one.brought_forward.into(),
                one.sales.into(),
                one.family_discounts.into(),
                one.refunds.into(),
                one.tax.into(),
                one.net_sales.into(),
                one.commission.into(),
                one.fee_total().into(),
                one.adjustment_total().into(),
                one.advance_instalment.into(),
                one.advance_left.into(),
                one.held.into(),
                one.payable.into(),
            ])?;
        }
        page.total(total)?;
        Ok(page)
    }

    fn payouts(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-payouts"), &columns::PAYOUTS)?;
        for moved in &self.moved {
            let (number, family, means, reference) = match &moved.by {
                Movement::Out(out) => (&out.number, &out.family, out.means, &out.reference),
                Movement::In(paid) => (&paid.number, &paid.family, paid.means, &paid.reference),
            };
            let (number, means) = (number.to_string(), self.word(&means));
            let name = self.catalogue.family(family);
            let name = name.map_or("", |family| self.name(&family.name));
            let amount = |way: Option<Money>| way.map_or(Cell::Empty, Cell::Money);
            page.push(&[
                number.as_str().into(),
                Cell::Moment(moved.at),
                family.as_str().into(),
                name.into(),
                means.as_str().into(),
                reference.as_str().into(),
                amount(match &moved.by {
                    Movement::Out(out) => Some(out.amount),
                    Movement::In(_) => None,
                }),
                amount(match &moved.by {
                    Movement::In(paid) => Some(paid.amount),
                    Movement::Out(_) => None,
                }),
            ])?;
        }
        page.total(total)?;
        Ok(page)
    }

    /// The equation of the whole.
    fn proof(&self, total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-proof"), &columns::PROOF)?;
        equation(&mut page, &self.tally.proof(), self.texts)?;
        page.total(total)?;
        Ok(page)
    }

    fn accounts(&self, balances: &[(Account, Money)], total: &str) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-accounts"), &columns::ACCOUNTS)?;
        for (account, balance) in balances.iter().filter(|(_, money)| !money.is_zero()) {
            page.push(&account_cells(&account.to_string(), *balance))?;
        }
        page.total(total)?;
        Ok(page)
    }

    /// Every column by its heading and its code.
    fn columns(&self) -> Result<Page<'a>, XlsxError> {
        let mut page = self.page(key!("sheet-name-columns"), &columns::COLUMNS)?;
        for (sheet, columns) in SHEETS {
            page.list(&self.texts.get(sheet), columns, self.texts)?;
        }
        Ok(page)
    }

    /// What customers paid, by a column.
    fn chart(
        &self,
        page: &mut Page<'_>,
        kind: ChartType,
        by: &str,
        last: u32,
    ) -> Result<(), XlsxError> {
        let heading = self.texts.get(key!("sheet-paid"));
        page.chart(kind, &heading, (by, "paid"), last, self.texts)
    }

    fn name<'n>(&self, name: &'n Bilingual) -> &'n str {
        self.texts.name(name)
    }

    fn word(&self, of: &impl Worded) -> String {
        self.texts.word(of)
    }
}

#[derive(Default)]
struct Settled {
    commission: Money,
    fees: Money,
    adjustments: Money,
    instalments: Money,
    held: Money,
}

/// An account and its balance on the side where it stands.
fn account_cells(account: &str, balance: Money) -> [Cell<'_>; 3] {
    match balance.is_negative() {
        false => [account.into(), balance.into(), Cell::Empty],
        true => [account.into(), Cell::Empty, (-balance).into()],
    }
}

/// A kind of tender, the columns of [`columns::TENDERS`].
fn tender_cells<'w>(word: &'w str, tender: &TenderTotal) -> [Cell<'w>; 7] {
    [
        word.into(),
        tender.payments.into(),
        tender.sales.into(),
        tender.refunds.into(),
        tender.deposits.into(),
        tender.deposits_returned.into(),
        tender.net().into(),
    ]
}

/// What came in and what is owed for it; both columns come to the same.
fn equation(page: &mut Page<'_>, proof: &Proof, texts: &Texts) -> Result<(), XlsxError> {
    let tenders = texts.get(key!("sheet-proof-tenders"));
    page.push(&[tenders.as_str().into(), proof.tenders.into(), Cell::Empty])?;
    for (line, amount) in [
        (key!("sheet-proof-families"), proof.families),
        (key!("sheet-proof-discounts"), -proof.organiser_discounts),
        (key!("sheet-proof-tax"), proof.organiser_tax),
        (key!("sheet-proof-rounding"), proof.cash_rounding),
        (key!("sheet-proof-delivery"), proof.delivery_fees),
        (key!("sheet-proof-deposits"), proof.deposits),
        (key!("sheet-proof-kept"), proof.kept_deposits),
    ] {
        let line = texts.get(line);
        page.push(&[line.as_str().into(), Cell::Empty, amount.into()])?;
    }
    Ok(())
}

fn other(wrong: XlsxError) -> io::Error {
    match wrong {
        XlsxError::IoError(wrong) => wrong,
        wrong => io::Error::other(wrong),
    }
}
