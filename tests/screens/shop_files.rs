//! A web shop's file beyond the organiser's place for files: taken in by a supervisor at
//! the orders, and by two tills, which the books laid side by side tell.

use sanduq::app::shell::{App, Message};
use sanduq::domain::order::OrderState;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, sign_in};
use crate::driver::Driver;
use crate::imports::Desk;
use crate::many::keep;
use crate::orders::to_orders;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

const ORDERS: &str = "\
order_number,shop,customer,address,sku,quantity,payment,total
S-1,متجر إنتاج,شيخة راشد,المجاز 2,COFFEE,2,card,16.00
S-2,متجر إنتاج,Noura Ali,Al Khan 3,JAM,1,card,22.50
";

fn at_desk(desk: &Desk, language: Language, person: &'static str, pin: &str) -> Till {
    let mut till = desk.begin(language);
    sign_in(&mut till, person, pin);
    till
}

#[test]
fn a_file_that_two_tills_took_is_told_beside_the_sums() {
    for (language, name) in LANGUAGES {
        let desk = Desk::of(Bazaar::open());
        let other = Bazaar::open_past_midnight();
        let file = desk.data().inbox().join("orders.csv");
        desk.put(&file, ORDERS, 0);
        let took = desk.bazaar.till.import_orders(&desk.bazaar.huda, &file);
        took.unwrap();
        other.till.import_orders(&other.huda, &file).unwrap();
        keep(&other.till, &desk.data().inbox().join("other.sqlite"), 0);
        let mut till = at_desk(&desk, language, "person-huda", HUDA);
        till.touch("go-dashboard");
        till.touch("open-many");
        till.touch("database-0");
        till.touch("tally");
        till.shot(&format!("shop/{name}-taken-twice"));
        assert!(
            till.find("remark-1").is_some(),
            "beside two tills of one code"
        );
    }
}

#[test]
fn a_supervisor_takes_a_shops_file_in_at_the_orders() {
    for (language, name) in LANGUAGES {
        let desk = Desk::of(Bazaar::open());
        let inbox = desk.data().inbox();
        desk.put(&inbox.join("orders.csv"), ORDERS, 0);
        desk.put(&inbox.join("أسر.csv"), "code,name\nF90,أسرة أخرى\n", 60);
        let before = desk.records();
        let mut till = at_desk(&desk, language, "person-badr", BADR);
        let signed_in = desk.records() - before;
        to_orders(&mut till);
        till.shot(&format!("shop/{name}-orders-of-supervisor"));
        till.touch("shop-file");
        assert!(till.find("import-families").is_none(), "orders alone");
        till.shot(&format!("shop/{name}-shop-file"));
        // Families are an organiser's: the file is no table of orders.
        till.touch("file-1");
        till.touch("file-0");
        till.touch("tab-0");
        till.shot(&format!("shop/{name}-shop-file-looked-at"));
        assert_eq!(desk.records(), before + signed_in, "looking writes nothing");
        till.touch("take-in");
        till.touch("done");
        till.touch("back");
        till.touch("order-T1-000001");
        let open = desk.bazaar.till.orders(Some(OrderState::Open)).unwrap();
        assert_eq!(open.len(), 2);
    }
}

#[test]
fn a_cashier_answers_for_no_shops_prices() {
    let desk = Desk::of(Bazaar::open());
    let mut till = at_desk(&desk, Language::Arabic, "person-amal", AMAL);
    to_orders(&mut till);
    assert!(till.find("take-order").is_some());
    assert!(till.find("shop-file").is_none());
}
