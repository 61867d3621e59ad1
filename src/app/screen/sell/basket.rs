//! The ticket being filled, what it comes to, and the line in hand. Every change
//! goes through here, so that the amounts shown are always those of the lines.

use crate::app::context::Context;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{Bilingual, FamilyCode, Sku, TicketId};
use crate::domain::money::{Money, Quantity};
use crate::domain::ticket::{Discount, Priced, Ticket, TicketLine, TicketRefusal};

/// A ticket with its prices.
#[derive(Debug, Clone)]
pub struct Basket {
    ticket: Ticket,
    /// None while there is nothing in it.
    priced: Option<Priced>,
    /// The line last touched.
    current: Option<usize>,
}

/// A change to a line; what is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    pub quantity: Option<Quantity>,
    pub price: Option<Money>,
    /// `Some(None)` takes the discount off.
    pub discount: Option<Option<Discount>>,
    /// An empty one takes the note off.
    pub note: Option<String>,
}

impl Basket {
    pub fn new(context: &Context) -> Self {
        Basket::of(Ticket::new(TicketId(context.till.moments().new_id())))
    }

    /// A ticket that was begun earlier.
    pub fn of(ticket: Ticket) -> Self {
        let priced = ticket.price().ok();
        Basket {
            ticket,
            priced,
            current: None,
        }
    }

    pub fn ticket(&self) -> &Ticket {
        &self.ticket
    }

    pub fn is_empty(&self) -> bool {
        self.ticket.is_empty()
    }

    pub fn priced(&self) -> Option<&Priced> {
        self.priced.as_ref()
    }

    pub fn due(&self) -> Money {
        self.priced
            .as_ref()
            .map_or(Money::ZERO, |priced| priced.due)
    }

    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Takes a line in hand, or lays it down again.
    pub fn touch(&mut self, line: usize) {
        self.current = (self.current != Some(line)).then_some(line);
    }

    /// How much of a product line is in the ticket.
    pub fn quantity_of(&self, sku: &Sku) -> Quantity {
        let lines = self.ticket.lines.iter().filter(|line| &line.sku == sku);
        lines.map(|line| line.quantity).sum()
    }

    /// # Errors
    /// As [`Ticket::add`], or a ticket that comes to too much.
    pub fn add(
        &mut self,
        catalogue: &Catalogue,
        sku: &Sku,
        quantity: Quantity,
        price: Option<Money>,
    ) -> Result<(), TicketRefusal> {
        let line = self.change(|ticket| ticket.add(catalogue, sku, quantity, price))?;
        self.current = Some(line);
        Ok(())
    }

    /// # Errors
    /// As [`Ticket::add_open`], or a ticket that comes to too much.
    pub fn add_open(
        &mut self,
        catalogue: &Catalogue,
        family: &FamilyCode,
        name: Bilingual,
        price: Money,
    ) -> Result<(), TicketRefusal> {
        let line = self.change(|ticket| ticket.add_open(catalogue, family, name, price))?;
        self.current = Some(line);
        Ok(())
    }

    /// Changes a line; all of it or nothing.
    ///
    /// # Errors
    /// A quantity, price or discount the line can't have.
    pub fn change_line(
        &mut self,
        catalogue: &Catalogue,
        index: usize,
        change: Change,
    ) -> Result<(), TicketRefusal> {
        self.change(|ticket| {
            if let Some(quantity) = change.quantity {
                ticket.set_quantity(index, quantity)?;
            }
            if let Some(price) = change.price {
                set_price(ticket, catalogue, index, price)?;
            }
            if let Some(discount) = change.discount {
                ticket.set_line_discount(index, discount)?;
            }
            if let Some(note) = change.note {
                ticket.set_note(index, note)?;
            }
            Ok(())
        })
    }

    /// # Errors
    /// No such line.
    pub fn remove(&mut self, index: usize) -> Result<(), TicketRefusal> {
        self.current = None;
        self.ticket.remove(index)?;
        if self.ticket.is_empty() {
            self.ticket.discount = None;
        }
        self.priced = self.ticket.price().ok();
        Ok(())
    }

    /// # Errors
    /// A discount larger than what it is taken from.
    pub fn discount(&mut self, discount: Option<Discount>) -> Result<(), TicketRefusal> {
        self.change(|ticket| {
            ticket.discount = discount;
            Ok(())
        })
    }

    /// Makes a change that leaves the ticket one that can be priced, or none.
    fn change<T>(
        &mut self,
        make: impl FnOnce(&mut Ticket) -> Result<T, TicketRefusal>,
    ) -> Result<T, TicketRefusal> {
        let mut ticket = self.ticket.clone();
        let made = make(&mut ticket)?;
        self.priced = Some(ticket.price()?);
        self.ticket = ticket;
        Ok(made)
    }
}

fn set_price(
    ticket: &mut Ticket,
    catalogue: &Catalogue,
    index: usize,
    price: Money,
) -> Result<(), TicketRefusal> {
    let line = ticket
        .lines
        .get(index)
        .ok_or(TicketRefusal::NoSuchLine(index))?;
    let new = if line.is_open() {
        TicketLine {
            quantity: line.quantity,
            ..TicketLine::open(catalogue, &line.family, line.name.clone(), price)?
        }
    } else {
        priced_anew(catalogue, line, price)?
    };
    let old = &mut ticket.lines[index];
    let kept = TicketLine {
        discount: old.discount.take(),
        note: std::mem::take(&mut old.note),
        ..new
    };
    ticket.lines[index] = kept;
    ticket.set_line_discount(index, ticket.lines[index].discount.clone())
}

/// A line of the catalogue at another price.
fn priced_anew(
    catalogue: &Catalogue,
    line: &TicketLine,
    price: Money,
) -> Result<TicketLine, TicketRefusal> {
    let unknown = || TicketRefusal::UnknownProductLine(line.sku.clone());
    let product = catalogue.line(&line.sku).ok_or_else(unknown)?;
    TicketLine::new(catalogue, product, line.quantity, Some(price))
}
