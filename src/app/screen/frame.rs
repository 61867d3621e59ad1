//! What the screens around selling share: the page with its bar, what is said
//! when something was refused, and the card that says how it went.

use std::borrow::Cow;

use iced::advanced::Widget;
use iced::widget::{Column, Container, Space, center, column, container};
use iced::{Fill, Length};

use crate::app::context::Context;
use crate::app::theme::{Element, Ink, Press, Surface, Theme, Tone, grown, space, type_size};
use crate::app::widget::{
    Dir, Icon, bar, button, card, divider, icon, icon_button, named, notice, pressable, progress,
    scroll,
};
use crate::domain::id::{FamilyCode, StaffCode};
use crate::domain::money::Money;
use crate::locale::bidi;
use crate::services::notice::{Notice, NoticeKind};
use crate::tr;

/// The width of the panel beside a list or a table.
pub const SIDE: f32 = 344.0;
/// The width of a card that stands alone in the middle of a page.
pub const ALONE: f32 = 620.0;

/// What the shell's keys take of the bar.
pub const CORNER: f32 = 212.0;

/// The width of a column of amounts.
const AMOUNT: f32 = 104.0;

/// A page: the way back and the title across the top, then the content.
pub fn page<'a, M: Clone + 'a>(
    context: &Context,
    title: impl Into<Cow<'a, str>>,
    on_back: M,
    end: impl IntoIterator<Item = Element<'a, M>>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let dir = context.dir;
    let back = icon_button(Icon::back(dir), Press::Quiet, Some(on_back));
    let start = [
        named(back, Some("back".into()), Length::Shrink),
        dir.label(title)
            .size(type_size::TITLE)
            .bold()
            .lines(1)
            .into(),
    ];
    let body = container(content)
        .padding(space::L)
        .width(Fill)
        .height(Fill);
    // The shell's own keys lie over the end of the bar.
    let corner = Space::new().width(grown(CORNER)).into();
    let end = end.into_iter().chain([corner]);
    container(column![bar(dir, start, end), body])
        .class(Surface::Ground)
        .width(Fill)
        .height(Fill)
        .into()
}

/// What is worked in, and what goes with it in a panel so wide: side by side, in an
/// upright window one under the other. A panel as high as the page gets less than
/// half of it there.
pub fn beside<'a, M: 'a>(
    context: &Context,
    main: impl Into<Element<'a, M>>,
    panel: Container<'a, M, Theme>,
    width: f32,
) -> Element<'a, M> {
    if !context.is_upright() {
        let both = context.dir.row([main.into(), panel.width(width).into()]);
        return both.spacing(space::L).align_y(iced::Top).into();
    }
    let height = Widget::<M, Theme, iced::Renderer>::size(&panel).height;
    let (above, below) = match height.is_fill() {
        true => (Length::FillPortion(3), Length::FillPortion(2)),
        false => (Fill, height),
    };
    column![
        container(main).width(Fill).height(above),
        panel.width(Fill).height(below)
    ]
    .spacing(space::L)
    .into()
}

/// What is worked in and the panel beside it, each on a card as high as the page.
pub fn cards<'a, M: 'a>(
    context: &Context,
    main: impl Into<Element<'a, M>>,
    panel: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    beside(context, tall(main, space::L), tall(panel, space::L), SIDE)
}

/// A card as high and as wide as its place.
pub fn tall<'a, M: 'a>(
    content: impl Into<Element<'a, M>>,
    padding: f32,
) -> Container<'a, M, Theme> {
    container(content)
        .class(Surface::Card)
        .padding(padding)
        .width(Fill)
        .height(Fill)
}

/// Rows below one another with a line between each and the next.
pub fn rows<'a, M: 'a>(rows: impl IntoIterator<Item = Element<'a, M>>) -> Column<'a, M, Theme> {
    let mut all = Column::new();
    for (at, row) in rows.into_iter().enumerate() {
        if at > 0 {
            all = all.push(divider());
        }
        all = all.push(row);
    }
    all
}

/// What something is called, and what more is known of it in small letters below.
pub fn titled<'a, M: 'a>(dir: Dir, title: String, known: String) -> Element<'a, M> {
    over(dir, title, known, type_size::CAPTION)
}

