//! What of the till faces the customer: the counter's ticket while somebody is
//! signed in, a welcome else.

use super::{App, Message};
use crate::app::screen::customer;
use crate::app::screen::sell::{Facing, Sell};
use crate::app::theme::Element;
use crate::tr;

impl App {
    /// The page of the window that faces the customer.
    pub fn customer_view(&self) -> Element<'_, Message> {
        let facing = self.sell.as_ref().map_or(Facing::Nobody, Sell::facing);
        self.under_plain_band(customer::view(&self.context, facing))
    }

    /// The title of that window.
    pub fn customer_title(&self) -> String {
        tr!(self.context.texts, "app-customer-title")
    }
}
