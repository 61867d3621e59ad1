//! The statement of a family on the screen: every line of its last settlement in
//! words, what was paid since, and what is left.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length};

use super::Message;
use super::account::Act;
use super::pay::shown;
use crate::app::context::Context;
use crate::app::screen::frame::{amount_line, family_name, in_one_piece};
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::{Icon, badge, button, divider, empty, notice, scroll};
use crate::domain::money::Money;
use crate::domain::payout::{Payout, Signed};
use crate::domain::settlement::{AdjustmentSource, GoodsSold, Settlement};
use crate::services::payout::FamilyAccount;
use crate::tr;

pub fn view<'a>(
    context: &Context,
    account: &'a FamilyAccount,
    may_pay: bool,
) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let name = dir
        .label(family_name(context, &account.family))
        .size(type_size::TITLE)
        .bold()
        .fill()
        .lines(1);
    let code = badge(dir, in_one_piece(&account.family), Tone::Primary);
    let history = button(dir, tr!(texts, "desk-history"))
        .icon(Icon::History)
        .on_press(Message::ShowHistory)
        .id("history");
    let Some(settlement) = &account.settlement else {
        let nothing = empty(
            dir,
            Icon::Statement,
            tr!(texts, "desk-nothing-settled"),
            tr!(texts, "desk-nothing-settled-hint"),
        );
        let head = dir.row([name.into(), code, history.into()]);
        // What came from another edition can be paid before anything is settled here;
        // what was paid on a settlement stays paid when that is taken back.
        let known = match since(context, account) {
            None => nothing,
            Some(since) => column![Space::new().height(Fill)]
                .push(since)
                .push(divider())
                .push(left(context, account, may_pay))
                .spacing(space::M)
                .into(),
        };
        return column![head, known]
            .push(may_pay.then(|| acts(context, account)))
            .spacing(space::M)
            .into();
    };
    let about = tr!(
        texts,
        "desk-statement-about",
        number = in_one_piece(&settlement.number),
        date = texts.date_long(settlement.day)
    );
    let head = dir.row([
        dir.column([
            dir.row([name.width(Length::Shrink).into(), code]).into(),
            dir.label(about)
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(1)
                .into(),
        ])
        .spacing(0)
        .width(Fill)
        .into(),
        history.into(),
        button(dir, tr!(texts, "desk-print"))
            .icon(Icon::Printer)
            .on_press(Message::PrintStatement)
            .id("print")
            .into(),
    ]);
    let body = column![
        goods(context, settlement),
        divider(),
        table(context, account, settlement)
    ]
    .push(since(context, account))
    .push(support(context, settlement))
    .spacing(space::M);
    let mut statement = column![head, divider(), scroll::vertical(dir, body), divider()]
        .push(left(context, account, may_pay))
        .spacing(space::M);
    if account.unsettled.is_positive() {
        let text = tr!(
            texts,
            "desk-unsettled",
            amount = context.money(account.unsettled)
        );
        statement = statement.push(dir.label(text).size(type_size::SMALL).muted().fill());
    }
    statement
        .push(may_pay.then(|| acts(context, account)))
        .into()
}

/// What the organiser may do to the account besides paying.
fn acts<'a>(context: &Context, account: &FamilyAccount) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let keys = Act::ALL.map(|act| {
        button(dir, texts.get(act.word()))
            .fill()
            .icon(act.icon())
            .on_press_maybe(act.fits(account).then_some(Message::Account(act)))
            .id(act.id())
            .into()
    });
    dir.grid(keys, 4).spacing(space::S).into()
}

