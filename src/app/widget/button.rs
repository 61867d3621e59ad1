//! Buttons: a word, a symbol or both, in the few kinds the theme knows.
//! What is sold is a `tile`; what is counted up and down is a `stepper`.

use crate::app::theme::{Element, Press, Tone, grown, space, target, type_size};
use crate::app::widget::{Dir, Icon, Tap, icon};
use iced::advanced::widget::Id;
use iced::widget::{Space, container};
use iced::{Fill, Length, Padding, Shrink};
use std::borrow::Cow;

/// How much of a screen a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Build {
    /// As low as a finger allows, with small type that never needs more.
    Small,
    Normal,
    Large,
}

/// A button with a word on it.
#[must_use]
pub struct Button<'a, M> {
    dir: Dir,
    text: Cow<'a, str>,
    hint: Option<Cow<'a, str>>,
    icon: Option<Icon>,
    after: Option<Icon>,
    press: Press,
    build: Build,
    width: Length,
    on_press: Option<M>,
    id: Option<Id>,
}

/// A secondary button with `text` on it; it does nothing until [`Button::on_press`].
pub fn button<'a, M: Clone + 'a>(dir: Dir, text: impl Into<Cow<'a, str>>) -> Button<'a, M> {
    Button {
        dir,
        text: text.into(),
        hint: None,
        icon: None,
        after: None,
        press: Press::Secondary,
        build: Build::Normal,
        width: Shrink,
        on_press: None,
        id: None,
    }
}

impl<'a, M: Clone + 'a> Button<'a, M> {
    /// Sets its kind.
    pub fn kind(mut self, press: Press) -> Self {
        self.press = press;
        self
    }

    /// The action the screen exists for.
    pub fn primary(self) -> Self {
        self.kind(Press::Primary)
    }

    /// An action that keeps out of the way.
    pub fn quiet(self) -> Self {
        self.kind(Press::Quiet)
    }

    /// An action that cannot be taken back.
    pub fn danger(self) -> Self {
        self.kind(Press::Danger)
    }

    /// Puts a symbol before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts a symbol after the word.
    pub fn after(mut self, icon: Icon) -> Self {
        self.after = Some(icon);
        self
    }

    /// Adds a second, smaller line under the word.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// As high as the button a screen exists for.
    pub fn large(mut self) -> Self {
        self.build = Build::Large;
        self
    }

    /// As low as a finger allows.
    pub fn small(mut self) -> Self {
        self.build = Build::Small;
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Takes the whole width there is.
    pub fn fill(self) -> Self {
        self.width(Fill)
    }

    /// What pressing it means.
    pub fn on_press(self, message: M) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// What pressing it means, if it can be pressed now.
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Names the button, so that a test can press it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        let dir = button.dir;
        // Small and large ones have room for larger type, or none to spare.
        let (height, size, symbol_size, lines) = match button.build {
            Build::Small => (target::NORMAL, type_size::SMALL, 24.0, 1),
            Build::Normal => (grown(target::NORMAL), type_size::BODY, 24.0, 2),
            Build::Large => (target::LARGE, type_size::TITLE, 30.0, 2),
        };
        let word = dir
            .label(button.text)
            .medium()
            .size(size)
            .centre()
            .lines(if button.hint.is_none() { lines } else { 1 });
        let words: Element<'a, M> = match button.hint {
            None => word.into(),
            Some(hint) => iced::widget::column![
                word,
                dir.label(hint).size(type_size::CAPTION).centre().lines(1)
            ]
            .align_x(iced::Center)
            .into(),
        };
        let symbol = |symbol| Element::from(icon(symbol).size(symbol_size));
        let line = button
            .icon
            .map(symbol)
            .into_iter()
            .chain([words])
            .chain(button.after.map(symbol));
        // However short its word, a finger finds it.
        let least = Space::new().width(target::NORMAL - 2.0 * space::L);
        let content = container(
            iced::widget::column![dir.row(line).spacing(space::S), least].align_x(iced::Center),
        )
        .center_y(height)
        .center_x(button.width);
        let pressable = Tap::new(content)
            .padding(Padding::ZERO.left(space::L).right(space::L))
            .width(button.width)
            .class(button.press)
            .on_press_maybe(button.on_press);
        named(pressable, button.id, button.width)
    }
}

/// A button with only a symbol on it, square.
pub fn icon_button<'a, M: Clone + 'a>(
    symbol: Icon,
    press: Press,
    on_press: Option<M>,
) -> Tap<'a, M> {
    Tap::new(container(icon(symbol)).center(target::NORMAL))
        .padding(0)
        .class(press)
        .on_press_maybe(on_press)
}

/// Anything as a button: a row of a list, a card that can be chosen.
pub fn pressable<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    press: Press,
    on_press: Option<M>,
) -> Tap<'a, M> {
    Tap::new(content)
        .padding(space::L)
        .class(press)
        .on_press_maybe(on_press)
}

/// Gives anything a name by which a test can find and press it.
pub fn named<'a, M: 'a>(
    content: impl Into<Element<'a, M>>,
    id: Option<Id>,
    width: Length,
) -> Element<'a, M> {
    match id {
        Some(id) => container(content).width(width).id(id).into(),
        None => content.into(),
    }
}

/// One of several views, or of several packages.
#[derive(Debug, Clone)]
pub struct Tab<'a, M> {
    /// What it is called.
    pub text: Cow<'a, str>,
    /// A symbol before the name.
    pub icon: Option<Icon>,
    /// The colour it takes when it is shown; neutral is the till's own.
    pub tone: Tone,
    /// Whether it is the one that is shown.
    pub shown: bool,
    /// What pressing it means.
    pub on_press: M,
}

/// A strip of tabs from the reading start, named `tab-0` and so on; it scrolls
/// sideways when it is too long.
pub fn tabs<'a, M: Clone + 'a>(
    dir: Dir,
    tabs: impl IntoIterator<Item = Tab<'a, M>>,
) -> Element<'a, M> {
    let strip = dir.row(tabs.into_iter().enumerate().map(|(at, tab)| {
        let mut one = button(dir, tab.text)
            .kind(Press::Tab(tab.shown, tab.tone))
            .on_press(tab.on_press)
            .id(format!("tab-{at}"));
        if let Some(icon) = tab.icon {
            one = one.icon(icon);
        }
        one.into()
    }));
    super::scroll::horizontal(dir, strip.spacing(space::S))
}

/// A choice that is on or off.
pub fn chip<'a, M: Clone + 'a>(
    dir: Dir,
    text: impl Into<Cow<'a, str>>,
    on: bool,
    message: M,
) -> Button<'a, M> {
    button(dir, text)
        .kind(Press::Chip(on))
        .small()
        .on_press(message)
}
