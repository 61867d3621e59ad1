//! The statement of a settlement, or of a span of them: the family's own goods,
//! every deduction by name, and the sum it takes home, which is the largest thing
//! on the paper. Its parts are shared with the page of A4 next door.

use super::payout;
use super::sheet::Sheet;
use super::signed;
use super::speech::Said;
use super::stationery::{Issued, Stationery};
use crate::domain::carrying::Carried;
use crate::domain::money::Money;
use crate::domain::settlement::{AdjustmentLine, AdjustmentSource, GoodsSold};
use crate::domain::statement::{FeeSum, Statement};
use crate::locale::{Texts, bidi};
use crate::print::document::{Column, Document, Gap, Row, Rule, Size, Table, Text};
use crate::tr;

/// The statement on a strip of paper.
pub fn statement(stationery: &Stationery, statement: &Statement, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = sheet.say(|texts| tr!(texts, "paper-statement"));
    sheet.kind(&kind);
    let family = sheet.name(&statement.family_name);
    sheet
        .paper
        .text(Text::new(family.first.clone()).title().bold().centre());
    sheet.beneath(&family);
    let code = bidi::left_to_right(statement.family.as_str());
    sheet.paper.text(Text::new(code).large().bold().centre());
    sheet.paper.space(Gap::Small);
    match &statement.days[..] {
        [day] => {
            sheet.number(&day.number);
            sheet.long_day(day.day);
        }
        _ => {
            sheet.long_day(statement.first_day);
            let until = sheet.say(|texts| tr!(texts, "paper-until"));
            sheet.centred(&until, Size::Small);
            sheet.long_day(statement.last_day);
        }
    }

    goods(&mut sheet, statement, Detail::Brief);
    reckoning(&mut sheet, statement);
    let label = payable_words(&sheet, statement.payable);
    sheet.paper.space(Gap::Small);
    sheet.amount_of_paper(&label, statement.payable.abs());
    paid_since(&mut sheet, statement);
    aid(&mut sheet, statement);
    if let Some(actor) = &issued.actor {
        let label = sheet.say(|texts| tr!(texts, "paper-handled-by"));
        sheet.person(&label, actor);
    }
    let signature = sheet.say(|texts| tr!(texts, "paper-signature-receiver"));
    sheet.signature(&signature);
    sheet.paper
}

/// Which way a sum goes.
pub(super) fn payable_words(sheet: &Sheet, payable: Money) -> Said {
    sheet.say(|texts| {
        if payable.is_negative() {
            tr!(texts, "paper-payable-by-family")
        } else {
            tr!(texts, "paper-payable-to-family")
        }
    })
}

/// How much is told of each line of goods.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    Brief,
    /// Discounts with who bears them.
    Full,
}

