//! Words for refusals about drawers, days and families' money.

use crate::domain::day::DayRefusal;
use crate::domain::payout::{Earlier, PayoutMeans, PayoutRefusal};
use crate::domain::settlement::SettlementRefusal;
use crate::domain::shift::ShiftRefusal;
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn shift(&self, refusal: &ShiftRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            ShiftRefusal::NoOpenDay => self.no_open_day(),
            ShiftRefusal::AlreadyOpen { cashier } => say(
                tr!(
                    texts,
                    "notice-shift-already-open",
                    cashier = cashier.as_str()
                ),
                tr!(texts, "notice-do-close-shift"),
            ),
            ShiftRefusal::NoOpenShift => self.no_open_shift(),
            ShiftRefusal::NotYours { cashier } => say(
                tr!(texts, "notice-shift-not-yours", cashier = cashier.as_str()),
                tr!(texts, "notice-do-cashier-or-supervisor"),
            ),
            ShiftRefusal::AmountOutOfRange => self.amount_out_of_range(),
            ShiftRefusal::ReasonMissing => self.reason_missing(),
            ShiftRefusal::NotInDrawer { drawer } => say(
                tr!(texts, "notice-not-in-drawer", drawer = self.money(*drawer)),
                tr!(texts, "notice-do-smaller-amount"),
            ),
            ShiftRefusal::UnknownDenomination(value) => say(
                tr!(
                    texts,
                    "notice-unknown-denomination",
                    value = self.money(*value)
                ),
                tr!(texts, "notice-do-notes-and-coins"),
            ),
            ShiftRefusal::NotCounted => say(
                tr!(texts, "notice-not-counted"),
                tr!(texts, "notice-do-count"),
            ),
            ShiftRefusal::CountStale => say(
                tr!(texts, "notice-count-stale"),
                tr!(texts, "notice-do-count"),
            ),
            ShiftRefusal::DifferenceNeedsReason { difference } => {
                let amount = self.money(difference.abs());
                let text = if difference.is_negative() {
                    tr!(texts, "notice-short-needs-reason", amount = amount)
                } else {
                    tr!(texts, "notice-over-needs-reason", amount = amount)
                };
                say(text, tr!(texts, "notice-do-count-or-reason"))
            }
        }
    }

    pub(super) fn no_open_day(&self) -> Said {
        say(
            tr!(self.texts, "notice-no-open-day"),
            tr!(self.texts, "notice-do-open-day"),
        )
    }

    pub(super) fn no_open_shift(&self) -> Said {
        say(
            tr!(self.texts, "notice-no-open-shift"),
            tr!(self.texts, "notice-do-open-shift"),
        )
    }

    pub(super) fn amount_out_of_range(&self) -> Said {
        say(
            tr!(self.texts, "notice-amount-out-of-range"),
            tr!(self.texts, "notice-do-check-amount"),
        )
    }

    pub(super) fn day(&self, refusal: &DayRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            DayRefusal::AlreadyOpen(day) => say(
                tr!(
                    texts,
                    "notice-day-already-open",
                    day = texts.date_long(*day)
                ),
                tr!(texts, "notice-do-close-day-first"),
            ),
            DayRefusal::AlreadyClosed(day) => say(
                tr!(
                    texts,
                    "notice-day-already-closed",
                    day = texts.date_long(*day)
                ),
                tr!(texts, "notice-do-next-day"),
            ),
            DayRefusal::BeforeLast { asked, last } => say(
                tr!(
                    texts,
                    "notice-day-before-last",
                    asked = texts.date_long(*asked),
                    last = texts.date_long(*last)
                ),
                tr!(texts, "notice-do-check-clock"),
            ),
            DayRefusal::NotAnOpeningDay(day) => say(
                tr!(
                    texts,
                    "notice-not-an-opening-day",
                    day = texts.date_with_weekday(*day)
                ),
                tr!(texts, "notice-do-open-anyway"),
            ),
            DayRefusal::NoOpenDay => self.no_open_day(),
            DayRefusal::ShiftsOpen(tills) => {
                let tills: Vec<&str> = tills.iter().map(|till| till.as_str()).collect();
                say(
                    tr!(texts, "notice-shifts-open", tills = tills.join(" ")),
                    tr!(texts, "notice-do-close-shifts"),
                )
            }
            DayRefusal::TicketBeingPaid(staff) => say(
                tr!(texts, "notice-ticket-being-paid", staff = staff.as_str()),
                tr!(texts, "notice-do-finish-paying"),
            ),
            DayRefusal::ParkedTickets(parked) => say(
                tr!(texts, "notice-parked-tickets", count = parked.len()),
                tr!(texts, "notice-do-finish-parked"),
            ),
        }
    }

    pub(super) fn settlement(&self, refusal: &SettlementRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            SettlementRefusal::DayNotClosed(day) => say(
                tr!(texts, "notice-day-not-closed", day = texts.date_long(*day)),
                tr!(texts, "notice-do-close-day"),
            ),
            SettlementRefusal::UnknownFamily(family) => self.unknown_family(family.as_str()),
            SettlementRefusal::AlreadySettled { family, day } => say(
                tr!(
                    texts,
                    "notice-already-settled",
                    family = family.as_str(),
                    day = texts.date_long(*day)
                ),
                tr!(texts, "notice-do-show-statement"),
            ),
            SettlementRefusal::LaterDaySettled { family, day, last } => say(
                tr!(
                    texts,
                    "notice-later-day-settled",
                    family = family.as_str(),
                    day = texts.date_long(*day),
                    last = texts.date_long(*last)
                ),
                tr!(texts, "notice-do-next-settlement"),
            ),
            SettlementRefusal::UnknownSettlement(number) => say(
                tr!(
                    texts,
                    "notice-unknown-settlement",
                    number = number.to_string()
                ),
                tr!(texts, "notice-do-check-statement-number"),
            ),
            SettlementRefusal::NotTheLast { last } => say(
                tr!(texts, "notice-not-the-last", last = last.to_string()),
                tr!(texts, "notice-do-reverse-last"),
            ),
            SettlementRefusal::AlreadyReversed(number) => say(
                tr!(
                    texts,
                    "notice-already-reversed",
                    number = number.to_string()
                ),
                tr!(texts, "notice-do-settle-again"),
            ),
            SettlementRefusal::ReasonMissing => self.reason_missing(),
        }
    }

    pub(super) fn payout(&self, refusal: &PayoutRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            PayoutRefusal::UnknownFamily(family) => self.unknown_family(family.as_str()),
            PayoutRefusal::AmountOutOfRange => self.amount_out_of_range(),
            PayoutRefusal::MoreThanOwed {
                family,
                owed,
                asked,
            } => say(
                tr!(
                    texts,
                    "notice-more-than-owed",
                    family = family.as_str(),
                    owed = self.money(*owed),
                    asked = self.money(*asked)
                ),
                tr!(texts, "notice-do-smaller-amount"),
            ),
            PayoutRefusal::UnknownPayout => say(
                tr!(texts, "notice-unknown-payout"),
                tr!(texts, "notice-do-check-payout"),
            ),
            PayoutRefusal::TakenBackAlready(number) => say(
                tr!(
                    texts,
                    "notice-payout-taken-back",
                    number = number.to_string()
                ),
                tr!(texts, "notice-do-check-payout"),
            ),
            PayoutRefusal::MayNotCollect { family, person } => say(
                tr!(
                    texts,
                    "notice-may-not-collect",
                    family = family.as_str(),
                    person = person.as_str()
                ),
                tr!(texts, "notice-do-registered-collector"),
            ),
            PayoutRefusal::MoreThanOwing {
                family,
                owes,
                asked,
            } => say(
                tr!(
                    texts,
                    "notice-more-than-owing",
                    family = family.as_str(),
                    owes = self.money(*owes),
                    asked = self.money(*asked)
                ),
                tr!(texts, "notice-do-smaller-amount"),
            ),
            PayoutRefusal::NothingSettled { family } => say(
                tr!(texts, "notice-nothing-settled", family = family.as_str()),
                tr!(texts, "notice-do-settle"),
            ),
            PayoutRefusal::NoOpenShift => say(
                tr!(texts, "notice-payout-no-shift"),
                tr!(texts, "notice-do-pay-from-safe"),
            ),
            PayoutRefusal::NotEnoughCash { means, cash } => {
                let cash = self.money(*cash);
                let text = match means {
                    PayoutMeans::Drawer => tr!(texts, "notice-not-enough-in-drawer", cash = cash),
                    PayoutMeans::Safe | PayoutMeans::BankTransfer | PayoutMeans::Cheque => {
                        tr!(texts, "notice-not-enough-in-safe", cash = cash)
                    }
                };
                say(text, tr!(texts, "notice-do-fill-or-pay-part"))
            }
            PayoutRefusal::ReferenceMissing => say(
                tr!(texts, "notice-reference-missing"),
                tr!(texts, "notice-do-give-reference"),
            ),
            PayoutRefusal::RecordedAlready(earlier) => self.recorded_already(earlier),
            PayoutRefusal::ReasonMissing => self.reason_missing(),
        }
    }

    fn recorded_already(&self, earlier: &Earlier) -> Said {
        let texts = self.texts;
        let (means, reference) = (texts.word(&earlier.means), earlier.reference.as_str());
        let (number, amount) = (earlier.number.to_string(), self.money(earlier.amount));
        let family = earlier.family.as_str();
        match earlier.paid_in {
            false => say(
                tr!(
                    texts,
                    "notice-paid-out-already",
                    means = means,
                    reference = reference,
                    number = number,
                    amount = amount,
                    family = family
                ),
                tr!(texts, "notice-do-other-reference-or-back"),
            ),
            true => say(
                tr!(
                    texts,
                    "notice-paid-in-already",
                    means = means,
                    reference = reference,
                    number = number,
                    amount = amount,
                    family = family
                ),
                tr!(texts, "notice-do-other-reference"),
            ),
        }
    }
}
