//! The windows of the till: the one worked in, and where there is a second screen
//! the one that faces the customer. Only closing the first ends the program.

use iced::{Point, Size, Subscription, Task, event, window};

use crate::app::context::USUAL;
use crate::app::shell::{self, App};
use crate::app::theme::{Element, Theme};
use crate::settings::CustomerDisplaySettings;

/// The smallest window in which every screen can be used.
const SMALLEST: Size = Size::new(1024.0, 700.0);

/// The application with the windows it is shown in.
pub struct Windows {
    app: App,
    main: window::Id,
    display: Option<window::Id>,
    /// How the customer's window is opened.
    customer: window::Settings,
}

#[derive(Debug, Clone)]
pub enum Message {
    App(shell::Message),
    /// What was heard by a window: keys, and the room it has.
    Heard(window::Id, shell::Message),
    Opened(window::Id),
    Closed(window::Id),
}

/// How the window that is worked in is opened.
pub(super) fn main_window(full_screen: bool) -> window::Settings {
    window::Settings {
        size: USUAL,
        min_size: Some(SMALLEST),
        fullscreen: full_screen,
        ..window::Settings::default()
    }
}

/// How the window that faces the customer is opened.
pub(super) fn customer_window(settings: &CustomerDisplaySettings) -> window::Settings {
    let size = Size::new(settings.width as f32, settings.height as f32);
    let place = Point::new(settings.x as f32, settings.y as f32);
    window::Settings {
        size,
        position: window::Position::Specific(place),
        decorations: settings.frame,
        ..window::Settings::default()
    }
}

impl Windows {
    /// Opens the windows on an application and begins its first task; `customer` is
    /// how the customer's is opened, whenever there is one.
    pub fn open(
        (app, first): (App, Task<shell::Message>),
        main: window::Settings,
        customer: window::Settings,
    ) -> (Self, Task<Message>) {
        let (main, opening) = window::open(main);
        let mut windows = Windows {
            app,
            main,
            display: None,
            customer,
        };
        let customers = windows.show_customer();
        let tasks = [
            opening.map(Message::Opened),
            first.map(Message::App),
            customers,
        ];
        (windows, Task::batch(tasks))
    }

    /// Opens or closes the customer's window, as the application wants it.
    fn show_customer(&mut self) -> Task<Message> {
        match (self.app.faces_customer(), self.display) {
            (true, None) => {
                let (display, opening) = window::open(self.customer.clone());
                self.display = Some(display);
                // The till is worked in, so its window comes to the front again.
                let front = window::gain_focus(self.main);
                opening.map(Message::Opened).chain(front)
            }
            (false, Some(display)) => {
                self.display = None;
                window::close(display)
            }
            _ => Task::none(),
        }
    }

    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::App(message) => self.app_update(message),
            Message::Heard(window, message) if window == self.main => self.app_update(message),
            Message::Heard(..) | Message::Opened(_) => Task::none(),
            Message::Closed(window) if window == self.main => {
                let last = self.app.last_words().map(Message::App);
                last.chain(iced::exit())
            }
            Message::Closed(window) => {
                if self.display == Some(window) {
                    self.display = None;
                    self.app.customer_window_closed();
                }
                Task::none()
            }
        }
    }

    fn app_update(&mut self, message: shell::Message) -> Task<Message> {
        let task = self.app.update(message).map(Message::App);
        Task::batch([task, self.show_customer()])
    }

    pub fn view(&self, window: window::Id) -> Element<'_, Message> {
        match self.display == Some(window) {
            true => self.app.customer_view().map(Message::App),
            false => self.app.view().map(Message::App),
        }
    }

    pub fn title(&self, window: window::Id) -> String {
        match self.display == Some(window) {
            true => self.app.customer_title(),
            false => self.app.title(),
        }
    }

    pub fn theme(&self, _window: window::Id) -> Theme {
        self.app.theme()
    }

    pub fn subscription(&self) -> Subscription<Message> {
        let heard = event::listen_with(|event, status, window| {
            App::hear(&event, status).map(|message| Message::Heard(window, message))
        });
        Subscription::batch([
            heard,
            self.app.subscription().map(Message::App),
            window::close_events().map(Message::Closed),
        ])
    }

    /// The windows that are open: the one worked in, and the customer's.
    pub fn open_windows(&self) -> (window::Id, Option<window::Id>) {
        (self.main, self.display)
    }
}
