//! Double entry: what every fact posts, over a small chart of accounts.
//!
//! Debits are positive, credits negative; each fact's postings sum to zero. A
//! family's statement balance *is* its payable account, sign turned round.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::bazaar::Beneficiary;
use super::carrying::CarriedBalance;
use super::fact::Fact;
use super::id::{BadCode, FamilyCode, TillCode};
use super::money::Money;
use super::payout::PayoutMeans;
use super::refund::Refund;
use super::sale::{Sale, TenderKind};
use super::settlement::Settlement;
use super::shift::CashMovementKind;

/// The chart of accounts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// Cash in a till's drawer.
    Drawer(TillCode),
    Safe,
    CardClearing,
    TransferClearing,
    WalletClearing,
    /// The organiser's bank, for payouts by transfer or cheque.
    Bank,
    /// Customers' money a family took itself and has not been settled for.
    HeldByFamily(FamilyCode),
    /// What a family has had in advance.
    Advance(FamilyCode),
    /// What a family is owed (credit) or owes (debit).
    FamilyPayable(FamilyCode),
    /// Deposits owed to customers until handover.
    CustomerDeposits,
    Vouchers,
    /// Tax the organiser has to hand over.
    Tax,
    Commission,
    Fees,
    /// What customers paid to have their goods brought to them.
    DeliveryFees,
    /// Deposits of cancelled orders the organiser kept.
    KeptDeposits,
    OrganiserDiscounts,
    Adjustments,
    OverShort,
    CashRounding,
    /// Cash spent for the bazaar out of a drawer.
    Expenses,
    /// The organiser's own money put in.
    Organiser,
    /// Families' balances other editions took over (credit), or left to this one
    /// (debit).
    OtherEditions,
}

impl Account {
    /// Accounts that stand alone.
    pub const SINGLE: [(Account, &'static str); 19] = [
        (Account::Safe, "safe"),
        (Account::CardClearing, "clearing:card"),
        (Account::TransferClearing, "clearing:transfer"),
        (Account::WalletClearing, "clearing:wallet"),
        (Account::Bank, "bank"),
        (Account::CustomerDeposits, "customer-deposits"),
        (Account::Vouchers, "vouchers"),
        (Account::Tax, "tax"),
        (Account::Commission, "commission"),
        (Account::Fees, "fees"),
        (Account::DeliveryFees, "delivery-fees"),
        (Account::KeptDeposits, "kept-deposits"),
        (Account::OrganiserDiscounts, "organiser-discounts"),
        (Account::Adjustments, "adjustments"),
        (Account::OverShort, "over-short"),
        (Account::CashRounding, "cash-rounding"),
        (Account::Expenses, "expenses"),
        (Account::Organiser, "organiser"),
        (Account::OtherEditions, "other-editions"),
    ];

    fn of_tender(kind: &TenderKind, till: &TillCode) -> Account {
        match kind {
            TenderKind::Cash => Account::Drawer(till.clone()),
            TenderKind::Card => Account::CardClearing,
            TenderKind::Transfer => Account::TransferClearing,
            TenderKind::Wallet => Account::WalletClearing,
            TenderKind::Voucher => Account::Vouchers,
            TenderKind::Deposit => Account::CustomerDeposits,
            TenderKind::TakenByFamily(family) => Account::HeldByFamily(family.clone()),
        }
    }

    fn of_means(means: PayoutMeans, till: &TillCode) -> Account {
        match means {
            PayoutMeans::Drawer => Account::Drawer(till.clone()),
            PayoutMeans::Safe => Account::Safe,
            PayoutMeans::BankTransfer | PayoutMeans::Cheque => Account::Bank,
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Account::Drawer(till) => write!(f, "drawer:{till}"),
            Account::HeldByFamily(family) => write!(f, "held:{family}"),
            Account::Advance(family) => write!(f, "advance:{family}"),
            Account::FamilyPayable(family) => write!(f, "payable:{family}"),
            single => {
                let name = Self::SINGLE.iter().find(|(account, _)| account == single);
                f.write_str(name.expect("every single account is listed").1)
            }
        }
    }
}

impl FromStr for Account {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        if let Some((account, _)) = Self::SINGLE.iter().find(|(_, name)| *name == text) {
            return Ok(account.clone());
        }
        match text.split_once(':') {
            Some(("drawer", till)) => Ok(Account::Drawer(TillCode::new(till)?)),
            Some(("held", family)) => Ok(Account::HeldByFamily(FamilyCode::new(family)?)),
            Some(("advance", family)) => Ok(Account::Advance(FamilyCode::new(family)?)),
            Some(("payable", family)) => Ok(Account::FamilyPayable(FamilyCode::new(family)?)),
            _ => Err(BadCode::Character(':')),
        }
    }
}

