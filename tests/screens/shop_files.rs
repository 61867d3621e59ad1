//! A web shop's file beyond the organiser's place for files: taken by two tills, which
//! the books laid side by side tell.

use sanduq::app::shell::{App, Message};
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, HUDA, sign_in};
use crate::driver::Driver;
use crate::imports::Desk;
use crate::many::keep;

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
