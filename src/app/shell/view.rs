//! What the shell looks like: the bar across the top, and what is said in passing.

use iced::widget::{Stack, column, container};
use iced::{Fill, Length};

use super::pages::Page;
use super::{App, Message, Screen};
use crate::app::intent::Place;
use crate::app::screen::appearance;
use crate::app::screen::face::{Face, face};
use crate::app::screen::frame::{CORNER, in_one_piece};
use crate::app::theme::{
    Element, Press, Surface, Tone, grown, space, target, type_size, use_text_size,
};
use crate::app::widget::{
    Icon, Lane, Toast, badge, bar, button, focus_scope, fresh, icon, icon_button, named, toasts,
};
use crate::tr;

/// In a narrower window the bar says less.
const ROOMY: f32 = 1000.0;

/// The width of the mark of papers that wait, and of the key to the training.
const PAPERS: f32 = 104.0;
const PRACTISE: f32 = 160.0;

impl App {
    pub fn view(&self) -> Element<'_, Message> {
        let context = &self.context;
        use_text_size(context.display.text_size);
        let screen: Element<'_, Message> = match &self.screen {
            Screen::SignIn(screen) => self.under_bar(screen.view(context).map(Message::SignIn)),
            Screen::Sell => match &self.sell {
                Some(sell) => self.under_bar(sell.view(context).map(Message::Sell)),
                None => self.under_bar(container(column![]).into()),
            },
            Screen::Page(page) => {
                let screen = page.view(context).map(Message::Page);
                match page.is_under_bar() {
                    true => self.under_bar(screen),
                    false => self.with_corner(screen),
                }
            }
        };
        let ground = container(fresh(self.visit, screen))
            .class(Surface::Ground)
            .width(Fill)
            .height(Fill);
        let over = match (&self.screen, &self.sell) {
            (Screen::Sell, Some(sell)) => sell.over(context),
            _ => None,
        };
        let page: Element<'_, Message> = match over {
            Some(over) => Stack::with_children([ground.into(), over.map(Message::Sell)]).into(),
            None => ground.into(),
        };
        let page = self.under_band(page);
        let page = self.papers_over(page);
        let page = match self.appearance {
            true => {
                let sheet = appearance::over(context).map(Message::Look);
                Stack::with_children([page, sheet]).into()
            }
            false => page,
        };
        // One at a time: the bar has room for one.
        let said = self.said.last().map(|said| Toast {
            tone: said.tone,
            text: said.text.as_str().into(),
            on_close: Message::Hear(said.id),
        });
        focus_scope(context.dir, toasts(context.dir, page, self.lane(), said))
    }

    /// The part of the bar on which nothing is pressed: between the key back and the
    /// keys at its end.
    fn lane(&self) -> Lane {
        let (has_bar_of_its_own, signed_in) = match &self.screen {
            Screen::Page(page) => (!page.is_under_bar(), true),
            Screen::SignIn(_) => (false, false),
            Screen::Sell => (false, true),
        };
        let start = match has_bar_of_its_own {
            true => space::L + target::NORMAL + space::M,
            false => space::L,
        };
        let papers = (!has_bar_of_its_own && self.context.printing.is_some()).then_some(PAPERS);
        let appearance = self.offers_appearance().then_some(target::NORMAL);
        let practise = (!signed_in && self.can_train()).then_some(PRACTISE);
        let more = [papers, appearance, practise].into_iter().flatten();
        Lane {
            top: self.band_height(),
            start: grown(start),
            end: grown(CORNER + more.sum::<f32>()) + space::L,
        }
    }

    /// A screen under the bar of the till.
    fn under_bar<'a>(&'a self, screen: Element<'a, Message>) -> Element<'a, Message> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let bazaar = &self.context.catalogue.bazaar;
        let name = dir
            .label(texts.name(&bazaar.name))
            .size(type_size::STRONG)
            .bold()
            .lines(1);
        let till = self.context.till.code();
        let till = match bazaar.till(till) {
            Some(place) => texts.name(&place.name).to_owned(),
            None => in_one_piece(till),
        };
        let till = dir.label(till).size(type_size::SMALL).muted().lines(1);
        let mark = container(icon(Icon::Store).size(26.0))
            .class(Surface::Solid(Tone::Primary))
            .center(48.0);
        let day = match self.day {
            Some(day) if self.context.window.width < grown(ROOMY) => {
                badge(dir, texts.date_long(day), Tone::Success)
            }
            Some(day) => badge(dir, texts.date_with_weekday(day), Tone::Success),
            None => badge(dir, tr!(texts, "app-shell-day-closed"), Tone::Warning),
        };
        let names = column![name, till].align_x(dir.start());
        let clock = dir
            .label(texts.time(self.now.time()))
            .size(type_size::STRONG)
            .medium()
            .whole();
        let person = self.context.session.as_ref().map(|session| {
            let who = session.who();
            let words = column![
                dir.label(texts.name(&who.name)).medium().lines(1),
                dir.label(texts.word(&who.role))
                    .size(type_size::CAPTION)
                    .muted()
                    .lines(1),
            ]
            .align_x(dir.start());
            let person = dir
                .row([face(&self.context, who, Face::Small), words.into()])
                .spacing(space::S);
            Element::from(person)
        });
        // The keys stand together at the end.
        let clock = container(clock).padding(dir.padding(0.0, 0.0, space::M));
        let end = [clock.into()]
            .into_iter()
            .chain(person)
            .chain(self.papers_mark())
            .chain([self.corner()]);
        column![bar(dir, [mark.into(), names.into(), day], end), screen].into()
    }

    /// A screen that has a bar of its own, with the shell's keys at its end.
    fn with_corner<'a>(&'a self, screen: Element<'a, Message>) -> Element<'a, Message> {
        let dir = self.context.dir;
        let corner = container(self.corner())
            .width(Fill)
            .height(grown(target::BAR))
            .align_x(dir.end())
            .align_y(iced::Center)
            .padding(dir.padding(0.0, space::L, space::L));
        Stack::with_children([screen, corner.into()]).into()
    }

    /// Whether the organiser still has to set the first PIN of all.
    fn is_first_start(&self) -> bool {
        matches!(&self.screen, Screen::SignIn(screen) if screen.is_first_start())
    }

    /// The keys that are always there: the other language, where the day stands,
    /// and the way out.
    fn corner(&self) -> Element<'_, Message> {
        let dir = self.context.dir;
        let other = self.context.texts.language().other();
        let language = button(dir, other.own_name())
            .quiet()
            .on_press(Message::Language)
            .id("language");
        let key = |symbol, message, id: &'static str| {
            let key = icon_button(symbol, Press::Quiet, Some(message));
            named(key, Some(id.into()), Length::Shrink)
        };
        let mut keys: Vec<Element<'_, Message>> = vec![language.into()];
        if self.offers_appearance() {
            keys.push(key(Icon::Settings, Message::Appearance, "appearance"));
        }
        if self.context.session.is_none() && self.can_train() && !self.is_first_start() {
            let practise = button(dir, tr!(self.context.texts, "app-training-enter"))
                .quiet()
                .icon(Icon::Student)
                .on_press(Message::Go(Place::Training))
                .id("enter-training");
            keys.insert(0, practise.into());
        }
        if self.context.session.is_some() {
            keys.push(key(Icon::Home, Message::Go(Place::Desk), "desk"));
            keys.push(key(Icon::Lock, Message::SignOut, "sign-out"));
        }
        dir.row(keys).spacing(0).into()
    }

    /// Whether the key to how the screen looks is shown: where nobody is in a hurry.
    fn offers_appearance(&self) -> bool {
        match &self.screen {
            Screen::SignIn(_) | Screen::Page(Page::Desk(_)) => true,
            Screen::Sell | Screen::Page(_) => false,
        }
    }
}
