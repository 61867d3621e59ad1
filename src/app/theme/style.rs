//! The kinds of things on a screen, and how each looks in a given [`Theme`].

use super::{Colours, FOCUS_LINE, Theme, Tint, radius};
use iced::widget::{button, container, text_input};
use iced::{Background, Border, Color, Shadow};

/// What something has to say, good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// The till's own colour.
    Primary,
    /// Done, balanced, paid.
    Success,
    /// Deserves a look.
    Warning,
    /// Destroys, refuses or is short.
    Danger,
    /// Tells without asking.
    Info,
    /// The package with this index.
    Package(usize),
}

impl Tone {
    /// The colours of this tone.
    pub fn tint(self, colours: &Colours) -> Tint {
        match self {
            Tone::Neutral => Tint {
                solid: colours.ink,
                on_solid: colours.raised,
                soft: colours.sunken,
                ink: colours.ink,
            },
            Tone::Primary => colours.primary,
            Tone::Success => colours.success,
            Tone::Warning => colours.warning,
            Tone::Danger => colours.danger,
            Tone::Info => colours.info,
            Tone::Package(index) => colours.package(index),
        }
    }
}

/// The colour of text and icons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// Whatever the thing around it writes in.
    #[default]
    Inherited,
    /// Text.
    Normal,
    /// Secondary text.
    Muted,
    /// What cannot be used.
    Faint,
    /// Written in a tone, on a surface or on its soft ground.
    Of(Tone),
    /// The strong colour of a tone, for icons and large figures.
    Solid(Tone),
    /// Written on the strong colour of a tone.
    On(Tone),
}

impl Ink {
    /// The colour, unless it is the one of the surroundings.
    pub fn colour(self, theme: &Theme) -> Option<Color> {
        let colours = &theme.colours;
        Some(match self {
            Ink::Inherited => return None,
            Ink::Normal => colours.ink,
            Ink::Muted => colours.muted,
            Ink::Faint => colours.faint,
            Ink::Of(tone) => tone.tint(colours).ink,
            Ink::Solid(tone) => tone.tint(colours).solid,
            Ink::On(tone) => tone.tint(colours).on_solid,
        })
    }
}

fn outlined(colour: Color, width: f32, corner: f32) -> Border {
    Border {
        color: colour,
        width,
        radius: corner.into(),
    }
}

/// What a container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    /// Only a place.
    #[default]
    Bare,
    /// The ground of a whole screen.
    Ground,
    /// A sheet of paper on the ground.
    Card,
    /// A card that is chosen.
    Chosen,
    /// A hairline between things, or a dot that is not filled.
    Line,
    /// The bar across a screen.
    Bar,
    /// A panel that reaches the edge of the window: the ticket.
    Panel,
    /// A well let into the ground.
    Well,
    /// A dialog over everything.
    Sheet,
    /// What a dialog dims.
    Veil,
    /// A short message that floats.
    Toast(Tone),
    /// A soft ground of a tone, for what is said inside a screen.
    Soft(Tone),
    /// A small mark with a word or number in it.
    Badge(Tone),
    /// Filled with the strong colour of a tone.
    Solid(Tone),
    /// A band in the strong colour of a tone, from edge to edge.
    Band(Tone),
}

impl Surface {
    pub(super) fn style(self, theme: &Theme) -> container::Style {
        let colours = &theme.colours;
        let plain = container::Style::default();
        let filled = |ground: Color, ink: Color, border: Border| container::Style {
            background: Some(Background::Color(ground)),
            text_color: Some(ink),
            border,
            ..plain
        };
        match self {
            Surface::Bare => plain,
            Surface::Ground => filled(colours.surface, colours.ink, Border::default()),
            Surface::Card => filled(
                colours.raised,
                colours.ink,
                outlined(colours.line, colours.line_width, radius::L),
            ),
            Surface::Chosen => filled(
                colours.primary.soft,
                colours.primary.ink,
                outlined(colours.primary.solid, FOCUS_LINE, radius::L),
            ),
            Surface::Line => filled(
                colours.line,
                colours.ink,
                outlined(colours.line, 0.0, radius::PILL),
            ),
            Surface::Bar => filled(colours.raised, colours.ink, Border::default()),
            // Where it is of one colour with the ground, a line parts them.
            Surface::Panel if colours.raised == colours.surface => filled(
                colours.raised,
                colours.ink,
                outlined(colours.line, colours.line_width, 0.0),
            ),
            Surface::Panel => filled(colours.raised, colours.ink, Border::default()),
            Surface::Well => filled(
                colours.sunken,
                colours.ink,
                outlined(colours.sunken, 0.0, radius::M),
            ),
            Surface::Sheet => filled(
                colours.raised,
                colours.ink,
                outlined(colours.line, colours.line_width, radius::XL),
            ),
            Surface::Veil => filled(colours.veil, colours.raised, Border::default()),
            Surface::Toast(tone) => {
                let tint = tone.tint(colours);
                filled(
                    tint.solid,
                    tint.on_solid,
                    outlined(tint.solid, 0.0, radius::L),
                )
            }
            Surface::Soft(tone) => {
                let tint = tone.tint(colours);
                filled(tint.soft, tint.ink, outlined(tint.soft, 0.0, radius::M))
            }
            Surface::Badge(tone) => {
                let tint = tone.tint(colours);
                filled(tint.soft, tint.ink, outlined(tint.soft, 0.0, radius::PILL))
            }
            Surface::Band(tone) => {
                let tint = tone.tint(colours);
                filled(tint.solid, tint.on_solid, Border::default())
            }
            Surface::Solid(tone) => {
                let tint = tone.tint(colours);
                filled(
                    tint.solid,
                    tint.on_solid,
                    outlined(tint.solid, 0.0, radius::PILL),
                )
            }
        }
    }
}

