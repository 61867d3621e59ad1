//! What is pressed most: the tile of a product line, the stepper of a quantity.

use crate::app::photos::Photo;
use crate::app::theme::{
    Element, Ink, Press, Surface, Tone, grown, radius, space, target, type_size,
};
use crate::app::widget::button::named;
use crate::app::widget::panel::{badge, stripe};
use crate::app::widget::photo::photo;
use crate::app::widget::{Dir, Icon, Tap, icon, icon_button};
use iced::advanced::widget::Id;
use iced::widget::{Column, Space, container};
use iced::{Fill, Padding};
use std::borrow::Cow;

/// How high a tile is, its padding and all.
pub const TILE_HEIGHT: f32 = target::TILE + 2.0 * space::M;
/// The same of one with a photograph.
pub const PHOTO_TILE_HEIGHT: f32 = TILE_HEIGHT + target::PHOTO + space::S;

/// What stands above the words of a tile on a shelf with photographs.
#[derive(Clone)]
pub enum TilePhoto {
    Photo(Photo),
    /// There is none of it.
    Missing,
}

/// What a tile shows of a product line.
#[derive(Clone)]
pub struct Tile<'a> {
    /// The goods.
    pub name: Cow<'a, str>,
    /// Who they belong to.
    pub family: Cow<'a, str>,
    /// The price, with its currency or unit.
    pub price: Cow<'a, str>,
    /// A word across from the price until a count takes its place: per kilogram.
    pub unit: Option<Cow<'a, str>>,
    /// The package it is in.
    pub package: usize,
    /// How much is left, with its unit, in the tone of how much that is, and its name
    /// for tests: it takes the place of the unit.
    pub left: Option<(Cow<'a, str>, Tone, Id)>,
    /// What stands above all that, where the shelf has photographs.
    pub photo: Option<TilePhoto>,
    /// How many of it are in the ticket, if any.
    pub count: Option<Cow<'a, str>>,
    /// What to say instead of selling it: sold out.
    pub unavailable: Option<Cow<'a, str>>,
    /// What to know before selling it, in its tone: past its date. The tile is paler.
    pub mark: Option<(Cow<'a, str>, Tone)>,
    /// Until when it is good, in the tone of how soon that is.
    pub until: Option<(Cow<'a, str>, Tone)>,
    /// Whether it is pinned to the front of the shelf.
    pub pinned: bool,
    /// Its name for tests.
    pub id: Id,
}

/// A product line as a card to press. All tiles are of one height.
pub fn tile<'a, M: Clone + 'a>(dir: Dir, tile: Tile<'a>, on_press: M) -> Element<'a, M> {
    let tone = Tone::Package(tile.package);
    let available = tile.unavailable.is_none();
    let plain = available && tile.mark.is_none();
    let ink = |normal| if plain { normal } else { Ink::Faint };
    let family = dir
        .label(tile.family)
        .size(type_size::CAPTION)
        .fill()
        .lines(1)
        .ink(ink(Ink::Muted));
    let until = tile.until.map(|(until, tone)| {
        let until = dir.label(until).size(type_size::CAPTION).whole();
        Element::from(until.ink(match tone {
            Tone::Neutral => Ink::Muted,
            tone => Ink::Of(tone),
        }))
    });
    let star = tile.pinned.then(|| {
        let star = icon(Icon::Star).size(type_size::CAPTION);
        Element::from(star.ink(Ink::Of(tone)))
    });
    let caption = [family.into()].into_iter().chain(until).chain(star);
    let head = Column::with_children([
        dir.label(tile.name)
            .medium()
            .fill()
            .lines(2)
            .ink(ink(Ink::Normal))
            .into(),
        dir.row(caption).spacing(space::XS).into(),
    ]);
    let price = dir
        .label(tile.price)
        .size(type_size::STRONG)
        .bold()
        .whole()
        .ink(ink(Ink::Of(tone)));
    let unavailable = tile.unavailable.map(|word| (word, Tone::Neutral));
    let unit = tile.unit.filter(|_| tile.left.is_none());
    let marked = unavailable.is_some() || tile.mark.is_some();
    let left = tile.left.filter(|_| !marked).map(|(left, tone, id)| {
        let left = dir.label(left).size(type_size::CAPTION).whole().id(id);
        Element::from(match tone {
            Tone::Neutral => left.ink(Ink::Muted),
            tone => left.bold().ink(Ink::Of(tone)),
        })
    });
    let mark: Element<'a, M> = match (unavailable.or(tile.mark), tile.count, unit) {
        (Some((word, tone)), None, _) => badge(dir, word, tone),
        (_, Some(count), _) => {
            let count = dir.label(count).size(type_size::SMALL).bold().whole();
            container(count)
                .class(Surface::Solid(tone))
                .padding(Padding::from([1.0, 11.0]))
                .into()
        }
        (None, None, Some(unit)) => badge(dir, unit, Tone::Neutral),
        (None, None, None) => Space::new().into(),
    };
    let body = Column::with_children([
        head.into(),
        Space::new().height(Fill).into(),
        dir.between(
            price,
            dir.row(left.into_iter().chain([mark])).spacing(space::XS),
        )
        .into(),
    ])
    .width(Fill);
    let words = dir
        .row([stripe(tone, Fill), body.into()])
        .spacing(space::M)
        .height(grown(target::TILE));
    let photo = tile.photo.map(|photo| above(photo, tone));
    let content = Column::new().extend(photo).push(words).spacing(space::S);
    let card = Tap::new(content)
        .padding(dir.padding(space::M, space::M, space::M))
        .width(Fill)
        .class(Press::Tile)
        .on_press_maybe(available.then_some(on_press));
    named(card, Some(tile.id), Fill)
}

/// The photograph of a tile, or the sign of goods in the colour of their package.
fn above<'a, M: 'a>(shown: TilePhoto, tone: Tone) -> Element<'a, M> {
    let sign = container(icon(Icon::Package).size(type_size::HEADING))
        .class(Surface::Soft(tone))
        .center_x(Fill)
        .center_y(grown(target::PHOTO));
    match shown {
        TilePhoto::Photo(shown) => photo(Some(shown), radius::M, sign),
        TilePhoto::Missing => sign.into(),
    }
}

/// A quantity between a minus and a plus. `less` and `more` are absent where the
/// quantity cannot go further; `on_value` opens a pad for it.
pub fn stepper<'a, M: Clone + 'a>(
    dir: Dir,
    value: impl Into<Cow<'a, str>>,
    less: Option<M>,
    more: Option<M>,
    on_value: Option<M>,
) -> Element<'a, M> {
    let face = dir
        .label(value)
        .size(type_size::STRONG)
        .bold()
        .centre()
        .lines(1);
    let middle = Tap::new(
        container(face)
            .center_y(grown(target::NORMAL))
            .center_x(Fill),
    )
    .padding(0)
    .width(grown(72.0))
    .class(Press::Quiet)
    .on_press_maybe(on_value);
    let key = |part, id: &'static str| named(part, Some(id.into()), iced::Shrink);
    dir.row([
        key(icon_button(Icon::Minus, Press::Key, less), "stepper-less"),
        key(middle, "stepper-value"),
        key(icon_button(Icon::Plus, Press::Key, more), "stepper-more"),
    ])
    .spacing(space::XS)
    .into()
}

/// A large card to choose by: a person, a till, a kind of payment.
pub fn choice<'a, M: Clone + 'a>(
    dir: Dir,
    symbol: Icon,
    title: impl Into<Cow<'a, str>>,
    hint: impl Into<Cow<'a, str>>,
    chosen: bool,
    on_press: Option<M>,
) -> Tap<'a, M> {
    let symbol = match on_press {
        Some(_) => icon(symbol),
        None => icon(symbol).ink(Ink::Faint),
    };
    let mark = container(symbol.size(28.0))
        .class(match chosen {
            true => Surface::Solid(Tone::Primary),
            false => Surface::Badge(Tone::Neutral),
        })
        .center(grown(target::NORMAL));
    let words = Column::with_children([
        dir.label(title)
            .size(type_size::STRONG)
            .medium()
            .fill()
            .lines(1)
            .into(),
        dir.label(hint)
            .size(type_size::SMALL)
            .ink(Ink::Muted)
            .fill()
            .lines(1)
            .into(),
    ]);
    Tap::new(dir.row([mark.into(), words.into()]).spacing(space::M))
        .padding(space::M)
        .width(Fill)
        .class(if chosen {
            Press::TileChosen
        } else {
            Press::Tile
        })
        .on_press_maybe(on_press)
}
