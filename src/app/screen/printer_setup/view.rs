//! The look of the sheet a printer is set up on.

use iced::Fill;
use iced::widget::{Column, Space, column, container};

use super::way::{about, example, role_id};
use super::{Ending, Found, Message, PrinterSheet, Step, Way};
use crate::app::context::Context;
use crate::app::screen::frame::{in_one_piece, trouble};
use crate::app::theme::{Element, Press, Tone, space, type_size};
use crate::app::widget::{
    Icon, button, chip, choice, dialog, empty, form_field, icon, input, named, notice, pressable,
    scroll,
};
use crate::print::device::UsbPrinter;
use crate::services::printing::trial::{SPEEDS, Tried, Typed, slow_receipt};
use crate::settings::{DeviceSetting, PrinterRole};
use crate::tr;

/// Room for a list, so that the keys below it stay in their place.
const LIST: f32 = 340.0;

/// As many lines as this machine is likely to have printers on.
const LINES: usize = 4;

impl PrinterSheet {
    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let content = match &self.step {
            Step::Way => self.ways(context),
            Step::Typing(typed, found) => self.typing(context, *typed, found),
            Step::Usb(found) => usb(context, found.as_ref()),
            Step::Model => self.choosing(context),
            Step::Trying => empty(
                dir,
                Icon::Hourglass,
                tr!(texts, "app-printer-trying"),
                tr!(texts, "app-printer-trying-body"),
            ),
            Step::Tried(tried) => self.asking(context, *tried),
            Step::Uses => self.using(context),
            Step::Over(ending) => over(context, *ending),
        };
        let trouble = trouble(context, self.wrong.as_ref());
        let content = column![].extend(trouble).push(content).spacing(space::M);
        let title = match self.is_known || !self.is_another() {
            true => tr!(texts, "app-printer-title"),
            false => tr!(texts, "app-printer-add"),
        };
        let sheet = dialog(dir, title, content)
            .width(760.0)
            .on_close(Message::Leave)
            .over(Space::new().width(Fill).height(Fill));
        let caption = match self.step {
            Step::Typing(typed, _) => texts.get(about(typed).0),
            _ => String::new(),
        };
        self.writing
            .over(context, sheet, caption, &self.typed, Message::Touch)
    }

    fn ways<'a>(&self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let card = |way: &Way| {
            let (title, hint) = way.words();
            let (title, hint) = (texts.get(title), texts.get(hint));
            let card = choice(
                dir,
                way.icon(),
                title,
                hint,
                false,
                Some(Message::Way(*way)),
            )
            .class(Press::Inset);
            named(card, Some(way.id().into()), Fill)
        };
        let rows = Way::ALL.chunks(2).map(|ways| {
            let mut cards: Vec<Element<'a, Message>> = ways.iter().map(card).collect();
            if cards.len() == 1 {
                cards.push(Space::new().width(Fill).into());
            }
            dir.row(cards).spacing(space::S).into()
        });
        let cards = Column::with_children(rows).spacing(space::S);
        let question = form_field(dir, tr!(texts, "app-printer-way"), cards, None);
        if !(self.is_known && self.is_another()) {
            return question;
        }
        // One beside the first can be for something else, or go.
        let uses = button(dir, tr!(texts, "app-printer-uses"))
            .fill()
            .icon(Icon::Printer)
            .on_press(Message::Uses)
            .id("printer-uses");
        let remove = button(dir, tr!(texts, "app-printer-remove"))
            .fill()
            .icon(Icon::Trash)
            .on_press(Message::Remove)
            .id("remove-printer");
        column![question, dir.row([uses.into(), remove.into()])]
            .spacing(space::L)
            .into()
    }

    fn typing<'a>(
        &'a self,
        context: &Context,
        typed: Typed,
        found: &[String],
    ) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let (caption, hint, names_nothing) = about(typed);
        let field = input(
            dir,
            "printer-address",
            example(typed),
            &self.typed,
            Message::Typed,
        )
        .size(type_size::STRONG)
        .refused(self.names_nothing)
        .on_touch(Message::Write);
        let wrong = self.names_nothing.then(|| texts.get(names_nothing).into());
        let hint = dir
            .label(texts.get(hint))
            .size(type_size::SMALL)
            .muted()
            .fill();
        let field = form_field(dir, texts.get(caption), field, wrong);
        let mut parts = Column::new().push(field).spacing(space::L);
        if !found.is_empty() {
            let lines = found.iter().take(LINES).enumerate().map(|(at, line)| {
                let chosen = *line == self.typed;
                let line = chip(dir, in_one_piece(line), chosen, Message::Take(at));
                line.id(format!("found-{at}")).into()
            });
            let lines = strip(context, lines);
            let caption = tr!(texts, "app-printer-found");
            parts = parts.push(form_field(dir, caption, lines, None));
        }
        if typed == Typed::Serial {
            let speeds = SPEEDS.map(|speed| {
                let chosen = speed == self.speed;
                chip(dir, speed.to_string(), chosen, Message::Speed(speed))
                    .id(format!("speed-{speed}"))
                    .into()
            });
            let speeds = strip(context, speeds);
            let caption = tr!(texts, "app-printer-speed");
            parts = parts.push(form_field(dir, caption, speeds, None));
        }
        let slow = typed.device(&self.typed, self.speed);
        if let Some(seconds) = slow.as_ref().and_then(slow_receipt) {
            let slow = tr!(texts, "app-printer-slow", seconds = seconds);
            let slow = notice(dir, Tone::Warning, slow);
            parts = parts.push(named(slow, Some("slow".into()), Fill));
        }
        let ready = !self.typed.trim().is_empty();
        let onward = button(dir, tr!(texts, "app-printer-onward"))
            .primary()
            .fill()
            .on_press_maybe(ready.then_some(Message::Onward))
            .id("onward");
        let keys = dir.row([back(context), onward.into()]);
        parts.push(hint).push(keys).into()
    }

    /// What a printer beside the first is for.
    fn using<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let roles = PrinterRole::ALL.map(|role| {
            let chosen = self.uses.prints.contains(&role);
            let words = dir.row([
                dir.label(texts.word(&role)).medium().fill().lines(1).into(),
                mark(chosen),
            ]);
            let row = pressable(words, Press::Chip(chosen), Some(Message::Prints(role)));
            named(
                row.padding(space::L).width(Fill),
                Some(role_id(role).into()),
                Fill,
            )
        });
        let hint = dir
            .label(tr!(texts, "app-printer-uses-hint"))
            .size(type_size::SMALL)
            .muted()
            .fill();
        let roles = Column::with_children(roles).push(hint).spacing(space::S);
        let words = dir.row([
            dir.label(tr!(texts, "app-printer-stands-in"))
                .medium()
                .fill()
                .lines(1)
                .into(),
            mark(self.uses.stands_in),
        ]);
        let stands_in = pressable(
            words,
            Press::Chip(self.uses.stands_in),
            Some(Message::StandsIn),
        );
        let stands_in = named(
            stands_in.padding(space::L).width(Fill),
            Some("stands-in".into()),
            Fill,
        );
        let keep = button(dir, tr!(texts, "app-printer-keep"))
            .primary()
            .fill()
            .icon(Icon::Check)
            .on_press(Message::Keep)
            .id("keep-printer");
        column![
            form_field(dir, tr!(texts, "app-printer-uses"), roles, None),
            stands_in,
            dir.row([back(context), keep.into()]),
        ]
        .spacing(space::L)
        .into()
    }

    fn choosing<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let rows = self.models.iter().enumerate().map(|(at, model)| {
            let name = model.called(texts);
            let about = tr!(texts, "app-printer-paper", width = model.paper.width_mm);
            let words = [
                dir.label(name).medium().fill().lines(1).into(),
                dir.label(about).size(type_size::SMALL).muted().into(),
            ];
            let row = pressable(
                dir.row(words),
                Press::Chip(at == self.model),
                Some(Message::Model(at)),
            );
            let id = format!("model-{}", model.id);
            named(row.padding(space::L).width(Fill), Some(id.into()), Fill)
        });
        let rows = Column::with_children(rows).spacing(space::S);
        let list = container(scroll::vertical(dir, rows)).height(LIST);
        let device = match &self.device {
            DeviceSetting::Picture => tr!(texts, "app-shell-printer-pictures"),
            device => in_one_piece(device.to_string()),
        };
        let device = dir
            .label(device)
            .size(type_size::SMALL)
            .muted()
            .fill()
            .lines(1)
            .id("printer-device");
        let test = button(dir, tr!(texts, "app-printer-try"))
            .primary()
            .fill()
            .icon(Icon::Printer)
            .on_press(Message::Try)
            .id("try-printer");
        let list = form_field(dir, tr!(texts, "app-printer-model"), list, None);
        column![device, list, dir.row([back(context), test.into()])]
            .spacing(space::M)
            .into()
    }

    fn asking<'a>(&'a self, context: &Context, tried: Tried) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let again = button(dir, tr!(texts, "app-printer-try-again"))
            .fill()
            .icon(Icon::Printer)
            .on_press(Message::Try)
            .id("try-again");
        if let Tried::Failed(trouble) = tried {
            let keys = dir.row([back(context), again.into()]);
            let told = notice(dir, Tone::Warning, texts.word(&trouble));
            return column![told, keys].spacing(space::L).into();
        }
        let question = dir
            .label(tr!(texts, "app-printer-came-out"))
            .size(type_size::STRONG)
            .medium()
            .fill();
        let body = match self.device {
            DeviceSetting::Picture => tr!(texts, "app-printer-look-at-picture"),
            _ => tr!(texts, "app-printer-look-at-page"),
        };
        let no = button(dir, tr!(texts, "app-printer-no"))
            .fill()
            .icon(Icon::Close)
            .on_press(Message::Back)
            .id("page-bad");
        let yes = button(dir, tr!(texts, "app-printer-yes"))
            .primary()
            .fill()
            .icon(Icon::Check)
            .on_press(Message::Good)
            .id("page-good");
        column![
            question,
            dir.label(body).fill(),
            dir.row([no.into(), yes.into()]),
        ]
        .spacing(space::L)
        .into()
    }
}

