//! Choosing which databases are laid beside this till's own.

use std::path::PathBuf;

use iced::widget::column;

use super::{Message, Screen};
use crate::app::context::Context;
use crate::app::screen::found::{known_of, place_of};
use crate::app::screen::frame::{SIDE, beside, choosable, heading, rows, tall, titled};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::{Icon, badge, button, empty, icon, notice, scroll};
use crate::locale::bidi;
use crate::services::import::FoundFile;
use crate::tr;

/// The databases found, each with whether it is chosen.
#[derive(Debug, Default)]
pub struct Choosing {
    found: Vec<(FoundFile, bool)>,
}

impl Choosing {
    /// Shows these; those chosen before stay chosen, or those of the last time.
    pub fn show(&mut self, found: Vec<FoundFile>, before: &[PathBuf]) {
        let chosen = match self.found.is_empty() {
            true => before.to_vec(),
            false => self.chosen(),
        };
        let found = found.into_iter().map(|file| {
            let is_chosen = chosen.contains(&file.path);
            (file, is_chosen)
        });
        self.found = found.collect();
    }

    pub fn toggle(&mut self, at: usize) {
        if let Some((_, chosen)) = self.found.get_mut(at) {
            *chosen = !*chosen;
        }
    }

    pub fn chosen(&self) -> Vec<PathBuf> {
        let chosen = self.found.iter().filter(|(_, chosen)| *chosen);
        chosen.map(|(file, _)| file.path.clone()).collect()
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let list: Element<'a, Screen> = match self.found.is_empty() {
            true => empty(
                context.dir,
                Icon::Inbox,
                tr!(context.texts, "many-no-databases"),
                tr!(context.texts, "many-no-databases-hint"),
            ),
            false => {
                let found = self.found.iter().enumerate();
                let list = rows(found.map(|(at, (file, chosen))| row(context, at, file, *chosen)));
                scroll::vertical(context.dir, list)
            }
        };
        let (list, side) = (tall(list, space::S), tall(self.side(context), space::L));
        beside(context, list, side, SIDE)
    }

    fn side<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let count = self.chosen().len();
        let tally = button(dir, tr!(texts, "many-tally"))
            .primary()
            .large()
            .icon(Icon::Scale)
            .fill()
            .on_press_maybe((count > 0).then_some(Screen::Many(Message::Tally)))
            .id("tally");
        let refresh = button(dir, tr!(texts, "desk-import-refresh"))
            .icon(Icon::Reset)
            .fill()
            .on_press(Screen::Many(Message::Refresh))
            .id("refresh");
        column![
            heading(context, tr!(texts, "many-which")),
            dir.label(tr!(texts, "many-chosen", count = count))
                .muted()
                .fill(),
            notice(dir, Tone::Info, tr!(texts, "many-safe")),
            refresh,
            tally,
        ]
        .spacing(space::M)
        .into()
    }
}

fn row<'a>(context: &Context, at: usize, file: &FoundFile, chosen: bool) -> Element<'a, Screen> {
    // Most are called alike; the folder tells them apart.
    let folder = file.path.parent().and_then(|folder| folder.file_name());
    let folder = folder.map(|folder| bidi::first_strong(&folder.to_string_lossy()));
    let known = [folder, Some(known_of(context, file))];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let words = titled(
        context.dir,
        bidi::first_strong(&file.name),
        known.join(" · "),
    );
    let place = badge(context.dir, place_of(context, &file.place), Tone::Neutral);
    let mark = icon(Icon::Check).ink(match chosen {
        true => Ink::Inherited,
        false => Ink::Faint,
    });
    let message = Screen::Many(Message::Toggle(at));
    let id = format!("database-{at}");
    choosable(context, [mark.into(), words, place], chosen, message, id)
}
