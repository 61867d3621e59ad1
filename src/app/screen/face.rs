//! The round mark that stands for a person: their photograph, or the first letter
//! of their name.

use iced::Fill;
use iced::widget::{Space, container};

use crate::app::context::Context;
use crate::app::theme::{Element, Surface, Tone, radius, type_size};
use crate::app::widget::photo;
use crate::domain::staff::{Role, Staff};
use crate::services::pictures::Album;

/// How much of the colour of the role is seen around a photograph.
const RING: f32 = 3.0;

/// How large the mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Small,
    Large,
}

/// The mark of `person`; its colour tells the role.
pub fn face<'a, M: 'a>(context: &Context, person: &Staff, size: Face) -> Element<'a, M> {
    let (side, letter) = match size {
        Face::Small => (40.0, type_size::BODY),
        Face::Large => (64.0, type_size::TITLE),
    };
    let tone = match person.role {
        Role::Cashier => Tone::Package(4),
        Role::Supervisor => Tone::Package(1),
        Role::Organiser => Tone::Primary,
    };
    if let Some(shown) = context.photos.find(Album::Staff, person.code.as_str()) {
        let place = Space::new().width(Fill).height(Fill);
        let shown = photo(Some(shown), radius::PILL, place);
        let shown = container(shown).class(Surface::Solid(tone)).padding(RING);
        return shown.width(side).height(side).into();
    }
    let name = context.texts.name(&person.name).trim();
    let first: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
    let letter = context.dir.label(first).size(letter).bold().centre();
    container(letter)
        .class(Surface::Solid(tone))
        .center(side)
        .into()
}
