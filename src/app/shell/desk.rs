//! The screens around selling, routed as one: which of them a place is, and
//! whose message is whose.

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::cash::{self, Cash};
use crate::app::screen::close_day::{self, CloseDay};
use crate::app::screen::close_shift::{self, CloseShift};
use crate::app::screen::home::{self, Home};
use crate::app::screen::orders::{self, Orders};
use crate::app::screen::payouts::{self, Payouts};
use crate::app::screen::refund::{self, Refund};
use crate::app::theme::Element;

/// One of the screens around selling.
#[derive(Debug)]
pub enum Desk {
    Home(Home),
    Refund(Box<Refund>),
    Orders(Box<Orders>),
    Cash(Box<Cash>),
    CloseShift(Box<CloseShift>),
    CloseDay(Box<CloseDay>),
    Payouts(Box<Payouts>),
}

#[derive(Debug, Clone)]
pub enum Message {
    Home(home::Message),
    Refund(refund::Message),
    Orders(orders::Message),
    Cash(cash::Message),
    CloseShift(close_shift::Message),
    CloseDay(close_day::Message),
    Payouts(payouts::Message),
}

impl Desk {
    /// The screen of a place, if it is one of these.
    pub fn at(place: Place, context: &Context) -> Option<(Self, Task<Message>)> {
        Some(match place {
            Place::Desk => {
                let (screen, task) = Home::new(context);
                (Desk::Home(screen), task.map(Message::Home))
            }
            Place::Refund => {
                let (screen, task) = Refund::new(context);
                (Desk::Refund(Box::new(screen)), task.map(Message::Refund))
            }
            Place::Orders => {
                let (screen, task) = Orders::new(context);
                (Desk::Orders(Box::new(screen)), task.map(Message::Orders))
            }
            Place::Cash => {
                let (screen, task) = Cash::new(context);
                (Desk::Cash(Box::new(screen)), task.map(Message::Cash))
            }
            Place::CloseShift => {
                let (screen, task) = CloseShift::new(context);
                (Desk::CloseShift(Box::new(screen)), task.map(Message::CloseShift))
            }
            Place::CloseDay => {
                let (screen, task) = CloseDay::new(context);
                (Desk::CloseDay(Box::new(screen)), task.map(Message::CloseDay))
            }
            Place::Payouts => {
                let (screen, task) = Payouts::new(context);
                (Desk::Payouts(Box::new(screen)), task.map(Message::Payouts))
            }
            Place::SignIn | Place::Home | Place::Sell | Place::OpenDay | Place::OpenShift => {
                return None;
            }
        })
    }

    /// Hands a message to the screen it is for; one for a screen that was left is
    /// dropped.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match (self, message) {
            (Desk::Home(screen), Message::Home(message)) => {
                screen.update(message, context).map(Message::Home)
            }
            (Desk::Refund(screen), Message::Refund(message)) => {
                screen.update(message, context).map(Message::Refund)
            }
            (Desk::Orders(screen), Message::Orders(message)) => {
                screen.update(message, context).map(Message::Orders)
            }
            (Desk::Cash(screen), Message::Cash(message)) => {
                screen.update(message, context).map(Message::Cash)
            }
            (Desk::CloseShift(screen), Message::CloseShift(message)) => {
                screen.update(message, context).map(Message::CloseShift)
            }
            (Desk::CloseDay(screen), Message::CloseDay(message)) => {
                screen.update(message, context).map(Message::CloseDay)
            }
            (Desk::Payouts(screen), Message::Payouts(message)) => {
                screen.update(message, context).map(Message::Payouts)
            }
            _ => Action::None,
        }
    }

    /// What a scanner read, for the screens that take codes.
    pub fn scanned(&self, code: String) -> Option<Message> {
        match self {
            Desk::Refund(_) => Some(Message::Refund(refund::Message::Scanned(code))),
            _ => None,
        }
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        match self {
            Desk::Home(screen) => screen.view(context).map(Message::Home),
            Desk::Refund(screen) => screen.view(context).map(Message::Refund),
            Desk::Orders(screen) => screen.view(context).map(Message::Orders),
            Desk::Cash(screen) => screen.view(context).map(Message::Cash),
            Desk::CloseShift(screen) => screen.view(context).map(Message::CloseShift),
            Desk::CloseDay(screen) => screen.view(context).map(Message::CloseDay),
            Desk::Payouts(screen) => screen.view(context).map(Message::Payouts),
        }
    }
}
