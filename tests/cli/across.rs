//! Several databases tallied by one command: two editions of a bazaar, a backup, and
//! what is refused.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::dashboard::{holds, text_of};
use crate::desk::Desk;

/// An edition of a year ago in `data`, where 24.00 of coffee was sold and paid, and
/// this one in `second`, where 16.00 was.
pub fn two_editions() -> Desk {
    let desk = Desk::trading();
    let cash = |amount: &str, quantity: u32| {
        format!(
            r#"{{"lines": [{{"sku": "F06-01", "quantity": {quantity}}}],
                "tenders": [{{"kind": "cash", "amount": "{amount}"}}]}}"#
        )
    };
    desk.sell(&cash("24.00", 3)).done();
    desk.amal("door in 5").done();
    desk.amal("shift count --denominations 200x1,20x1,1x4")
        .done();
    desk.amal("shift close").done();
    desk.badr("day close").done();
    desk.huda("settle").done();
    desk.huda("payout F06").done();
    desk.huda("edition next second --days 2027-11-04").done();
    desk.huda("pin amal --new 1111 --data second").done();
    desk.huda("pin badr --new 200200 --data second").done();
    desk.badr("day open --day 2027-11-04 --data second").done();
    desk.amal("shift open --float 200 --data second").done();
    let sale = cash("16.00", 2);
    desk.with_input("sell --json --staff amal --pin 1111 --data second", &sale)
        .done();
    desk
}

fn sums(told: &Value, table: &str, key: &str) -> Vec<(String, String)> {
    let rows = told["currencies"][0][table].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (text(&row[key]), text(&row["sum"]["paid"]))
        })
        .collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(code, paid)| ((*code).to_owned(), (*paid).to_owned()))
        .collect()
}

