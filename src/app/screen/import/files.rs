//! Choosing what kind of table and which file: a list of the spreadsheets this till
//! can see.

use std::path::PathBuf;

use iced::Fill;
use iced::widget::column;

use super::{Message, with_trouble};
use crate::app::context::Context;
use crate::app::screen::found::{known_of, place_of};
use crate::app::screen::frame::{SIDE, beside, choosable, heading, rows, tall, titled};
use crate::app::theme::{Element, Tone, space};
use crate::app::widget::{Icon, badge, button, choice, empty, named, notice, scroll};
use crate::locale::bidi;
use crate::reports::table::TableKind;
use crate::services::import::FoundFile;
use crate::services::notice::Notice;
use crate::tr;

/// What can be read out of a file.
const KINDS: [TableKind; 3] = [TableKind::Families, TableKind::Lines, TableKind::Orders];

/// The files found, and what is read out of the one that is chosen.
#[derive(Debug)]
pub struct Files {
    found: Vec<FoundFile>,
    /// What is offered to be read: one, or all there is.
    kinds: &'static [TableKind],
    pub kind: TableKind,
    /// The file read last.
    pub chosen: Option<PathBuf>,
}

impl Default for Files {
    fn default() -> Self {
        Files {
            found: Vec::new(),
            kinds: &KINDS,
            kind: TableKind::Families,
            chosen: None,
        }
    }
}

impl Files {
    /// Files that only a web shop's orders are read out of.
    pub fn of_shop() -> Self {
        Files {
            kinds: &[TableKind::Orders],
            kind: TableKind::Orders,
            ..Files::default()
        }
    }

    pub fn show(&mut self, found: Vec<FoundFile>) {
        self.found = found;
    }

    pub fn path(&self, at: usize) -> Option<PathBuf> {
        self.found.get(at).map(|file| file.path.clone())
    }

    pub fn view<'a>(&'a self, context: &Context, wrong: Option<&Notice>) -> Element<'a, Message> {
        let list: Element<'a, Message> = match self.found.is_empty() {
            true => empty(
                context.dir,
                Icon::Inbox,
                tr!(context.texts, "desk-import-no-files"),
                tr!(context.texts, "desk-import-no-files-hint"),
            ),
            false => {
                let found = self.found.iter().enumerate();
                let list = rows(found.map(|(at, file)| row(context, at, file)));
                scroll::vertical(context.dir, list)
            }
        };
        let (list, side) = (tall(list, space::S), tall(self.side(context), space::L));
        with_trouble(context, wrong, beside(context, list, side, SIDE))
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let kind = |kind, icon, title, hint, id: &'static str| {
            let press = Some(Message::Kind(kind));
            let card = choice(dir, icon, title, hint, self.kind == kind, press);
            named(card, Some(id.into()), Fill)
        };
        let refresh = button(dir, tr!(texts, "desk-import-refresh"))
            .icon(Icon::Reset)
            .fill()
            .on_press(Message::Refresh)
            .id("refresh");
        let kinds = self.kinds.iter().map(|of| match of {
            TableKind::Lines => kind(
                TableKind::Lines,
                Icon::Package,
                tr!(texts, "desk-import-lines"),
                tr!(texts, "desk-import-lines-hint"),
                "import-lines",
            ),
            TableKind::Orders => kind(
                TableKind::Orders,
                Icon::Truck,
                tr!(texts, "desk-import-orders"),
                tr!(texts, "desk-import-orders-hint"),
                "import-orders",
            ),
            TableKind::Families | TableKind::Sales => kind(
                TableKind::Families,
                Icon::People,
                tr!(texts, "desk-import-families"),
                tr!(texts, "desk-import-families-hint"),
                "import-families",
            ),
        });
        column![heading(context, tr!(texts, "desk-import-what"))]
            .extend(kinds)
            .push(notice(dir, Tone::Info, tr!(texts, "desk-import-safe")))
            .push(refresh)
            .spacing(space::M)
            .into()
    }
}

fn row<'a>(context: &Context, at: usize, file: &FoundFile) -> Element<'a, Message> {
    let words = titled(
        context.dir,
        bidi::first_strong(&file.name),
        known_of(context, file),
    );
    let place = badge(context.dir, place_of(context, &file.place), Tone::Neutral);
    let id = format!("file-{at}");
    choosable(context, [words, place], false, Message::Choose(at), id)
}
