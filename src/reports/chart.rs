//! The chart of accounts as outside ledgers name it, and which facts they get.

use chrono::NaiveDate;

use crate::domain::fact::{Entry, Fact};
use crate::domain::ledger::Account;

/// The five classes every double-entry program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Assets,
    Liabilities,
    Income,
    Expenses,
    Equity,
}

/// Which class an account belongs to.
pub fn class(account: &Account) -> Class {
    match account {
        Account::Drawer(_)
        | Account::Safe
        | Account::CardClearing
        | Account::TransferClearing
        | Account::WalletClearing
        | Account::Bank
        | Account::HeldByFamily(_)
        | Account::Advance(_) => Class::Assets,
        Account::FamilyPayable(_)
        | Account::CustomerDeposits
        | Account::Vouchers
        | Account::Tax => Class::Liabilities,
        Account::Commission
        | Account::Fees
        | Account::DeliveryFees
        | Account::KeptDeposits
        | Account::CashRounding => Class::Income,
        Account::OrganiserDiscounts
        | Account::Adjustments
        | Account::OverShort
        | Account::Expenses => Class::Expenses,
        Account::Organiser | Account::OtherEditions => Class::Equity,
    }
}

/// The date an entry is booked on: its trading day, or else the day it was made.
pub fn booking_date(entry: &Entry) -> NaiveDate {
    entry.day.unwrap_or_else(|| entry.at.date_naive())
}

/// The number or subject people know a fact by; empty where it has none.
pub fn subject(fact: &Fact) -> String {
    match fact {
        Fact::SaleCompleted(sale) => sale.number.to_string(),
        Fact::SaleRefunded(refund) => format!("{} of {}", refund.number, refund.sale_number),
        Fact::OrderTaken(order) => order.number.to_string(),
        Fact::OrderCancelled(cancelled) => cancelled.order_number.to_string(),
        Fact::FamilySettled(settlement) => format!("{} {}", settlement.number, settlement.family),
        Fact::SettlementReversed(reversal) => {
            format!(
                "{} {}",
                reversal.settlement.number, reversal.settlement.family
            )
        }
        Fact::PayoutMade(payout) => format!("{} {}", payout.number, payout.family),
        Fact::FamilyPaidIn(payment) => format!("{} {}", payment.number, payment.family),
        Fact::GoodsReceived(note) => format!("{} {}", note.number, note.family),
        Fact::GoodsReturned(note) => format!("{} {}", note.number, note.family),
        Fact::GoodsLost(loss) => format!("{} {}", loss.note.number, loss.note.family),
        Fact::UnsoldCounted(count) => format!("{} {}", count.note.number, count.note.family),
        Fact::AdjustmentMade(adjustment) => adjustment.family.to_string(),
        Fact::AdvanceGranted(advance) => advance.family.to_string(),
        Fact::BalanceCarriedOut(balance) => format!("{} to {}", balance.family, balance.to),
        Fact::BalanceBroughtIn(balance) => format!("{} from {}", balance.family, balance.from),
        Fact::BalanceTakenBack(back) => {
            let balance = &back.balance;
            format!("{} back from {}", balance.family, balance.to)
        }
        Fact::ShiftOpened(shift) => shift.cashier.to_string(),
        Fact::ShiftClosed(closing) => closing.cashier.to_string(),
        _ => String::new(),
    }
}
