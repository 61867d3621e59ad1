//! The ground things stand on: bars, cards, dialogs, messages, empty pages, and
//! the captions of a form.

use crate::app::theme::{
    Element, Ink, Press, Surface, Theme, Tone, grown, radius, space, target, type_size,
};
use crate::app::widget::floating::floating;
use crate::app::widget::{Dir, Icon, cover, icon, icon_button, named, shield};
use iced::widget::{Column, Container, Space, Stack, center, container, mouse_area};
use iced::{Fill, Length, Padding, Shrink};
use std::borrow::Cow;

/// The bar across the top of a screen: what is at its start, and at its end.
pub fn bar<'a, M: 'a>(
    dir: Dir,
    start: impl IntoIterator<Item = Element<'a, M>>,
    end: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let line = dir
        .between(dir.row(start), dir.row(end).spacing(space::S))
        .height(grown(target::BAR))
        .padding(dir.padding(0.0, space::L, space::L));
    iced::widget::column![container(line).class(Surface::Bar).width(Fill), divider()].into()
}

/// A hairline across the whole width.
pub fn divider<'a, M: 'a>() -> Element<'a, M> {
    container(Space::new().width(Fill).height(1))
        .class(Surface::Line)
        .width(Fill)
        .into()
}

/// A sheet of paper on the ground.
pub fn card<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M, Theme> {
    container(content).class(Surface::Card).padding(space::XL)
}

/// A word or a number in a small coloured mark.
pub fn badge<'a, M: 'a>(dir: Dir, text: impl Into<Cow<'a, str>>, tone: Tone) -> Element<'a, M> {
    let word = dir.label(text).size(type_size::CAPTION).medium().lines(1);
    container(word)
        .class(Surface::Badge(tone))
        .padding(Padding::from([2.0, 10.0]))
        .into()
}

/// Something said inside a screen, with the symbol of its tone.
pub fn notice<'a, M: 'a>(dir: Dir, tone: Tone, text: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let line = dir.row([
        icon(symbol_of(tone)).ink(Ink::Solid(tone)).into(),
        dir.label(text).fill().into(),
    ]);
    container(line)
        .class(Surface::Soft(tone))
        .padding(space::L)
        .width(Fill)
        .into()
}

fn symbol_of(tone: Tone) -> Icon {
    match tone {
        Tone::Success => Icon::Success,
        Tone::Warning => Icon::Warning,
        Tone::Danger => Icon::Alert,
        Tone::Neutral | Tone::Primary | Tone::Info | Tone::Package(_) => Icon::Info,
    }
}

/// A page, or part of one, that has nothing to show yet, and what to do about it.
pub fn empty<'a, M: 'a>(
    dir: Dir,
    symbol: Icon,
    title: impl Into<Cow<'a, str>>,
    body: impl Into<Cow<'a, str>>,
) -> Element<'a, M> {
    let mark = container(icon(symbol).size(40.0).ink(Ink::Muted))
        .class(Surface::Badge(Tone::Neutral))
        .center(88.0);
    let words = Column::with_children([
        mark.into(),
        dir.label(title)
            .size(type_size::STRONG)
            .bold()
            .centre()
            .into(),
        dir.label(body).muted().centre().into(),
    ])
    .spacing(space::M)
    .max_width(420)
    .align_x(iced::Center);
    center(words).padding(space::XL).into()
}

/// A caption over a field, and under it what is wrong with what stands in it.
pub fn form_field<'a, M: 'a>(
    dir: Dir,
    caption: impl Into<Cow<'a, str>>,
    field: impl Into<Element<'a, M>>,
    wrong: Option<Cow<'a, str>>,
) -> Element<'a, M> {
    let caption = dir.label(caption).size(type_size::SMALL).medium().muted();
    let mut lines = dir.column([caption.into(), field.into()]);
    if let Some(wrong) = wrong {
        let wrong = dir
            .label(wrong)
            .size(type_size::SMALL)
            .ink(Ink::Of(Tone::Danger));
        lines = lines.push(wrong);
    }
    lines.spacing(space::XS).into()
}

/// A line of a reckoning: a word at the start, its amount at the end.
pub fn reckoning<'a, M: 'a>(
    dir: Dir,
    word: impl Into<Cow<'a, str>>,
    amount: impl Into<Cow<'a, str>>,
    ink: Ink,
) -> Element<'a, M> {
    dir.row([
        dir.label(word).fill().ink(ink).into(),
        dir.label(amount).medium().whole().ink(ink).into(),
    ])
    .width(Fill)
    .into()
}

/// How far something is, from 0 to 1.
pub fn progress<'a, M: 'a>(dir: Dir, fraction: f32, tone: Tone) -> Element<'a, M> {
    let done = (fraction.clamp(0.0, 1.0) * 1000.0).round() as u16;
    let part = |portion: u16, surface| {
        container(Space::new().height(10))
            .class(surface)
            .width(Length::FillPortion(portion))
            .into()
    };
    let mut parts = Vec::new();
    if done > 0 {
        parts.push(part(done, Surface::Solid(tone)));
    }
    if done < 1000 {
        parts.push(part(1000 - done, Surface::Bare));
    }
    container(dir.row(parts).spacing(0))
        .class(Surface::Badge(Tone::Neutral))
        .width(Fill)
        .into()
}

