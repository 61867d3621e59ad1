//! Slips for the other side of the counter: paid here, collected at the family's
//! table, cooked in the kitchen.

use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use super::unpriced::unpriced_goods;
use crate::domain::id::{FamilyCode, PackageCode};
use crate::domain::sale::{Sale, SaleLine};
use crate::locale::bidi;
use crate::print::document::{Document, Gap, Rule, Size, Text};
use crate::tr;

/// A slip for each family of a sale, cut apart: the customer has paid and
/// collects the goods against it.
pub fn collection_slips(stationery: &Stationery, sale: &Sale, issued: &Issued) -> Document {
    let mut families: Vec<&FamilyCode> = Vec::new();
    for line in &sale.lines {
        if !families.contains(&&line.item.family) {
            families.push(&line.item.family);
        }
    }
    let mut slips: Option<Sheet> = None;
    for family in families {
        let sheet = match &mut slips {
            None => slips.insert(Sheet::new(*stationery, issued.copy)),
            Some(sheet) => {
                sheet.paper.cut();
                sheet
            }
        };
        let paid = sheet.say(|texts| tr!(texts, "paper-collection-paid"));
        sheet.kind_banner(&paid);
        let hand_out = sheet.say(|texts| tr!(texts, "paper-collection-note"));
        sheet.centred(&hand_out, Size::Body);
        let name = sheet.name(&sheet.stationery.family_name(family));
        sheet
            .paper
            .text(Text::new(name.first.clone()).title().bold().centre());
        let code = Text::new(bidi::left_to_right(family.as_str())).huge();
        sheet.paper.text(code.bold().centre());
        called_out(sheet, sale);
        let lines = sale.lines.iter().filter(|line| line.item.family == *family);
        unpriced_goods(sheet, lines.map(|line| &line.item), false);
        foot(sheet, sale, issued);
    }
    let sheet = slips.expect("a sale has lines");
    sheet.paper
}

/// What of a sale is to be cooked or poured: its lines of some packages. Nothing
/// where there are none.
pub fn kitchen_slip(
    stationery: &Stationery,
    sale: &Sale,
    packages: &[PackageCode],
    issued: &Issued,
) -> Option<Document> {
    let cooked = |line: &&SaleLine| packages.contains(&line.item.package);
    let lines: Vec<&SaleLine> = sale.lines.iter().filter(cooked).collect();
    if lines.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(*stationery, issued.copy);
    let kind = sheet.say(|texts| tr!(texts, "paper-kitchen"));
    sheet.kind_banner(&kind);
    called_out(&mut sheet, sale);
    unpriced_goods(&mut sheet, lines.into_iter().map(|line| &line.item), false);
    foot(&mut sheet, sale, issued);
    Some(sheet.paper)
}

/// The number of the sale as it is called across a hall.
fn called_out(sheet: &mut Sheet, sale: &Sale) {
    let number = format!("{:03}", sale.number.n % 1_000);
    let number = Text::new(bidi::left_to_right(&number)).huge();
    sheet.paper.text(number.bold().centre());
    sheet.paper.rule(Rule::Thick);
}

fn foot(sheet: &mut Sheet, sale: &Sale, issued: &Issued) {
    sheet.paper.rule(Rule::Thick);
    if !sale.note.is_empty() {
        let note = Text::new(bidi::first_strong(&sale.note)).bold();
        sheet.paper.text(note);
    }
    sheet.number(&sale.number);
    sheet.recorded(issued, None);
    sheet.paper.space(Gap::Small);
}
