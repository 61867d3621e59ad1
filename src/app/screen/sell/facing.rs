//! What of the counter faces the customer: the ticket in hand, or the change of
//! the one just paid. How it looks is `screen::customer`'s business.

use super::{Sell, Stage};
use crate::domain::sale::Sale;
use crate::domain::ticket::{Priced, Ticket};

/// What the customer may see of the counter.
#[derive(Debug, Clone, Copy)]
pub enum Facing<'a> {
    /// Nobody is being served.
    Nobody,
    Ticket {
        ticket: &'a Ticket,
        priced: &'a Priced,
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
