//! The day after its close: its number, the equation that proves it, what the
//! drawers gave, and what each family is owed once they are settled.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::{CloseDay, Message};
use crate::app::context::Context;
use crate::app::intent::Place;
use crate::app::screen::frame::{
    SIDE, amount_line, beside, figure, heading, in_one_piece, trouble,
};
use crate::app::theme::{Element, Ink, Surface, Theme, Tone, space, type_size};
use crate::app::widget::{Icon, badge, button, card, divider, icon, notice, progress, scroll};
use crate::domain::day::DayClosing;
use crate::domain::money::Money;
use crate::domain::settlement::Settlement;
use crate::domain::staff::Role;
use crate::domain::tally::Tally;
use crate::store::Recorded;
use crate::tr;

impl CloseDay {
    pub(super) fn proved<'a>(
        &'a self,
        context: &Context,
        closing: &'a Recorded<DayClosing>,
    ) -> Element<'a, Message> {
        let dir = context.dir;
        let late = self.known.as_ref().map(|known| &known.late);
        let late = late.filter(|late| late.sales + late.refunds > 0);
        let proof = proof(context, &closing.fact).extend(late.map(|late| told_late(context, late)));
        let proof = card(scroll::vertical(dir, proof))
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let side = container(self.next(context))
            .class(Surface::Card)
            .padding(space::L)
            .height(Fill);
        beside(context, proof, side, SIDE + space::HUGE)
    }

    fn next<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let Some(settlements) = &self.settled else {
            return self.settle(context);
        };
        let owed: Money = settlements
            .iter()
            .map(|settlement| settlement.payable.or_zero())
            .sum();
        let mut list = Column::new().spacing(space::S);
        for settlement in settlements {
            list = list.push(line_of(context, settlement));
        }
        column![
            dir.row([
                heading(context, tr!(texts, "desk-settled-title")),
                badge(
                    dir,
                    tr!(texts, "count-families", count = settlements.len()),
                    Tone::Success
                ),
            ]),
            figure(
                context,
                tr!(texts, "desk-settled-owed"),
                context.money(owed),
                Ink::Of(Tone::Primary)
            ),
            divider(),
            scroll::vertical(dir, list),
            button(dir, tr!(texts, "desk-payouts-title"))
                .primary()
                .large()
                .fill()
                .icon(Icon::Payout)
                .on_press(Message::Go(Place::Payouts))
                .id("go-payouts"),
        ]
        .spacing(space::M)
        .into()
    }

    fn settle<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let organiser = context.session().role() >= Role::Organiser;
        let mut content = column![
            heading(context, tr!(texts, "desk-settle-title")),
            dir.label(tr!(texts, "desk-settle-about")).muted().fill(),
        ]
        .spacing(space::L);
        if self.asking {
            content = content.push(dir.row([
                icon(Icon::Hourglass).ink(Ink::Muted).into(),
                dir.label(tr!(texts, "desk-settling")).fill().into(),
            ]));
            content = content.extend(self.settled_so_far.map(|so_far| bar(context, so_far)));
        }
        content = content.extend(trouble(context, self.wrong.as_ref()));
        if organiser {
            content = content.push(
                button(dir, tr!(texts, "desk-settle"))
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::Calculator)
                    .on_press_maybe((!self.asking).then_some(Message::Settle))
                    .id("settle"),
            );
        } else {
            content = content
                .push(notice(dir, Tone::Info, tr!(texts, "desk-settle-organiser")))
                .push(
                    button(dir, tr!(texts, "desk-done"))
                        .primary()
                        .large()
                        .fill()
                        .on_press(Message::Back)
                        .id("done"),
                );
        }
        content.into()
    }
}

/// How many families are settled, in a number and as a bar.
fn bar<'a>(context: &Context, (done, all): (usize, usize)) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (part, whole) = (texts.count(done), texts.count(all));
    let word = tr!(texts, "desk-settled-so-far", done = part, all = whole);
    let fraction = done as f32 / all.max(1) as f32;
    column![
        dir.label(word).muted().fill().id("settled-so-far"),
        progress(dir, fraction, Tone::Primary)
    ]
    .spacing(space::S)
    .into()
}

/// A family and what it is owed.
fn line_of<'a>(context: &Context, settlement: &'a Settlement) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let ink = match settlement.payable {
        payable if payable.is_negative() => Ink::Of(Tone::Danger),
        payable if payable.is_zero() => Ink::Faint,
        _ => Ink::Inherited,
    };
    let code = dir
        .label(in_one_piece(&settlement.family))
        .size(type_size::CAPTION)
        .muted()
        .width(52)
        .lines(1);
    dir.row([
        code.into(),
        amount_line(
            context,
            texts.name(&settlement.family_name).to_owned(),
            settlement.payable,
            ink,
        ),
    ])
    .into()
}

