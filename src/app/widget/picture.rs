//! Pictures in colours of their own, drawn for the till; symbols in the colour of
//! the text around them are `icon`s.

use crate::app::theme::{Element, Ink};
use iced::widget::svg;
use iced::{Fill, Length};
use std::sync::LazyLock;

static WELCOME: LazyLock<svg::Handle> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../assets/pictures/welcome.svg");
    svg::Handle::from_memory(bytes.as_slice())
});

/// A stall with its awning and its goods, as large as its height allows.
pub fn welcome_picture<'a, M: 'a>(height: impl Into<Length>) -> Element<'a, M> {
    svg(WELCOME.clone())
        .class(Ink::Inherited)
        .width(Fill)
        .height(height)
        .into()
}