/// What was sold and returned, a line for each product line and price.
fn goods<'a>(context: &Context, settlement: &'a Settlement) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    if settlement.goods.is_empty() {
        return dir
            .label(tr!(texts, "desk-nothing-sold"))
            .muted()
            .fill()
            .into();
    }
    let line = |goods: &'a GoodsSold| {
        let sold = goods.quantity - goods.refunded_quantity;
        let mut about = tr!(
            texts,
            "desk-goods-at",
            quantity = texts.quantity_with_unit(sold, goods.unit),
            price = context.amount(goods.unit_price)
        );
        if goods.day < settlement.day {
            let late = tr!(
                texts,
                "desk-goods-of-day",
                date = texts.date_short(goods.day)
            );
            about = format!("{about} · {late}");
        }
        dir.row([
            dir.label(texts.name(&goods.name).to_owned())
                .fill()
                .lines(1)
                .into(),
            dir.label(about)
                .size(type_size::SMALL)
                .muted()
                .lines(1)
                .into(),
            container(amount_line(
                context,
                "",
                goods.list - goods.family_discount - goods.refunds,
                Ink::Inherited,
            ))
            .width(116)
            .into(),
        ])
        .into()
    };
    Column::with_children(settlement.goods.iter().map(line))
        .spacing(space::XS)
        .into()
}

/// The reckoning, line by line, as the statement on paper has it.
fn table<'a>(
    context: &Context,
    account: &FamilyAccount,
    settlement: &'a Settlement,
) -> Element<'a, Message> {
    let texts = context.texts;
    let line = |word: String, amount: Money| -> Option<Element<'a, Message>> {
        let shown = || amount_line(context, word, amount, Ink::Inherited);
        (!amount.is_zero()).then(shown)
    };
    let mut table = Column::new().spacing(space::XS);
    let brought = match &account.opening[..] {
        [] => tr!(texts, "desk-line-brought-forward"),
        [balance, ..] => {
            let edition = in_one_piece(&balance.from);
            tr!(texts, "brought-from-edition", edition = edition)
        }
    };
    table = table.extend(line(
        brought,
        settlement.brought_forward + account.moved_before,
    ));
    table = table.push(amount_line(
        context,
        tr!(texts, "desk-line-sales"),
        settlement.sales,
        Ink::Inherited,
    ));
    table = table.extend(line(
        tr!(texts, "desk-line-family-discounts"),
        -settlement.family_discounts,
    ));
    table = table.extend(line(tr!(texts, "desk-line-refunds"), -settlement.refunds));
    table = table.extend(line(tr!(texts, "desk-line-tax"), -settlement.tax));
    table = table.push(amount_line(
        context,
        tr!(texts, "desk-line-net-sales"),
        settlement.net_sales,
        Ink::Inherited,
    ));
    for commission in &settlement.commissions {
        let word = tr!(
            texts,
            "desk-line-commission",
            rate = texts.percent(commission.rate),
            base = context.amount(commission.base)
        );
        table = table.extend(line(word, -commission.amount));
    }
    for fee in &settlement.fees {
        table = table.extend(line(texts.name(&fee.name).to_owned(), -fee.amount));
    }
    for adjustment in &settlement.adjustments {
        let word = match &adjustment.source {
            AdjustmentSource::Organiser => tr!(
                texts,
                "desk-line-adjustment",
                reason = adjustment.reason.as_str()
            ),
            AdjustmentSource::KeptDeposit { order } => {
                tr!(texts, "desk-line-kept-deposit", order = in_one_piece(order))
            }
        };
        table = table.extend(line(word, adjustment.amount));
    }
    table = table.extend(line(
        tr!(
            texts,
            "desk-line-advance",
            left = context.amount(settlement.advance_left)
        ),
        -settlement.advance_instalment,
    ));
    table = table.extend(line(tr!(texts, "desk-line-held"), -settlement.held));
    table
        .push(amount_line(
            context,
            tr!(texts, "desk-line-payable"),
            settlement.payable + account.moved_before,
            Ink::Of(Tone::Primary),
        ))
        .into()
}

/// What a programme gave the family, which is no part of the reckoning.
fn support<'a>(context: &Context, settlement: &Settlement) -> Option<Element<'a, Message>> {
    let (dir, texts) = (context.dir, context.texts);
    let support = settlement.support.as_ref()?;
    let sum = context.money(support.amount);
    let said = tr!(texts, "desk-line-support", amount = sum);
    Some(notice(dir, Tone::Info, said))
}

