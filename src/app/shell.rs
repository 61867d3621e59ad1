//! The shell around the screens: who is signed in, which screen is shown, the
//! language, what is said in passing. It routes and decides nothing else.

mod customer;
mod looks;
mod pages;
pub mod papers;
mod printers;
pub mod training;
mod view;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDate};
use iced::event::Status;
use iced::{Event, Size, Subscription, Task, window};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::scanner::{Heard, Keystroke, Scanner};
use crate::app::screen::appearance;
use crate::app::screen::frame::{in_one_text, tone_of};
use crate::app::screen::sell::{self, Sell};
use crate::app::screen::sign_in::{self, SignIn};
use crate::app::screen::{orders, printer_setup, refund};
use crate::app::theme::{Theme, Tone};
use crate::domain::catalogue::Catalogue;
use crate::domain::staff::Role;
use crate::services::notice::Notice;
use crate::services::printing::Printing;
use crate::services::{Error, Till};
use crate::settings::Look;
use crate::tr;

use pages::Page;

/// How long something said in passing stays.
const SAID_FOR: Duration = Duration::from_secs(7);

/// The application.
pub struct App {
    context: Context,
    theme: Theme,
    screen: Screen,
    /// The counter with its ticket, kept while other places are visited.
    sell: Option<Sell>,
    /// The open trading day, as last looked up.
    day: Option<NaiveDate>,
    now: DateTime<FixedOffset>,
    said: Vec<Said>,
    said_ever: u64,
    papers: papers::Papers,
    /// Whether the sheet of how the screen looks is open.
    appearance: bool,
    /// Counts the places gone to: each begins anew, without a focus of the last.
    visit: u64,
    training: training::Training,
    /// Listens for codes on the screens around selling.
    scanner: Scanner,
}

/// The screen that is shown.
#[derive(Debug)]
enum Screen {
    SignIn(Box<SignIn>),
    Sell,
    Page(Page),
}

/// Something said in passing.
#[derive(Debug)]
struct Said {
    id: u64,
    tone: Tone,
    text: String,
    until: Instant,
}

#[derive(Debug, Clone)]
pub enum Message {
    SignIn(sign_in::Message),
    Sell(sell::Message),
    Page(pages::Message),
    Papers(papers::Message),
    Training(training::Message),
    /// What is open was looked up, on the way to where one belongs.
    Arrived(Result<Standing, Notice>),
    Catalogue(Result<Arc<Catalogue>, Notice>),
    /// What is open was looked up.
    Looked(Result<Standing, Notice>),
    Go(Place),
    SignOut,
    /// Who was signed in is signed out; whether a ticket waits for them.
    SignedOut(Result<bool, Notice>),
    Language,
    /// Opens the sheet of how the screen looks.
    Appearance,
    Look(appearance::Message),
    /// Whether how the screen looks could be kept.
    Kept(bool),
    /// It was looked which photographs there are.
    Photographed,
    /// The window has this room.
    Resized(Size),
    Hear(u64),
    Keystroke(Keystroke),
    Tick,
}

/// What is open at this till.
#[derive(Debug, Clone)]
pub struct Standing {
    day: Option<NaiveDate>,
    shift: bool,
}

fn standing(till: &Till) -> Result<Standing, Error> {
    let day = till.day_status()?.open.map(|open| open.day);
    Ok(Standing {
        day,
        shift: till.current_shift()?.is_some(),
    })
}

fn theme_of(look: Look, catalogue: &Catalogue) -> Theme {
    let packages = catalogue.bazaar.packages.iter();
    Theme::of(look).with_packages(packages.map(|package| package.colour.as_deref()))
}

/// Looks which photographs were put into the till's folder, away from the window's
/// thread.
fn look_for_photos(context: &Context) -> Task<Message> {
    let photos = context.photos.clone();
    let work = async move {
        let looked = tokio::task::spawn_blocking(move || photos.look());
        looked
            .await
            .expect("looking for photographs does not panic");
    };
    Task::perform(work, |()| Message::Photographed)
}

impl App {
    /// The application as it starts: nobody is signed in.
    ///
    /// Without `printing` nothing is printed, as in training and in tests.
    pub fn new(mut context: Context, printing: Option<Printing>) -> (Self, Task<Message>) {
        context.printing = printing;
        let (sign_in, first) = SignIn::new(&context);
        let now = context
            .till
            .moments()
            .now(&context.catalogue.bazaar.time_zone);
        let look = context.ask(standing, Message::Looked);
        let photos = look_for_photos(&context);
        let app = App {
            theme: theme_of(context.display.look, &context.catalogue),
            context,
            screen: Screen::SignIn(Box::new(sign_in)),
            sell: None,
            day: None,
            now,
            said: Vec::new(),
            said_ever: 0,
            papers: papers::Papers::default(),
            appearance: false,
            visit: 0,
            training: training::Training::default(),
            scanner: Scanner::default(),
        };
        (app, Task::batch([first.map(Message::SignIn), look, photos]))
    }

    /// The title of the window.
    pub fn title(&self) -> String {
        self.context
            .texts
            .name(&self.context.catalogue.bazaar.name)
            .to_owned()
    }

