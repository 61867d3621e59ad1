//! How the dashboard looks: the large figures first, then the plots, then what is
//! read line by line.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length};

use super::{Dashboard, Message, Shown};
use crate::app::context::Context;
use crate::app::screen::frame::{heading, page, said, titled, trouble};
use crate::app::theme::{Element, Ink, Theme, Tone, grown, space, type_size};
use crate::app::widget::{Icon, button, card, divider, empty, named, notice, plot, scroll};
use crate::locale::bidi;
use crate::plot::Plot;
use crate::services::dashboard::{Reader, Section, SlowGoods, SlowTold, Told};
use crate::services::many::ManyRefusal;
use crate::services::notice::Notice;
use crate::tr;

/// The least width of a card with a large figure: a sum of millions fits.
const LARGE: f32 = 300.0;
/// Slow goods that are shown.
const SLOW: usize = 8;

impl Dashboard {
    pub(super) fn page<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let save = self.save_key(context);
        if let Some(proof) = &self.proof {
            let title = tr!(texts, "figures-proof-title");
            return page(context, title, Message::Back, [], proof.view(context, save));
        }
        if let Some(many) = &self.many {
            let keys = save.into_iter().chain(self.workbook_key(context));
            let save = keys.filter(|_| many.is_shown()).collect();
            let title = tr!(texts, "many-title");
            let content = many.view(context, save, !self.nothing);
            return page(context, title, Message::Back, [], content);
        }
        let content: Element<'a, Message> = match self.nothing {
            // Others' figures can be looked at before there are own ones.
            true => {
                let nothing = empty(
                    dir,
                    Icon::Chart,
                    tr!(texts, "figures-no-days"),
                    tr!(texts, "figures-no-days-hint"),
                );
                Column::with_children(many_key(context).map(|many| dir.at_start(many)))
                    .push(nothing)
                    .into()
            }
            false => {
                let shown = self.shown.as_ref();
                let content = column![self.head(context)]
                    .extend(trouble(context, self.wrong.as_ref()))
                    .extend(shown.map(|shown| figures(context, shown)))
                    .spacing(space::L);
                scroll::vertical_named(dir, "dashboard", content)
            }
        };
        let title = tr!(texts, "figures-title");
        page(context, title, Message::Back, [], content)
    }

    /// Which days are looked at, and what can be done with them. Nothing of it stands
    /// in the bar, where things are said in passing.
    fn head<'a>(&self, context: &Context) -> Element<'a, Message> {
        let dir = context.dir;
        let modes = self.days.modes(context).map(Message::Days);
        let proof = button(dir, tr!(context.texts, "figures-proof-title"))
            .icon(Icon::Scale)
            .on_press_maybe(self.shown.as_ref().map(|_| Message::OpenProof))
            .id("open-proof");
        let keys = [proof.into()].into_iter().chain(many_key(context));
        let keys = dir.row(keys.chain(self.save_key(context)));
        let days = self.days.strip(context);
        let days = days.map(|days| days.map(Message::Days));
        let rows: Column<'a, Message, Theme> = match is_wide(context) {
            true => column![dir.between(modes, keys.spacing(space::S))],
            false => column![dir.at_start(modes), dir.at_start(keys.spacing(space::S))],
        };
        let rows = rows.extend(self.beside(context));
        rows.push(days).spacing(space::S).into()
    }

    /// Which edition is laid beside this one, and the key that takes it away; where it
    /// had no such day, that too.
    fn beside<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        let known = self.edition.as_ref()?;
        let name = bidi::first_strong(texts.name(&known.edition.name));
        let word = tr!(texts, "many-beside-edition", edition = name);
        let alone = button(dir, tr!(texts, "many-alone"))
            .icon(Icon::Close)
            .on_press(Message::Alone)
            .id("alone");
        let line = dir.row([notice(dir, Tone::Info, word), alone.into()]);
        let missing = self.no_such_day(context);
        let missing = missing.map(|missing| {
            let said = said(context, &missing);
            named(said, Some("no-such-day".into()), Fill)
        });
        let strangers = self.strangers(context).map(|told| {
            let told = notice(dir, Tone::Warning, told);
            named(told, Some("strangers".into()), Fill)
        });
        let lines = column![line.align_y(iced::Center)]
            .extend(missing)
            .extend(strangers);
        Some(lines.spacing(space::S).into())
    }

    /// The codes that mean somebody or something else in the edition laid beside.
    fn strangers(&self, context: &Context) -> Option<String> {
        let shown = self.shown.as_ref()?;
        let reader = Reader {
            texts: context.texts,
            catalogue: &context.catalogue,
            staff: &shown.known.staff,
        };
        reader.strangers(&shown.known.figures, shown.against.as_ref()?)
    }

    /// That the edition laid beside the days shown had none of them.
    fn no_such_day(&self, context: &Context) -> Option<Notice> {
        let shown = self.shown.as_ref()?;
        let against = shown.against.as_ref()?;
        let edition = against.edition.as_ref()?;
        let first = shown.known.figures.days.first()?;
        against.days.is_empty().then(|| {
            context.told(ManyRefusal::NoSuchDay {
                bazaar: edition.code.clone(),
                number: first.number,
            })
        })
    }

    /// The key that makes a file of what is shown, where files are kept.
    fn save_key<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        context.data.as_ref()?;
        let shown = self.shown.as_ref();
        let some =
            self.many.is_some() || shown.is_some_and(|shown| !shown.known.figures.is_empty());
        let key = button(context.dir, tr!(context.texts, "figures-save"))
            .icon(Icon::Statement)
            .on_press_maybe((some && !self.saving).then_some(Message::Save))
            .id("save");
        Some(key.into())
    }

    /// The key that makes a workbook of what several databases come to.
    fn workbook_key<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        context.data.as_ref()?;
        let key = button(context.dir, tr!(context.texts, "many-workbook"))
            .icon(Icon::Chart)
            .on_press_maybe((!self.saving).then_some(Message::SaveWorkbook))
            .id("save-workbook");
        Some(key.into())
    }
}

