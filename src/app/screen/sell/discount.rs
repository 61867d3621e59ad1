//! A discount being typed: percent or amount, and who bears it. Used for a line
//! and for the whole ticket.

use iced::widget::Column;

use crate::app::context::Context;
use crate::app::theme::{Element, space, type_size};
use crate::app::widget::keypad::{Entry, Key};
use crate::app::widget::{chip, named};
use crate::domain::bazaar::Beneficiary;
use crate::domain::money::{Bps, Money};
use crate::domain::ticket::{Discount, DiscountValue};
use crate::tr;

/// Percents offered at a touch.
const QUICK: [u32; 6] = [500, 1000, 1500, 2000, 2500, 5000];

/// What a discount is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Percent,
    Amount,
}

#[derive(Debug, Clone)]
pub struct DiscountEntry {
    measure: Measure,
    percent: Entry,
    amount: Entry,
    funder: Beneficiary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    Measure(Measure),
    Funder(Beneficiary),
    /// A percent at a touch, in basis points.
    Quick(u32),
}

impl DiscountEntry {
    /// An empty entry that begins as the discount there is.
    pub fn new(context: &Context, now: Option<&Discount>) -> Self {
        let digits = context.catalogue.bazaar.currency.digits();
        let measure = match now.map(|discount| discount.value) {
            Some(DiscountValue::Amount(_)) => Measure::Amount,
            Some(DiscountValue::Percent(_)) | None => Measure::Percent,
        };
        DiscountEntry {
            measure,
            percent: Entry::new(2),
            amount: Entry::new(digits),
            funder: now.map_or(Beneficiary::Organiser, |discount| discount.funder),
        }
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Measure(measure) => self.measure = measure,
            Message::Funder(funder) => self.funder = funder,
            Message::Quick(bps) => {
                self.measure = Measure::Percent;
                self.percent.clear();
                for digit in (bps / 100).to_string().bytes() {
                    self.percent.press(Key::Digit(digit - b'0'));
                }
            }
        }
    }

    pub fn press(&mut self, key: Key) {
        self.entry_mut().press(key);
    }

    fn entry_mut(&mut self) -> &mut Entry {
        match self.measure {
            Measure::Percent => &mut self.percent,
            Measure::Amount => &mut self.amount,
        }
    }

    fn entry(&self) -> &Entry {
        match self.measure {
            Measure::Percent => &self.percent,
            Measure::Amount => &self.amount,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.entry().minor() == 0
    }

    /// What is typed, as the well over the pad shows it.
    pub fn shown(&self, context: &Context) -> String {
        let digits = context.texts.digits();
        let typed = match self.entry().typed() {
            "" => "0",
            typed => typed,
        };
        let typed = digits.write(&typed.replace('.', &digits.decimal_separator().to_string()));
        match self.measure {
            Measure::Percent => format!("{typed}{}", digits.percent_sign()),
            Measure::Amount => typed,
        }
    }

    /// The discount typed; `None` while there is none, or it is above the whole.
    pub fn discount(&self) -> Option<Discount> {
        let minor = self.entry().minor();
        if minor == 0 {
            return None;
        }
        let value = match self.measure {
            Measure::Percent => DiscountValue::Percent(Bps::new(u32::try_from(minor).ok()?)?),
            Measure::Amount => DiscountValue::Amount(Money::from_minor(minor)),
        };
        Some(Discount {
            value,
            funder: self.funder,
            reason: String::new(),
            approver: None,
        })
    }

    /// The choices beside the pad.
    pub fn view<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let caption = |text| {
            dir.label(text)
                .size(type_size::SMALL)
                .medium()
                .muted()
                .into()
        };
        let measure = |measure, text, id: &'static str| {
            let chosen = self.measure == measure;
            let one = chip(dir, text, chosen, wrap(Message::Measure(measure)));
            one.fill().id(id).into()
        };
        let funder = |funder: Beneficiary| {
            let word = match funder {
                Beneficiary::Organiser => tr!(texts, "app-sell-bears-organiser"),
                Beneficiary::Family => tr!(texts, "app-sell-bears-family"),
            };
            let on = self.funder == funder;
            Element::from(chip(dir, word, on, wrap(Message::Funder(funder))).fill())
        };
        let quick = QUICK.map(|bps| {
            let rate = Bps::new(bps).expect("the quick rates are below the whole");
            let on = self.measure == Measure::Percent && self.percent.minor() == i64::from(bps);
            let one = chip(dir, texts.percent(rate), on, wrap(Message::Quick(bps))).fill();
            named(
                one,
                Some(format!("percent-{}", bps / 100).into()),
                iced::Fill,
            )
        });
        let measures = [
            measure(
                Measure::Percent,
                tr!(texts, "app-sell-discount-percent"),
                "discount-percent",
            ),
            measure(
                Measure::Amount,
                tr!(texts, "app-sell-discount-amount"),
                "discount-amount",
            ),
        ];
        let funders = [funder(Beneficiary::Organiser), funder(Beneficiary::Family)];
        Column::with_children([
            dir.grid(measures, 2).into(),
            dir.grid(quick, 3).into(),
            caption(tr!(texts, "app-sell-discount-who")),
            dir.grid(funders, 2).into(),
        ])
        .spacing(space::M)
        .align_x(dir.start())
        .width(iced::Fill)
        .into()
    }
}
