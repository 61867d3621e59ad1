//! The organiser's figures in words: one wording for the screen, the page and the
//! terminal.

use crate::domain::catalogue::Catalogue;
use crate::domain::figures::{Figures, NumberedDay, Period};
use crate::domain::id::{Bilingual, FamilyCode, Sku, StaffCode};
use crate::domain::money::Money;
use crate::domain::staff::Staff;
use crate::locale::{Key, Texts, bidi};
use crate::{key, tr};

use super::SlowGoods;

/// Who reads, and the names of what is told of.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub texts: &'a Texts,
    pub catalogue: &'a Catalogue,
    pub staff: &'a [Staff],
}

/// A figure by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is called where no language may change it.
    pub code: &'static str,
    pub word: String,
    pub shown: String,
    /// What more is known of it; empty if nothing.
    pub note: String,
}

/// Goods that sell slowly, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlowTold {
    pub name: String,
    /// Whose they are, where that is known.
    pub family: Option<String>,
    pub sold: String,
    /// What is left of them, where they were taken in.
    pub left: Option<String>,
}

impl Reader<'_> {
    /// An amount with its currency.
    pub fn money(&self, amount: Money) -> String {
        self.texts.money(amount, self.catalogue.bazaar.currency)
    }

    /// An amount alone.
    pub fn amount(&self, amount: Money) -> String {
        self.texts.amount(amount, self.catalogue.bazaar.currency)
    }

    pub fn family(&self, code: &FamilyCode) -> String {
        match self.catalogue.family(code) {
            Some(family) => self.texts.name(&family.name).to_owned(),
            None => bidi::left_to_right(code.as_str()),
        }
    }

    pub fn goods(&self, sku: &Sku) -> String {
        match self.catalogue.line(sku) {
            Some(line) => self.texts.name(&line.name).to_owned(),
            None => bidi::left_to_right(sku.as_str()),
        }
    }

    pub fn person(&self, code: &StaffCode) -> String {
        let known = self.staff.iter().find(|person| &person.code == code);
        match known {
            Some(person) => self.texts.name(&person.name).to_owned(),
            None => bidi::left_to_right(code.as_str()),
        }
    }

    fn count(&self, count: u64) -> String {
        self.texts
            .count(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The days that are looked at.
    pub fn period(&self, period: Period) -> String {
        let texts = self.texts;
        match period {
            Period::Day(day) => texts.date_with_weekday(day),
            Period::Span { first, last } => tr!(
                texts,
                "figures-span",
                first = texts.date_long(first),
                last = texts.date_long(last)
            ),
            Period::Bazaar => tr!(texts, "figures-whole-bazaar"),
        }
    }

    /// Which codes of the edition laid beside mean another family or other goods there,
    /// of those that traded here.
    pub fn strangers(&self, figures: &Figures, against: &Figures) -> Option<String> {
        let edition = against.edition.as_ref()?;
        let texts = self.texts;
        let told = |code: &str, name: &Bilingual| {
            let (code, name) = (bidi::left_to_right(code), texts.name(name));
            format!("{code} {}", bidi::first_strong(name))
        };
        let families = against.strangers.families.iter();
        let families = families
            .filter(|(code, _)| figures.total.tally.by_family.contains_key(*code))
            .map(|(code, name)| told(code.as_str(), name));
        // Goods of such a family go without saying.
        let goods = against.strangers.goods.iter().filter(|(sku, _)| {
            let line = self.catalogue.line(sku);
            let family = line.map(|line| &line.family);
            figures.goods.iter().any(|goods| goods.sku == **sku)
                && !family.is_some_and(|family| against.strangers.families.contains_key(family))
        });
        let goods = goods.map(|(sku, name)| told(sku.as_str(), name));
        let all: Vec<String> = families.chain(goods).collect();
        (!all.is_empty()).then(|| {
            tr!(
                texts,
                "many-beside-strangers",
                edition = bidi::first_strong(texts.name(&edition.name)),
                codes = all.join(" · ")
            )
        })
    }

    /// The days of these figures, and whose they are where that is another edition.
    pub fn whose(&self, figures: &Figures) -> String {
        let Some(edition) = &figures.edition else {
            return self.period(figures.period);
        };
        let texts = self.texts;
        let name = bidi::first_strong(texts.name(&edition.name));
        let days = match &figures.days[..] {
            [day] => tr!(
                texts,
                "figures-number-day",
                number = texts.count(day.number)
            ),
            days => tr!(texts, "many-days", count = days.len()),
        };
        format!("{name} · {days}")
    }

    /// A day beside others.
    pub fn day(&self, day: &NumberedDay) -> String {
        self.texts.weekday_and_day(day.day)
    }

    /// Goods on the shelf that hardly anybody buys.
    pub fn slow(&self, goods: &SlowGoods) -> SlowTold {
        let texts = self.texts;
        let line = self.catalogue.line(&goods.sku);
        let sold = texts.quantity(goods.sold);
        SlowTold {
            name: self.goods(&goods.sku),
            family: line.map(|line| self.family(&line.family)),
            sold: tr!(texts, "figures-slow-sold", quantity = sold),
            left: goods.left.map(|left| {
                let left = texts.quantity(left);
                tr!(texts, "figures-slow-left", quantity = left)
            }),
        }
    }

    /// What the organiser asks first: takings, sales, the average basket, visitors;
    /// each beside those of another period, if one is laid against it.
    pub fn headline(&self, figures: &Figures, against: Option<&Figures>) -> [Told; 4] {
        let (texts, total) = (self.texts, &figures.total);
        let trade = &total.tally.total;
        let refunded = match trade.refunded {
            refunded if refunded.is_zero() => String::new(),
            refunded => tr!(
                texts,
                "figures-after-refunds",
                amount = self.amount(refunded)
            ),
        };
        let per_hundred = match total.sales_per_hundred_visitors() {
            None => tr!(texts, "figures-nobody-counted"),
            Some(sales) => tr!(texts, "figures-per-hundred", sales = self.count(sales)),
        };
        let notes = [
            refunded,
            tr!(texts, "figures-lines", count = trade.lines),
            String::new(),
            per_hundred,
        ];
        let others = against.map(|against| self.large(against));
        let words = [
            ("takings", key!("figures-takings")),
            ("sales", key!("figures-sales")),
            ("average_basket", key!("figures-average-basket")),
            ("visitors", key!("figures-visitors")),
        ];
        let mut told = words
            .into_iter()
            .zip(self.large(figures))
            .zip(notes)
            .enumerate();
        std::array::from_fn(|_| {
            let (nth, (((code, word), shown), note)) = told.next().expect("there are four");
            Told {
                code,
                word: texts.get(word),
                shown,
                note: match &others {
                    Some(others) => tr!(texts, "figures-versus", value = others[nth].as_str()),
                    None => note,
                },
            }
        })
    }

    /// The large figures of a period.
    fn large(&self, figures: &Figures) -> [String; 4] {
        let total = &figures.total;
        [
            self.money(total.tally.total.net_paid()),
            self.count(total.tally.sales),
            total
                .average_basket()
                .map_or_else(dash, |average| self.money(average)),
            match total.tally.visitors.entered {
                0 => dash(),
                visitors => self.count(visitors),
            },
        ]
    }

    /// The rest: discounts and who bears them, drawers, orders, what is owed and paid.
    pub fn matters(&self, figures: &Figures) -> Vec<Told> {
        let (texts, total) = (self.texts, &figures.total);
        let (tally, standing) = (&total.tally, &figures.standing);
        let currency = self.catalogue.bazaar.currency;
        let told = |code, word: Key, shown, note| Told {
            code,
            word: texts.get(word),
            shown,
            note,
        };
        let plain = |code, word: Key, amount| told(code, word, self.amount(amount), String::new());
        let mut matters = vec![
            told(
                "refunded",
                key!("figures-refunded"),
                self.amount(tally.total.refunded),
                tr!(texts, "figures-refunds", count = tally.refunds),
            ),
            plain(
                "family_discounts",
                key!("figures-family-discounts"),
                tally.total.family_discounts,
            ),
            plain(
                "organiser_discounts",
                key!("figures-organiser-discounts"),
                tally.total.organiser_discounts,
            ),
            told(
                "over_short",
                key!("figures-over-short"),
                texts.signed_amount(total.over_short(), currency),
                tr!(texts, "figures-drawers", count = tally.drawers.len()),
            ),
            told(
                "paid_out",
                key!("figures-paid-out"),
                self.amount(total.payouts),
                match figures.period {
                    // What is paid after the close belongs to no day.
                    Period::Day(_) | Period::Span { .. } => tr!(texts, "figures-paid-out-open"),
                    Period::Bazaar => String::new(),
                },
            ),
            told(
                "orders_outstanding",
                key!("figures-orders-outstanding"),
                self.amount(standing.orders_total),
                tr!(texts, "figures-orders", count = standing.orders),
            ),
            plain(
                "deposits_held",
                key!("figures-deposits-held"),
                standing.deposits,
            ),
            plain("owed", key!("figures-owed"), standing.owed),
            plain("owing", key!("figures-owing"), standing.owing),
        ];
        if !tally.delivery.is_empty() {
            matters.push(told(
                "delivery_fees",
                key!("figures-delivery-fees"),
                self.amount(tally.delivery.fees),
                tr!(
                    texts,
                    "figures-deliveries",
                    count = tally.delivery.deliveries
                ),
            ));
        }
        if !standing.other_editions.is_zero() {
            matters.push(told(
                "other_editions",
                key!("figures-other-editions"),
                texts.signed_amount(standing.other_editions, currency),
                tr!(texts, "figures-other-editions-note"),
            ));
        }
        matters
    }
}

fn dash() -> String {
    "–".to_owned()
}
