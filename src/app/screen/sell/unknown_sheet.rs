//! Every payment whose fate is unknown, whatever became of its ticket: asked about by
//! reference, and cleared by whoever knows.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::{Message as Parent, Sell, sheet};
use crate::app::context::{Action, Context};
use crate::app::intent::Intent;
use crate::app::screen::pay::unknown::{clearing_keys, in_words};
use crate::app::theme::Press;
use crate::app::theme::{Element, Ink, Surface, Tone, space, type_size};
use crate::app::widget::{Icon, dialog, icon, named, pressable, scroll};
use crate::domain::fact::UnknownPayment;
use crate::domain::id::PaymentId;
use crate::services::Till;
use crate::services::notice::Notice;
use crate::store::Recorded;
use crate::tr;

impl Sell {
    pub(super) fn clear_unknown(
        &mut self,
        context: &Context,
        id: PaymentId,
        moved: bool,
    ) -> Action<Parent, Intent> {
        let session = context.session().clone();
        Action::Run(context.ask(
            move |till: &Till| till.clear_payment(&session, id, moved),
            |answer| Parent::Sheet(sheet::Message::Cleared(answer)),
        ))
    }

    pub(super) fn cleared_unknown(
        &mut self,
        context: &Context,
        answer: Result<(), Notice>,
    ) -> Action<Parent, Intent> {
        match answer {
            Ok(()) => Action::Run(Sell::look(context)),
            Err(wrong) => Action::Intent(Intent::Notify(wrong)),
        }
    }

    /// What asks for attention on an empty ticket: payments nobody knows of.
    pub(super) fn unknown_key(&self, context: &Context) -> Option<Element<'_, Parent>> {
        let (dir, texts) = (context.dir, context.texts);
        if self.unknown.is_empty() {
            return None;
        }
        let text = tr!(texts, "app-sell-unknown", count = self.unknown.len());
        let row = dir.row([
            icon(Icon::Warning).ink(Ink::Of(Tone::Warning)).into(),
            dir.label(text).medium().fill().lines(2).into(),
            icon(Icon::onward(dir)).ink(Ink::Muted).into(),
        ]);
        let open = Parent::OpenSheet(sheet::Opening::Unknown);
        let key = pressable(row, Press::Inset, Some(open)).width(Fill);
        Some(named(key, Some("unknown".into()), Fill))
    }

    pub(super) fn unknown_sheet(&self, context: &Context) -> Element<'_, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let rows = self.unknown.iter().map(|payment| row_of(context, payment));
        let list = scroll::vertical_shrinking(dir, Column::with_children(rows).spacing(space::M));
        let content = column![
            dir.label(tr!(texts, "app-pay-unknown-body")).muted().fill(),
            container(list).max_height(420),
        ]
        .spacing(space::L);
        dialog(dir, tr!(texts, "app-sell-unknown-title"), content)
            .width(640.0)
            .on_close(Parent::Sheet(sheet::Message::Leave))
            .over(sheet::nothing())
    }
}

fn row_of<'a>(context: &Context, recorded: &Recorded<UnknownPayment>) -> Element<'a, Parent> {
    let (dir, texts) = (context.dir, context.texts);
    let id = recorded.fact.id;
    let time = texts.date_and_time(recorded.at.naive_local());
    let words = column![
        dir.label(in_words(context, &recorded.fact)).medium().fill(),
        dir.label(time).size(type_size::SMALL).muted().fill(),
    ];
    let clear = |moved| Some(Parent::Sheet(sheet::Message::Clear(id, moved)));
    let keys = clearing_keys(context, clear);
    container(column![words, keys].spacing(space::M))
        .class(Surface::Card)
        .padding(space::L)
        .width(Fill)
        .into()
}
