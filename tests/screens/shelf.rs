//! The shelf: what comes first, the way through the families, goods that are sold
//! out or past their date.

use iced::Point;
use sanduq::app::shell::{App, Message};
use sanduq::domain::fact::Fact;
use sanduq::domain::id::TicketId;
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::staff::Act;
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;
use sanduq::services::sell::missing_approval;

use crate::bazaar::{BADR, Bazaar, fils, sign_in, type_on_pad};
use crate::driver::Driver;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// Leaves the sheet that is open by touching beside it.
fn leave(counter: &mut Driver<App, Message>) {
    counter.click_at(Point::new(20.0, 780.0));
}

#[test]
fn what_is_pinned_and_what_sells_most_comes_first() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        let first = counter.place("tile-COFFEE");
        for _ in 0..2 {
            counter.touch("tile-HAREES");
            counter.touch("exact");
        }
        counter.touch("tile-LUQAIMAT");
        counter.touch("exact");
        assert_eq!(counter.place("tile-COFFEE"), first, "not under her finger");
        counter.touch("desk");
        counter.touch("go-sell");
        assert_eq!(counter.place("tile-HAREES"), first);
        counter.hold("tile-KABSA");
        counter.shot(&format!("app/{name}-goods"));
        counter.touch("goods-pin");
        leave(&mut counter);
        assert!(counter.find("total").is_none(), "held goods are not sold");
        assert_eq!(counter.place("tile-KABSA"), first);
        counter.shot(&format!("app/{name}-pinned"));
        counter.hold("tile-KABSA");
        counter.touch("goods-pin");
        leave(&mut counter);
        assert_eq!(counter.place("tile-HAREES"), first);
    }
}

#[test]
fn a_family_leads_to_its_goods() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("families");
        counter.shot(&format!("app/{name}-families"));
        counter.touch("tab-4");
        assert!(counter.find("family-F01").is_none());
        counter.touch("family-F09");
        counter.shot(&format!("app/{name}-family"));
        assert!(counter.find("tile-COFFEE").is_none());
        counter.touch("tile-SAFFRON");
        type_on_pad(&mut counter, "2");
        counter.touch("line-confirm");
        assert_eq!(counter.text("total"), "50.00");
        counter.touch("family-back");
        counter.touch("families");
        counter.touch("tab-0");
        assert!(counter.find("tile-COFFEE").is_some());
        counter.touch("families");
        counter.touch("tab-0");
        assert!(counter.find("family-F09").is_none(), "all are the goods");
    }
}

#[test]
fn goods_that_are_sold_out_are_asked_about() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.hold("tile-COFFEE");
        counter.touch("goods-out");
        leave(&mut counter);
        counter.shot(&format!("app/{name}-sold-out"));
        let last = bazaar
            .till
            .store()
            .read::<_, sanduq::store::StoreError>(|books| books.last_entry())
            .unwrap()
            .unwrap();
        assert_eq!(last.actor.as_ref(), Some(bazaar.amal.staff()));
        assert!(matches!(last.fact, Fact::GoodsSoldOut(_)));

        counter.touch("tile-COFFEE");
        assert!(counter.find("total").is_none(), "it is asked first");
        counter.shot(&format!("app/{name}-sold-out-asked"));
        counter.touch("goods-sell");
        assert_eq!(counter.text("total"), "8.00");
        assert_eq!(bazaar.till.marks().unwrap().sold_out.len(), 1);
        counter.touch("tile-COFFEE");
        counter.touch("goods-back-and-sell");
        assert_eq!(counter.text("total"), "16.00");
        assert!(bazaar.till.marks().unwrap().sold_out.is_empty());
        counter.touch("tile-COFFEE");
        assert_eq!(counter.text("total"), "24.00");
    }
}

#[test]
fn goods_past_their_date_are_sold_with_a_supervisors_word_only() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-PICKLE");
        counter.shot(&format!("app/{name}-expired"));
        counter.touch("goods-sell");
        counter.touch("approver-badr");
        type_on_pad(&mut counter, BADR);
        counter.touch("approve");
        assert_eq!(counter.text("total"), "28.00");
        counter.touch("exact");
        let sale = bazaar.till.last_sale().unwrap().unwrap();
        assert_eq!(sale.approver.as_ref(), Some(bazaar.badr.staff()));
        // The word was given for one ticket, not for the next.
        counter.touch("tile-PICKLE");
        counter.touch("goods-sell");
        assert!(counter.find("approver-badr").is_some());
    }
}

#[test]
fn a_word_on_a_date_is_none_on_a_price() {
    let bazaar = Bazaar::open();
    let catalogue = bazaar.till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
    let sku = sanduq::domain::id::Sku::new("PICKLE").unwrap();
    let price = Some(fils(100));
    ticket.add(&catalogue, &sku, Quantity::ONE, price).unwrap();
    let offers = || vec![Offer::new(TenderKind::Cash, fils(100))];
    let sell = |approvals: &[sanduq::services::Approval]| {
        bazaar
            .till
            .complete_sale(&bazaar.amal, ticket.clone(), offers(), approvals)
    };
    let word = |act| {
        let badr = bazaar.badr.staff();
        bazaar.till.approve(act, badr, BADR).unwrap()
    };
    let missing = |approvals: &[sanduq::services::Approval]| {
        missing_approval(&sell(approvals).unwrap_err()).unwrap()
    };
    assert_eq!(missing(&[]), Act::SellExpired);
    let date = word(Act::SellExpired);
    assert_eq!(missing(std::slice::from_ref(&date)), Act::OverridePrice);
    sell(&[date, word(Act::OverridePrice)]).unwrap();
}

#[test]
fn a_supervisor_is_warned_and_asks_nobody() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.app(Language::Arabic);
    sign_in(&mut counter, "person-badr", BADR);
    counter.touch("tile-PICKLE");
    assert!(counter.find("total").is_none());
    counter.touch("goods-sell");
    assert_eq!(counter.text("total"), "28.00");
}