/// What was sold, line by line; sales of an earlier day under that day.
pub(super) fn goods(sheet: &mut Sheet, statement: &Statement, detail: Detail) {
    let sold = statement.goods.iter();
    let sold = sold.filter(|goods| !goods.quantity.is_zero());
    let (of_the_day, late): (Vec<_>, Vec<_>) =
        sold.partition(|goods| goods.day >= statement.first_day);
    if of_the_day.is_empty() && late.is_empty() {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-goods-sold"));
    sheet.heading(&heading);
    let headings = [
        sheet.say(|texts| tr!(texts, "paper-product-line")),
        sheet.say(|texts| tr!(texts, "paper-quantity")),
        sheet.say(|texts| tr!(texts, "paper-price")),
        sheet.say(|texts| tr!(texts, "paper-amount")),
    ];
    let [item, quantity, price, amount] = headings.map(|heading| heading.stacked());
    let mut table = Table::new([
        Column::words(item),
        Column::figures(quantity),
        Column::figures(price),
        Column::figures(amount),
    ]);
    for goods in of_the_day {
        table.push(goods_row(sheet, goods, detail));
    }
    let mut day = None;
    for goods in late {
        if day != Some(goods.day) {
            day = Some(goods.day);
            let caption = sheet
                .say(|texts| tr!(texts, "paper-late-sales", day = texts.date_short(goods.day)));
            let mut row = Row::new([caption.first.as_str(), "", "", ""])
                .small()
                .bold();
            if let Some(second) = caption.beneath() {
                row = row.note_text(second);
            }
            table.push(row.below(Rule::Dashed));
        }
        table.push(goods_row(sheet, goods, detail));
    }
    sheet.paper.table(table);
}

fn goods_row(sheet: &Sheet, goods: &GoodsSold, detail: Detail) -> Row {
    let texts = sheet.speech.first;
    let name = sheet.name(&goods.name);
    let (name, beneath) = name.in_cell();
    let mut row = Row::new([
        name,
        texts.quantity(goods.quantity),
        sheet.amount(goods.unit_price),
        sheet.amount(goods.list),
    ]);
    if let Some(second) = beneath {
        row = row.note_text(second);
    }
    if goods.unit.is_divisible() {
        row = row.note(tr!(texts, "paper-per-unit", unit = texts.word(&goods.unit)));
    }
    if detail == Detail::Full && goods.family_discount.is_positive() {
        let amount = sheet.amount(goods.family_discount);
        let words = sheet.say(|texts| tr!(texts, "paper-discount-yours", amount = amount.as_str()));
        row = words.noted(row);
    }
    if goods.organiser_discount.is_positive() {
        let amount = sheet.amount(goods.organiser_discount);
        let words =
            sheet.say(|texts| tr!(texts, "paper-discount-not-yours", amount = amount.as_str()));
        row = words.noted(row);
    }
    row
}

/// From sales to what is payable: what is taken off, what is added, by name.
pub(super) fn reckoning(sheet: &mut Sheet, statement: &Statement) {
    let heading = sheet.say(|texts| tr!(texts, "paper-reckoning"));
    sheet.heading(&heading);
    let sales = sheet.say(|texts| tr!(texts, "paper-sales"));
    sheet.pair(&sales, sheet.amount(statement.sales));
    let mut off_sales = Group::taken_off();
    off_sales.add(statement.family_discounts, |sheet| {
        let label = sheet.say(|texts| tr!(texts, "paper-family-discounts"));
        label.row(sheet.amount(statement.family_discounts))
    });
    off_sales.add(statement.refunds, |sheet| refund_row(sheet, statement));
    off_sales.add(statement.tax, |sheet| {
        let label = sheet.say(|texts| tr!(texts, "paper-organiser-tax"));
        label.row(sheet.amount(statement.tax))
    });
    if off_sales.write(sheet) {
        let net = sheet.say(|texts| tr!(texts, "paper-net-sales"));
        let row = net.row(sheet.amount(statement.net_sales)).bold();
        sheet.paper.pair_row(row.below(Rule::Thin));
    }
    taken_off(statement).write(sheet);
    added(statement).write(sheet);
}

type RowOf<'a> = Box<dyn Fn(&Sheet) -> Row + 'a>;

/// Rows under one caption that says what happens to them.
struct Group<'a> {
    adds: bool,
    rows: Vec<RowOf<'a>>,
}

impl<'a> Group<'a> {
    fn taken_off() -> Self {
        Group {
            adds: false,
            rows: Vec::new(),
        }
    }

    fn added() -> Self {
        Group {
            adds: true,
            rows: Vec::new(),
        }
    }

    /// Adds a row unless it is about nothing.
    fn add(&mut self, amount: Money, row: impl Fn(&Sheet) -> Row + 'a) {
        if !amount.is_zero() {
            self.rows.push(Box::new(row));
        }
    }

    /// Whether there was anything to write.
    fn write(self, sheet: &mut Sheet) -> bool {
        if self.rows.is_empty() {
            return false;
        }
        let caption = sheet.say(|texts| {
            if self.adds {
                tr!(texts, "paper-added")
            } else {
                tr!(texts, "paper-taken-off")
            }
        });
        let caption = Row::new([caption.inline().as_str(), ""])
            .small()
            .bold()
            .leading();
        sheet.paper.pair_row(caption);
        for row in &self.rows {
            let row = row(sheet);
            sheet.paper.pair_row(row);
        }
        true
    }
}

