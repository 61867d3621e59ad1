//! The day before its close: what still stands open, and the totals at a glance.

use iced::widget::{Column, column, container};
use iced::{Fill, Length};

use super::{CloseDay, Known, Message};
use crate::app::context::Context;
use crate::app::intent::Place;
use crate::app::screen::frame::{
    SIDE, amount_line, beside, figure, heading, open_matter, staff_name, trouble,
};
use crate::app::screen::pay::unknown::in_words;
use crate::app::theme::{Element, Ink, Press, Tone, space, type_size};
use crate::app::widget::{Icon, button, card, divider, empty, icon_button, named, notice, scroll};
use crate::domain::staff::Role;
use crate::domain::tally::Tally;
use crate::tr;

impl CloseDay {
    pub(super) fn reading<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let Some(known) = &self.known else {
            return Column::with_children(trouble(context, self.wrong.as_ref())).into();
        };
        let Some(tally) = &known.tally else {
            return empty(
                dir,
                Icon::DayDone,
                tr!(texts, "desk-no-day"),
                tr!(texts, "desk-no-day-hint"),
            );
        };
        let shifts = !known.status.shifts.is_empty();
        let supervisor = context.session().role() >= Role::Supervisor;
        let ready = !shifts && supervisor && !self.asking;
        let open = card(scroll::vertical(dir, still_open(context, known)))
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let mut foot = Column::new().spacing(space::M).width(Fill);
        if shifts {
            foot = foot.push(
                button(dir, tr!(texts, "desk-close-shift-title"))
                    .fill()
                    .icon(Icon::Coins)
                    .on_press(Message::Go(Place::CloseShift))
                    .id("go-close-shift"),
            );
        }
        if !supervisor {
            let text = tr!(texts, "desk-close-day-supervisor");
            foot = foot.push(notice(dir, Tone::Info, text));
        }
        foot = foot.extend(trouble(context, self.wrong.as_ref())).push(
            button(dir, tr!(texts, "desk-close-day-close"))
                .primary()
                .large()
                .fill()
                .icon(Icon::DayDone)
                .on_press_maybe(ready.then_some(Message::Close))
                .id("close-day"),
        );
        let side = container(column![open, foot].spacing(space::M)).height(Fill);
        beside(context, totals(context, tally), side, SIDE + space::XL)
    }
}

/// Sales, refunds and tenders so far: the X reading at a glance.
fn totals<'a>(context: &Context, tally: &Tally) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let head = dir.row([
        heading(context, tr!(texts, "desk-reading")),
        button(dir, tr!(texts, "desk-print"))
            .small()
            .icon(Icon::Printer)
            .on_press(Message::PrintReading)
            .id("print-reading")
            .into(),
    ]);
    let net = figure(
        context,
        tr!(texts, "desk-net-paid"),
        context.money(tally.total.net_paid()),
        Ink::Of(Tone::Primary),
    );
    let count = |word: String, count: u64| {
        dir.column([
            dir.label(word)
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(1)
                .into(),
            dir.label(texts.count(usize::try_from(count).unwrap_or(usize::MAX)))
                .size(type_size::TITLE)
                .bold()
                .fill()
                .into(),
        ])
        .spacing(0)
        .width(Fill)
        .into()
    };
    let counts = dir.row([
        count(tr!(texts, "desk-count-sales"), tally.sales),
        count(tr!(texts, "desk-count-refunds"), tally.refunds),
        count(tr!(texts, "desk-count-voids"), tally.voids),
        count(tr!(texts, "desk-count-orders"), tally.orders_taken),
        count(tr!(texts, "desk-count-openings"), tally.drawer_openings),
    ]);
    let visitors = (!tally.visitors.is_empty()).then(|| {
        let visitors = &tally.visitors;
        dir.row([
            count(tr!(texts, "paper-visitors-entered"), visitors.entered),
            count(tr!(texts, "paper-visitors-left"), visitors.left),
            count(
                tr!(texts, "paper-visitors-advised"),
                visitors.advised_in_all(),
            ),
        ])
    });
    let mut tenders = Column::new().spacing(space::S);
    for (group, total) in &tally.by_tender {
        let word = texts.word(group);
        let taken = total.taken(*group);
        tenders = tenders.push(amount_line(context, word, taken, Ink::Inherited));
    }
    let trade = &tally.total;
    let amounts = [
        (tr!(texts, "desk-list-sales"), trade.list),
        (tr!(texts, "desk-discounts-family"), -trade.family_discounts),
        (
            tr!(texts, "desk-discounts-organiser"),
            -trade.organiser_discounts,
        ),
        (tr!(texts, "desk-refunded"), trade.refunded),
    ];
    let amounts = amounts.into_iter().filter(|(_, amount)| !amount.is_zero());
    let amounts = amounts.map(|(word, amount)| amount_line(context, word, amount, Ink::Muted));
    let mut packages = Column::new().spacing(space::S);
    for (at, package) in context.catalogue.bazaar.packages.iter().enumerate() {
        if let Some(trade) = tally.by_package.get(&package.code) {
            let mark = crate::app::widget::stripe(Tone::Package(at), Length::Fixed(24.0));
            packages = packages.push(dir.row([
                mark,
                amount_line(
                    context,
                    texts.name(&package.name).to_owned(),
                    trade.net_paid(),
                    Ink::Inherited,
                ),
            ]));
        }
    }
    let groups = dir
        .row([
            column![heading(context, tr!(texts, "desk-by-tender")), tenders]
                .spacing(space::M)
                .width(Fill)
                .into(),
            column![heading(context, tr!(texts, "desk-by-package")), packages]
                .spacing(space::M)
                .width(Fill)
                .into(),
        ])
        .spacing(space::XXL)
        .align_y(iced::Top);
    let content = column![head, net, counts,]
        .push(visitors)
        .push(divider())
        .push(Column::with_children(amounts).spacing(space::S))
        .push(divider())
        .push(groups)
        .spacing(space::L);
    card(scroll::vertical(
        dir,
        container(content).padding(dir.padding(0.0, 0.0, space::S)),
    ))
    .padding(space::L)
    .width(Fill)
    .height(Fill)
    .into()
}

