//! What the shell looks like: the bar across the top, the menu, what is said in
//! passing.

use iced::widget::{Stack, column, container};
use iced::{Fill, Length};

use super::{App, Message, Screen};
use crate::app::intent::Place;
use crate::app::screen::face::{Face, face};
use crate::app::screen::frame::in_one_piece;
use crate::app::theme::{Element, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::{
    Icon, Toast, badge, bar, button, choice, dialog, icon, icon_button, named, pressable, toasts,
};
use crate::locale::Key;
use crate::{key, tr};

impl App {
    pub fn view(&self) -> Element<'_, Message> {
        let context = &self.context;
        let screen: Element<'_, Message> = match &self.screen {
            Screen::SignIn(screen) => self.under_bar(screen.view(context).map(Message::SignIn)),
            Screen::Sell => match &self.sell {
                Some(sell) => self.under_bar(sell.view(context).map(Message::Sell)),
                None => self.under_bar(container(column![]).into()),
            },
            Screen::OpenDay(screen) => self.with_corner(screen.view(context).map(Message::OpenDay)),
            Screen::OpenShift(screen) => {
                self.with_corner(screen.view(context).map(Message::OpenShift))
            }
        };
        let ground = container(screen)
            .class(Surface::Ground)
            .width(Fill)
            .height(Fill);
        let page = match self.menu {
            true => self.menu(ground.into()),
            false => ground.into(),
        };
        let said = self.said.iter().map(|said| Toast {
            tone: said.tone,
            text: said.text.as_str().into(),
            on_close: Message::Hear(said.id),
        });
        toasts(context.dir, page, said)
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
            let person = pressable(person, Press::Quiet, Some(Message::Menu(true)))
                .padding([space::XS, space::S]);
            named(person, Some("person".into()), Length::Shrink)
        });
        let end = [clock.into()]
            .into_iter()
            .chain(person)
            .chain([self.corner()]);
        column![bar(dir, [mark.into(), names.into(), day], end), screen].into()
    }

    /// A screen that has a bar of its own, with the shell's keys at its end.
    fn with_corner<'a>(&'a self, screen: Element<'a, Message>) -> Element<'a, Message> {
        let dir = self.context.dir;
        let corner = container(self.corner())
            .width(Fill)
            .height(target::BAR)
            .align_x(dir.end())
            .align_y(iced::Center)
            .padding(dir.padding(0.0, space::L, space::L));
        Stack::with_children([screen, corner.into()]).into()
    }

    /// The keys that are always there: the other language, and the menu.
    fn corner(&self) -> Element<'_, Message> {
        let dir = self.context.dir;
        let other = self.context.texts.language().other();
        let language = button(dir, other.own_name())
            .quiet()
            .on_press(Message::Language)
            .id("language");
        let menu = self.context.session.as_ref().map(|_| {
            let menu = icon_button(Icon::More, Press::Quiet, Some(Message::Menu(true)));
            named(menu, Some("menu".into()), Length::Shrink)
        });
        dir.row([language.into()].into_iter().chain(menu))
            .spacing(0)
            .into()
    }

    fn menu<'a>(&'a self, base: Element<'a, Message>) -> Element<'a, Message> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let places = self.places().into_iter().map(|place| {
            let (symbol, title, hint) = face_of(place);
            let tile = choice(
                dir,
                symbol,
                texts.get(title),
                texts.get(hint),
                false,
                Some(Message::Go(place)),
            );
            named(
                tile,
                Some(format!("go-{place:?}").to_lowercase().into()),
                Fill,
            )
        });
        let out = button(dir, tr!(texts, "app-shell-sign-out"))
            .large()
            .fill()
            .icon(Icon::SignOut)
            .on_press(Message::SignOut)
            .id("sign-out");
        let content = column![dir.grid(places, 2), out].spacing(space::XL);
        let title = match &self.context.session {
            Some(session) => texts.name(&session.who().name).to_owned(),
            None => String::new(),
        };
        dialog(dir, title, content)
            .width(720.0)
            .on_close(Message::Menu(false))
            .over(base)
    }
}

/// How a place is shown in the menu: its symbol, name, and what is done there.
fn face_of(place: Place) -> (Icon, Key, Key) {
    match place {
        Place::Sell | Place::Home | Place::SignIn => (
            Icon::Basket,
            key!("app-shell-go-sell"),
            key!("app-shell-go-sell-hint"),
        ),
        Place::Desk => (
            Icon::Home,
            key!("app-shell-go-desk"),
            key!("app-shell-go-desk-hint"),
        ),
        Place::Refund => (
            Icon::Undo,
            key!("app-shell-go-refund"),
            key!("app-shell-go-refund-hint"),
        ),
        Place::Orders => (
            Icon::Scissors,
            key!("app-shell-go-orders"),
            key!("app-shell-go-orders-hint"),
        ),
        Place::Cash => (
            Icon::Coins,
            key!("app-shell-go-cash"),
            key!("app-shell-go-cash-hint"),
        ),
        Place::OpenDay => (
            Icon::Sun,
            key!("app-shell-go-open-day"),
            key!("app-shell-go-open-day-hint"),
        ),
        Place::OpenShift => (
            Icon::Open,
            key!("app-shell-go-open-shift"),
            key!("app-shell-go-open-shift-hint"),
        ),
        Place::CloseShift => (
            Icon::Calculator,
            key!("app-shell-go-close-shift"),
            key!("app-shell-go-close-shift-hint"),
        ),
        Place::CloseDay => (
            Icon::DayDone,
            key!("app-shell-go-close-day"),
            key!("app-shell-go-close-day-hint"),
        ),
        Place::Payouts => (
            Icon::Payout,
            key!("app-shell-go-payouts"),
            key!("app-shell-go-payouts-hint"),
        ),
    }
}
