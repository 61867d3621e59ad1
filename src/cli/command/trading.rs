//! The day, the shift, the drawer and the safe.

use serde_json::{Value, json};

use crate::cli::arguments::{CashWay, DayCommand, SafeCommand, ShiftCommand};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, capital};
use crate::domain::id::FactId;
use crate::domain::money::{Currency, Money};
use crate::domain::shift::{CashMovementKind, Denomination, ShiftClosing};
use crate::domain::tally::Tally;
use crate::services::day::{DayStatus, ParkedAtClose};
use crate::services::printing::Paper;
use crate::tr;

use super::counting;
use super::door;
use super::papers;

pub(super) fn day(desk: &Desk, command: DayCommand) -> Result<(), Failure> {
    match command {
        DayCommand::Open { day, anyway } => open_day(desk, day.as_deref(), anyway),
        DayCommand::Close { carry_over } => close_day(desk, carry_over),
        DayCommand::Status => status(desk),
    }
}

fn open_day(desk: &Desk, day: Option<&str>, anyway: bool) -> Result<(), Failure> {
    let till = desk.till()?;
    let day = day.map(|text| desk.date(text)).transpose()?;
    let session = desk.sign_in(&till)?;
    let day = till.open_day(&session, day, anyway)?;
    if desk.json {
        return desk.out.json(&json!({ "day": output::date(day) }));
    }
    let day = desk.texts.date_with_weekday(day);
    desk.out.line(&tr!(desk.texts, "cli-day-opened", day = day))
}

fn close_day(desk: &Desk, carry_over: bool) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let parked = if carry_over {
        ParkedAtClose::CarryOver
    } else {
        ParkedAtClose::Refuse
    };
    let closing = till.close_day(&session, parked)?;
    papers::print(desk, &till, &[Paper::ZReport(closing.fact.day)]);
    counting::show_closing(desk, &closing, &Tally::default(), &catalogue)
}

fn status(desk: &Desk) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let status = till.day_status()?;
    let currency = catalogue.bazaar.currency;
    if desk.json {
        return desk.out.json(&status_json(&status, currency)?);
    }
    let texts = desk.texts;
    desk.out.line(&match &status.open {
        Some(open) if status.is_overdue() => {
            tr!(
                texts,
                "cli-status-overdue",
                day = texts.date_with_weekday(open.day)
            )
        }
        Some(open) => tr!(
            texts,
            "cli-status-open",
            day = texts.date_with_weekday(open.day)
        ),
        None => tr!(
            texts,
            "cli-status-closed",
            day = texts.date_with_weekday(status.today)
        ),
    })?;
    for shift in &status.shifts {
        let opened = texts.time(shift.opened_at.time());
        let (till, cashier) = (shift.till.as_str(), shift.opening.cashier.as_str());
        desk.out.line(&tr!(
            texts,
            "cli-status-shift",
            till = till,
            cashier = cashier,
            time = opened
        ))?;
    }
    if !status.parked.is_empty() {
        desk.out.line(&tr!(
            texts,
            "cli-status-parked",
            count = status.parked.len()
        ))?;
    }
    if !status.orders.is_empty() {
        desk.out.line(&tr!(
            texts,
            "cli-status-orders",
            count = status.orders.len()
        ))?;
    }
    door::show_visitors(desk, &status.visitors)?;
    let mut days = Table::new()
        .words(tr!(texts, "term-trading-day"))
        .words(tr!(texts, "cli-column-closed"))
        .words(tr!(texts, "term-z-report"));
    for row in &status.days {
        let closed = row.closed.as_ref();
        days.row(vec![
            texts.date_with_weekday(row.day),
            closed.map_or(String::new(), |closed| {
                texts.date_and_time(closed.at.naive_local())
            }),
            closed.map_or(String::new(), |closed| closed.number.to_string()),
        ]);
    }
    if status.days.is_empty() {
        Ok(())
    } else {
        desk.out.table(&days)
    }
}

