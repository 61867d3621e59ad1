//! A web shop's orders on the screen: looked at, taken in, handed over for what is
//! left, and cancelled with the money back the way it came.

use sanduq::app::shell::{App, Message};
use sanduq::domain::ledger::Account;
use sanduq::domain::order::OrderState;
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, fils};
use crate::driver::Driver;
use crate::imports::Desk;

type Till = Driver<App, Message>;

/// One paid and brought, one at another price and collected, one paid at the door,
/// one cancelled in the shop, one that waits for its payment.
const ORDERS: &str = "\
رقم الطلب,تاريخ الطلب,حالة الطلب,اسم العميل,رقم الجوال,طريقة الاستلام,عنوان التوصيل,المدينة,موعد التسليم,رمز المنتج,الكمية,سعر الوحدة,قيمة الخصم,من يتحمل الخصم,رسوم التوصيل,طريقة الدفع,المدفوع,رقم العملية,الإجمالي,ملاحظات العميل,كود المسوق
S-2001,26/11/2026 09:10,قيد التنفيذ,شيخة راشد,501112233,توصيل,المجاز 2، بناية 14,الشارقة,26/11/2026,MAAMOUL,2,22.50,5.00,المركز,15.00,مدى,نعم,PAY-701,71.00,قبل المغرب,
S-2001,,,,,,,,,COFFEE,2,8.00,,,,,,,,,
S-2002,26/11/2026 10:00,قيد التنفيذ,Noura Ali,٠٥٠٤٤٤٥٥٦٦,استلام,,,27/11/2026,PANEL,1,150.00,,,,تحويل بنكي,150.00,TR-19,150.00,,x
S-2003,26/11/2026 10:30,جديد,مريم حسن,0507778899,توصيل,القصيص 1,دبي,26/11/2026,BEZAR,0.5,82.15,,,20.00,الدفع عند الاستلام,,,61.08,,
S-2004,26/11/2026 11:00,ملغي,سارة يوسف,,توصيل,النهدة,دبي,,JAM,1,22.50,,,15.00,مدى,,,37.50,,
S-2005,26/11/2026 11:20,بانتظار الدفع,هند,,توصيل,الخان,الشارقة,,JAM,1,22.50,,,15.00,مدى,,,37.50,,
";

const MORE: &str = "\
order_number,customer,address,sku,quantity,delivery_fee,payment,total
S-2006,Latifa Omar,Al Khan 3,JAM,2,15.00,card,60.00
S-2007,علياء سعيد,الرقة,COFFEE,3,10.00,apple pay,34.00
";

const BAD: &str = r#"{"orders": [
  {"number": "W-1", "customer": {"name": "Maha", "address": "Al Majaz 2"}, "delivery": {"fee": 15},
   "payment": {"method": "card"}, "total": 60.00,
   "lines": [{"sku": "COFFEE", "quantity": 2, "unit_price": 8.00}, {"sku": "TEAPOT", "quantity": 1, "unit_price": 29.00}]},
  {"number": "W-2", "customer": {"name": "Salem", "address": "Muwaileh"}, "total": "41.999",
   "lines": [{"sku": "JAM", "quantity": 1, "unit_price": 22.50}]},
  {"number": "W-3", "customer": {"name": "Aisha"}, "payment": {"method": "barter"},
   "lines": [{"sku": "JAM", "quantity": 1, "unit_price": 22.50}], "total": 22.50}
]}"#;

fn desk() -> Desk {
    let desk = Desk::of(Bazaar::open());
    let inbox = desk.data().inbox();
    desk.put(&inbox.join("طلبات المتجر.csv"), ORDERS, 0);
    desk.put(&inbox.join("web-orders.json"), BAD, 60);
    desk
}

