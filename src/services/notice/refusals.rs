//! Words for refusals, one rule set after another.

use crate::domain::order::{OrderRefusal, OrderState};
use crate::domain::refund::RefundRefusal;
use crate::domain::sale::SaleRefusal;
use crate::domain::staff::{Act, Role, RoleRefusal};
use crate::domain::ticket::TicketRefusal;
use crate::locale::{Key, bidi};
use crate::services::Refusal;
use crate::services::set_up::{Expected, SetUpRefusal};
use crate::services::sign_in::SignInRefusal;
use crate::{key, tr};

use super::{Said, Words, say};

impl Words {
    pub(super) fn refusal(&self, refusal: &Refusal) -> Said {
        let texts = self.texts;
        match refusal {
            Refusal::NotSetUp => say(
                tr!(texts, "notice-not-set-up"),
                tr!(texts, "notice-do-set-up"),
            ),
            Refusal::UnknownStaff(staff) => say(
                tr!(texts, "notice-unknown-staff", staff = staff.as_str()),
                tr!(texts, "notice-do-check-staff"),
            ),
            Refusal::UnknownSale(number) => say(
                tr!(texts, "notice-unknown-sale", number = number),
                tr!(texts, "notice-do-check-receipt-number"),
            ),
            Refusal::UnknownOrder(number) => say(
                tr!(texts, "notice-unknown-order", number = number),
                tr!(texts, "notice-do-check-order-number"),
            ),
            Refusal::UnknownPaper => say(
                tr!(texts, "notice-unknown-paper"),
                tr!(texts, "notice-do-choose-paper"),
            ),
            Refusal::PaperTakesNoAnswer(_) => say(
                tr!(texts, "notice-paper-takes-no-answer"),
                tr!(texts, "notice-do-look-at-papers"),
            ),
            Refusal::NoBarcode(code) => say(
                tr!(texts, "notice-no-barcode", code = code),
                tr!(texts, "notice-no-barcode-do"),
            ),
            Refusal::UnknownPrinter(profile) => say(
                tr!(texts, "notice-unknown-printer", profile = profile),
                tr!(texts, "notice-do-choose-printer"),
            ),
            Refusal::UnknownKitchenPackages(codes) => say(
                tr!(
                    texts,
                    "notice-unknown-kitchen-packages",
                    codes = codes.join(", ")
                ),
                tr!(texts, "notice-do-correct-kitchen-packages"),
            ),
            Refusal::UnknownParked(_) => say(
                tr!(texts, "notice-unknown-parked"),
                tr!(texts, "notice-do-look-at-parked"),
            ),
            Refusal::TicketVoided(_) => say(
                tr!(texts, "notice-ticket-voided"),
                tr!(texts, "notice-do-new-ticket"),
            ),
            Refusal::TicketSoldOtherwise { number, .. } => say(
                tr!(
                    texts,
                    "notice-ticket-sold-otherwise",
                    number = number.to_string()
                ),
                tr!(texts, "notice-do-refund-or-new-ticket"),
            ),
            Refusal::OrderTicketOther(_) => say(
                tr!(texts, "notice-order-ticket-other"),
                tr!(texts, "notice-do-hand-over"),
            ),
            Refusal::ReasonMissing => self.reason_missing(),
            Refusal::TrainingAlready => say(
                tr!(texts, "notice-training-already"),
                tr!(texts, "notice-do-leave-training"),
            ),
            Refusal::NotATraining => say(
                tr!(texts, "notice-not-a-training"),
                tr!(texts, "notice-do-move-folder"),
            ),
            Refusal::SetUp(refusal) => self.set_up(refusal),
            Refusal::Edition(refusal) => self.edition(refusal),
            Refusal::Import(refusal) => self.import(refusal),
            Refusal::Many(refusal) => self.many(refusal),
            Refusal::Register(refusal) => self.register(refusal),
            Refusal::SignIn(refusal) => self.sign_in(refusal),
            Refusal::Role(refusal) => self.role(refusal),
            Refusal::Ticket(refusal) => self.ticket(refusal),
            Refusal::Sale(refusal) => self.sale(refusal),
            Refusal::Refund(refusal) => self.refund(refusal),
            Refusal::Order(refusal) => self.order(refusal),
            Refusal::Shift(refusal) => self.shift(refusal),
            Refusal::Day(refusal) => self.day(refusal),
            Refusal::Door(refusal) => self.door(refusal),
            Refusal::Settlement(refusal) => self.settlement(refusal),
            Refusal::Payout(refusal) => self.payout(refusal),
            Refusal::Stock(refusal) => self.stock(refusal),
        }
    }