/// Returns with their goods; those of an earlier day are named as such.
fn refund_row(sheet: &Sheet, statement: &Statement) -> Row {
    let label = sheet.say(|texts| tr!(texts, "paper-refunds"));
    let mut row = label.row(sheet.amount(statement.refunds));
    let texts = sheet.speech.first;
    for goods in &statement.goods {
        if goods.refunded_quantity.is_zero() {
            continue;
        }
        row = row.note(tr!(
            texts,
            "paper-times",
            quantity = texts.quantity(goods.refunded_quantity),
            price = texts.name(&goods.name)
        ));
        if !goods.earlier_refunds.is_zero() {
            let amount = sheet.amount(goods.earlier_refunds);
            row = row.note(tr!(texts, "paper-earlier-refund", amount = amount));
        }
    }
    row
}

fn taken_off(statement: &Statement) -> Group<'_> {
    let mut group = Group::taken_off();
    for line in &statement.commissions {
        group.add(line.amount, move |sheet| {
            let base = sheet.amount(line.base);
            let label = sheet.say(|texts| {
                tr!(
                    texts,
                    "paper-commission",
                    rate = texts.percent(line.rate),
                    base = base.as_str()
                )
            });
            let row = label.row(sheet.amount(line.amount));
            if line.day < statement.first_day {
                row.note(sheet.speech.first.date_short(line.day))
            } else {
                row
            }
        });
    }
    for fee in &statement.fees {
        group.add(fee.amount, move |sheet| fee_row(sheet, fee));
    }
    for line in &statement.adjustments {
        group.add((-line.amount).or_zero(), move |sheet| {
            adjustment_row(sheet, line)
        });
    }
    group.add(statement.advance_instalment, |sheet| {
        let left = sheet.amount(statement.advance_left);
        let remark = sheet.say(|texts| tr!(texts, "paper-advance-left", amount = left.as_str()));
        let label = sheet.say(|texts| tr!(texts, "paper-advance-instalment"));
        let row = label.row(sheet.amount(statement.advance_instalment));
        remark.noted(row)
    });
    group.add(statement.held, |sheet| {
        let label = sheet.say(|texts| tr!(texts, "paper-held"));
        label.row(sheet.amount(statement.held))
    });
    group.add((-statement.brought_forward).or_zero(), |sheet| {
        let label = sheet.say(|texts| tr!(texts, "paper-brought-forward-owed"));
        let row = label.row(sheet.amount(statement.brought_forward.abs()));
        brought_along(sheet, statement, row)
    });
    group
}

fn added(statement: &Statement) -> Group<'_> {
    let mut group = Group::added();
    for line in &statement.adjustments {
        group.add(line.amount.or_zero(), move |sheet| {
            adjustment_row(sheet, line)
        });
    }
    group.add(statement.brought_forward.or_zero(), |sheet| {
        let label = sheet.say(|texts| tr!(texts, "paper-brought-forward"));
        let row = label.row(sheet.amount(statement.brought_forward));
        brought_along(sheet, statement, row)
    });
    group
}

/// What stood open before the first settlement, under the edition it came from; with
/// its amount where that is not all of it, or some was paid before.
fn brought_along(sheet: &Sheet, statement: &Statement, mut row: Row) -> Row {
    let texts = sheet.speech.first;
    for balance in &statement.opening {
        let edition = bidi::left_to_right(balance.from.as_str());
        let words =
            sheet.say(|texts| tr!(texts, "brought-from-edition", edition = edition.as_str()));
        row = match balance.amount == statement.brought_forward {
            true => words.noted(row),
            false => row.note(format!(
                "{}: {}",
                words.first,
                bidi::left_to_right(
                    &texts.signed_amount(balance.amount, sheet.stationery.bazaar.currency)
                )
            )),
        };
    }
    row
}