fn status_json(status: &DayStatus, currency: Currency) -> Result<Value, Failure> {
    let parked = status.parked.iter().map(|parked| {
        let total = parked.ticket.price()?.due;
        Ok(json!({
            "id": parked.ticket.id.to_string(),
            "name": parked.name,
            "total": amount(total, currency),
        }))
    });
    let parked: Vec<Value> = parked.collect::<Result<_, Failure>>()?;
    let shifts = status.shifts.iter().map(|shift| {
        json!({
            "till": shift.till.as_str(),
            "cashier": shift.opening.cashier.as_str(),
            "opened_at": shift.opened_at.to_rfc3339(),
            "float": amount(shift.opening.float, currency),
        })
    });
    let days = status.days.iter().map(|row| {
        json!({
            "day": output::date(row.day),
            "opened_at": row.opened_at.to_rfc3339(),
            "closed_at": row.closed.as_ref().map(|closed| closed.at.to_rfc3339()),
            "z_number": row.closed.as_ref().map(|closed| closed.number.to_string()),
        })
    });
    Ok(json!({
        "day": status.open.as_ref().map(|open| output::date(open.day)),
        "today": output::date(status.today),
        "overdue": status.is_overdue(),
        "currency": currency.code(),
        "shifts": shifts.collect::<Vec<_>>(),
        "parked": parked,
        "open_orders": status.orders.len(),
        "visitors": door::visitors_json(&status.visitors),
        "days": days.collect::<Vec<_>>(),
    }))
}

pub(super) fn shift(desk: &Desk, command: ShiftCommand) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let texts = desk.texts;
    match command {
        ShiftCommand::Open { float } => {
            let float = desk.amount(&float, currency)?;
            let session = desk.sign_in(&till)?;
            let opening = till.open_shift(&session, float)?;
            if desk.json {
                return desk.out.json(&json!({
                    "shift": opening.id.to_string(),
                    "cashier": opening.cashier.as_str(),
                    "float": amount(opening.float, currency),
                    "currency": currency.code(),
                }));
            }
            let float = texts.money(opening.float, currency);
            desk.out
                .line(&tr!(texts, "cli-shift-opened", float = float))
        }
        ShiftCommand::Count { denominations } => {
            let denominations = read_denominations(desk, &denominations, currency)?;
            let session = desk.sign_in(&till)?;
            let count = till.count_drawer(&session, denominations)?;
            if desk.json {
                return desk.out.json(&json!({
                    "counted": amount(count.counted, currency),
                    "currency": currency.code(),
                }));
            }
            let counted = texts.money(count.counted, currency);
            desk.out.line(&tr!(texts, "cli-counted", counted = counted))
        }
        ShiftCommand::Close { reason } => {
            let session = desk.sign_in(&till)?;
            let closing = till.close_shift(&session, reason)?;
            let (shift, day) = (closing.id, closing.day);
            papers::print(desk, &till, &[Paper::Shift { shift, day }]);
            show_shift(desk, &closing, currency)
        }
    }
}

fn show_shift(desk: &Desk, closing: &ShiftClosing, currency: Currency) -> Result<(), Failure> {
    let texts = desk.texts;
    if desk.json {
        return desk.out.json(&json!({
            "shift": closing.id.to_string(),
            "cashier": closing.cashier.as_str(),
            "float": amount(closing.float, currency),
            "expected": amount(closing.expected, currency),
            "counted": amount(closing.counted, currency),
            "over_short": amount(closing.over_short(), currency),
            "reason": closing.reason,
            "currency": currency.code(),
        }));
    }
    let mut table = Table::new().words("").figures("");
    let money = |amount| texts.money(amount, currency);
    table.row(vec![
        capital(&tr!(texts, "term-float")),
        money(closing.float),
    ]);
    table.row(vec![tr!(texts, "cli-expected"), money(closing.expected)]);
    table.row(vec![
        tr!(texts, "cli-column-counted"),
        money(closing.counted),
    ]);
    table.row(vec![
        tr!(texts, "cli-over-short"),
        texts.signed_amount(closing.over_short(), currency),
    ]);
    desk.out.line(&tr!(texts, "cli-shift-closed"))?;
    desk.out.table(&table)
}