/// Shifts, parked tickets and orders that have not come to their end.
fn still_open<'a>(context: &Context, known: &Known) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let status = &known.status;
    let mut list = column![heading(context, tr!(texts, "desk-still-open"))].spacing(space::M);
    let entry = |symbol: Icon, tone: Tone, title: String, hint: String| {
        open_matter(context, (symbol, tone), title, hint, 2)
    };
    for shift in &status.shifts {
        let name = staff_name(context, &known.staff, &shift.opening.cashier);
        list = list.push(entry(
            Icon::Coins,
            Tone::Danger,
            tr!(texts, "desk-open-shift-of", name = name),
            tr!(texts, "desk-open-shift-blocks"),
        ));
    }
    for (at, parked) in status.parked.iter().enumerate() {
        let total = parked.ticket.price().map(|priced| priced.due);
        let entry = entry(
            Icon::Pause,
            Tone::Warning,
            tr!(
                texts,
                "desk-parked-ticket",
                name = parked.name.as_str(),
                total = context.money(total.unwrap_or_default())
            ),
            tr!(texts, "desk-parked-carried"),
        );
        // One in a colleague's hand is theirs to give up.
        let is_put_aside = known.put_aside.contains(&parked.ticket.id);
        let away = is_put_aside.then(|| {
            let away = icon_button(Icon::Trash, Press::Quiet, Some(Message::GiveUp(at)));
            named(away, Some(format!("give-up-{at}").into()), Length::Shrink)
        });
        list = list.push(dir.row([entry].into_iter().chain(away)));
    }
    let due = status.orders.iter();
    let due = due.filter(|row| row.order.due_on.is_some_and(|due| due <= status.today));
    let due = due.count();
    if due > 0 {
        list = list.push(entry(
            Icon::Clock,
            Tone::Danger,
            tr!(texts, "desk-orders-due-title", count = due),
            tr!(texts, "desk-orders-due-hint"),
        ));
    }
    if known.unprinted > 0 {
        list = list.push(entry(
            Icon::Printer,
            Tone::Warning,
            tr!(texts, "desk-unprinted", count = known.unprinted),
            tr!(texts, "desk-unprinted-hint"),
        ));
    }
    if !status.orders.is_empty() {
        list = list.push(entry(
            Icon::Scissors,
            Tone::Info,
            tr!(texts, "desk-open-orders", count = status.orders.len()),
            tr!(texts, "desk-open-orders-hint"),
        ));
    }
    for payment in &status.unknown_payments {
        list = list.push(entry(
            Icon::Warning,
            Tone::Danger,
            in_words(context, &payment.fact),
            tr!(texts, "app-pay-unknown-body"),
        ));
    }
    if status.has_nothing_open() && known.unprinted == 0 {
        list = list.push(notice(dir, Tone::Success, tr!(texts, "desk-nothing-open")));
    }
    list.into()
}