    /// The look of the till.
    pub fn theme(&self) -> Theme {
        self.theme.clone()
    }

    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::SignIn(message) => {
                let Screen::SignIn(screen) = &mut self.screen else {
                    return Task::none();
                };
                let action = screen.update(message, &self.context);
                self.act(action, Message::SignIn)
            }
            Message::Sell(message) => {
                let Some(sell) = &mut self.sell else {
                    return Task::none();
                };
                let action = sell.update(message, &self.context);
                let keep = sell.keep(&self.context).map(Message::Sell);
                Task::batch([self.act(action, Message::Sell), keep])
            }
            Message::Page(message) => {
                let Screen::Page(page) = &mut self.screen else {
                    return Task::none();
                };
                let action = page.update(message, &self.context);
                self.act(action, Message::Page)
            }
            Message::Papers(message) => self.update_papers(message),
            Message::Training(message) => self.update_training(message),
            Message::Arrived(Ok(standing)) => self.arrive(&standing),
            Message::Looked(Ok(standing)) => {
                self.day = standing.day;
                Task::none()
            }
            Message::Catalogue(Ok(catalogue)) => self.know_catalogue(catalogue),
            Message::Arrived(Err(wrong))
            | Message::Looked(Err(wrong))
            | Message::Catalogue(Err(wrong)) => {
                self.say(tone_of(&wrong), in_one_text(&wrong));
                Task::none()
            }
            Message::Go(place) => self.go(place),
            Message::SignOut => self.sign_out(),
            Message::SignedOut(answer) => self.signed_out(answer),
            Message::Language => {
                self.context.speak(self.context.texts.language().other());
                Task::none()
            }
            Message::Appearance => {
                self.appearance = true;
                Task::none()
            }
            Message::Look(message) => self.look(message),
            Message::Kept(kept) => {
                if !kept {
                    let text = tr!(self.context.texts, "app-look-not-kept");
                    self.say(Tone::Warning, text);
                }
                Task::none()
            }
            Message::Photographed => Task::none(),
            Message::Resized(room) => {
                self.context.window = room;
                Task::none()
            }
            Message::Hear(id) => {
                self.said.retain(|said| said.id != id);
                Task::none()
            }
            Message::Keystroke(keystroke) => self.keystroke(&keystroke),
            Message::Tick => {
                self.tick();
                self.look_at_papers()
            }
        }
    }

    fn act<M: Send + 'static>(
        &mut self,
        action: Action<M, Intent>,
        wrap: fn(M) -> Message,
    ) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Run(task) => task.map(wrap),
            Action::Intent(intent) => self.intend(intent),
        }
    }

    fn intend(&mut self, intent: Intent) -> Task<Message> {
        match intent {
            Intent::Go(place) => self.go(place),
            Intent::SignedIn(session) => {
                self.context.session = Some(session);
                self.sell = None;
                self.go(Place::Home)
            }
            Intent::SignOut => self.sign_out(),
            Intent::Notify(wrong) => {
                self.say(tone_of(&wrong), in_one_text(&wrong));
                Task::none()
            }
            Intent::Warn(text) => {
                self.say(Tone::Warning, text);
                Task::none()
            }
            Intent::Tell(text) => {
                self.say(Tone::Success, text);
                Task::none()
            }
            Intent::TakeOrder(ticket) => {
                let open = self.go(Place::Orders);
                let take = orders::Message::TakeFor(ticket);
                let take = self.update(Message::Page(pages::Message::Orders(take)));
                Task::batch([open, take])
            }
            Intent::Exchange(exchange) => {
                let open = self.go(Place::Sell);
                if let Some(sell) = &mut self.sell {
                    sell.exchange(&self.context, *exchange);
                }
                open
            }
            Intent::Refund(number) => {
                let open = self.go(Place::Refund);
                let found = refund::Message::Scanned(number.to_string());
                let look = self.update(Message::Page(pages::Message::Refund(found)));
                Task::batch([open, look])
            }
            Intent::Sold { sale, cash, print } => self.after_sale(sale, cash, print),
            Intent::OpenDrawer => self.open_drawer(),
            Intent::Print(paper) => self.print(paper),
            Intent::OpenOrder(code) => {
                let go = self.go(Place::Orders);
                let found = match &self.screen {
                    Screen::Page(page) => page.scanned(code),
                    _ => None,
                };
                let find =
                    found.map_or_else(Task::none, |message| Task::done(Message::Page(message)));
                go.chain(find)
            }
            Intent::CatalogueChanged => self.context.ask(Till::catalogue, Message::Catalogue),
            Intent::DayChanged => self.context.ask(standing, Message::Looked),
        }
    }

    fn go(&mut self, place: Place) -> Task<Message> {
        self.visit += 1;
        match place {
            Place::SignIn => self.sign_out(),
            Place::Training => self.update_training(training::Message::Enter),
            Place::Sell => {
                self.screen = Screen::Sell;
                if self.sell.is_some() {
                    return Sell::look(&self.context).map(Message::Sell);
                }
                let (sell, task) = Sell::new(&self.context);
                self.sell = Some(sell);
                task.map(Message::Sell)
            }
            place => match Page::open(place, &self.context) {
                Some((page, task)) => {
                    self.screen = Screen::Page(page);
                    task.map(Message::Page)
                }
                None => self.context.ask(standing, Message::Arrived),
            },
        }
    }

    /// Goes where one belongs, given what is open.
    fn arrive(&mut self, standing: &Standing) -> Task<Message> {
        self.day = standing.day;
        let role = self.context.session.as_ref().map(|session| session.role());
        let place = match (role, standing.day, standing.shift) {
            (Some(Role::Organiser), ..) => Place::Desk,
            (_, Some(_), true) => Place::Sell,
            (Some(Role::Cashier), Some(_), false) => Place::OpenShift,
            _ => Place::Desk,
        };
        self.go(place)
    }

    /// Signs out. A ticket in hand is laid down for whoever signs out, so that they
    /// find it again and nobody sells on in another's name.
    fn sign_out(&mut self) -> Task<Message> {
        let Some(session) = self.context.session.clone() else {
            return Task::none();
        };
        let in_hand = self.sell.as_mut().and_then(Sell::to_lay_down);
        let leave = move |till: &Till| {
            let kept = in_hand.is_some();
            if let Some((in_hand, revision)) = in_hand {
                till.lay_down(&session, in_hand, revision)?;
            }
            till.sign_out(&session)?;
            Ok(kept)
        };
        self.context.ask(leave, Message::SignedOut)
    }

    fn signed_out(&mut self, answer: Result<bool, Notice>) -> Task<Message> {
        match answer {
            Ok(kept) => {
                if kept {
                    self.say(Tone::Info, tr!(self.context.texts, "app-shell-laid-down"));
                }
                self.context.session = None;
                self.sell = None;
                let (screen, task) = SignIn::new(&self.context);
                self.screen = Screen::SignIn(Box::new(screen));
                let photos = look_for_photos(&self.context);
                Task::batch([task.map(Message::SignIn), photos])
            }
            Err(wrong) => {
                self.say(tone_of(&wrong), in_one_text(&wrong));
                Task::none()
            }
        }
    }

    fn know_catalogue(&mut self, catalogue: Arc<Catalogue>) -> Task<Message> {
        self.context.catalogue = catalogue;
        self.theme = theme_of(self.context.display.look, &self.context.catalogue);
        match &mut self.sell {
            Some(sell) => sell.restock(&self.context).map(Message::Sell),
            None => Task::none(),
        }
    }

    fn say(&mut self, tone: Tone, text: String) {
        // The same thing said twice in a row is said once, for longer.
        self.said.retain(|said| said.text != text);
        self.said_ever += 1;
        // What was said before comes to light again once this was read.
        for earlier in &mut self.said {
            earlier.until += SAID_FOR;
        }
        let until = Instant::now() + SAID_FOR;
        self.said.push(Said {
            id: self.said_ever,
            tone,
            text,
            until,
        });
    }

    fn keystroke(&mut self, keystroke: &Keystroke) -> Task<Message> {
        match &mut self.screen {
            Screen::SignIn(screen) => match screen.keystroke(keystroke) {
                Some(message) => self.update(Message::SignIn(message)),
                None => Task::none(),
            },
            Screen::Sell => {
                let Some(sell) = &mut self.sell else {
                    return Task::none();
                };
                let action = sell.keystroke(keystroke, &self.context);
                let keep = sell.keep(&self.context).map(Message::Sell);
                Task::batch([self.act(action, Message::Sell), keep])
            }
            Screen::Page(page) => match self.scanner.hear(keystroke) {
                Heard::Code(code) => match page.scanned(code) {
                    Some(message) => self.update(Message::Page(message)),
                    None => Task::none(),
                },
                Heard::Waiting => Task::none(),
                Heard::Nothing => {
                    self.scanner = Scanner::default();
                    Task::none()
                }
            },
        }
    }

    fn tick(&mut self) {
        let zone = &self.context.catalogue.bazaar.time_zone;
        self.now = self.context.till.moments().now(zone);
        let now = Instant::now();
        self.said.retain(|said| said.until > now);
    }

    /// What an event of the window means to the till, besides what widgets made of it.
    pub fn hear(event: &Event, status: Status) -> Option<Message> {
        match event {
            Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
                Some(Message::Resized(*size))
            }
            event => Keystroke::of(event, status).map(Message::Keystroke),
        }
    }

    /// Keys of the keyboard and the scanner, and the passing of time: often only
    /// while something said has to go away again.
    pub fn subscription(&self) -> Subscription<Message> {
        let pace = match self.said.is_empty() {
            true => Duration::from_secs(10),
            false => Duration::from_secs(1),
        };
        let tick = iced::time::every(pace).map(|_| Message::Tick);
        if !self.looks_for_printers() {
            return tick;
        }
        // A printer that is plugged in or out shows itself while one is set up.
        let look = iced::time::every(Duration::from_secs(1)).map(|_| {
            let look = Box::new(printer_setup::Message::Look);
            Message::Papers(papers::Message::SettingUp(look))
        });
        Subscription::batch([tick, look])
    }
}