/// Reads `200x3,50x2,0.25x4`.
fn read_denominations(
    desk: &Desk,
    text: &str,
    currency: Currency,
) -> Result<Vec<Denomination>, Failure> {
    let wrong = || Misuse::NotDenominations(text.to_owned());
    let parts = text
        .split([',', '،', ' '])
        .filter(|part| !part.trim().is_empty());
    let read = |part: &str| {
        let (value, pieces) = part.split_once(['x', 'X', '×', '*']).ok_or_else(wrong)?;
        let pieces = crate::locale::reading::read_whole(pieces).map_err(|_| wrong())?;
        let pieces = u32::try_from(pieces).map_err(|_| wrong())?;
        Ok(Denomination {
            value: desk.amount(value, currency)?,
            pieces,
        })
    };
    parts.map(read).collect()
}

pub(super) fn cash(desk: &Desk, way: CashWay, text: &str, reason: String) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let moved = desk.amount(text, currency)?;
    let kind = match way {
        CashWay::In => CashMovementKind::PaidIn,
        CashWay::Out => CashMovementKind::PaidOut,
        CashWay::Drop => CashMovementKind::Drop,
    };
    let session = desk.sign_in(&till)?;
    let movement = desk.approved(&till, |approval| {
        till.move_cash(&session, kind, moved, reason.clone(), approval)
    })?;
    say_amount(desk, movement.amount, currency, desk.texts.word(&kind))
}

pub(super) fn safe(desk: &Desk, command: SafeCommand) -> Result<(), Failure> {
    let SafeCommand::Fill {
        amount: text,
        reason,
    } = command;
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let filled = desk.amount(&text, currency)?;
    let session = desk.sign_in(&till)?;
    let id = FactId(till.moments().new_id());
    till.fill_safe(&session, id, filled, reason)?;
    say_amount(desk, filled, currency, tr!(desk.texts, "cli-safe-filled"))
}

/// Says what became of an amount.
fn say_amount(desk: &Desk, moved: Money, currency: Currency, what: String) -> Result<(), Failure> {
    if desk.json {
        let (moved, currency) = (amount(moved, currency), currency.code());
        return desk
            .out
            .json(&json!({ "amount": moved, "currency": currency }));
    }
    let moved = desk.texts.money(moved, currency);
    desk.out.line(&tr!(
        desk.texts,
        "cli-labelled",
        label = what,
        value = moved
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::{Arguments, Common};
    use crate::locale::{Digits, Language, Texts};
    use clap::Parser;

    fn desk() -> Desk {
        let common: Common = Arguments::parse_from(["sanduq"]).common;
        Desk::new(common, Texts::of(Language::English, Digits::Latin), false)
    }

    #[test]
    fn denominations_are_read_in_any_digits() {
        let pieces = |text: &str| -> Option<Vec<(i64, u32)>> {
            let read = read_denominations(&desk(), text, Currency::Aed).ok()?;
            Some(
                read.iter()
                    .map(|one| (one.value.minor(), one.pieces))
                    .collect(),
            )
        };
        assert_eq!(pieces("200x3,50x2"), Some(vec![(20_000, 3), (5_000, 2)]));
        assert_eq!(pieces("٢٠٠×٣،٠٫٢٥×٤"), Some(vec![(20_000, 3), (25, 4)]));
        assert_eq!(pieces("0.25x1 5x2"), Some(vec![(25, 1), (500, 2)]));
        assert_eq!(pieces(""), Some(vec![]));
        for wrong in ["200", "200x", "x3", "200x-1", "200x1.5", "0.001x2"] {
            assert_eq!(pieces(wrong), None, "{wrong}");
        }
    }
}