/// What was paid out or in on the settlement.
fn since<'a>(context: &Context, account: &'a FamilyAccount) -> Option<Element<'a, Message>> {
    let texts = context.texts;
    let nothing = account.payouts.is_empty() && account.payments.is_empty();
    if nothing && account.carried.is_empty() {
        return None;
    }
    let mut lines = column![divider()].spacing(space::XS);
    for carried in &account.carried {
        let word = context.texts.carried(&carried.fact);
        let effect = carried.fact.effect();
        lines = lines.push(amount_line(context, word, effect, Ink::Inherited));
    }
    for payout in &account.payouts {
        let word = tr!(
            texts,
            "desk-line-payout",
            number = in_one_piece(&payout.fact.number),
            means = texts.word(&payout.fact.means),
            date = texts.date_short(payout.at.date_naive())
        );
        lines = lines.push(amount_line(
            context,
            word,
            -payout.fact.amount,
            Ink::Inherited,
        ));
        lines = lines.extend(receipt(context, &payout.fact));
    }
    for payment in &account.payments {
        let date = texts.date_short(payment.at.date_naive());
        let word = match &payment.fact.takes_back {
            None => {
                let number = in_one_piece(&payment.fact.number);
                tr!(texts, "desk-line-payment", number = number, date = date)
            }
            Some(back) => {
                let number = in_one_piece(&back.number);
                tr!(texts, "desk-line-back", number = number, date = date)
            }
        };
        lines = lines.push(amount_line(
            context,
            word,
            payment.fact.amount,
            Ink::Inherited,
        ));
    }
    Some(lines.into())
}

/// Who was handed the money, and how it was signed for.
fn receipt<'a>(context: &Context, payout: &'a Payout) -> Option<Element<'a, Message>> {
    let (dir, texts) = (context.dir, context.texts);
    let person = payout.collected_by.trim();
    let signed = payout.signed.as_ref();
    if person.is_empty() && signed.is_none() {
        return None;
    }
    let who = match person {
        "" => family_name(context, &payout.family),
        person => person.to_owned(),
    };
    let said = match signed {
        None => tr!(texts, "desk-line-collected", person = who),
        Some(Signed::Thumb) => tr!(texts, "desk-line-thumb", person = who),
        Some(Signed::Drawn(_)) => tr!(texts, "desk-line-signed", person = who),
    };
    let said = dir.label(said).size(type_size::SMALL).muted().fill();
    let drawn = match signed {
        Some(Signed::Drawn(signature)) => Some(shown(signature)),
        Some(Signed::Thumb) | None => None,
    };
    Some(dir.row([said.into()].into_iter().chain(drawn)).into())
}

/// What is left to pay, the largest figure of the statement, and paying it.
fn left<'a>(context: &Context, account: &FamilyAccount, may_pay: bool) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let balance = account.settled_balance;
    let (word, ink) = if balance.is_negative() {
        (tr!(texts, "desk-family-owes"), Ink::Of(Tone::Danger))
    } else if balance.is_zero() {
        (tr!(texts, "desk-family-square"), Ink::Of(Tone::Success))
    } else {
        (tr!(texts, "desk-family-owed"), Ink::Of(Tone::Primary))
    };
    let sum = dir
        .column([
            dir.label(word).muted().fill().lines(1).into(),
            dir.label(context.money(balance.abs()))
                .size(type_size::DISPLAY)
                .bold()
                .whole()
                .ink(ink)
                .id("balance")
                .into(),
        ])
        .spacing(0)
        .width(Fill);
    let action: Option<Element<'a, Message>> = match balance.is_zero() {
        true => None,
        false if !may_pay => {
            let text = tr!(texts, "desk-pay-organiser");
            Some(container(notice(dir, Tone::Info, text)).width(280).into())
        }
        false => {
            let word = match balance.is_negative() {
                true => tr!(texts, "desk-take-from-family"),
                false => tr!(texts, "desk-pay"),
            };
            let pay = button(dir, word)
                .primary()
                .large()
                .width(240)
                .icon(Icon::Payout)
                .on_press(Message::Pay)
                .id("pay");
            Some(pay.into())
        }
    };
    dir.row([sum.into()].into_iter().chain(action)).into()
}
