//! The columns of every table of several books, which add up downwards and across.

use crate::domain::figures::HeldBack;
use crate::domain::money::Money;
use crate::domain::tally::Trade;

/// The columns of every table: what goods came to, what of it families got, and what
/// is left. They add up downwards over whatever they are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// What customers paid, and what they got back.
    pub paid: Money,
    pub refunded: Money,
    pub family_discounts: Money,
    pub organiser_discounts: Money,
    /// Tax the organiser has to hand over.
    pub tax: Money,
    /// What families were credited, less what refunds took back.
    pub credit: Money,
    pub commission: Money,
    pub fees: Money,
    /// Given back of advances in settlements.
    pub advances: Money,
    /// Customers' money families had taken themselves, as settled.
    pub held: Money,
    /// Whatever else moved families' accounts: corrections, kept deposits, losses
    /// the organiser bears.
    pub other: Money,
    /// Balances brought in from other editions, less those carried out to them.
    pub carried: Money,
    /// Paid to families, less what was taken back.
    pub paid_out: Money,
    /// Paid in by families.
    pub paid_in: Money,
    /// Owed to families now, and by families.
    pub owed: Money,
    pub owing: Money,
}

impl Sum {
    /// What goods came to. Of what customers paid, and the organiser forwent, what no
    /// family was credited is the organiser's tax.
    pub fn of_trade(trade: &Trade) -> Self {
        Sum {
            paid: trade.paid,
            refunded: trade.refunded,
            family_discounts: trade.family_discounts,
            organiser_discounts: trade.organiser_discounts,
            tax: trade.net_paid() + trade.organiser_discounts - trade.credit,
            credit: trade.credit,
            ..Sum::default()
        }
    }

    pub fn add(&mut self, other: &Sum) {
        self.paid += other.paid;
        self.refunded += other.refunded;
        self.family_discounts += other.family_discounts;
        self.organiser_discounts += other.organiser_discounts;
        self.tax += other.tax;
        self.credit += other.credit;
        self.commission += other.commission;
        self.fees += other.fees;
        self.advances += other.advances;
        self.held += other.held;
        self.other += other.other;
        self.carried += other.carried;
        self.paid_out += other.paid_out;
        self.paid_in += other.paid_in;
        self.owed += other.owed;
        self.owing += other.owing;
    }

    /// Takes over what settlements held back.
    pub fn hold_back(&mut self, held_back: &HeldBack) {
        self.commission += held_back.commission;
        self.fees += held_back.fees;
        self.advances += held_back.advances;
        self.held += held_back.held;
    }

    /// Owed to families less owed by them.
    pub fn balance(&self) -> Money {
        self.owed - self.owing
    }

    /// Paid to families less what they paid in.
    pub fn net_paid_out(&self) -> Money {
        self.paid_out - self.paid_in
    }

    /// What customers paid and did not get back.
    pub fn net_paid(&self) -> Money {
        self.paid - self.refunded
    }

    /// What is left for families by all the other columns; negative if they owe.
    pub fn left(&self) -> Money {
        self.credit + self.other + self.carried + self.paid_in
            - self.commission
            - self.fees
            - self.advances
            - self.held
            - self.paid_out
    }

    /// What was due to families for what is told here, before anything was paid or
    /// carried to another edition: negative if they owed.
    pub fn payable(&self) -> Money {
        self.left() + self.paid_out - self.paid_in - self.carried
    }

    /// Whether the columns add up across: takings are the families' part, the tax and
    /// what the organiser forwent, and what is left is what is owed.
    pub fn adds_up(&self) -> bool {
        self.net_paid() == self.credit + self.tax - self.organiser_discounts
            && self.left() == self.balance()
    }
}