/// The same, with the letters below in a size.
pub fn over<'a, M: 'a>(dir: Dir, title: String, known: String, size: f32) -> Element<'a, M> {
    dir.column([
        dir.label(title).medium().fill().lines(1).into(),
        dir.label(known).size(size).muted().fill().lines(1).into(),
    ])
    .spacing(0)
    .width(Fill)
    .into()
}

/// A row of a list of which one is chosen.
pub fn choosable<'a, M: Clone + 'a>(
    context: &Context,
    parts: impl IntoIterator<Item = Element<'a, M>>,
    chosen: bool,
    message: M,
    id: String,
) -> Element<'a, M> {
    let dir = context.dir;
    let press = match chosen {
        true => Press::TileChosen,
        false => Press::Row,
    };
    let row = pressable(dir.row(parts), press, Some(message))
        .padding(dir.padding(space::S, space::M, space::M))
        .width(Fill);
    named(row, Some(id.into()), Fill)
}

/// A card in the middle of a page.
pub fn alone<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    center(card(content).max_width(ALONE)).into()
}

/// What was refused or went wrong, and what to do; nothing while all is well.
pub fn trouble<'a, M: 'a>(context: &Context, wrong: Option<&Notice>) -> Option<Element<'a, M>> {
    wrong.map(|wrong| said(context, wrong))
}

/// What was refused or went wrong, and what to do, inside a screen.
pub fn said<'a, M: 'a>(context: &Context, wrong: &Notice) -> Element<'a, M> {
    notice(context.dir, tone_of(wrong), in_one_text(wrong))
}

/// How grave a notice is.
pub fn tone_of(notice: &Notice) -> Tone {
    match notice.kind {
        NoticeKind::Refused | NoticeKind::Usage => Tone::Warning,
        NoticeKind::Fault => Tone::Danger,
    }
}

/// What happened and what to do next, in one text.
pub fn in_one_text(wrong: &Notice) -> String {
    let text = &wrong.text;
    // What ends in a name or a detail has no full stop of its own.
    let stops = text.ends_with(['.', '!', '?', '؟']);
    match (wrong.hint.is_empty(), stops) {
        (true, _) => text.clone(),
        (false, true) => format!("{text} {}", wrong.hint),
        (false, false) => format!("{text}. {}", wrong.hint),
    }
}

/// What was refused, over a page's content.
pub fn with_trouble<'a, M: 'a>(
    context: &Context,
    wrong: Option<&Notice>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let content = container(content).width(Fill).height(Fill);
    Column::new()
        .extend(trouble(context, wrong))
        .push(content)
        .spacing(space::M)
        .into()
}

/// How far a work is that takes a while.
pub fn under_way<'a, M: 'a>(
    context: &Context,
    word: String,
    tone: Tone,
    done: usize,
    of: usize,
) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let (so_far, fraction) = match of {
        0 => (tr!(texts, "desk-import-begun"), 0.0),
        of => (
            tr!(texts, "desk-import-so-far", done = done, of = of),
            done as f32 / of as f32,
        ),
    };
    let content = column![
        heading(context, word),
        progress(dir, fraction, tone),
        dir.label(so_far).muted().fill().lines(1),
    ];
    alone(content.spacing(space::L))
}

/// The title of a part of a page.
pub fn heading<'a, M: 'a>(context: &Context, text: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let dir = context.dir;
    dir.label(text)
        .size(type_size::STRONG)
        .bold()
        .fill()
        .lines(1)
        .into()
}

/// A small word over a large value.
pub fn figure<'a, M: 'a>(
    context: &Context,
    word: impl Into<Cow<'a, str>>,
    value: impl Into<Cow<'a, str>>,
    ink: Ink,
) -> Element<'a, M> {
    let dir = context.dir;
    dir.column([
        dir.label(word).size(type_size::SMALL).muted().fill().into(),
        dir.label(value)
            .size(type_size::DISPLAY)
            .bold()
            .whole()
            .fill()
            .ink(ink)
            .into(),
    ])
    .spacing(0)
    .width(Fill)
    .into()
}