fn usb<'a>(context: &Context, found: Option<&Found>) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let told = |symbol, title, body| empty(dir, symbol, title, body);
    let list = match found {
        None => told(
            Icon::Hourglass,
            tr!(texts, "app-printer-looking"),
            String::new(),
        ),
        Some(None) => told(
            Icon::Warning,
            tr!(texts, "app-printer-usb-closed"),
            tr!(texts, "app-printer-usb-closed-body"),
        ),
        Some(Some(found)) if found.is_empty() => told(
            Icon::Printer,
            tr!(texts, "app-printer-usb-none"),
            tr!(texts, "app-printer-usb-none-body"),
        ),
        Some(Some(found)) => {
            let rows = found
                .iter()
                .enumerate()
                .map(|(at, printer)| plugged_row(context, at, printer));
            scroll::vertical(dir, Column::with_children(rows).spacing(space::S))
        }
    };
    let again = button(dir, tr!(texts, "app-printer-look-again"))
        .fill()
        .icon(Icon::Search)
        .on_press(Message::Look)
        .id("look-again");
    let keys = dir.row([back(context), again.into()]);
    column![container(list).height(LIST), keys]
        .spacing(space::M)
        .into()
}

fn plugged_row<'a>(context: &Context, at: usize, printer: &UsbPrinter) -> Element<'a, Message> {
    let dir = context.dir;
    let ids = printer.ids();
    let name = match printer.name.is_empty() {
        true => ids.clone(),
        false => printer.name.clone(),
    };
    let words = [
        dir.label(in_one_piece(name))
            .medium()
            .fill()
            .lines(1)
            .into(),
        dir.label(in_one_piece(ids))
            .size(type_size::SMALL)
            .muted()
            .into(),
    ];
    let row = pressable(dir.row(words), Press::Inset, Some(Message::Plugged(at)));
    let id = format!("plugged-{at}");
    named(row.padding(space::M).width(Fill), Some(id.into()), Fill)
}