/// The key to what several databases come to; without a folder of its own this till
/// sees no files.
fn many_key<'a>(context: &Context) -> Option<Element<'a, Message>> {
    context.data.as_ref()?;
    let key = button(context.dir, tr!(context.texts, "many-title"))
        .icon(Icon::Package)
        .on_press(Message::OpenMany)
        .id("open-many");
    Some(key.into())
}

/// Whether four large figures stand side by side.
fn is_wide(context: &Context) -> bool {
    context.window.width >= 4.0 * grown(LARGE)
}

fn figures<'a>(context: &Context, shown: &'a Shown) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let figures = &shown.known.figures;
    if figures.is_empty() {
        let nothing = empty(
            dir,
            Icon::Chart,
            tr!(texts, "figures-empty"),
            tr!(texts, "figures-empty-hint"),
        );
        return container(nothing).height(360).into();
    }
    let reader = Reader {
        texts,
        catalogue: &context.catalogue,
        staff: &shown.known.staff,
    };
    let [takings, others @ ..] = reader.headline(figures, shown.against.as_ref());
    let takings = large(context, takings, Ink::Of(Tone::Primary));
    let others = others.map(|told| large(context, told, Ink::Normal));
    let headline = [takings].into_iter().chain(others);
    let columns = if is_wide(context) { 4 } else { 2 };
    let mut content = column![dir.grid(headline, columns)].spacing(space::M);
    let mut narrow = Vec::new();
    for (section, one) in &shown.plots {
        let block = plotted(context, *section, one);
        if section.is_wide() {
            content = content.push(block);
        } else {
            narrow.push(block);
        }
    }
    narrow.extend(slow(context, &reader, &shown.known.slow));
    narrow.push(matters(context, reader.matters(figures)));
    content.push(pairs(context, narrow)).into()
}

/// Cards two by two, those of a pair beginning on one line; in an upright window one
/// under the other.
fn pairs<'a>(context: &Context, cards: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let mut list = Column::new().spacing(space::M);
    let mut cards = cards.into_iter();
    while let Some(first) = cards.next() {
        if context.is_upright() {
            list = list.push(first);
            continue;
        }
        let second = cards.next().unwrap_or_else(|| Space::new().into());
        let both = [first, second].map(|card| container(card).width(Fill).into());
        list = list.push(context.dir.row(both).align_y(iced::Top));
    }
    list.into()
}

/// A word, a large value, and what more is known of it.
fn large<'a>(context: &Context, told: Told, ink: Ink) -> Element<'a, Message> {
    let dir = context.dir;
    let words = dir
        .column([
            dir.label(told.word)
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(1)
                .into(),
            dir.label(told.shown)
                .size(type_size::HEADING)
                .bold()
                .whole()
                .fill()
                .ink(ink)
                .id(told.code)
                .into(),
            dir.label(told.note)
                .size(type_size::CAPTION)
                .muted()
                .fill()
                .lines(1)
                .id(format!("{}-note", told.code))
                .into(),
        ])
        .spacing(0)
        .width(Fill);
    card(words).padding(space::L).width(Fill).into()
}

fn plotted<'a>(context: &Context, section: Section, one: &'a Plot) -> Element<'a, Message> {
    let title = heading(context, context.texts.get(section.title()));
    let content = column![title, plot(context.dir, one)].spacing(space::S);
    card(content).padding(space::L).width(Fill).into()
}

/// Goods on the shelf that hardly anybody buys.
fn slow<'a>(
    context: &Context,
    reader: &Reader<'_>,
    goods: &[SlowGoods],
) -> Option<Element<'a, Message>> {
    let texts = context.texts;
    if goods.is_empty() {
        return None;
    }
    let mut list = column![heading(context, tr!(texts, "figures-slow"))].spacing(space::S);
    for one in goods.iter().take(SLOW) {
        list = list
            .push(divider())
            .push(slow_line(context, reader.slow(one)));
    }
    Some(card(list).padding(space::L).width(Fill).into())
}

fn slow_line<'a>(context: &Context, goods: SlowTold) -> Element<'a, Message> {
    let dir = context.dir;
    let left = goods.left.map(|left| {
        let left = dir.label(left).size(type_size::CAPTION).muted().at_end();
        Element::from(left.lines(1))
    });
    let sold = dir.label(goods.sold).medium().at_end().lines(1).into();
    let figures = dir
        .column([sold])
        .extend(left)
        .align_x(dir.end())
        .spacing(0);
    let family = goods.family.unwrap_or_default();
    dir.row([titled(dir, goods.name, family), figures.into()])
        .into()
}

/// The other figures, line by line.
fn matters<'a>(context: &Context, matters: Vec<Told>) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let mut list = column![heading(context, tr!(texts, "figures-matters"))].spacing(space::S);
    for told in matters {
        let value = dir
            .label(told.shown)
            .medium()
            .whole()
            .at_end()
            .width(Length::Shrink)
            .id(told.code);
        let words: Element<'a, Message> = match told.note.is_empty() {
            true => dir.label(told.word).fill().into(),
            false => titled(dir, told.word, told.note),
        };
        list = list.push(divider()).push(dir.row([words, value.into()]));
    }
    card(list).padding(space::L).width(Fill).into()
}