#[test]
fn editions_add_up_and_every_sum_is_that_of_the_ledgers() {
    let desk = two_editions();
    let told = desk
        .run("across data --data second --language en --json")
        .json();
    let all = &told["currencies"][0];
    assert_eq!(all["total"]["paid"], json!("40.00"));
    assert_eq!(all["total"]["commission"], json!("2.40"));
    assert_eq!(all["total"]["paid_out"], json!("21.60"));
    assert_eq!(all["total"]["owed"], json!("16.00"));
    assert_eq!((&all["sales"], &all["visitors"]), (&json!(2), &json!(5)));
    assert_eq!(all["holds"], json!(true));
    assert_eq!(told["remarks"], json!([]));
    let editions = pairs(&[("STORY1", "24.00"), ("STORY2", "16.00")]);
    assert_eq!(sums(&told, "editions", "bazaar"), editions);
    assert_eq!(sums(&told, "tills", "bazaar"), editions);
    assert_eq!(sums(&told, "packages", "code"), pairs(&[("FOOD", "40.00")]));
    for line in all["proof"].as_array().unwrap() {
        assert_eq!(line["tally"], line["ledgers"], "{line}");
    }

    let shown = desk.run("across data --data second --language en").done();
    for words in ["Story Bazaar", "Majlis Coffee", "40.00", "2 ledgers"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let shown = desk
        .run("across data --data second --by till --language ar")
        .done();
    assert!(shown.contains("نقطة البيع هذه") || shown.contains("نقاط البيع"));
    assert!(!shown.contains("الباقات"), "{shown}");
}

#[test]
fn a_familys_years_are_told_and_printed() {
    let desk = two_editions();
    let told = desk
        .run("across data --data second --language en --family F06 --json")
        .json();
    let family = &told["families"][0];
    assert_eq!(
        (&family["days"], &family["name"]["en"]),
        (&json!(2), &json!("Majlis Coffee"))
    );
    let years = family["editions"].as_array().unwrap();
    assert_eq!(years.len(), 2);
    assert_eq!(years[0]["first_day"], json!("2026-11-26"));
    assert_eq!(years[0]["sum"]["paid_out"], json!("21.60"));
    assert_eq!(years[1]["sum"]["owed"], json!("16.00"));
    desk.run("across data --data second --language en --family F06 --out years.pdf")
        .done();
    let text = text_of(&desk, "years.pdf");
    holds(&text, &["Story Bazaar", "24.00", "2.40", "21.60", "0.00"]);
    holds(&text, &["STORY2", "2027"]);
    holds(
        &text,
        &["All together", "40.00", "2.40", "37.60", "21.60", "16.00"],
    );
    desk.run("across data --data second --language en --family F99")
        .failed(1, "F99");
}

#[test]
fn a_tally_is_written_as_a_table_and_as_pages() {
    let desk = two_editions();
    desk.run("across data --data second --language en --out all.csv")
        .done();
    let table = std::fs::read_to_string(desk.path("all.csv")).unwrap();
    let headings = table.lines().next().unwrap();
    assert!(headings.ends_with("group,bazaar,edition,till,code,name_ar,name_en,first_day,last_day,days,sales,visitors,currency,paid,refunded,family_discounts,organiser_discounts,tax,credit,commission,fees,advances,held,other,carried,paid_out,balance,delivery_fees"));
    let total = table.lines().find(|line| line.starts_with("total"));
    assert!(total.unwrap().ends_with(
        "AED,40.00,0.00,0.00,0.00,0.00,40.00,2.40,0.00,0.00,0.00,0.00,0.00,21.60,16.00,0.00"
    ));
    // A family's rows stand by edition.
    let of_family = table.lines().filter(|line| line.contains(",F06,"));
    assert_eq!(of_family.count(), 2);

    desk.run("across data --data second --language en --out all.pdf")
        .done();
    let text = text_of(&desk, "all.pdf");
    holds(&text, &["Combined tally"]);
    holds(&text, &["Customers paid", "40.00"]);
    holds(&text, &["Still owed", "16.00"]);
    holds(&text, &["STORY1", "Story Bazaar", "24.00", "21.60"]);
    holds(&text, &["Every sum is that of the 2 ledgers."]);
    desk.run("across data --data second --out ar.pdf --language ar")
        .done();
    let text = text_of(&desk, "ar.pdf");
    holds(&text, &["STORY2", "بازار الحكاية"]);
    holds(&text, &["16.00", "الباقي للأسر"]);
    desk.run("across data --data second --language en --out all.docx")
        .failed(2, "all.docx");
}

#[test]
fn a_tally_and_a_familys_years_are_workbooks() {
    let desk = two_editions();
    for (asked, file, sheet, column) in [
        ("--language en", "all.xlsx", "Families", 7),
        ("--language ar", "ar.xlsx", "الأسر", 7),
        ("--language en --family F06", "years.xlsx", "F06 AED", 10),
    ] {
        desk.run(&format!("across data --data second {asked} --out {file}"))
            .done();
        let mut book: Xlsx<_> = open_workbook(desk.path(file)).unwrap();
        let range = book.worksheet_range(sheet).unwrap();
        let sums = range.rows().next_back().unwrap();
        assert_eq!(sums[column], Data::Float(40.0), "{file}: {sums:?}");
    }
    let told = desk.run("across data --data second --json").json();
    let tenders = &told["currencies"][0]["tenders"];
    assert_eq!(tenders[0]["tender"], json!("cash"));
    assert_eq!(tenders[0]["net"], json!("40.00"));
}

#[test]
fn what_is_given_twice_or_is_no_database_is_said() {
    let desk = two_editions();
    desk.run("backup copy.sqlite").done();
    let told = desk
        .run("across data copy.sqlite --data second --language en --json")
        .json();
    assert_eq!(told["currencies"][0]["total"]["paid"], json!("40.00"));
    let remark = told["remarks"][0].as_str().unwrap();
    assert!(
        remark.contains("copy.sqlite") && remark.contains("same journal"),
        "{remark}"
    );
    let own = desk
        .run("across second data --data second --language en --json")
        .json();
    assert_eq!(own["currencies"][0]["total"]["paid"], json!("40.00"));
    assert!(own["remarks"][0].as_str().unwrap().contains("own database"));
    desk.file("list.txt", "bread, coffee");
    desk.run("across list.txt").failed(3, "list.txt");
    desk.run("across nowhere.sqlite")
        .failed(3, "nowhere.sqlite");
    let bytes = std::fs::read(desk.path("copy.sqlite")).unwrap();
    std::fs::write(desk.path("torn.sqlite"), &bytes[..bytes.len() / 2]).unwrap();
    desk.run("across torn.sqlite --data second --language en")
        .failed(3, "can't be trusted");
}

#[test]
fn an_edition_is_laid_beside_an_earlier_one() {
    let desk = two_editions();
    let told = desk
        .run("dashboard --against-edition data --data second --json")
        .json();
    assert_eq!(told["total"]["net_paid"], json!("16.00"));
    let against = &told["against"];
    assert_eq!(against["bazaar"], json!("STORY1"));
    assert_eq!(against["total"]["net_paid"], json!("24.00"));
    assert_eq!(
        (&told["days"][0]["number"], &against["days"][0]["number"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(against["days"][0]["hours"][0]["net_paid"], json!("24.00"));
    let shown = desk
        .run("dashboard --all --against-edition data --data second --language en")
        .done();
    assert!(shown.contains("against AED 24.00"), "{shown}");
    assert!(shown.contains("Story Bazaar · Day 1"), "{shown}");

    desk.run("dashboard --all --against-edition data --data second --language en --out beside.pdf")
        .done();
    let text = text_of(&desk, "beside.pdf");
    holds(&text, &["against Story Bazaar · Day 1"]);
    holds(&text, &["AED 16.00"]);
    holds(&text, &["Story Bazaar, day 1: 24.00"]);
    desk.run("dashboard --against-edition nowhere --data second --language en")
        .failed(3, "nowhere");
    desk.run("dashboard --against 2026-11-26 --against-edition data --language en")
        .failed(2, "--against");
}