/// What went to another edition, or came from one, since the last settlement.
fn carried_row(sheet: &Sheet, carried: &Carried) -> Row {
    let balance = carried.balance();
    let label = sheet.say(|texts| texts.carried(carried));
    let row = label.row(sheet.amount(balance.amount.abs()));
    if balance.advance_left.is_zero() {
        return row;
    }
    let left = sheet.amount(balance.advance_left);
    let words = sheet.say(|texts| tr!(texts, "carried-advance", amount = left.as_str()));
    words.noted(row)
}

/// A fee by its name, and how often a span charged it.
fn fee_row(sheet: &Sheet, fee: &FeeSum) -> Row {
    let row = sheet.name(&fee.name).row(sheet.amount(fee.amount));
    if fee.times == 1 {
        return row;
    }
    let times = sheet.say(|texts| tr!(texts, "paper-fee-times", count = fee.times));
    times.noted(row)
}

fn adjustment_row(sheet: &Sheet, line: &AdjustmentLine) -> Row {
    let label = sheet.say(|texts| match &line.source {
        AdjustmentSource::Organiser => tr!(texts, "paper-adjustment"),
        AdjustmentSource::KeptDeposit { order } => tr!(
            texts,
            "paper-kept-deposit",
            order = bidi::left_to_right(&order.to_string())
        ),
    });
    let row = label.row(sheet.amount(line.amount.abs()));
    if line.reason.is_empty() {
        row
    } else {
        row.note(bidi::first_strong(&line.reason))
    }
}

/// Payouts and payments since, and what they leave open.
pub(super) fn paid_since(sheet: &mut Sheet, statement: &Statement) {
    let nothing = statement.payouts.is_empty() && statement.payments.is_empty();
    if nothing && statement.carried.is_empty() {
        return;
    }
    for payout in &statement.payouts {
        let label =
            sheet.say(|texts| tr!(texts, "paper-paid-by", means = texts.word(&payout.means)));
        let row = label.row(sheet.amount(payout.amount));
        let number = bidi::left_to_right(&sheet.full_number(&payout.number));
        sheet.paper.pair_row(row.note(number));
    }
    for payment in &statement.payments {
        let label = sheet.say(|texts| match &payment.takes_back {
            None => tr!(texts, "paper-paid-in-by-you"),
            Some(_) => tr!(texts, "paper-payout-taken-back"),
        });
        let row = label.row(sheet.amount(payment.amount));
        let row = match &payment.takes_back {
            None => row.note(bidi::left_to_right(&sheet.full_number(&payment.number))),
            Some(back) => row
                .note(bidi::left_to_right(&sheet.full_number(&back.number)))
                .note(bidi::first_strong(&back.reason)),
        };
        sheet.paper.pair_row(row);
    }
    for carried in &statement.carried {
        let row = carried_row(sheet, carried);
        sheet.paper.pair_row(row);
    }
    let carried = statement.carried_forward;
    let label = sheet.say(|texts: &Texts| payout::balance_words(texts, carried));
    let row = label.row(sheet.amount(carried.abs())).bold();
    sheet.paper.pair_row(row.below(Rule::Thin));
    signed::receipts(sheet, &statement.payouts, &statement.payments);
}

/// What was given and what was lent, told apart: neither is earned, and only the one
/// is given back.
pub(super) fn aid(sheet: &mut Sheet, statement: &Statement) {
    let lent = statement.advance_left;
    let told = statement.advance_instalment.is_positive() && statement.support.is_none();
    if statement.support.is_none() && (lent.is_zero() || told) {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-aid"));
    sheet.heading(&heading);
    if let Some(support) = &statement.support {
        let label = sheet.say(|texts| tr!(texts, "paper-support"));
        let mut row = label.row(sheet.amount(support.amount));
        let on = support.on.map(|date| sheet.speech.first.date_long(date));
        if !support.from.is_empty() {
            row = row.note(bidi::first_strong(&support.from));
        }
        if let Some(on) = on {
            row = row.note(on);
        }
        sheet.paper.pair_row(row);
    }
    if !lent.is_zero() {
        let label = sheet.say(|texts| tr!(texts, "paper-advance-to-give-back"));
        let row = label.row(sheet.amount(lent));
        sheet.paper.pair_row(row);
    }
}
