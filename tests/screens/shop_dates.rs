//! A web shop's goods past their date on the screen: left behind by the courier's run,
//! and handed over by itself with a supervisor's word.

use sanduq::domain::order::OrderState;
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, fils, type_on_pad};
use crate::orders::to_orders;

/// Three that are paid and brought, one of them with goods past their date, and one
/// paid at the door with the same.
const ORDERS: &str = "\
order_number,customer,address,sku,quantity,payment
S-1,شيخة راشد,المجاز 2,COFFEE,2,card
S-2,موزة سالم,الرقة 4,PICKLE,1,card
S-3,Noura Ali,Al Khan 3,JAM,1,card
S-4,مريم حسن,النهدة,PICKLE,2,cod
";

#[test]
fn goods_past_their_date_stay_until_a_supervisor_has_a_word() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("orders.csv");
        std::fs::write(&file, ORDERS).unwrap();
        bazaar.till.import_orders(&bazaar.huda, &file).unwrap();

        let mut till = bazaar.counter(language);
        to_orders(&mut till);
        till.touch("send-out");
        till.shot(&format!("shop/{name}-run-with-expired"));
        till.touch("confirm");
        till.shot(&format!("shop/{name}-run-left-behind"));
        till.touch("done");
        let handed_over = bazaar.till.orders(Some(OrderState::HandedOver)).unwrap();
        assert_eq!(handed_over.len(), 2);

        // Paid at the door: given first, then the word; leaving the question keeps it.
        till.touch("order-T1-000004");
        till.touch("hand-over");
        till.shot(&format!("shop/{name}-hand-over-expired"));
        till.touch("confirm");
        till.shot(&format!("shop/{name}-hand-over-asked"));
        till.touch("close-sheet");
        assert!(till.find("part-0").is_some(), "what was given stays");
        till.touch("confirm");
        till.touch("approver-badr");
        type_on_pad(&mut till, BADR);
        till.touch("approve");
        till.touch("done");
        let sale = bazaar.till.last_sale().unwrap().unwrap();
        assert_eq!(sale.fact.paid(), fils(5_600));
        assert_eq!(sale.approver.as_ref(), Some(bazaar.badr.staff()));
        let handed_over = bazaar.till.orders(Some(OrderState::HandedOver)).unwrap();
        assert_eq!(handed_over.len(), 3);
    }
}
