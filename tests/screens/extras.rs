//! Selling what is out of the ordinary: goods that are not in the list, notes, tickets
//! that become orders, the last sale given back.

use sanduq::domain::ticket::PriceSource;
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, fils, type_on_pad};

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

#[test]
fn goods_that_are_not_in_the_list_are_sold_for_their_family() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("families");
        counter.touch("family-F09");
        counter.touch("open-line");
        counter.touch("open-name");
        counter.keys("Cup");
        counter.shot(&format!("app/{name}-open-name"));
        counter.touch("keyboard-done");
        type_on_pad(&mut counter, "12.5");
        counter.shot(&format!("app/{name}-open-line"));
        counter.touch("open-confirm");
        assert_eq!(counter.text("total"), "12.50");
        counter.touch("stepper-more");
        // A second kind at the same price stays a line of its own.
        counter.touch("open-line");
        type_on_pad(&mut counter, "12.5");
        counter.touch("open-confirm");
        assert_eq!(counter.text("total"), "37.50");
        counter.touch("exact");
        let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
        let [cup, sundry] = &sale.lines[..] else {
            panic!("two lines, not {}", sale.lines.len());
        };
        assert_eq!(cup.item.family.as_str(), "F09");
        assert_eq!(cup.item.package.as_str(), "MAHRA");
        assert_eq!(cup.item.sku.as_str(), "F09/Cup");
        assert_eq!(cup.item.price_source, PriceSource::Open);
        assert_eq!(cup.item.commission.get(), 1000);
        assert_ne!(sundry.item.sku, cup.item.sku);
        assert_eq!(sundry.item.name.en, "Sundry goods");
        assert_eq!(cup.paid, fils(2500));
    }
}

#[test]
fn a_note_stands_under_its_line() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-CAKE");
    counter.touch("line-note-open");
    counter.touch("line-note-text");
    counter.keys("باسم ميثاء");
    counter.touch("keyboard-done");
    counter.touch("line-confirm");
    counter.shot("app/ar-note");
    counter.touch("exact");
    let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
    assert_eq!(sale.lines[0].item.note, "باسم ميثاء");
}

#[test]
fn a_ticket_becomes_an_order_and_is_nowhere_else() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-CAKE");
        counter.touch("park");
        counter.shot(&format!("app/{name}-park-or-order"));
        counter.touch("park-order");
        assert_eq!(bazaar.till.parked().unwrap().len(), 1, "safe on its way");
        counter.shot(&format!("app/{name}-ordering"));
        counter.touch("next");
        counter.touch("customer-name");
        counter.keys("Maitha");
        counter.touch("keyboard-done");
        counter.touch("deposit-whole");
        counter.touch("take");
        let orders = bazaar.till.orders(None).unwrap();
        assert_eq!(orders.len(), 1);
        assert_eq!(orders[0].order.ticket.lines[0].sku.as_str(), "CAKE");
        assert!(bazaar.till.parked().unwrap().is_empty());
        assert!(bazaar.till.all_in_hand().unwrap().is_empty());
    }
}

#[test]
fn the_last_sale_is_given_back_from_its_sheet() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-CAKE");
    counter.touch("exact");
    counter.touch("next-sale");
    counter.touch("last");
    counter.shot("app/en-last-sale");
    counter.touch("give-back");
    counter.touch("all-back");
    counter.shot("app/en-give-back");
    assert!(counter.find("refund").is_some());
}
