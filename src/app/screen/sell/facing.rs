//! What of the till faces the customer: the ticket in hand, an order being handed
//! over, or the change of what was just paid. How it looks is `screen::customer`'s business.

use super::{Sell, Stage};
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::sale::Sale;
use crate::domain::ticket::{Priced, Ticket};

/// What the customer may see of the till.
#[derive(Debug, Clone, Copy)]
pub enum Facing<'a> {
    /// Nobody is being served.
    Nobody,
    Ticket {
        ticket: &'a Ticket,
        priced: &'a Priced,
    },
    /// An order that is handed over.
    Order {
        order: &'a Order,
        priced: &'a Priced,
        /// What is still to pay of it, in cash.
        rest: Money,
    },
    Paid(&'a Sale),
}

impl Sell {
    pub fn facing(&self) -> Facing<'_> {
        match (&self.stage, &self.last, self.basket.priced()) {
            (Stage::Paid, Some(sale), _) => Facing::Paid(&sale.fact),
            (_, _, Some(priced)) if !self.basket.is_empty() => Facing::Ticket {
                ticket: self.basket.ticket(),
                priced,
            },
            _ => Facing::Nobody,
        }
    }
}
