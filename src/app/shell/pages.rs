//! The pages around selling: which page belongs to which place, and the passing
//! on of their messages. All of them have one shape, so one list says it all.

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::{
    cash, close_day, close_shift, dashboard, door, edition, goods, home, import, open_day,
    open_shift, orders, payouts, refund, register, safe, staff,
};
use crate::app::theme::Element;

macro_rules! pages {
    ($($place:ident: $module:ident::$page:ident,)+) => {
        /// A page that is shown.
        #[derive(Debug)]
        pub enum Page { $($place(Box<$module::$page>),)+ }

        /// A message of a page.
        #[derive(Debug, Clone)]
        pub enum Message { $($place($module::Message),)+ }

        impl Page {
            /// The page of a place; `None` where the place has a screen of another kind.
            pub fn open(place: Place, context: &Context) -> Option<(Self, Task<Message>)> {
                Some(match place {
                    $(Place::$place => {
                        let (page, task) = $module::$page::new(context);
                        (Page::$place(Box::new(page)), task.map(Message::$place))
                    })+
                    Place::SignIn | Place::Home | Place::Sell | Place::Training => return None,
                })
            }

            /// Passes a message on. One of a page that was left is dropped.
            pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
                match (self, message) {
                    $((Page::$place(page), Message::$place(message)) => {
                        page.update(message, context).map(Message::$place)
                    })+
                    _ => Action::None,
                }
            }

            pub fn view(&self, context: &Context) -> Element<'_, Message> {
                match self {
                    $(Page::$place(page) => page.view(context).map(Message::$place),)+
                }
            }
        }
    };
}

pages! {
    Desk: home::Home,
    Refund: refund::Refund,
    Orders: orders::Orders,
    Cash: cash::Cash,
    Door: door::Door,
    Goods: goods::Goods,
    OpenDay: open_day::OpenDay,
    OpenShift: open_shift::OpenShift,
    CloseShift: close_shift::CloseShift,
    CloseDay: close_day::CloseDay,
    Payouts: payouts::Payouts,
    Register: register::Register,
    Dashboard: dashboard::Dashboard,
    Safe: safe::Safe,
    Import: import::Import,
    Edition: edition::EditionPage,
    Staff: staff::StaffPage,
}

impl Page {
    /// What a scanner read, for the pages that take codes.
    pub fn scanned(&self, code: String) -> Option<Message> {
        match self {
            Page::Staff(_) => Some(Message::Staff(staff::Message::Scanned(code))),
            Page::Refund(_) => Some(Message::Refund(refund::Message::Scanned(code))),
            Page::Orders(_) => Some(Message::Orders(orders::Message::Scanned(code))),
            _ => None,
        }
    }

    /// Whether it stands under the shell's bar; the others have a bar of their own.
    pub fn is_under_bar(&self) -> bool {
        matches!(self, Page::Desk(_))
    }
}
