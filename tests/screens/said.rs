//! What is said in passing lies on the bar, and on no key.

use sanduq::app::shell::{App, Message};
use sanduq::locale::Language;
use sanduq::services::notice::{Notice, NoticeKind};

use crate::bazaar::{BADR, Bazaar, sign_in};
use crate::driver::Driver;

const SIZES: [(f32, f32); 3] = [(1024.0, 768.0), (1280.0, 800.0), (1080.0, 1920.0)];

/// Says something long on the page that is shown and looks for keys under it.
fn say(till: &mut Driver<App, Message>, language: Language, page: &str) {
    for (width, height) in SIZES {
        till.resize(width, height);
        let keys = till.stops(language.direction().into());
        let text = match language {
            Language::Arabic => "الطابعة لا تجيب، والإيصال محفوظ.",
            Language::English => "The printer does not answer; the receipt is kept.",
        };
        let hint = match language {
            Language::Arabic => {
                "انظر في الورق والسلك، ثم اطبع ما ينتظر من قائمة الأوراق في أعلى الشاشة."
            }
            Language::English => {
                "Look at its paper and its cable, then print what waits from the list at the top."
            }
        };
        let notice = Notice {
            kind: NoticeKind::Fault,
            text: text.into(),
            hint: hint.into(),
        };
        till.message(Message::Looked(Err(notice)));
        let said = till.find("said").expect("it is said");
        let code = language.code();
        till.shot(&format!("said/{code}-{page}-{width}"));
        for key in keys {
            let covered = key.place.intersection(&said);
            assert!(covered.is_none(), "{code} {page} {width}: {:?}", key.place);
        }
        for id in 1..=32 {
            till.message(Message::Hear(id));
        }
        assert!(till.find("said").is_none());
    }
    till.resize(1280.0, 800.0);
}

#[test]
fn what_is_said_covers_no_key() {
    for language in [Language::Arabic, Language::English] {
        let bazaar = Bazaar::open();
        let mut till = bazaar.counter(language);
        till.touch("tile-COFFEE");
        say(&mut till, language, "sell");
        till.touch("pay");
        say(&mut till, language, "pay");
        till.touch("desk");
        say(&mut till, language, "desk");
        till.touch("go-refund");
        say(&mut till, language, "refund");
        till.touch("desk");
        till.touch("go-close-shift");
        say(&mut till, language, "close-shift");
        till.touch("desk");
        till.touch("go-close-day");
        say(&mut till, language, "close-day");
        till.touch("desk");
        till.touch("go-orders");
        say(&mut till, language, "orders");
        till.touch("desk");
        till.touch("go-door");
        till.touch("in");
        say(&mut till, language, "door");
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("desk");
        till.touch("go-dashboard");
        say(&mut till, language, "dashboard");
        till.touch("open-proof");
        say(&mut till, language, "money-proof");
    }
}
