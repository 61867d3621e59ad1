//! The families' goods on the real screens: taken in at the desk, shown on the
//! shelf as they are sold, counted when the day ends.

use std::sync::Arc;

use sanduq::app::shell::{App, Message};
use sanduq::domain::family::{Family, FoodRule};
use sanduq::domain::id::{FamilyCode, GoodsNoteId, Sku};
use sanduq::domain::money::Quantity;
use sanduq::domain::stock::{Batch, Named, Stock};
use sanduq::locale::Language;
use sanduq::services::Moments;
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::stock::{HandedIn, NoteRequest};

use crate::bazaar::{AMAL, BADR, Bazaar, app, sign_in, type_on_pad};
use crate::driver::Driver;
use crate::looks::cut;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn shots(till: &mut Driver<App, Message>, language: &str, name: &str) {
    till.shot(&format!("stock/{language}-{name}"));
    till.resize(1024.0, 768.0);
    till.shot(&format!("stock/{language}-{name}-1024"));
    till.resize(1280.0, 800.0);
}

fn stock(bazaar: &Bazaar, sku: &str) -> Stock {
    let rows = bazaar.till.stock(None).unwrap();
    let row = rows.into_iter().find(|row| row.sku.as_str() == sku);
    row.expect("it was handed in").stock
}

/// A family hands so many pieces of a product line in.
pub fn take_in(bazaar: &Bazaar, family: &str, goods: &[(&str, i64)]) {
    let request = NoteRequest {
        id: GoodsNoteId(bazaar.till.moments().new_id()),
        family: FamilyCode::new(family).unwrap(),
        person: String::new(),
        remark: String::new(),
    };
    let goods = goods.iter().map(|(sku, pieces)| HandedIn {
        goods: Named {
            sku: Sku::new(sku).unwrap(),
            quantity: Quantity::units(*pieces),
        },
        batch: Batch::default(),
    });
    let goods = goods.collect();
    bazaar
        .till
        .receive_goods(&bazaar.amal, request, goods)
        .unwrap();
}

#[test]
fn goods_are_taken_in_at_the_desk_and_counted_when_the_day_ends() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("desk");
        till.touch("go-goods");
        till.touch("family-F01");
        shots(&mut till, name, "nothing");
        assert!(till.find("left-KABSA").is_none());
        till.touch("take-in");
        till.touch("goods-KABSA");
        type_on_pad(&mut till, "12");
        till.touch("good-3");
        till.touch("good-later");
        till.touch("produced-0");
        till.touch("goods-LUQAIMAT");
        type_on_pad(&mut till, "8");
        shots(&mut till, name, "intake");
        till.touch("confirm");
        shots(&mut till, name, "taken-in");
        till.touch("done");
        assert_eq!(stock(&bazaar, "KABSA").received, Quantity::units(12));
        let rows = bazaar.till.stock(None).unwrap();
        let date = rows.iter().find_map(|row| row.best_before);
        let date = date.expect("the kabsa is good until a date").to_string();
        assert_eq!(date, "2026-11-30", "three days and one more");

        crate::desk_mistakes::sell(
            &bazaar,
            &[("KABSA", 10_000), ("LUQAIMAT", 9_000)],
            sanduq::domain::sale::TenderKind::Card,
        );
        till.touch("back");
        till.touch("go-goods");
        till.touch("family-F01");
        assert_eq!(till.text("left-KABSA"), "2");
        shots(&mut till, name, "family");
        till.touch("count-unsold");
        type_on_pad(&mut till, "1");
        shots(&mut till, name, "unsold");
        till.touch("confirm");
        shots(&mut till, name, "unsold-done");
        till.touch("done");
        let kabsa = stock(&bazaar, "KABSA");
        assert_eq!(
            (kabsa.returned, kabsa.missing),
            (Quantity::ONE, Quantity::ONE)
        );
        assert!(kabsa.left().is_zero());
        assert!(stock(&bazaar, "LUQAIMAT").left().is_zero(), "set right");
    }
}

