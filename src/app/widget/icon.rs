//! Symbols, drawn from the bundled Lucide outlines in the colour of the text
//! around them. No symbol is taken from a font: system fonts may be absent.

use crate::app::theme::{Element, Ink, Theme, set_in};
use crate::app::widget::Dir;
use iced::advanced::svg::{Handle, Renderer as _, Svg};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Layout, layout, renderer};
use iced::{Length, Rectangle, Size, mouse};
use std::sync::LazyLock;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal,)+) => {
        /// A symbol of the till.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name,)+ }

        impl Icon {
            /// Every symbol there is.
            pub const ALL: &'static [Icon] = &[$(Icon::$name,)+];
        }

        static HANDLES: LazyLock<Vec<Handle>> = LazyLock::new(|| vec![$(
            Handle::from_memory(
                include_bytes!(concat!("../../../assets/icons/", $file, ".svg")).as_slice(),
            ),
        )+]);
    };
}

icons! {
    /// Takes back the last character.
    Backspace = "delete",
    /// Closes or clears.
    Close = "x",
    /// Done.
    Check = "check",
    /// One more.
    Plus = "plus",
    /// One less.
    Minus = "minus",
    /// Looks for something.
    Search = "search",
    /// Pinned to the front.
    Star = "star",
    /// A person.
    Person = "user",
    /// Families, or people.
    People = "users",
    /// Locked.
    Lock = "lock",
    /// Notes: cash.
    Cash = "banknote",
    /// A card.
    Card = "credit-card",
    /// A wallet.
    Wallet = "wallet",
    /// A transfer or a bank.
    Bank = "landmark",
    /// A telephone, a wallet in it.
    Phone = "smartphone",
    /// A discount.
    Percent = "percent",
    /// A receipt.
    Receipt = "receipt-text",
    /// A ticket with lines in it.
    Basket = "shopping-basket",
    /// What is handed over.
    Bag = "shopping-bag",
    /// Goods.
    Package = "package",
    /// A price.
    Tag = "tag",
    /// A stall or site.
    Store = "store",
    /// The printer.
    Printer = "printer",
    /// A refund.
    Undo = "undo-2",
    /// Parks a ticket.
    Pause = "pause",
    /// Leaves.
    SignOut = "log-out",
    /// A closed day.
    DayDone = "calendar-check",
    /// Reckons.
    Calculator = "calculator",
    /// Coins and notes counted.
    Coins = "coins",
    /// Money handed to a family.
    Payout = "hand-coins",
    /// Sold by weight.
    Scale = "scale",
    /// Figures in plots.
    Chart = "chart-column",
    /// Reads a barcode.
    Barcode = "scan-barcode",
    /// Changes the language.
    Language = "languages",
    /// A step to the left.
    ChevronLeft = "chevron-left",
    /// A step to the right.
    ChevronRight = "chevron-right",
    /// Opens downwards.
    ChevronDown = "chevron-down",
    /// Opens upwards.
    ChevronUp = "chevron-up",
    /// Points to the left.
    ArrowLeft = "arrow-left",
    /// Points to the right.
    ArrowRight = "arrow-right",
    /// Capital letters.
    ArrowUp = "arrow-up",
    /// The keyboard on the screen.
    Keyboard = "keyboard",
    /// This till's own settings.
    Settings = "settings",
    /// Deserves a look.
    Warning = "triangle-alert",
    /// Refused or broken.
    Alert = "circle-alert",
    /// Good.
    Success = "circle-check",
    /// Tells something.
    Info = "info",
    /// Removes.
    Trash = "trash-2",
    /// Changes something written.
    Pencil = "pencil",
    /// Time.
    Clock = "clock",
    /// The day, or light.
    Sun = "sun",
    /// The evening, or dark.
    Moon = "moon",
    /// The greatest contrast.
    Contrast = "contrast",
    /// The first page.
    Home = "house",
    /// A statement or report.
    Statement = "file-text",
    /// More to do.
    More = "ellipsis",
    /// What was.
    History = "history",
    /// Nothing here yet.
    Inbox = "inbox",
    /// Working.
    Hourglass = "hourglass",
    /// Food and sweets.
    Food = "utensils",
    /// Perfume and incense.
    Perfume = "flask-conical",
    /// Accessories.
    Jewel = "gem",
    /// Handicrafts.
    Palette = "palette",
    /// Clothes.
    Clothes = "shirt",
    /// A gift.
    Gift = "gift",
    /// Heritage.
    Scroll = "scroll-text",
    /// From the start again.
    Reset = "rotate-ccw",
    /// No network.
    Offline = "wifi-off",
    Network = "wifi",
    /// Opens a shift or day.
    Open = "door-open",
    /// Made to order.
    Scissors = "scissors",
    /// Shows what is hidden.
    Eye = "eye",
    /// Brings goods to a door.
    Truck = "truck",
    /// Practises.
    Student = "graduation-cap",
}

impl Icon {
    /// The arrow that leads back in `dir`.
    pub fn back(dir: Dir) -> Self {
        if dir.is_rtl() {
            Icon::ArrowRight
        } else {
            Icon::ArrowLeft
        }
    }

    /// The small arrow that leads on in `dir`.
    pub fn onward(dir: Dir) -> Self {
        if dir.is_rtl() {
            Icon::ChevronLeft
        } else {
            Icon::ChevronRight
        }
    }
}

/// A symbol of a given size, to be put on a screen.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Symbol {
    icon: Icon,
    size: f32,
    ink: Ink,
}

/// A symbol as large as a line of body text.
pub fn icon(icon: Icon) -> Symbol {
    Symbol {
        icon,
        size: 24.0,
        ink: Ink::Inherited,
    }
}

impl Symbol {
    /// Sets the side of the square it fills, in pixels, in the medium text size.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Sets the colour by its role.
    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for Symbol {
    fn size(&self) -> Size<Length> {
        let side = Length::Fixed(set_in(self.size));
        Size::new(side, side)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, set_in(self.size), set_in(self.size))
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let colour = self.ink.colour(theme).unwrap_or(style.text_color);
        let svg = Svg::new(HANDLES[self.icon as usize].clone()).color(colour);
        // Whole pixels keep the outlines crisp.
        let bounds = layout.bounds();
        let place = Rectangle {
            x: bounds.x.round(),
            y: bounds.y.round(),
            ..bounds
        };
        renderer.draw_svg(svg, place, *viewport);
    }
}

impl<'a, M: 'a> From<Symbol> for Element<'a, M> {
    fn from(symbol: Symbol) -> Self {
        Element::new(symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_an_outline_of_its_own() {
        let mut seen: Vec<_> = Icon::ALL
            .iter()
            .map(|&icon| HANDLES[icon as usize].id())
            .collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(
            seen.len(),
            Icon::ALL.len(),
            "two icons show the same outline"
        );
    }

    #[test]
    fn arrows_follow_the_reader() {
        assert_eq!(Icon::back(Dir::Rtl), Icon::ArrowRight);
        assert_eq!(Icon::onward(Dir::Rtl), Icon::ChevronLeft);
    }
}
