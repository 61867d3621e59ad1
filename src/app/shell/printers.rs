//! The till's printers over the papers that wait: which they are, how they are,
//! and a test page of each. Supervisors set them up from here, one after
//! the other.

use iced::widget::{Column, Space, Stack, column, container};
use iced::{Fill, Task};

use super::papers::Message;
use super::{App, Message as Shell};
use crate::app::screen::frame::in_one_piece;
use crate::app::screen::printer_setup::{self, Ending, Outcome, PrinterSheet};
use crate::app::theme::{Element, Surface, Tone, space, type_size};
use crate::app::widget::{Icon, badge, button};
use crate::domain::staff::Role;
use crate::services::printing::PrinterState;
use crate::services::printing::trial::free_name;
use crate::settings::DeviceSetting;
use crate::tr;

impl App {
    /// Whether whoever is signed in sets printers up: not in training, whose papers
    /// come out of the till's own, and not without settings to keep them in.
    fn may_set_printers_up(&self) -> bool {
        let session = self.context.session.as_ref();
        let is_theirs = session.is_some_and(|session| session.role() >= Role::Supervisor);
        is_theirs && self.context.data.is_some() && !self.is_training()
    }

    /// Begins to set up the printer at that place.
    pub(super) fn set_printer_up(&mut self, place: usize) {
        let (Some(state), Some(data)) = (self.papers.printers.get(place), &self.context.data)
        else {
            return;
        };
        if self.may_set_printers_up() {
            let sheet = PrinterSheet::new(&state.printer, data.clone());
            self.papers.set_up = Some(Box::new(sheet));
        }
    }

    /// Begins to set up one more printer.
    pub(super) fn add_printer(&mut self) {
        let Some(data) = &self.context.data else {
            return;
        };
        if self.may_set_printers_up() {
            // Settings nobody can read are told of when the printer is kept.
            let settings = data.load_settings().unwrap_or_default();
            let sheet = PrinterSheet::another(free_name(&settings), data.clone());
            self.papers.set_up = Some(Box::new(sheet));
        }
    }

    /// Whether the sheet is open that looks again and again what is plugged in.
    pub(super) fn looks_for_printers(&self) -> bool {
        let sheet = self.papers.set_up.as_ref();
        sheet.is_some_and(|sheet| sheet.looks_around())
    }

    pub(super) fn update_set_up(&mut self, message: printer_setup::Message) -> Task<Shell> {
        let Some(sheet) = &mut self.papers.set_up else {
            return Task::none();
        };
        let changed = matches!(
            &message,
            printer_setup::Message::Over(Ok(Ending::Kept | Ending::Removed))
        );
        match sheet.update(message, &self.context) {
            Outcome::Open if changed => {
                Task::batch([self.look_at_papers(), self.train_on_printers()])
            }
            Outcome::Open => Task::none(),
            Outcome::Run(task) => {
                task.map(|message| Shell::Papers(Message::SettingUp(Box::new(message))))
            }
            Outcome::Left => {
                self.papers.set_up = None;
                Task::none()
            }
        }
    }

    /// The sheet a printer is set up on, over `base`.
    pub(super) fn set_up_over<'a>(&'a self, base: Element<'a, Shell>) -> Element<'a, Shell> {
        match &self.papers.set_up {
            None => base,
            Some(sheet) => {
                let sheet = sheet.view(&self.context);
                let sheet = sheet.map(|m| Shell::Papers(Message::SettingUp(Box::new(m))));
                Stack::with_children([base, sheet]).into()
            }
        }
    }

    pub(super) fn printer_rows(&self) -> Element<'_, Shell> {
        let printers = self.papers.printers.iter().enumerate();
        let rows = printers.map(|(place, printer)| self.printer_row(place, printer));
        let add = self.may_set_printers_up().then(|| {
            let dir = self.context.dir;
            let add = button(dir, tr!(self.context.texts, "app-printer-add"))
                .small()
                .icon(Icon::Plus)
                .on_press(Shell::Papers(Message::Add))
                .id("add-printer");
            let rest = Space::new().width(Fill).into();
            dir.row([add.into(), rest]).width(Fill).into()
        });
        let rows = Column::with_children(rows.chain(add));
        rows.spacing(space::S).into()
    }

    fn printer_row<'a>(&'a self, place: usize, state: &'a PrinterState) -> Element<'a, Shell> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let printer = &state.printer;
        let mut model = printer.profile.called(texts);
        if printer.profile.is_generic() {
            let width = printer.profile.paper.width_mm;
            let paper = tr!(texts, "app-printer-paper", width = width);
            model = format!("{model} · {paper}");
        }
        let name = match printer.name.is_empty() {
            true => model,
            false => format!("{} · {model}", in_one_piece(&printer.name)),
        };
        let how = match (state.trouble, &printer.device) {
            (Some(trouble), _) => texts.word(&trouble),
            (None, DeviceSetting::Picture) => tr!(texts, "app-shell-printer-pictures"),
            (None, device) => in_one_piece(device.to_string()),
        };
        // What the first prints is all that no other does.
        let prints = printer.prints.iter().filter(|_| !printer.name.is_empty());
        let how = prints.fold(how, |how, role| format!("{how} · {}", texts.word(role)));
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
        let set_up = self.may_set_printers_up().then(|| {
            button(dir, tr!(texts, "app-printer-set-up"))
                .small()
                .icon(Icon::Settings)
                .on_press(Shell::Papers(Message::SetUp(place)))
                .id(format!("set-up-{place}"))
                .into()
        });
        let row = [words.into(), well, test.into()].into_iter().chain(set_up);
        let row = dir.row(row).spacing(space::M);
        container(row)
            .class(Surface::Card)
            .padding(space::M)
            .width(Fill)
            .into()
    }
}
