//! Gives iced's own widgets the till's look. Only iced's catalogue traits are
//! answered here; the looks themselves are in `style`.

use super::{Field, Ink, Press, Surface, Theme, radius};
use iced::widget::{button, container, scrollable, svg, text, text_input};
use iced::{Background, Border, Color, Shadow};

impl text::Catalog for Theme {
    type Class<'a> = Ink;

    fn default<'a>() -> Self::Class<'a> {
        Ink::Inherited
    }

    fn style(&self, ink: &Ink) -> text::Style {
        text::Style {
            color: ink.colour(self),
        }
    }
}

impl svg::Catalog for Theme {
    type Class<'a> = Ink;

    fn default<'a>() -> Self::Class<'a> {
        Ink::Normal
    }

    fn style(&self, ink: &Ink, _status: svg::Status) -> svg::Style {
        svg::Style {
            color: ink.colour(self),
        }
    }
}

impl container::Catalog for Theme {
    type Class<'a> = Surface;

    fn default<'a>() -> Self::Class<'a> {
        Surface::Bare
    }

    fn style(&self, surface: &Surface) -> container::Style {
        surface.style(self)
    }
}

impl button::Catalog for Theme {
    type Class<'a> = Press;

    fn default<'a>() -> Self::Class<'a> {
        Press::Secondary
    }

    fn style(&self, press: &Press, status: button::Status) -> button::Style {
        // The ground is drawn by `widget::tap`, for less.
        button::Style {
            background: None,
            border: Border::default(),
            ..press.style(self, status)
        }
    }
}

impl text_input::Catalog for Theme {
    type Class<'a> = Field;

    fn default<'a>() -> Self::Class<'a> {
        Field::Boxed
    }

    fn style(&self, field: &Field, status: text_input::Status) -> text_input::Style {
        // The letters, the caret and the selection are drawn by `widget::bidi_input`,
        // which knows where they stand in Arabic; here they must not show twice.
        text_input::Style {
            value: Color::TRANSPARENT,
            placeholder: Color::TRANSPARENT,
            selection: Color::TRANSPARENT,
            ..field.style(self, status)
        }
    }
}

impl scrollable::Catalog for Theme {
    type Class<'a> = ();

    fn default<'a>() -> Self::Class<'a> {}

    fn style(&self, _class: &(), _status: scrollable::Status) -> scrollable::Style {
        let rounded = Border {
            radius: radius::PILL.into(),
            ..Border::default()
        };
        let rail = scrollable::Rail {
            background: None,
            border: Border::default(),
            scroller: scrollable::Scroller {
                background: Background::Color(self.colours.outline),
                border: rounded,
            },
        };
        scrollable::Style {
            container: container::Style::default(),
            vertical_rail: rail,
            horizontal_rail: rail,
            gap: None,
            auto_scroll: scrollable::AutoScroll {
                background: Background::Color(self.colours.raised),
                border: rounded,
                shadow: Shadow::default(),
                icon: self.colours.muted,
            },
        }
    }
}