/// What came in on one side, for whom it is on the other, and that they are one.
fn proof<'a>(context: &Context, closing: &DayClosing) -> Column<'a, Message, Theme> {
    let (dir, texts) = (context.dir, context.texts);
    let tally = &closing.tally;
    let proof = tally.proof();
    let number = dir.row([
        container(icon(Icon::DayDone).size(32.0))
            .class(Surface::Solid(Tone::Success))
            .center(64)
            .into(),
        dir.column([
            dir.label(tr!(texts, "desk-day-closed"))
                .size(type_size::HEADING)
                .bold()
                .fill()
                .lines(1)
                .into(),
            dir.label(tr!(
                texts,
                "desk-z-number",
                number = in_one_piece(&closing.number)
            ))
            .muted()
            .fill()
            .id("z-number")
            .into(),
        ])
        .spacing(0)
        .width(Fill)
        .into(),
        button(dir, tr!(texts, "desk-print"))
            .icon(Icon::Printer)
            .on_press(Message::Print)
            .id("print")
            .into(),
    ]);
    let mut came = Column::new().spacing(space::S);
    for (group, total) in &tally.by_tender {
        if *group != crate::domain::tally::TenderGroup::Deposit {
            let word = texts.word(group);
            came = came.push(amount_line(context, word, total.net(), Ink::Inherited));
        }
    }
    let came = came.push(divider()).push(amount_line(
        context,
        tr!(texts, "desk-proof-tenders"),
        proof.tenders,
        Ink::Of(Tone::Success),
    ));
    let parts = [
        (tr!(texts, "desk-proof-families"), proof.families),
        (
            tr!(texts, "desk-proof-discounts"),
            -proof.organiser_discounts,
        ),
        (tr!(texts, "desk-proof-tax"), proof.organiser_tax),
        (tr!(texts, "desk-proof-rounding"), proof.cash_rounding),
        (tr!(texts, "desk-proof-delivery"), proof.delivery_fees),
        (tr!(texts, "desk-proof-deposits"), proof.deposits),
        (tr!(texts, "desk-proof-kept"), proof.kept_deposits),
    ];
    let sum: Money = parts.iter().map(|(_, amount)| *amount).sum();
    let mut owed = Column::new().spacing(space::S);
    for (at, (word, amount)) in parts.into_iter().enumerate() {
        if at == 0 || !amount.is_zero() {
            owed = owed.push(amount_line(context, word, amount, Ink::Inherited));
        }
    }
    let owed = owed.push(divider()).push(amount_line(
        context,
        tr!(texts, "desk-proof-sum"),
        sum,
        Ink::Of(Tone::Success),
    ));
    let said = match proof.holds() {
        true => notice(dir, Tone::Success, tr!(texts, "desk-proof-holds")),
        false => notice(dir, Tone::Danger, tr!(texts, "desk-proof-fails")),
    };
    let sides = dir
        .row([
            column![heading(context, tr!(texts, "desk-proof-came")), came]
                .spacing(space::M)
                .width(Fill)
                .into(),
            column![heading(context, tr!(texts, "desk-proof-owed")), owed]
                .spacing(space::M)
                .width(Fill)
                .into(),
        ])
        .spacing(space::XXL)
        .align_y(iced::Top);
    let mut content = column![number, divider(), sides, said].spacing(space::L);
    let differing = tally
        .drawers
        .iter()
        .filter(|drawer| !drawer.closing.over_short().is_zero());
    for drawer in differing {
        let difference = drawer.closing.over_short();
        let currency = context.catalogue.bazaar.currency;
        let text = tr!(
            texts,
            "desk-drawer-differs",
            till = in_one_piece(&drawer.till),
            difference = texts.signed_amount(difference, currency)
        );
        content = content.push(notice(dir, Tone::Warning, text));
    }
    let perpetual = tr!(
        texts,
        "desk-perpetual",
        sales = context.money(closing.perpetual_sales),
        refunds = context.money(closing.perpetual_refunds)
    );
    let alone = context.catalogue.bazaar.tills.len() > 1;
    let alone = alone.then(|| {
        let till = in_one_piece(&closing.number.till);
        let text = tr!(texts, "desk-this-till-only", till = till);
        dir.label(text).size(type_size::SMALL).muted().fill()
    });
    content
        .push(dir.label(perpetual).size(type_size::SMALL).muted().fill())
        .push(alone)
}

/// What arrived after the close, which changes none of its figures.
fn told_late<'a>(context: &Context, late: &Tally) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let text = tr!(
        texts,
        "desk-late-sales",
        sales = late.sales,
        amount = context.money(late.total.net_paid())
    );
    let title = heading(context, tr!(texts, "desk-late-title"));
    let told = column![title, notice(dir, Tone::Warning, text)].spacing(space::S);
    container(told).id("late").into()
}
