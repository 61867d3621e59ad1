//! Walks through the till that pass by every screen and sheet, for whoever wants to
//! look at each: `see` is called with the name of what is shown.

use sanduq::app::shell::{App, Message};
use sanduq::domain::id::{Sku, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, sign_in, type_on_pad};
use crate::driver::Driver;

pub type Till = Driver<App, Message>;

/// Looks at what is shown under a name.
pub trait See: FnMut(&mut Till, &'static str) {}
impl<F: FnMut(&mut Till, &'static str)> See for F {}

pub fn sell(bazaar: &Bazaar, goods: &[(&str, i64)], kind: TenderKind) {
    let catalogue = bazaar.till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
    for (sku, thousandths) in goods {
        let quantity = Quantity::from_thousandths(*thousandths);
        let sku = Sku::new(sku).unwrap();
        ticket.add(&catalogue, &sku, quantity, None).unwrap();
    }
    let offers = vec![Offer::new(kind, ticket.price().unwrap().due)];
    let done = bazaar
        .till
        .complete_sale(&bazaar.amal, ticket, offers, None);
    done.unwrap();
}

/// A ticket with five lines, one of them in hand.
pub fn fill(counter: &mut Till) {
    for tile in [
        "tile-COFFEE",
        "tile-COFFEE",
        "tile-MAAMOUL",
        "tile-KABSA",
        "tile-OUD",
        "tile-BISCUIT",
    ] {
        counter.touch(tile);
    }
}

/// From the names to the last paid ticket, and the sheets of the counter.
pub fn counter(language: Language, see: &mut impl See) {
    let bazaar = Bazaar::open();
    let mut till = bazaar.app(language);
    see(&mut till, "sign-in");
    till.touch("person-badr");
    type_on_pad(&mut till, "12");
    see(&mut till, "sign-in-pin");
    till.touch("person-amal");
    type_on_pad(&mut till, AMAL);
    till.touch("enter");
    see(&mut till, "sell-empty");
    fill(&mut till);
    see(&mut till, "sell");
    till.look_at(App::customer_view);
    see(&mut till, "customer");
    till.look_at(App::view);
    till.touch("line-discount-open");
    till.touch("percent-20");
    see(&mut till, "sheet-line");
    till.touch("line-confirm");
    till.touch("discount");
    till.touch("percent-5");
    see(&mut till, "sheet-discount");
    till.touch("discount-give");
    till.touch("park");
    see(&mut till, "sheet-park");
    till.touch("park-confirm");
    till.touch("parked");
    see(&mut till, "sheet-parked");
    till.touch("parked-0");
    till.touch("void");
    see(&mut till, "sheet-void");
    till.touch("close-sheet");
    till.touch("pay");
    see(&mut till, "pay");
    till.touch("pay-card");
    see(&mut till, "pay-card");
    till.touch("pay-accepted");
    see(&mut till, "approval");
    till.touch("approver-badr");
    type_on_pad(&mut till, BADR);
    till.touch("approve");
    see(&mut till, "paid-card");
    till.touch("tile-COFFEE");
    till.touch("pay");
    till.touch("cash-1");
    see(&mut till, "paid");
    till.touch("next-sale");
    till.touch("last-sale");
    see(&mut till, "sheet-last");
    till.touch("close-sheet");
    till.touch("search");
    till.keys("ق");
    see(&mut till, "search");
    till.touch("keyboard-done");
    till.touch("desk");
    see(&mut till, "home-cashier");
    till.touch("appearance");
    see(&mut till, "appearance");
}

/// The ways into the goods, and what is asked of them.
pub fn shelf(language: Language, see: &mut impl See) {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(language);
    till.hold("tile-KABSA");
    see(&mut till, "goods");
    till.touch("close-sheet");
    till.touch("tile-PICKLE");
    see(&mut till, "goods-expired");
    till.touch("close-sheet");
    till.touch("tile-CAKE");
    till.touch("line-note-open");
    see(&mut till, "sheet-note");
    till.touch("close-sheet");
    till.touch("families");
    see(&mut till, "families");
    till.touch("family-F09");
    see(&mut till, "family");
    till.touch("open-line");
    see(&mut till, "open-line");
}

/// From the unopened day to the last payout.
pub fn day(language: Language, see: &mut impl See) {
    let bazaar = Bazaar::before_the_day();
    let mut till = bazaar.app(language);
    sign_in(&mut till, "person-badr", BADR);
    see(&mut till, "home-closed");
    till.touch("next");
    see(&mut till, "open-day");
    till.touch("open-day");
    till.touch("sign-out");
    sign_in(&mut till, "person-amal", AMAL);
    till.touch("kind-10000");
    type_on_pad(&mut till, "2");
    see(&mut till, "open-shift");
    till.touch("open-shift");
    sell(
        &bazaar,
        &[("COFFEE", 3000), ("MAAMOUL", 1000)],
        TenderKind::Cash,
    );
    sell(&bazaar, &[("OUD", 1000), ("BEZAR", 350)], TenderKind::Card);
    sell(
        &bazaar,
        &[("ABAYA", 1000), ("BASKET", 2000), ("KARAK", 2000)],
        TenderKind::Card,
    );
    goods_back(&mut till, see);
    order(&mut till, language, see);
    drawer(&mut till, see);
    closing(&mut till, see);
}

fn goods_back(till: &mut Till, see: &mut impl See) {
    till.touch("desk");
    till.touch("go-refund");
    see(till, "refund-find");
    type_on_pad(till, "1");
    till.touch("find");
    till.touch("more-0");
    till.touch("reason-0");
    see(till, "refund-goods");
    till.touch("refund");
    till.touch("approver-badr");
    type_on_pad(till, BADR);
    till.touch("approve");
    see(till, "refund-done");
    till.touch("done");
}

fn order(till: &mut Till, language: Language, see: &mut impl See) {
    till.touch("desk");
    till.touch("go-orders");
    till.touch("take-order");
    till.touch("goods-PANEL");
    see(till, "order-goods");
    till.touch("next");
    till.click("customer-name");
    till.keys(match language {
        Language::Arabic => "مها السالم",
        Language::English => "Maha Alsalem",
    });
    see(till, "order-writing");
    till.touch("keyboard-done");
    till.touch("due-3");
    see(till, "order-customer");
    till.touch("take");
    till.touch("done");
    till.touch("order-T1-000001");
    see(till, "orders");
    till.touch("hand-over");
    see(till, "hand-over");
    till.touch("back");
}

fn drawer(till: &mut Till, see: &mut impl See) {
    till.touch("desk");
    till.touch("go-cash");
    till.touch("drop");
    type_on_pad(till, "100");
    till.touch("reason-0");
    see(till, "cash");
    till.touch("desk");
    till.touch("go-close-shift");
    for (kind, pieces) in [("kind-20000", "1"), ("kind-5000", "1"), ("kind-1000", "6")] {
        till.touch(kind);
        type_on_pad(till, pieces);
    }
    see(till, "count");
    till.touch("count-done");
    see(till, "count-differs");
    till.touch("reason-0");
    till.touch("explained");
    see(till, "shift-closed");
    till.touch("done");
}

fn closing(till: &mut Till, see: &mut impl See) {
    till.touch("sign-out");
    sign_in(till, "person-huda", HUDA);
    see(till, "home-organiser");
    till.touch("go-door");
    till.touch("in-5");
    see(till, "door");
    till.touch("desk");
    till.touch("go-staff");
    till.touch("staff-noura");
    see(till, "staff");
    till.touch("desk");
    till.touch("go-close-day");
    see(till, "close-day");
    till.touch("close-day");
    see(till, "close-day-sure");
    till.touch("sure");
    see(till, "day-closed");
    till.touch("settle");
    till.touch("go-payouts");
    see(till, "payouts");
    till.touch("family-F06");
    see(till, "statement");
    till.touch("pay");
    till.touch("means-safe");
    type_on_pad(till, "100");
    see(till, "pay-family");
}