/// Everything there is to be seen on the way.
pub fn walk(language: Language, see: &mut dyn FnMut(&mut Till, &'static str)) {
    let desk = desk();
    let mut till = desk.open(language);
    till.touch("import-orders");
    see(&mut till, "shop-files");
    till.touch("file-1");
    see(&mut till, "shop-refused");
    till.touch("back");
    till.touch("file-0");
    see(&mut till, "shop-new");
    till.touch("tab-2");
    see(&mut till, "shop-told");
    till.touch("take-in");
    see(&mut till, "shop-taken");
    till.touch("done");
    till.touch("back");
    till.touch("go-orders");
    desk.put(&desk.data().inbox().join("more.csv"), MORE, 0);
    let more = desk.data().inbox().join("more.csv");
    let (bazaar, huda) = (&desk.bazaar.till, &desk.bazaar.huda);
    bazaar.import_orders(huda, &more).unwrap();
    till.touch("back");
    till.touch("go-orders");
    till.touch("order-T1-000001");
    see(&mut till, "shop-order");
    till.touch("send-out");
    see(&mut till, "shop-run");
    till.touch("back");
    till.touch("order-T1-000001");
    till.touch("hand-over");
    see(&mut till, "shop-hand-over");
    till.touch("back");
    till.touch("order-T1-000001");
    till.touch("cancel-order");
    till.touch("reason-0");
    see(&mut till, "shop-cancel");
    till.touch("confirm");
    see(&mut till, "shop-cancelled");
}

#[test]
fn a_shops_file_is_looked_at_taken_in_once_and_worked_off() {
    for language in Language::ALL {
        let desk = desk();
        let mut till = desk.open(language);
        let before = desk.records();
        till.touch("import-orders");
        till.touch("file-1");
        till.touch("take-in");
        assert_eq!(desk.records(), before, "a file with faults is not taken in");
        till.touch("back");
        till.touch("file-0");
        assert_eq!(desk.records(), before, "looking writes nothing");
        till.touch("take-in");
        assert_eq!(desk.records(), before + 4, "three orders and the file");
        till.touch("done");
        till.touch("file-0");
        till.touch("take-in");
        assert_eq!(desk.records(), before + 4, "none is taken twice");
        till.touch("back");
        till.touch("back");

        // The one paid at the door, with change.
        let bazaar = &desk.bazaar.till;
        till.touch("go-orders");
        till.touch("order-T1-000003");
        till.touch("hand-over");
        till.touch("confirm");
        till.touch("done");
        till.touch("order-T1-000003");
        till.touch("delivered");
        let sale = bazaar.last_sale().unwrap().unwrap().fact;
        assert_eq!(sale.delivery_fee(), fils(2000));
        let delivered = bazaar.orders(Some(OrderState::Delivered)).unwrap();
        assert_eq!(delivered.len(), 1);

        // Two that are paid go out at once.
        let (huda, inbox) = (&desk.bazaar.huda, desk.data().inbox());
        let more = inbox.join("more.csv");
        desk.put(&more, MORE, 0);
        bazaar.import_orders(huda, &more).unwrap();
        till.touch("back");
        till.touch("go-orders");
        till.touch("send-out");
        till.touch("confirm");
        till.touch("done");
        let handed_over = bazaar.orders(Some(OrderState::HandedOver)).unwrap();
        assert_eq!(handed_over.len(), 3);
        assert!(till.find("send-out").is_none());

        // The one paid by bank goes back by bank, the drawer stays shut.
        let balance = |account: Account| {
            let read = bazaar.store().read(move |books| books.balance(&account));
            read.unwrap()
        };
        let drawer = Account::Drawer(bazaar.code().clone());
        let (cash, bank) = (balance(drawer.clone()), balance(Account::TransferClearing));
        till.touch("order-T1-000002");
        till.touch("cancel-order");
        till.touch("reason-0");
        till.touch("confirm");
        till.touch("done");
        assert_eq!(balance(drawer), cash);
        assert_eq!(balance(Account::TransferClearing), bank - fils(15_000));
        let cancelled = bazaar.orders(Some(OrderState::Cancelled)).unwrap();
        assert_eq!(cancelled.len(), 1);
    }
}
