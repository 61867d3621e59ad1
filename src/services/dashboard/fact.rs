//! A fact of the journal in words: what it is called, and its particulars one by one.

use super::{Reader, Told};
use crate::domain::carrying::CarriedBalance;
use crate::domain::fact::{Entry, Fact};
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderCancellation};
use crate::domain::payout::PayoutMeans;
use crate::domain::refund::Refund;
use crate::domain::sale::Sale;
use crate::domain::settlement::Settlement;
use crate::domain::shift::ShiftClosing;
use crate::key;
use crate::locale::{Key, bidi, capital};

/// What a kind of fact is called, as far as a money proof is made of it.
fn kind_key(kind: &str) -> Option<Key> {
    Some(match kind {
        "SaleCompleted" => key!("term-sale"),
        "SaleRefunded" => key!("term-refund"),
        "OrderTaken" => key!("term-order"),
        "OrderCancelled" => key!("figures-fact-order-cancelled"),
        "ShiftOpened" => key!("term-float"),
        "ShiftClosed" => key!("term-cash-count"),
        "CashMoved" => key!("figures-fact-cash-moved"),
        "FamilySettled" => key!("term-settlement"),
        "SettlementReversed" => key!("figures-fact-settlement-reversed"),
        "PayoutMade" => key!("term-payout"),
        "FamilyPaidIn" => key!("figures-fact-family-paid-in"),
        "AdvanceGranted" => key!("term-advance"),
        "BalanceCarriedOut" => key!("figures-fact-carried-out"),
        "BalanceBroughtIn" => key!("figures-fact-brought-in"),
        "BalanceTakenBack" => key!("figures-fact-carried-back"),
        _ => return None,
    })
}

/// Particulars as they are collected.
struct Particulars<'r, 'a> {
    reader: &'r Reader<'a>,
    told: Vec<Told>,
}

impl Particulars<'_, '_> {
    fn say(&mut self, code: &'static str, word: Key, shown: impl Into<String>) {
        let word = self.reader.texts.get(word);
        self.add(code, word, shown.into(), String::new());
    }

    fn add(&mut self, code: &'static str, word: String, shown: String, note: String) {
        if !shown.is_empty() {
            self.told.push(Told {
                code,
                word: capital(&word),
                shown,
                note,
            });
        }
    }

    fn money(&mut self, code: &'static str, word: Key, amount: Money) {
        let shown = self.reader.amount(amount);
        self.say(code, word, shown);
    }

    /// An amount that is told only where there is one.
    fn any(&mut self, code: &'static str, word: Key, amount: Money) {
        if !amount.is_zero() {
            self.money(code, word, amount);
        }
    }

    fn number(&mut self, number: &crate::domain::id::Number) {
        let number = bidi::left_to_right(&number.to_string());
        self.say("number", key!("figures-number"), number);
    }

    fn sale(&mut self, sale: &Sale) {
        let texts = self.reader.texts;
        self.number(&sale.number);
        for line in &sale.lines {
            let word = texts.name(&line.item.name).to_owned();
            let quantity = texts.quantity_with_unit(line.item.quantity, line.item.unit);
            self.add("line", word, self.reader.amount(line.paid), quantity);
        }
        self.any(
            "delivery_fee",
            key!("figures-delivery-fee"),
            sale.delivery_fee(),
        );
        for tender in &sale.tenders {
            let word = texts.word(&tender.kind);
            self.add(
                "tender",
                word,
                self.reader.amount(tender.amount),
                String::new(),
            );
        }
        self.any("rounding", key!("figures-rounding"), sale.cash_rounding);
    }

    fn refund(&mut self, refund: &Refund) {
        let texts = self.reader.texts;
        self.number(&refund.number);
        let sale = bidi::left_to_right(&refund.sale_number.to_string());
        self.say("sale", key!("figures-of-sale"), sale);
        for line in &refund.lines {
            let word = texts.name(&line.name).to_owned();
            let quantity = texts.quantity_with_unit(line.quantity, line.unit);
            self.add("line", word, self.reader.amount(-line.paid), quantity);
        }
        for tender in &refund.tenders {
            let word = texts.word(&tender.kind);
            self.add(
                "tender",
                word,
                self.reader.amount(-tender.amount),
                String::new(),
            );
        }
        self.say("reason", key!("figures-reason"), refund.reason.as_str());
    }

    fn order(&mut self, order: &Order) {
        self.number(&order.number);
        if let Some(shop) = &order.shop {
            let number = bidi::left_to_right(&shop.number);
            self.say("shop_order", key!("figures-shop-order"), number);
            self.say("file", key!("figures-shop-file"), shop.file.as_str());
        }
        let delivery = order.ticket.delivery.as_ref();
        let fee = delivery.map_or(Money::ZERO, |delivery| delivery.fee);
        self.any("delivery_fee", key!("figures-delivery-fee"), fee);
        self.money("total", key!("term-total"), order.total);
        self.money("deposit", key!("term-deposit"), order.deposit);
    }

