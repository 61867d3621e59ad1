//! The till's printers over the papers that wait: which they are, how they are,
//! and a test page of each. They are set up on the command line.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::papers::Message;
use super::{App, Message as Shell};
use crate::app::screen::frame::in_one_piece;
use crate::app::theme::{Element, Surface, Tone, space, type_size};
use crate::app::widget::{badge, button};
use crate::services::printing::PrinterState;
use crate::settings::DeviceSetting;
use crate::tr;

impl App {
    pub(super) fn printer_rows(&self) -> Element<'_, Shell> {
        let printers = self.papers.printers.iter().enumerate();
        let rows = printers.map(|(place, printer)| self.printer_row(place, printer));
        Column::with_children(rows).spacing(space::S).into()
    }

    fn printer_row<'a>(&'a self, place: usize, state: &'a PrinterState) -> Element<'a, Shell> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let printer = &state.printer;
        let model = in_one_piece(format!(
            "{} {}",
            printer.profile.vendor, printer.profile.model
        ));
        let name = match printer.name.is_empty() {
            true => model,
            false => format!("{} · {model}", in_one_piece(&printer.name)),
        };
        let how = match (state.trouble, &printer.device) {
            (Some(trouble), _) => texts.word(&trouble),
            (None, DeviceSetting::Picture) => tr!(texts, "app-shell-printer-pictures"),
            (None, device) => in_one_piece(device.to_string()),
        };
        let words = column![
            dir.label(name).medium().fill().lines(1),
            dir.label(how)
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(2),
        ];
        let well = match state.trouble {
            Some(_) => badge(dir, tr!(texts, "app-shell-printer-trouble"), Tone::Warning),
            None => badge(dir, tr!(texts, "app-shell-printer-well"), Tone::Success),
        };
        let test = button(dir, tr!(texts, "app-shell-printer-test"))
            .small()
            .on_press(Shell::Papers(Message::Test(place)))
            .id(format!("test-{place}"));
        let row = dir.row([words.into(), well, test.into()]).spacing(space::M);
        container(row)
            .class(Surface::Card)
            .padding(space::M)
            .width(Fill)
            .into()
    }
}
