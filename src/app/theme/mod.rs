//! The one design system of the till: scales, colours by role, and how iced's
//! own widgets look in them. What widgets are made of lives in `app::widget`.
//!
//! | wanted | say |
//! |---|---|
//! | a size of type, a distance, a corner, a target | [`type_size`] [`space`] [`radius`] [`target`] |
//! | a size as it is in the text size in use | [`set_in`] for type, [`grown`] for targets |
//! | a typeface | [`REGULAR`] [`MEDIUM`] [`BOLD`] |
//! | the colour of text or an icon | an [`Ink`] |
//! | what a container is | a [`Surface`]: `container(x).class(Surface::Card)` |
//! | what a button is | a [`Press`]: `button(x).class(Press::Primary)` |
//! | what a field is | a [`Field`]: `text_input(..).class(Field::Boxed)` |
//!
//! [`Theme`] is the application's theme; [`Element`] carries it.

mod catalog;
mod colour;
mod palette;
mod scale;
mod style;
mod text_size;

pub use colour::{Colours, PACKAGE_COLOURS, Tint};
pub use scale::{FOCUS_LINE, radius, space, target, type_size};
pub use style::{Field, Ink, Press, Surface, Tone};
pub use text_size::{grown, set_in, use_text_size};

use crate::settings::Look;

use iced::font::{Family, Font, Weight};
use iced::theme::{Base, Mode, Palette, Style};

/// A piece of a screen in the till's look.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;

const VAZIRMATN: Font = Font::with_name("Vazirmatn");

/// The face of sentences.
pub const REGULAR: Font = VAZIRMATN;
/// The face of names, buttons and values.
pub const MEDIUM: Font = Font {
    weight: Weight::Medium,
    ..VAZIRMATN
};
/// The face of titles and money.
pub const BOLD: Font = Font {
    weight: Weight::Bold,
    ..VAZIRMATN
};

/// The font files the faces above are found in; the application loads them all.
pub const FONT_FILES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Vazirmatn-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Vazirmatn-Medium.ttf"),
    include_bytes!("../../../assets/fonts/Vazirmatn-Bold.ttf"),
];

/// What iced is told before the first window: our faces, our size of text.
pub fn settings() -> iced::Settings {
    debug_assert!(matches!(REGULAR.family, Family::Name(_)));
    iced::Settings {
        fonts: FONT_FILES.iter().map(|&file| file.into()).collect(),
        default_font: REGULAR,
        default_text_size: type_size::BODY.into(),
        antialiasing: true,
        ..iced::Settings::default()
    }
}

/// One look of the till.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    name: &'static str,
    /// The colours of this look, by role.
    pub colours: Colours,
}

impl Theme {
    /// The look for a lit hall.
    pub const LIGHT: Self = Self {
        name: "light",
        colours: Colours::LIGHT,
    };

    /// The look for a dark hall.
    pub const DARK: Self = Self {
        name: "dark",
        colours: Colours::DARK,
    };
    /// The look with the greatest contrast.
    pub const CONTRAST: Self = Self {
        name: "contrast",
        colours: Colours::CONTRAST,
    };

    /// The look a till is set to.
    pub const fn of(look: Look) -> Self {
        match look {
            Look::Light => Self::LIGHT,
            Look::Dark => Self::DARK,
            Look::Contrast => Self::CONTRAST,
        }
    }

    /// The same look with the packages in the colours of a bazaar.
    pub fn with_packages<'a>(self, own: impl Iterator<Item = Option<&'a str>>) -> Self {
        let colours = self.colours.with_packages(own);
        Self { colours, ..self }
    }
}

impl Base for Theme {
    fn default(_preference: Mode) -> Self {
        Self::LIGHT
    }

    fn mode(&self) -> Mode {
        match self.colours.is_dark() {
            true => Mode::Dark,
            false => Mode::Light,
        }
    }

    fn base(&self) -> Style {
        Style {
            background_color: self.colours.surface,
            text_color: self.colours.ink,
        }
    }

    fn palette(&self) -> Option<Palette> {
        Some(Palette {
            background: self.colours.surface,
            text: self.colours.ink,
            primary: self.colours.primary.solid,
            success: self.colours.success.solid,
            warning: self.colours.warning.solid,
            danger: self.colours.danger.solid,
        })
    }

    fn name(&self) -> &str {
        self.name
    }
}