    fn cancelled(&mut self, cancelled: &OrderCancellation) {
        let family = self.reader.family(&cancelled.family);
        self.say("family", key!("term-family"), family);
        self.money(
            "returned",
            key!("figures-deposit-returned"),
            cancelled.returned,
        );
        if let Some(tender) = &cancelled.returned_online {
            let word = self.reader.texts.word(&tender.kind);
            let amount = self.reader.amount(tender.amount);
            self.add("returned_online", word, amount, tender.reference.clone());
        }
        self.money("kept", key!("figures-deposit-kept"), cancelled.kept);
        self.say("reason", key!("figures-reason"), cancelled.reason.as_str());
    }

    fn counted(&mut self, closing: &ShiftClosing) {
        self.money("float", key!("term-float"), closing.float);
        self.money("expected", key!("figures-expected"), closing.expected);
        self.money("counted", key!("figures-counted"), closing.counted);
        self.money(
            "over_short",
            key!("figures-over-short"),
            closing.over_short(),
        );
        self.say("reason", key!("figures-reason"), closing.reason.as_str());
    }

    fn settlement(&mut self, one: &Settlement) {
        self.number(&one.number);
        let family = self.reader.family(&one.family);
        self.say("family", key!("term-family"), family);
        self.money("net_sales", key!("term-net-sales"), one.net_sales);
        self.money("commission", key!("term-commission"), one.commission);
        self.any("fees", key!("term-fees"), one.fee_total());
        self.any(
            "adjustments",
            key!("term-adjustment"),
            one.adjustment_total(),
        );
        self.any("advance", key!("term-advance"), one.advance_instalment);
        self.any("held", key!("figures-held"), one.held);
        self.money("payable", key!("term-payable"), one.payable);
    }

    fn carried(&mut self, balance: &CarriedBalance) {
        let family = self.reader.family(&balance.family);
        self.say("family", key!("term-family"), family);
        let from = bidi::left_to_right(balance.from.as_str());
        self.say("from", key!("figures-from-edition"), from);
        let to = bidi::left_to_right(balance.to.as_str());
        self.say("to", key!("figures-to-edition"), to);
        self.money("amount", key!("figures-amount"), balance.amount);
        self.any("advance", key!("term-advance"), balance.advance_left);
    }

    fn paid(&mut self, family: &crate::domain::id::FamilyCode, amount: Money, means: PayoutMeans) {
        let family = self.reader.family(family);
        self.say("family", key!("term-family"), family);
        self.money("amount", key!("figures-amount"), amount);
        let means = self.reader.texts.word(&means);
        self.say("means", key!("figures-means"), means);
    }
}

impl Reader<'_> {
    /// What a kind of fact is called.
    pub fn kind(&self, kind: &str) -> String {
        match kind_key(kind) {
            Some(key) => capital(&self.texts.get(key)),
            None => bidi::left_to_right(kind),
        }
    }

    /// A fact with its particulars, first those every record has.
    pub fn fact(&self, entry: &Entry) -> Vec<Told> {
        let texts = self.texts;
        let mut all = Particulars {
            reader: self,
            told: Vec::new(),
        };
        let record = texts.digits().write(&entry.seq.to_string());
        all.say("record", key!("figures-record"), record);
        let at = texts.date_and_time(entry.at.naive_local());
        all.say("at", key!("figures-recorded-at"), at);
        if let Some(day) = entry.day {
            all.say("day", key!("term-trading-day"), texts.date_long(day));
        }
        if let Some(actor) = &entry.actor {
            all.say("actor", key!("figures-by"), self.person(actor));
        }
        if let Some(approver) = &entry.approver {
            all.say(
                "approver",
                key!("figures-approved-by"),
                self.person(approver),
            );
        }
        match &entry.fact {
            Fact::SaleCompleted(sale) => all.sale(sale),
            Fact::SaleRefunded(refund) => all.refund(refund),
            Fact::OrderTaken(order) => all.order(order),
            Fact::OrderCancelled(cancelled) => all.cancelled(cancelled),
            Fact::ShiftOpened(shift) => all.money("float", key!("term-float"), shift.float),
            Fact::ShiftClosed(closing) => all.counted(closing),
            Fact::CashMoved(movement) => {
                let word = texts.word(&movement.kind);
                all.add("amount", word, self.amount(movement.amount), String::new());
                all.say("reason", key!("figures-reason"), movement.reason.as_str());
            }
            Fact::FamilySettled(settlement) => all.settlement(settlement),
            Fact::SettlementReversed(reversal) => {
                all.settlement(&reversal.settlement);
                all.say("reason", key!("figures-reason"), reversal.reason.as_str());
            }
            Fact::PayoutMade(payout) => {
                all.number(&payout.number);
                all.paid(&payout.family, payout.amount, payout.means);
            }
            Fact::FamilyPaidIn(payment) => {
                all.number(&payment.number);
                all.paid(&payment.family, payment.amount, payment.means);
            }
            Fact::AdvanceGranted(advance) => {
                all.paid(&advance.family, advance.amount, advance.means);
                all.say("reason", key!("figures-reason"), advance.reason.as_str());
            }
            Fact::BalanceCarriedOut(balance) | Fact::BalanceBroughtIn(balance) => {
                all.carried(balance);
            }
            Fact::BalanceTakenBack(back) => {
                all.carried(&back.balance);
                all.say("reason", key!("figures-reason"), back.reason.as_str());
            }
            _ => {}
        }
        all.told
    }
}