/// One leg of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    pub account: Account,
    /// Debit positive, credit negative; never zero.
    pub amount: Money,
}

/// Collects legs, one per account.
#[derive(Default)]
struct Legs(BTreeMap<Account, Money>);

impl Legs {
    fn debit(&mut self, account: Account, amount: Money) {
        *self.0.entry(account).or_default() += amount;
    }

    fn credit(&mut self, account: Account, amount: Money) {
        self.debit(account, -amount);
    }

    /// Money moves from one account to another.
    fn transfer(&mut self, from: Account, to: Account, amount: Money) {
        self.credit(from, amount);
        self.debit(to, amount);
    }
}

/// What a fact of `till` posts, in the order of the accounts; empty for facts
/// that move no money.
///
/// # Panics
/// If the postings would not sum to zero: the fact is not lawful.
pub fn postings(till: &TillCode, fact: &Fact) -> Vec<Posting> {
    let mut legs = Legs::default();
    let drawer = || Account::Drawer(till.clone());
    match fact {
        Fact::SaleCompleted(sale) => post_sale(&mut legs, till, sale),
        Fact::SaleRefunded(refund) => post_refund(&mut legs, till, refund),
        Fact::OrderTaken(order) => {
            for tender in &order.tenders {
                legs.debit(Account::of_tender(&tender.kind, till), tender.amount);
            }
            legs.credit(Account::CustomerDeposits, order.deposit);
        }
        Fact::OrderCancelled(cancelled) => {
            let cash = cancelled.cash_returned();
            legs.transfer(drawer(), Account::CustomerDeposits, cash);
            if let Some(tender) = &cancelled.returned_online {
                let account = Account::of_tender(&tender.kind, till);
                legs.transfer(account, Account::CustomerDeposits, tender.amount);
            }
            let keeper = match cancelled.kept_by {
                Beneficiary::Family => Account::FamilyPayable(cancelled.family.clone()),
                Beneficiary::Organiser => Account::KeptDeposits,
            };
            legs.transfer(keeper, Account::CustomerDeposits, cancelled.kept);
        }
        Fact::ShiftOpened(shift) => legs.transfer(Account::Safe, drawer(), shift.float),
        Fact::CashMoved(movement) => match movement.kind {
            CashMovementKind::PaidIn => {
                legs.transfer(Account::Organiser, drawer(), movement.amount)
            }
            CashMovementKind::PaidOut => {
                legs.transfer(drawer(), Account::Expenses, movement.amount)
            }
            CashMovementKind::Drop => legs.transfer(drawer(), Account::Safe, movement.amount),
        },
        Fact::ShiftClosed(closing) => {
            // The difference first, then what was counted goes to the safe.
            legs.transfer(Account::OverShort, drawer(), closing.over_short());
            legs.transfer(drawer(), Account::Safe, closing.counted);
        }
        Fact::AdjustmentMade(adjustment) => legs.transfer(
            Account::FamilyPayable(adjustment.family.clone()),
            Account::Adjustments,
            adjustment.amount,
        ),
        Fact::GoodsLost(loss) => legs.transfer(
            Account::FamilyPayable(loss.note.family.clone()),
            Account::Adjustments,
            loss.credit(),
        ),
        Fact::AdvanceGranted(advance) => legs.transfer(
            Account::of_means(advance.means, till),
            Account::Advance(advance.family.clone()),
            advance.amount,
        ),
        Fact::FamilySettled(settlement) => post_settlement(&mut legs, settlement, false),
        Fact::SettlementReversed(reversal) => {
            post_settlement(&mut legs, &reversal.settlement, true);
        }
        Fact::PayoutMade(payout) => legs.transfer(
            Account::of_means(payout.means, till),
            Account::FamilyPayable(payout.family.clone()),
            payout.amount,
        ),
        Fact::FamilyPaidIn(payment) => legs.transfer(
            Account::FamilyPayable(payment.family.clone()),
            Account::of_means(payment.means, till),
            payment.amount,
        ),
        Fact::BalanceCarriedOut(balance) => post_carried(&mut legs, balance, 1),
        Fact::BalanceBroughtIn(balance) => post_carried(&mut legs, balance, -1),
        Fact::BalanceTakenBack(back) => post_carried(&mut legs, &back.balance, -1),
        Fact::SafeFilled(filled) => {
            legs.transfer(Account::Organiser, Account::Safe, filled.amount);
        }
        _ => {}
    }
    let postings: Vec<Posting> = legs
        .0
        .into_iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(account, amount)| Posting { account, amount })
        .collect();
    let sum: Money = postings.iter().map(|posting| posting.amount).sum();
    assert!(sum.is_zero(), "{} posts {sum:?}, not zero", fact.kind());
    postings
}

