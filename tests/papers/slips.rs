//! Papers without prices, papers of counted goods, labels.

use sanduq::domain::family::Unit;
use sanduq::domain::id::Bilingual;
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::Sale;
use sanduq::domain::stock::Batch;
use sanduq::print::Document;
use sanduq::print::papers::{
    CountedGoods, Handing, Label, PaperLanguages, collection_slips, copy_banner, gift_receipt,
    intake_note, kitchen_slip, labels, loss_note, receipt, return_sheet, rulers_page, test_page,
};

use crate::worked_day::{
    at, bazaar, cash, coffee, date, family, goods, issued, money, number, on, sell, ticket,
};
use crate::{LANGUAGES, check, check_one, read_back, read_back_in_every_language};

/// A sale of two families, with a wish and a note.
fn sale() -> Sale {
    let mut coffee = coffee();
    coffee.note = "بلا سكر".to_owned();
    let honey = goods(
        "F20-03",
        ("عسل سدر جبلي من وادي سيجي", "Mountain sidr honey"),
        Unit::Kilogram,
        350,
        8_215,
    );
    let spices = goods(
        "F06-04",
        ("بزار إماراتي", "Emirati spice mix"),
        Unit::Each,
        2_000,
        1_500,
    );
    let ticket = ticket(91, vec![coffee, spices, honey]);
    sell(&bazaar(), 1_042, ticket, &[cash(20_000)])
}

fn counted() -> Vec<CountedGoods> {
    let line =
        |code: &str, name: (&str, &str), unit, thousandths, price: Option<i64>| CountedGoods {
            code: code.to_owned(),
            name: Bilingual::new(name.0, name.1),
            unit,
            quantity: Quantity::from_thousandths(thousandths),
            price: price.map(money),
            batch: Batch::default(),
            expected: None,
        };
    vec![
        line(
            "F06-01",
            ("قهوة عربية", "Arabic coffee"),
            Unit::Each,
            120_000,
            Some(800),
        ),
        line(
            "F06-02",
            ("بن محمص", "Roasted beans"),
            Unit::Kilogram,
            12_500,
            Some(6_500),
        ),
        line(
            "F06-09",
            ("دلة نحاس منقوشة يدويًا", "Hand-engraved brass coffee pot"),
            Unit::Each,
            3_000,
            None,
        ),
    ]
}

/// The same goods as a family hands them in, some of them by the batch.
fn batches() -> Vec<CountedGoods> {
    let mut goods = counted();
    goods[0].batch = Batch {
        name: "B-7".into(),
        produced: Some(date(2026, 11, 24)),
        best_before: Some(date(2026, 12, 1)),
    };
    goods[1].batch.best_before = Some(date(2027, 3, 15));
    goods
}

/// The same goods counted at the close: one as expected, one short, one too many.
fn against_books() -> Vec<CountedGoods> {
    let mut goods = counted();
    for (goods, expected) in goods.iter_mut().zip([120_000, 14_250, 2_000]) {
        goods.expected = Some(Quantity::from_thousandths(expected));
    }
    goods
}

fn handing(goods: &[CountedGoods], write: impl Fn(&Handing) -> Document) -> Document {
    let (number, family) = (number(7), family("F06"));
    write(&Handing {
        number: &number,
        family: &family,
        goods,
        person: "سلطان بن راشد",
        note: "صندوقان مفتوحان عند الاستلام",
    })
}

fn label(code: &str) -> Label {
    Label {
        name: Bilingual::new("مربى التين بالهيل", "Fig jam with cardamom"),
        family: family("F06"),
        price: Some(money(2_250)),
        code: code.to_owned(),
        produced: Some(date(2026, 11, 20)),
        best_before: Some(date(2027, 5, 20)),
        ingredients: "تين، سكر، عصير ليمون، هيل. قد يحتوي على آثار مكسرات.".to_owned(),
    }
}

/// Every paper of this file by name, in a language.
fn papers(languages: PaperLanguages) -> Vec<(&'static str, Document)> {
    let (bazaar, goods) = (bazaar(), counted());
    on(&bazaar, languages, |stationery| {
        let (sale, at_half_past_five) = (sale(), issued(17, 30));
        let food = ["FOOD".parse().expect("a code")];
        vec![
            (
                "receipt-two-families",
                receipt(stationery, &sale, &at_half_past_five),
            ),
            (
                "gift-receipt",
                gift_receipt(stationery, &sale, &at_half_past_five),
            ),
            (
                "collection-slips",
                collection_slips(stationery, &sale, &at_half_past_five),
            ),
            (
                "kitchen-slip",
                kitchen_slip(stationery, &sale, &food, &at_half_past_five).expect("food"),
            ),
            (
                "intake-note",
                handing(&goods, |handing| {
                    intake_note(stationery, handing, &issued(14, 5))
                }),
            ),
            (
                "return-sheet",
                handing(&goods, |handing| {
                    return_sheet(stationery, handing, &issued(22, 40))
                }),
            ),
            (
                "intake-note-batches",
                handing(&batches(), |handing| {
                    intake_note(stationery, handing, &issued(14, 5))
                }),
            ),
            (
                "unsold-sheet",
                handing(&against_books(), |handing| {
                    return_sheet(stationery, handing, &issued(22, 40))
                }),
            ),
            (
                "loss-note",
                handing(&goods[2..], |handing| {
                    loss_note(stationery, handing, money(13_500), &issued(20, 15))
                }),
            ),
            (
                "label-ean",
                labels(stationery, &label("6290000000016"), 1).expect("a code"),
            ),
            (
                "label-code",
                labels(stationery, &label("F06-07"), 2).expect("a code"),
            ),
        ]
    })
}

#[test]
fn slips_notes_and_labels_look_as_before() {
    for place in 0..papers(PaperLanguages::BOTH).len() {
        let name = papers(PaperLanguages::BOTH)[place].0;
        let paper = |languages| papers(languages).swap_remove(place).1;
        match name {
            // It has no golden: others show the same.
            "receipt-two-families" => read_back_in_every_language(name, paper),
            name => check(name, paper),
        }
    }
    check_one("rulers", &rulers_page());
    check_one("copy-banner", &copy_banner(3));
}

#[test]
fn no_price_stands_on_a_gift_receipt() {
    let words = |document: &Document| format!("{:?}", document.blocks());
    for (_, languages) in LANGUAGES {
        let all = papers(languages);
        let (_, priced) = &all[0];
        assert!(
            words(priced).contains("28.75"),
            "a receipt names its amounts"
        );
        for (name, unpriced) in &all[1..4] {
            for amount in ["8.00", "30.00", "15.00", "28.75", "82.15"] {
                assert!(!words(unpriced).contains(amount), "{name}: {amount}");
            }
        }
    }
}

#[test]
fn test_pages_are_read_back_from_the_printer_they_are_of() {
    for (tag, languages) in LANGUAGES {
        read_back(&format!("test-page-{tag}"), &|profile| {
            test_page(profile, languages, at(9, 0))
        });
    }
}