    pub(super) fn reason_missing(&self) -> Said {
        say(
            tr!(self.texts, "notice-reason-missing"),
            tr!(self.texts, "notice-do-give-reason"),
        )
    }

    fn set_up(&self, refusal: &SetUpRefusal) -> Said {
        let texts = self.texts;
        let correct = tr!(texts, "notice-do-correct-set-up");
        match refusal {
            SetUpRefusal::Malformed(detail) => {
                // The reader's own words come in English, with line and column.
                let detail = bidi::left_to_right(detail.trim_end());
                say(
                    tr!(texts, "notice-set-up-malformed", detail = detail),
                    correct,
                )
            }
            SetUpRefusal::NewerSchema(schema) => say(
                tr!(texts, "notice-set-up-newer", schema = schema.to_string()),
                tr!(texts, "notice-do-newer-program"),
            ),
            SetUpRefusal::Value {
                key,
                value,
                expected,
            } => say(
                tr!(
                    texts,
                    "notice-set-up-value",
                    key = key,
                    value = value,
                    expected = self.expected(*expected)
                ),
                correct,
            ),
            SetUpRefusal::Twice { key, value } => say(
                tr!(texts, "notice-set-up-twice", key = key, value = value),
                correct,
            ),
            SetUpRefusal::Unknown { key, value } => say(
                tr!(texts, "notice-set-up-unknown", key = key, value = value),
                correct,
            ),
            SetUpRefusal::Empty { key } => {
                say(tr!(texts, "notice-set-up-empty", key = key), correct)
            }
            SetUpRefusal::CurrencyChanged { from, to } => say(
                tr!(
                    texts,
                    "notice-set-up-currency",
                    from = texts.word(from),
                    to = texts.word(to)
                ),
                tr!(texts, "notice-do-new-bazaar"),
            ),
            SetUpRefusal::AlreadySetUp => say(
                tr!(texts, "notice-set-up-already"),
                tr!(texts, "notice-do-change-terms"),
            ),
        }
    }

    /// What should stand in the set-up file, to end a sentence with.
    fn expected(&self, expected: Expected) -> String {
        let texts = self.texts;
        match expected {
            Expected::Code => tr!(texts, "notice-expected-code"),
            Expected::Percent => tr!(texts, "notice-expected-percent"),
            Expected::Amount => tr!(texts, "notice-expected-amount"),
            Expected::Date => tr!(texts, "notice-expected-date"),
            Expected::Weekday => tr!(texts, "notice-expected-weekday"),
            Expected::Hour => tr!(texts, "notice-expected-hour"),
            Expected::TimeZone => tr!(texts, "notice-expected-time-zone"),
            Expected::TaxNumber => tr!(texts, "notice-expected-tax-number"),
            Expected::Coin => tr!(texts, "notice-expected-coin"),
            Expected::Colour => tr!(texts, "notice-expected-colour"),
            Expected::OneOf(words) => tr!(texts, "notice-expected-one-of", words = words),
        }
    }