/// A line of a table of amounts: the word at the start, the amount at the end with
/// its digits under those of the amounts above and below.
pub fn amount_line<'a, M: 'a>(
    context: &Context,
    word: impl Into<Cow<'a, str>>,
    amount: Money,
    ink: Ink,
) -> Element<'a, M> {
    let dir = context.dir;
    let amount = dir
        .label(context.amount(amount))
        .medium()
        .whole()
        .width(grown(AMOUNT))
        .ink(ink);
    // Digits run from left to right in every language, so their last ones stand
    // under each other on the right.
    let amount = match dir {
        Dir::Rtl => amount,
        Dir::Ltr => amount.at_end(),
    };
    dir.row([dir.label(word).fill().ink(ink).into(), amount.into()])
        .width(Fill)
        .into()
}

/// How something went, in the middle of the page: a large sign, what was done,
/// its particulars, and what can be done next.
pub fn outcome<'a, M: 'a>(
    context: &Context,
    tone: Tone,
    title: impl Into<Cow<'a, str>>,
    particulars: impl Into<Element<'a, M>>,
    next: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let dir = context.dir;
    let symbol = match tone {
        Tone::Success => Icon::Check,
        Tone::Warning | Tone::Danger => Icon::Warning,
        _ => Icon::Info,
    };
    let sign = container(icon(symbol).size(40.0))
        .class(Surface::Solid(tone))
        .center(80.0);
    let title = dir.label(title).size(type_size::HEADING).bold().centre();
    let head = Column::with_children([sign.into(), title.into()])
        .spacing(space::M)
        .width(Fill)
        .align_x(iced::Center);
    let content = column![
        head,
        particulars.into(),
        Column::with_children(next).spacing(space::M).width(Fill)
    ]
    .spacing(space::XL);
    let sheet = card(content).max_width(ALONE);
    center(scroll::vertical_shrinking(
        dir,
        container(sheet).center_x(Fill),
    ))
    .into()
}

/// The key that prints a paper of what was done, under [`outcome`].
pub fn print_key<'a, M: Clone + 'a>(
    context: &Context,
    word: impl Into<Cow<'a, str>>,
    message: M,
) -> Element<'a, M> {
    let key = button(context.dir, word).large().icon(Icon::Printer);
    key.on_press(message).id("print").into()
}

/// The key that leaves an [`outcome`].
pub fn done_key<'a, M: Clone + 'a>(context: &Context, message: M) -> Element<'a, M> {
    let key = button(context.dir, tr!(context.texts, "desk-done"));
    let key = key.primary().large().fill();
    key.on_press(message).id("done").into()
}

/// A thing that is still open, with a hint of so many lines at most.
pub fn open_matter<'a, M: 'a>(
    context: &Context,
    (symbol, tone): (Icon, Tone),
    title: String,
    hint: String,
    lines: usize,
) -> Element<'a, M> {
    let dir = context.dir;
    let mark = container(icon(symbol).ink(Ink::Solid(tone)))
        .class(Surface::Badge(tone))
        .center(44);
    let hint = dir.label(hint).size(type_size::SMALL).muted();
    let words = dir
        .column([
            dir.label(title).medium().fill().lines(1).into(),
            hint.fill().lines(lines).into(),
        ])
        .spacing(0)
        .width(Fill);
    dir.row([mark.into(), words.into()]).into()
}

/// The name of a member of staff, or their code when they are not known here.
pub fn staff_name(
    context: &Context,
    staff: &[crate::domain::staff::Staff],
    code: &StaffCode,
) -> String {
    staff
        .iter()
        .find(|person| &person.code == code)
        .map_or_else(
            || code.to_string(),
            |person| context.texts.name(&person.name).to_owned(),
        )
}

/// The name of a family, or its code when it is not known here.
pub fn family_name(context: &Context, code: &FamilyCode) -> String {
    match context.catalogue.family(code) {
        Some(family) => context.texts.name(&family.name).to_owned(),
        None => code.to_string(),
    }
}

/// A code or number kept in one piece inside a line of the other direction.
pub fn in_one_piece(code: impl ToString) -> String {
    bidi::left_to_right(&code.to_string())
}