fn post_sale(legs: &mut Legs, till: &TillCode, sale: &Sale) {
    for tender in &sale.tenders {
        legs.debit(Account::of_tender(&tender.kind, till), tender.amount);
    }
    for line in &sale.lines {
        legs.credit(
            Account::FamilyPayable(line.item.family.clone()),
            line.credit(),
        );
        legs.credit(Account::Tax, line.organiser_tax());
        legs.debit(Account::OrganiserDiscounts, line.organiser_discount);
    }
    if let Some(delivery) = &sale.delivery {
        legs.credit(Account::DeliveryFees, delivery.income());
        legs.credit(Account::Tax, delivery.tax);
    }
    legs.credit(Account::CashRounding, sale.cash_rounding);
}

fn post_refund(legs: &mut Legs, till: &TillCode, refund: &Refund) {
    for tender in &refund.tenders {
        legs.credit(Account::of_tender(&tender.kind, till), tender.amount);
    }
    for line in &refund.lines {
        legs.debit(Account::FamilyPayable(line.family.clone()), line.credit());
        legs.debit(Account::Tax, line.organiser_tax);
        legs.credit(Account::OrganiserDiscounts, line.organiser_discount);
    }
    legs.debit(Account::CashRounding, refund.cash_rounding);
}

fn post_settlement(legs: &mut Legs, settlement: &Settlement, reverse: bool) {
    let payable = || Account::FamilyPayable(settlement.family.clone());
    let mut hold_back = |to: Account, amount: Money| {
        let amount = if reverse { -amount } else { amount };
        legs.transfer(to, payable(), amount);
    };
    hold_back(Account::Commission, settlement.commission);
    hold_back(Account::Fees, settlement.fee_total());
    hold_back(
        Account::Advance(settlement.family.clone()),
        settlement.advance_instalment,
    );
    hold_back(
        Account::HeldByFamily(settlement.family.clone()),
        settlement.held,
    );
}

/// What the family is owed and what is left of its advance leave these books, or come
/// to them where `sign` is turned round.
fn post_carried(legs: &mut Legs, balance: &CarriedBalance, sign: i64) {
    legs.transfer(
        Account::OtherEditions,
        Account::FamilyPayable(balance.family.clone()),
        balance.amount.times(sign),
    );
    legs.transfer(
        Account::Advance(balance.family.clone()),
        Account::OtherEditions,
        balance.advance_left.times(sign),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_account_reads_back_from_its_name() {
        let (till, family) = (
            TillCode::new("T1").unwrap(),
            FamilyCode::new("F06").unwrap(),
        );
        let mut accounts: Vec<Account> = Account::SINGLE
            .iter()
            .map(|(account, _)| account.clone())
            .collect();
        accounts.extend([
            Account::Drawer(till),
            Account::HeldByFamily(family.clone()),
            Account::Advance(family.clone()),
            Account::FamilyPayable(family),
        ]);
        for account in accounts {
            assert_eq!(account.to_string().parse::<Account>(), Ok(account));
        }
        assert!("payable:".parse::<Account>().is_err());
        assert!("elsewhere".parse::<Account>().is_err());
    }
}