/// As many dots as a PIN has digits, the typed ones filled.
pub fn pin_dots<'a, M: 'a>(typed: usize, length: usize, tone: Tone) -> Element<'a, M> {
    const DOT: f32 = 20.0;
    let dots = (0..length).map(|at| {
        let surface = if at < typed {
            Surface::Solid(tone)
        } else {
            Surface::Line
        };
        container(Space::new().width(DOT).height(DOT))
            .class(surface)
            .into()
    });
    iced::widget::Row::with_children(dots)
        .spacing(space::L)
        .into()
}

/// What a dialog is made of.
#[must_use]
pub struct Dialog<'a, M> {
    dir: Dir,
    title: Cow<'a, str>,
    content: Element<'a, M>,
    width: f32,
    on_close: Option<M>,
}

/// A dialog with a title over its content; without [`Dialog::on_close`] it stays
/// until one of its own buttons is pressed.
pub fn dialog<'a, M: Clone + 'a>(
    dir: Dir,
    title: impl Into<Cow<'a, str>>,
    content: impl Into<Element<'a, M>>,
) -> Dialog<'a, M> {
    Dialog {
        dir,
        title: title.into(),
        content: content.into(),
        width: 560.0,
        on_close: None,
    }
}

impl<'a, M: Clone + 'a> Dialog<'a, M> {
    /// Sets its width in pixels; in a narrower window it is narrower.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Lets it be left by its cross or by a touch beside it.
    pub fn on_close(mut self, message: M) -> Self {
        self.on_close = Some(message);
        self
    }

    /// Shows it over `base`, which it holds back.
    pub fn over(self, base: impl Into<Element<'a, M>>) -> Element<'a, M> {
        let dir = self.dir;
        let title = dir.label(self.title).size(type_size::TITLE).bold().fill();
        let cross = self.on_close.clone().map(|message| {
            let cross = icon_button(Icon::Close, Press::Quiet, Some(message));
            named(cross, Some("close-sheet".into()), Shrink)
        });
        let head = dir.row([title.into()].into_iter().chain(cross));
        let sheet = container(iced::widget::column![head, self.content].spacing(space::L))
            .class(Surface::Sheet)
            .padding(space::XL)
            .width(Fill)
            .max_width(grown(self.width));
        let veil = mouse_area(
            center(shield(floating(radius::XL, sheet)))
                .class(Surface::Veil)
                .padding(space::XL),
        );
        let veil = match self.on_close.clone() {
            Some(message) => veil.on_press(message),
            None => veil,
        };
        Stack::with_children([base.into(), cover(veil, self.on_close)]).into()
    }
}

/// A short message that floats over a screen and goes away.
#[derive(Debug, Clone)]
pub struct Toast<'a, M> {
    /// Good, bad or neither.
    pub tone: Tone,
    /// What is said.
    pub text: Cow<'a, str>,
    /// What taking it away means.
    pub on_close: M,
}

/// Where on the bar a message lies: what is kept free above it, and of the keys at
/// the start and at the end of the bar.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lane {
    pub top: f32,
    pub start: f32,
    pub end: f32,
}

/// From so many letters on, a message is written smaller, so that it stays on the bar.
const LONG_MESSAGE: usize = 96;

/// Lays messages over `base`, on the part of its bar where nothing is pressed; what
/// does not fit there lies under it, the newest last.
pub fn toasts<'a, M: Clone + 'a>(
    dir: Dir,
    base: impl Into<Element<'a, M>>,
    lane: Lane,
    toasts: impl IntoIterator<Item = Toast<'a, M>>,
) -> Element<'a, M> {
    let stack = Column::with_children(toasts.into_iter().map(|toast| {
        let size = match toast.text.chars().count() {
            ..LONG_MESSAGE => type_size::BODY,
            _ => type_size::CAPTION,
        };
        let line = dir.row([
            icon(symbol_of(toast.tone)).into(),
            dir.label(toast.text).size(size).medium().fill().into(),
            icon_button(Icon::Close, Press::Quiet, Some(toast.on_close)).into(),
        ]);
        let message = container(line)
            .id("said")
            .class(Surface::Toast(toast.tone))
            .padding(dir.padding(space::XS, space::L, space::XS))
            .width(Fill)
            .max_width(720);
        shield(floating(radius::L, message))
    }))
    .align_x(iced::Center)
    .spacing(space::S);
    let place = container(stack).center_x(Fill).padding(Padding {
        top: lane.top + space::XS,
        bottom: 0.0,
        ..dir.padding(0.0, lane.start, lane.end)
    });
    Stack::with_children([base.into(), place.into()]).into()
}

/// The button-like look of a thing that only says what is chosen elsewhere:
/// an amount being typed, over a keypad.
pub fn well<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Container<'a, M, Theme> {
    container(content)
        .class(Surface::Well)
        .padding(Padding::from([space::M, space::L]))
        .width(Fill)
        .height(Shrink)
}

/// A thin upright bar in the colour of a tone, to mark a row or a tile.
pub fn stripe<'a, M: 'a>(tone: Tone, height: impl Into<Length>) -> Element<'a, M> {
    container(Space::new().width(radius::S / 2.0 + 1.0).height(height))
        .class(Surface::Solid(tone))
        .into()
}