/// Chips that begin where a line begins.
fn strip<'a>(
    context: &Context,
    chips: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let rest = Space::new().width(Fill).into();
    let chips = context.dir.row(chips.into_iter().chain([rest]));
    chips.spacing(space::S).width(Fill).into()
}

/// That something is chosen, beside its words and not by colour alone.
fn mark<'a>(chosen: bool) -> Element<'a, Message> {
    match chosen {
        true => icon(Icon::Check).into(),
        false => Space::new().width(0).into(),
    }
}

fn over<'a>(context: &Context, ending: Ending) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (tone, text) = match ending {
        Ending::Kept => (Tone::Success, tr!(texts, "app-printer-kept")),
        Ending::Removed => (Tone::Success, tr!(texts, "app-printer-removed")),
        Ending::NotWritten => (Tone::Warning, tr!(texts, "app-printer-not-kept")),
    };
    let done = button(dir, tr!(texts, "desk-done"))
        .primary()
        .fill()
        .on_press(Message::Leave)
        .id("printer-done");
    column![notice(dir, tone, text), done]
        .spacing(space::L)
        .into()
}

fn back<'a>(context: &Context) -> Element<'a, Message> {
    button(context.dir, tr!(context.texts, "app-printer-back"))
        .fill()
        .on_press(Message::Back)
        .id("step-back")
        .into()
}