#[test]
fn nothing_is_noted_before_everything_is_counted() {
    let bazaar = Bazaar::open();
    take_in(&bazaar, "F01", &[("KABSA", 5), ("LUQAIMAT", 4)]);
    let mut till = bazaar.app(Language::English);
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    till.touch("go-goods");
    till.touch("family-F01");
    till.touch("count-unsold");
    till.touch("as-expected");
    till.touch("confirm");
    assert!(till.find("done").is_none(), "the luqaimat are not counted");
    till.touch("all-as-expected");
    till.touch("stays");
    till.touch("confirm");
    till.touch("done");
    let kabsa = stock(&bazaar, "KABSA");
    assert!(kabsa.missing.is_zero() && kabsa.returned.is_zero());
    assert_eq!(
        kabsa.left(),
        Quantity::units(5),
        "it stays for the next day"
    );
}

#[test]
fn the_shelf_shows_what_is_left_and_follows_every_sale() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        take_in(&bazaar, "F03", &[("COFFEE", 2)]);
        take_in(&bazaar, "F01", &[("KABSA", 30), ("LUQAIMAT", 3)]);
        let mut till = bazaar.counter(language);
        let left = |till: &mut Driver<App, Message>| till.text("left-COFFEE");
        let number = |text: String| -> String {
            let digits = text.chars();
            digits.filter(|c| c.is_ascii_digit() || *c == '−').collect()
        };
        assert_eq!(number(left(&mut till)), "2");
        assert!(till.find("left-MAAMOUL").is_none(), "nobody counted it in");
        till.touch("tile-COFFEE");
        assert_eq!(number(left(&mut till)), "1", "one is in the ticket");
        till.touch("tile-COFFEE");
        till.touch("tile-COFFEE");
        assert_eq!(number(left(&mut till)), "−1", "one more than there was");
        shots(&mut till, name, "shelf");
        till.touch("exact");
        assert_eq!(number(left(&mut till)), "−1", "sold all the same");
        assert_eq!(stock(&bazaar, "COFFEE").left(), Quantity::units(-1));
        till.hold("tile-COFFEE");
        shots(&mut till, name, "about");
    }
}

#[test]
fn the_largest_text_leaves_every_key_of_the_goods() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        let bazaar = Bazaar::open();
        take_in(&bazaar, "F01", &[("KABSA", 5), ("LUQAIMAT", 4)]);
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-amal", AMAL);
        till.touch("desk");
        wrong.extend(cut(&mut till, language, "desk-goods"));
        till.touch("go-goods");
        till.touch("family-F01");
        wrong.extend(cut(&mut till, language, "goods"));
        till.touch("take-in");
        wrong.extend(cut(&mut till, language, "intake"));
        till.touch("back");
        till.touch("family-F01");
        till.touch("count-unsold");
        wrong.extend(cut(&mut till, language, "unsold"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn after_midnight_goods_are_dated_as_the_evening_they_belong_to() {
    let bazaar = Bazaar::open();
    let catalogue = bazaar.till.catalogue().unwrap();
    let known = catalogue.family(&"F01".parse().unwrap()).unwrap().clone();
    let food = Some(FoodRule {
        keeps_days: Some(7),
    });
    let eaten = Family { food, ..known };
    bazaar
        .till
        .enter_family(&bazaar.huda, eaten, false)
        .unwrap();
    // Half past one at night in Dubai, before the cut-off.
    let clock = GivenClock::at("2026-11-26T21:30:00Z".parse().unwrap());
    let ids = Arc::new(CountedIds::from(1_000_000));
    let moments = Moments::new(Arc::new(clock), ids);
    let night = bazaar.till.with_moments(moments);
    let mut till = app(&night, Language::English);
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    till.touch("go-goods");
    till.touch("family-F01");
    till.touch("take-in");
    till.touch("goods-KABSA");
    type_on_pad(&mut till, "5");
    till.touch("good-7");
    till.touch("confirm");
    assert!(till.find("done").is_some(), "a week is what was agreed");
    let rows = night.stock(None).unwrap();
    let date = rows.iter().find_map(|row| row.best_before);
    assert_eq!(
        date.map(|date| date.to_string()).as_deref(),
        Some("2026-12-03")
    );
}
