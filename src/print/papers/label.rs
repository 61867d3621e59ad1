//! Labels: for the shelf, and for the goods themselves with what food law asks.

use chrono::NaiveDate;

use super::sheet::Sheet;
use super::stationery::Stationery;
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::Money;
use crate::locale::bidi;
use crate::print::document::{Align, Document, Gap, NoBarcode, Rule, Text, barcode};
use crate::tr;

/// What a label says.
#[derive(Clone, Debug)]
pub struct Label {
    pub name: Bilingual,
    pub family: FamilyCode,
    /// Absent where the price is agreed at the counter.
    pub price: Option<Money>,
    /// What a scanner reads: the barcode of the goods, or their SKU.
    pub code: String,
    pub produced: Option<NaiveDate>,
    pub best_before: Option<NaiveDate>,
    /// Empty where nobody wrote them down.
    pub ingredients: String,
}

/// `copies` of a label, cut apart.
///
/// # Errors
/// [`NoBarcode`] for a code no scanner could read.
pub fn labels(stationery: &Stationery, label: &Label, copies: u32) -> Result<Document, NoBarcode> {
    let bars = std::sync::Arc::new(barcode(&label.code)?);
    let mut sheet = Sheet::new(*stationery, None);
    for copy in 0..copies.max(1) {
        if copy > 0 {
            sheet.paper.cut();
        }
        let name = sheet.name(&label.name);
        let first = Text::new(name.first.clone()).large().bold();
        sheet.paper.text(first.centre());
        sheet.beneath(&name);
        let family = sheet.stationery.family(&label.family);
        sheet.paper.text(Text::new(family).small().centre());
        if let Some(price) = label.price {
            let price = sheet.stationery.money(price);
            sheet.paper.text(Text::new(price).title().bold().centre());
        }
        sheet.paper.space(Gap::Small);
        sheet.paper.image(bars.clone(), Align::Centre);
        let code = Text::new(bidi::left_to_right(&label.code)).small();
        sheet.paper.text(code.centre());
        food(&mut sheet, label);
        sheet.paper.rule(Rule::Thin);
    }
    Ok(sheet.paper)
}

fn food(sheet: &mut Sheet, label: &Label) {
    if let Some(day) = label.produced {
        let words = sheet.say(|texts| tr!(texts, "paper-label-produced"));
        sheet.fact(&words, sheet.speech.first.date_short(day));
    }
    if let Some(day) = label.best_before {
        let words = sheet.say(|texts| tr!(texts, "paper-label-best-before"));
        sheet.fact(&words, sheet.speech.first.date_short(day));
    }
    if !label.ingredients.is_empty() {
        let words = sheet.say(|texts| tr!(texts, "paper-label-ingredients"));
        sheet.remark(words.inline());
        sheet.remark(bidi::first_strong(&label.ingredients));
    }
}
