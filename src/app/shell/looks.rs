//! Another look for the till: shown at once, and kept in its settings.

use iced::{Task, window};

use super::{App, Message, theme_of};
use crate::app::screen::appearance;
use crate::locale::Language;
use crate::settings::Settings;

impl App {
    /// Looks as was chosen on the sheet.
    pub(super) fn look(&mut self, message: appearance::Message) -> Task<Message> {
        let mut display = self.context.display;
        match message {
            appearance::Message::Close => {
                self.appearance = false;
                return Task::none();
            }
            appearance::Message::Language(language) => self.context.speak(language),
            appearance::Message::Look(look) => display.look = look,
            appearance::Message::TextSize(size) => display.text_size = size,
            appearance::Message::Digits(digits) => display.digits = Some(digits),
            appearance::Message::Kiosk(on) => display.kiosk = on,
            appearance::Message::PlainShelf(plain) => display.plain_shelf = plain,
            appearance::Message::CustomerWindow(on) => self.context.customer_window = on,
        }
        self.context.show_as(display);
        self.theme = theme_of(display.look, &self.context.catalogue);
        let covers = match message {
            appearance::Message::Kiosk(on) => cover_screen(on),
            _ => Task::none(),
        };
        let faces_customer = match message {
            appearance::Message::CustomerWindow(on) => Some(on),
            _ => None,
        };
        Task::batch([covers, self.keep_look(faces_customer)])
    }

    /// Writes how the screen looks to the settings, and whether a window faces the
    /// customer if that was chosen; a till without a folder of its own keeps nothing.
    fn keep_look(&self, faces_customer: Option<bool>) -> Task<Message> {
        let Some(data) = self.context.data.clone() else {
            return Task::none();
        };
        let display = self.context.display;
        let language: Language = self.context.texts.language();
        let change = move |settings: &mut Settings| {
            settings.display = display;
            settings.language = language.code().to_owned();
            if let Some(on) = faces_customer {
                settings.customer_display.on = on;
            }
        };
        let work = async move {
            let written = tokio::task::spawn_blocking(move || data.change_settings(change));
            let written = written.await.expect("writing settings does not panic");
            written.is_ok()
        };
        Task::perform(work, Message::Kept)
    }
}

/// Lets the till's window cover the screen, or not.
fn cover_screen(on: bool) -> Task<Message> {
    let mode = match on {
        true => window::Mode::Fullscreen,
        false => window::Mode::Windowed,
    };
    window::oldest().and_then(move |window| window::set_mode(window, mode))
}