    fn sign_in(&self, refusal: &SignInRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            SignInRefusal::WrongPin { tries_left } => say(
                tr!(texts, "notice-wrong-pin", count = *tries_left),
                tr!(texts, "notice-do-pin-again"),
            ),
            SignInRefusal::LockedOut { seconds } => say(
                tr!(texts, "notice-locked-out", wait = self.wait(*seconds)),
                tr!(texts, "notice-do-wait"),
            ),
            SignInRefusal::NoPin(staff) => say(
                tr!(texts, "notice-no-pin", staff = staff.as_str()),
                tr!(texts, "notice-do-have-pin-set"),
            ),
            SignInRefusal::Inactive(staff) => say(
                tr!(texts, "notice-inactive", staff = staff.as_str()),
                tr!(texts, "notice-do-other-staff"),
            ),
            SignInRefusal::PinShape { least } => say(
                tr!(texts, "notice-pin-shape", least = least.to_string()),
                tr!(texts, "notice-do-longer-pin"),
            ),
            SignInRefusal::UnknownBadge => say(
                tr!(texts, "notice-unknown-badge"),
                tr!(texts, "notice-do-name-and-pin"),
            ),
            SignInRefusal::BadgeShape => say(
                tr!(texts, "notice-badge-shape"),
                tr!(texts, "notice-do-other-badge"),
            ),
            SignInRefusal::BadgeInUse(staff) => say(
                tr!(texts, "notice-badge-in-use", staff = staff.as_str()),
                tr!(texts, "notice-do-other-badge"),
            ),
            SignInRefusal::FirstPinSet => say(
                tr!(texts, "notice-first-pin-set"),
                tr!(texts, "notice-do-have-pin-changed"),
            ),
        }
    }

    /// A wait in the largest unit that says it without false precision.
    fn wait(&self, seconds: u64) -> String {
        if seconds < 120 {
            tr!(self.texts, "notice-seconds", count = seconds)
        } else {
            tr!(self.texts, "notice-minutes", count = seconds.div_ceil(60))
        }
    }

    fn role(&self, refusal: &RoleRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            RoleRefusal::NeedsApproval { act, needs } => {
                let hint = match needs {
                    Role::Organiser => tr!(texts, "notice-do-ask-organiser"),
                    Role::Supervisor | Role::Cashier => tr!(texts, "notice-do-ask-supervisor"),
                };
                let (act, needs) = (texts.get(act_key(*act)), texts.word(needs));
                say(
                    tr!(texts, "notice-needs-approval", act = act, needs = needs),
                    hint,
                )
            }
            RoleRefusal::ApproverTooLow {
                approver,
                role,
                act,
            } => say(
                tr!(
                    texts,
                    "notice-approver-too-low",
                    approver = approver.as_str(),
                    role = texts.word(role),
                    act = texts.get(act_key(*act))
                ),
                match act.needs() {
                    Role::Organiser => tr!(texts, "notice-do-ask-organiser"),
                    Role::Supervisor | Role::Cashier => tr!(texts, "notice-do-ask-supervisor"),
                },
            ),
        }
    }

    fn ticket(&self, refusal: &TicketRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            TicketRefusal::UnknownProductLine(sku) => say(
                tr!(texts, "notice-unknown-product-line", sku = sku.as_str()),
                tr!(texts, "notice-do-search-goods"),
            ),
            TicketRefusal::UnknownFamily(family) => say(
                tr!(texts, "notice-unknown-family", family = family.as_str()),
                tr!(texts, "notice-do-search-goods"),
            ),
            TicketRefusal::NotSold(sku) => say(
                tr!(texts, "notice-not-sold", sku = sku.as_str()),
                tr!(texts, "notice-do-choose-other-goods"),
            ),
            TicketRefusal::PriceMissing(sku) => say(
                tr!(texts, "notice-price-missing", sku = sku.as_str()),
                tr!(texts, "notice-do-give-price"),
            ),
            TicketRefusal::PriceOutOfRange => say(
                tr!(texts, "notice-price-out-of-range"),
                tr!(texts, "notice-do-check-price"),
            ),
            TicketRefusal::QuantityOutOfRange => say(
                tr!(texts, "notice-quantity-out-of-range"),
                tr!(texts, "notice-do-check-quantity"),
            ),
            TicketRefusal::QuantityNotWhole { sku, quantity } => say(
                tr!(
                    texts,
                    "notice-quantity-not-whole",
                    sku = sku.as_str(),
                    quantity = texts.quantity(*quantity)
                ),
                tr!(texts, "notice-do-whole-quantity"),
            ),
            TicketRefusal::NoSuchLine(index) => say(
                tr!(texts, "notice-no-such-line", line = (index + 1).to_string()),
                tr!(texts, "notice-do-choose-line"),
            ),
            TicketRefusal::DiscountTooLarge { discount, amount } => say(
                tr!(
                    texts,
                    "notice-discount-too-large",
                    discount = self.money(*discount),
                    amount = self.money(*amount)
                ),
                tr!(texts, "notice-do-smaller-discount"),
            ),
            TicketRefusal::DiscountNegative => say(
                tr!(texts, "notice-discount-negative"),
                tr!(texts, "notice-do-smaller-discount"),
            ),
            TicketRefusal::Empty => say(
                tr!(texts, "notice-ticket-empty"),
                tr!(texts, "notice-do-add-goods"),
            ),
            TicketRefusal::TotalOutOfRange => say(
                tr!(texts, "notice-total-out-of-range"),
                tr!(texts, "notice-do-split-ticket"),
            ),
        }
    }

    fn sale(&self, refusal: &SaleRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            SaleRefusal::Ticket(refusal) => self.ticket(refusal),
            SaleRefusal::TenderNotPositive => say(
                tr!(texts, "notice-tender-not-positive"),
                tr!(texts, "notice-do-check-tender"),
            ),
            SaleRefusal::TenderOutOfRange => say(
                tr!(texts, "notice-tender-out-of-range"),
                tr!(texts, "notice-do-check-tender"),
            ),
            SaleRefusal::NonCashAboveDue { offered, due } => say(
                tr!(
                    texts,
                    "notice-non-cash-above-due",
                    offered = self.money(*offered),
                    due = self.money(*due)
                ),
                tr!(texts, "notice-do-no-change-on-card"),
            ),
            SaleRefusal::NotPaid { missing } => say(
                tr!(texts, "notice-not-paid", missing = self.money(*missing)),
                tr!(texts, "notice-do-take-the-rest"),
            ),
            SaleRefusal::CashNotNeeded => say(
                tr!(texts, "notice-cash-not-needed"),
                tr!(texts, "notice-do-give-cash-back"),
            ),
            SaleRefusal::FamilyTookOther {
                family,
                offered,
                goods,
            } => say(
                tr!(
                    texts,
                    "notice-family-took-other",
                    family = family.as_str(),
                    offered = self.money(*offered),
                    goods = self.money(*goods)
                ),
                tr!(texts, "notice-do-check-tender"),
            ),
            SaleRefusal::DepositOther { deposit, offered } => say(
                tr!(
                    texts,
                    "notice-deposit-other",
                    deposit = self.money(*deposit),
                    offered = self.money(*offered)
                ),
                tr!(texts, "notice-do-hand-over"),
            ),
            SaleRefusal::DepositWithoutOrder => say(
                tr!(texts, "notice-deposit-without-order"),
                tr!(texts, "notice-do-hand-over"),
            ),
        }
    }

    fn refund(&self, refusal: &RefundRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            RefundRefusal::Empty => say(
                tr!(texts, "notice-refund-empty"),
                tr!(texts, "notice-do-choose-returned"),
            ),
            RefundRefusal::NoSuchLine(index) => say(
                tr!(
                    texts,
                    "notice-refund-no-line",
                    line = (index + 1).to_string()
                ),
                tr!(texts, "notice-do-choose-returned"),
            ),
            RefundRefusal::LineTwice(index) => say(
                tr!(
                    texts,
                    "notice-refund-line-twice",
                    line = (index + 1).to_string()
                ),
                tr!(texts, "notice-do-choose-returned"),
            ),
            RefundRefusal::QuantityNotPositive => say(
                tr!(texts, "notice-quantity-out-of-range"),
                tr!(texts, "notice-do-check-quantity"),
            ),
            RefundRefusal::MoreThanSold { sku, asked, left } => say(
                tr!(
                    texts,
                    "notice-more-than-sold",
                    sku = sku.as_str(),
                    asked = texts.quantity(*asked),
                    left = texts.quantity(*left)
                ),
                tr!(texts, "notice-do-return-less"),
            ),
            RefundRefusal::QuantityNotWhole { sku } => say(
                tr!(texts, "notice-refund-not-whole", sku = sku.as_str()),
                tr!(texts, "notice-do-whole-quantity"),
            ),
        }
    }

    fn order(&self, refusal: &OrderRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            OrderRefusal::Ticket(refusal) => self.ticket(refusal),
            OrderRefusal::CustomerMissing => say(
                tr!(texts, "notice-customer-missing"),
                tr!(texts, "notice-do-ask-customer"),
            ),
            OrderRefusal::DepositKind => say(
                tr!(texts, "notice-deposit-kind"),
                tr!(texts, "notice-do-deposit-by-money"),
            ),
            OrderRefusal::DepositTooSmall { deposit, least } => say(
                tr!(
                    texts,
                    "notice-deposit-too-small",
                    deposit = self.money(*deposit),
                    least = self.money(*least)
                ),
                tr!(texts, "notice-do-larger-deposit"),
            ),
            OrderRefusal::DepositTooLarge { deposit, total } => say(
                tr!(
                    texts,
                    "notice-deposit-too-large",
                    deposit = self.money(*deposit),
                    total = self.money(*total)
                ),
                tr!(texts, "notice-do-smaller-deposit"),
            ),
            OrderRefusal::NotOpen(state) => {
                let hint = match state {
                    OrderState::HandedOver | OrderState::Delivered => {
                        tr!(texts, "notice-do-refund-instead")
                    }
                    OrderState::Cancelled | OrderState::Open => {
                        tr!(texts, "notice-do-new-order")
                    }
                };
                say(
                    tr!(texts, "notice-order-not-open", state = texts.word(state)),
                    hint,
                )
            }
            OrderRefusal::NotForDelivery => say(
                tr!(texts, "notice-order-not-for-delivery"),
                tr!(texts, "notice-do-hand-over"),
            ),
            OrderRefusal::NotPaid => say(
                tr!(texts, "notice-order-not-paid"),
                tr!(texts, "notice-do-hand-over"),
            ),
            OrderRefusal::ReasonMissing => self.reason_missing(),
            OrderRefusal::KeptTooMuch { kept, most } => say(
                tr!(
                    texts,
                    "notice-kept-too-much",
                    kept = self.money(*kept),
                    most = self.money(*most)
                ),
                tr!(texts, "notice-do-keep-less"),
            ),
        }
    }
}

/// What somebody was about to do, as a noun phrase.
fn act_key(act: Act) -> Key {
    match act {
        Act::Refund => key!("notice-act-refund"),
        Act::OverridePrice => key!("notice-act-override-price"),
        Act::LargeDiscount => key!("notice-act-large-discount"),
        Act::OpenDrawer => key!("notice-act-open-drawer"),
        Act::MoveCash => key!("notice-act-move-cash"),
        Act::OpenDay => key!("notice-act-open-day"),
        Act::CloseDay => key!("notice-act-close-day"),
        Act::SellExpired => key!("notice-act-sell-expired"),
        Act::CancelOrder => key!("notice-act-cancel-order"),
        Act::WriteOff => key!("notice-act-write-off"),
        Act::Adjust => key!("notice-act-adjust"),
        Act::Settle => key!("notice-act-settle"),
        Act::PayOut => key!("notice-act-pay-out"),
        Act::SetUp => key!("notice-act-set-up"),
        Act::ChangePin => key!("notice-act-change-pin"),
    }
}