/// What a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Press {
    /// The action the screen exists for; one to a screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that keeps out of the way: bars, rows.
    Quiet,
    /// Cannot be taken back.
    Danger,
    /// A key of a pad or keyboard.
    Key,
    /// A key that does rather than writes: back, shift, done.
    KeyAction,
    /// Something to be sold or chosen, as a card.
    Tile,
    /// The same on a card or a dialog, where a tile would not stand out.
    Inset,
    /// A tile that is chosen.
    TileChosen,
    /// One of several views; `true` is the one that is shown. A package has its colour.
    Tab(bool, Tone),
    /// A choice that stays; `true` is on.
    Chip(bool),
    /// A row of a list, over the whole width.
    Row,
}

impl Press {
    /// The look of a button of this kind.
    pub fn style(self, theme: &Theme, status: button::Status) -> button::Style {
        let colours = &theme.colours;
        let down = matches!(status, button::Status::Pressed);
        let off = matches!(status, button::Status::Disabled);
        let raised = if down {
            colours.pressed
        } else {
            colours.raised
        };
        let inset = if down {
            colours.key_pressed
        } else {
            colours.surface
        };
        let key = match (off, down) {
            (true, _) => colours.key_off,
            (false, true) => colours.key_pressed,
            (false, false) => colours.key,
        };
        let none = |corner| outlined(Color::TRANSPARENT, 0.0, corner);
        // What is pressed shows by its ground; a line costs as much again to draw. A
        // ground alone is too little where contrast is asked for.
        let edge = |colour, corner| match colours.line_width > 1.0 {
            true => outlined(colour, colours.line_width, corner),
            false => none(corner),
        };
        let ink_or_faint = if off { colours.faint } else { colours.ink };
        let line = |corner| match off {
            true => edge(colours.sunken, corner),
            false => edge(colours.outline, corner),
        };

        let (ground, ink, border) = match self {
            Press::Primary | Press::Danger if off => {
                (colours.sunken, colours.faint, none(radius::M))
            }
            Press::Primary => {
                let ground = if down {
                    colours.primary_pressed
                } else {
                    colours.primary.solid
                };
                (ground, colours.primary.on_solid, none(radius::M))
            }
            Press::Danger if down => (colours.danger.ink, colours.danger.on_solid, none(radius::M)),
            Press::Danger => (
                colours.danger.solid,
                colours.danger.on_solid,
                none(radius::M),
            ),
            Press::Secondary | Press::Key => (key, ink_or_faint, line(radius::M)),
            Press::KeyAction => {
                let ground = if down {
                    colours.outline
                } else {
                    colours.key_pressed
                };
                (ground, ink_or_faint, none(radius::M))
            }
            Press::Quiet => {
                let ground = if down {
                    colours.sunken
                } else {
                    Color::TRANSPARENT
                };
                (ground, ink_or_faint, none(radius::M))
            }
            Press::Tile | Press::Inset if off => (
                colours.key_off,
                colours.faint,
                edge(colours.sunken, radius::L),
            ),
            Press::Tile => (raised, colours.ink, edge(colours.line, radius::L)),
            Press::Inset => (inset, colours.ink, edge(colours.line, radius::L)),
            Press::TileChosen => (
                colours.primary.soft,
                colours.primary.ink,
                outlined(colours.primary.solid, FOCUS_LINE, radius::L),
            ),
            Press::Tab(true, tone) => {
                let tint = match tone {
                    Tone::Neutral => colours.primary,
                    other => other.tint(colours),
                };
                (tint.solid, tint.on_solid, none(radius::PILL))
            }
            Press::Tab(false, tone @ Tone::Package(_)) => {
                let tint = tone.tint(colours);
                let ground = if down { raised } else { tint.soft };
                (ground, tint.ink, edge(tint.solid, radius::PILL))
            }
            Press::Tab(false, _) => (key, colours.ink, line(radius::PILL)),
            Press::Chip(true) => (
                colours.primary.soft,
                colours.primary.ink,
                outlined(colours.primary.solid, FOCUS_LINE, radius::PILL),
            ),
            Press::Chip(false) => (key, ink_or_faint, line(radius::PILL)),
            Press::Row => {
                let ground = if down {
                    colours.pressed
                } else {
                    Color::TRANSPARENT
                };
                (ground, ink_or_faint, none(radius::M))
            }
        };
        button::Style {
            // What can't be seen is not painted: it would cost as much as what can.
            background: (ground.a > 0.0).then_some(Background::Color(ground)),
            text_color: ink,
            border,
            shadow: Shadow::default(),
            snap: true,
        }
    }
}

/// What a field for text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field {
    /// A box on a form.
    #[default]
    Boxed,
    /// A box whose content was refused.
    Refused,
}

impl Field {
    pub(super) fn style(self, theme: &Theme, status: text_input::Status) -> text_input::Style {
        let colours = &theme.colours;
        let focused = matches!(status, text_input::Status::Focused { .. });
        let border = match (self, focused) {
            (Field::Refused, _) => outlined(colours.danger.solid, FOCUS_LINE, radius::M),
            (Field::Boxed, true) => outlined(colours.focus, FOCUS_LINE, radius::M),
            (Field::Boxed, false) => outlined(colours.outline, colours.line_width, radius::M),
        };
        let disabled = matches!(status, text_input::Status::Disabled);
        text_input::Style {
            background: Background::Color(if disabled {
                colours.sunken
            } else {
                colours.raised
            }),
            border,
            icon: colours.muted,
            placeholder: colours.faint,
            value: colours.ink,
            selection: colours.selection,
        }
    }
}
