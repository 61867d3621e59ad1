//! What of the till faces the customer: an order while it is handed over, else the
//! counter's ticket while somebody is signed in, a welcome else.

use super::pages::Page;
use super::{App, Message, Screen};
use crate::app::screen::customer;
use crate::app::screen::sell::{Facing, Sell};
use crate::app::theme::Element;
use crate::tr;

impl App {
    /// The page of the window that faces the customer.
    pub fn customer_view(&self) -> Element<'_, Message> {
        let counter = || self.sell.as_ref().map_or(Facing::Nobody, Sell::facing);
        let order = match &self.screen {
            Screen::Page(Page::Orders(orders)) => orders.facing(&self.context),
            Screen::Page(_) | Screen::SignIn(_) | Screen::Sell => None,
        };
        let facing = order.unwrap_or_else(counter);
        self.under_plain_band(customer::view(&self.context, facing))
    }

    /// Whether there is such a window now.
    pub fn faces_customer(&self) -> bool {
        self.context.customer_window
    }

    /// Somebody closed that window; it can be opened again where the looks are chosen.
    pub fn customer_window_closed(&mut self) {
        self.context.customer_window = false;
    }

    /// The title of that window.
    pub fn customer_title(&self) -> String {
        tr!(self.context.texts, "app-customer-title")
    }
}
