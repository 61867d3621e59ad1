//! Sales of another shop taken in: what each row came to, whether it stands, how it
//! was paid, and the day it belongs to.

use chrono::NaiveDate;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::sale::TenderKind;
use sanduq::domain::tally::TenderGroup;
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::import::{ImportRefusal, Problem, ProblemReason, SalesTaken, TakeSales};

use crate::bazaar::{Story, family, fils, refused};

const CASH: TakeSales = TakeSales {
    tender: Some(TenderKind::Cash),
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
}

fn taken(story: &Story, rows: &str) -> SalesTaken {
    let file = story.file("sold.csv", rows);
    let answer = story
        .till
        .import_sales(&story.huda, &file, &CASH, |_, _| {});
    answer.unwrap()
}

/// The places that keep a file from being taken in; nothing of it was.
fn problems(rows: &str) -> Vec<Problem> {
    let story = Story::begin();
    let file = story.file("sold.csv", rows);
    let answer = story
        .till
        .import_sales(&story.huda, &file, &CASH, |_, _| {});
    let Refusal::Import(ImportRefusal::Problems(problems)) = refused(answer) else {
        panic!("not a list of problems");
    };
    assert_eq!(story.till.day_status().unwrap().days, []);
    problems
}

fn columns(problems: &[Problem]) -> Vec<(u32, &str)> {
    let places = problems.iter().map(|problem| &problem.place);
    places.map(|place| (place.row, place.column)).collect()
}

/// What came in by each tender on a day.
fn tenders(story: &Story, day: NaiveDate) -> Vec<(TenderGroup, Money)> {
    let report = story.till.z_report(day).unwrap().unwrap().fact;
    let tenders = report.tally.by_tender.into_iter();
    tenders.map(|(kind, total)| (kind, total.net())).collect()
}

#[test]
fn what_was_taken_off_is_taken_off_the_family() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,invoice,item,qty,price,discount,net\n\
         2026-10-01,1,قهوة عربية,10,1.25,2.50,10\n\
         2026-10-01,1,بخور,1,,,55\n",
    );
    assert_eq!((taken.sales, taken.total), (1, fils(6_500)));
    let settlements = story.till.settle_day(&story.huda, day(1)).unwrap();
    let coffee = settlements.iter().find(|one| one.family == family("F06"));
    let coffee = coffee.unwrap();
    assert_eq!(
        (coffee.sales, coffee.family_discounts),
        (fils(1_250), fils(250))
    );
}

#[test]
fn a_discount_is_a_percentage_and_the_organisers_where_the_file_says_so() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "التاريخ,الصنف,الكمية,السعر,الخصم %,من يتحمل الخصم,الإجمالي,الصافي\n\
         2026-10-01,قهوة عربية,2,8,10,المنظم,16,14.40\n",
    );
    assert_eq!(taken.total, fils(1_440));
    let settlements = story.till.settle_day(&story.huda, day(1)).unwrap();
    let coffee = settlements.iter().find(|one| one.family == family("F06"));
    let coffee = coffee.unwrap();
    assert_eq!(
        (coffee.sales, coffee.family_discounts),
        (fils(1_600), fils(0))
    );
    assert_eq!(story.balance(Account::OrganiserDiscounts), fils(160));
}

#[test]
fn a_row_that_comes_to_something_else_than_it_says_is_refused() {
    let found = problems(
        "date,item,qty,price,discount,total\n\
         2026-10-01,قهوة عربية,10,1.25,2.50,12.50\n\
         2026-10-01,قهوة عربية,10,1.25,,12.50\n\
         2026-10-01,قهوة عربية,1,1.25,1.50,0\n\
         2026-10-01,قهوة عربية,1,1.25,,1.31\n",
    );
    assert_eq!(
        columns(&found),
        [(2, "total"), (4, "discount"), (5, "total")]
    );
    assert_eq!(found[0].text, "12.50");
    assert!(
        format!("{:?}", found[0].reason).contains("10.00"),
        "{found:?}"
    );
}

#[test]
fn a_price_is_reckoned_from_the_total_of_a_row() {
    for heading in [
        "final price",
        "السعر النهائي",
        "المبلغ",
        "الإجمالي",
        "amount",
    ] {
        let story = Story::begin();
        let taken = taken(
            &story,
            &format!(
                "date,item,qty,{heading}\n2026-10-01,قهوة عربية,3,39\n\
                 2026-10-01,بهارات مشكلة,0.350,28.75\n,,1,67.75\nالإجمالي,,,67.75\n"
            ),
        );
        assert_eq!(taken.total, fils(6_775), "{heading}");
        assert_eq!(taken.sales, 2, "{heading}");
    }
    let found = problems("date,item,qty,total\n2026-10-01,قهوة عربية,3,40\n,,,41\n");
    assert_eq!(columns(&found)[..2], [(2, "total"), (3, "date")]);
}

#[test]
fn what_does_not_stand_is_left_out() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,invoice,item,status\n\
         2026-10-01,1,قهوة عربية,مكتمل\n\
         2026-10-01,2,بخور,ملغي\n\
         2026-10-01,2,قهوة عربية,\n\
         2026-10-01,3,لا أعرفه,مرتجع\n\
         2026-10-01,4,قهوة عربية,Refunded\n\
         2026-10-01,5,قهوة عربية,\n\
         2026-10-01,6,قهوة عربية,Void\n",
    );
    assert_eq!((taken.sales, taken.total), (2, fils(1_600)));
    let found = problems(
        "date,item,status\n2026-10-01,بخور,paid\n2026-10-01,لا أعرفه,maybe\n2026-10-01,بخور,void\n",
    );
    assert_eq!(columns(&found), [(3, "status"), (3, "item")]);
    let found = problems("date,item,qty,المرتجع\n2026-10-01,بخور,5,0\n2026-10-01,بخور,5,1\n");
    assert_eq!(columns(&found), [(3, "cancelled")]);
    let story = Story::begin();
    let ticked = self::taken(
        &story,
        "date,item,ملغي\n2026-10-01,بخور,نعم\n2026-10-01,قهوة عربية,لا\n2026-10-01,قهوة عربية,\n",
    );
    assert_eq!(ticked.total, fils(1_600));
}

#[test]
fn an_invoice_is_paid_by_what_its_rows_say() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,invoice,item,qty,payment\n\
         2026-10-01,1,قهوة عربية,1,cash\n\
         2026-10-01,1,بخور,1,card\n\
         2026-10-01,1,قهوة عربية,2,\n",
    );
    assert_eq!((taken.sales, taken.total), (1, fils(7_900)));
    assert_eq!(
        tenders(&story, day(1)),
        [
            (TenderGroup::Cash, fils(2_400)),
            (TenderGroup::Card, fils(5_500))
        ]
    );
}

#[test]
fn invoices_of_two_sheets_are_two_sales() {
    let story = Story::begin();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, item) in [("ركن 1", "قهوة عربية"), ("ركن 2", "بخور")] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        let rows = [["date", "invoice", "item"], ["2026-10-01", "1", item]];
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                sheet.write(row, column, *text).unwrap();
            }
        }
    }
    let file = story.folder().join("sold.xlsx");
    workbook.save(&file).unwrap();
    let taken = story
        .till
        .import_sales(&story.huda, &file, &CASH, |_, _| {})
        .unwrap();
    assert_eq!((taken.sales, taken.total), (2, fils(6_300)));
}

#[test]
fn a_date_with_a_time_puts_a_sale_at_that_time_of_its_trading_day() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,invoice,item\n\
         2026-10-01 21:30,1,قهوة عربية\n\
         2026-10-02 00:40:00,2,بخور\n\
         3/10/2026 7:30 م,3,قهوة عربية\n\
         2026-10-04T03:59,4,قهوة عربية\n\
         46299.5,5,قهوة عربية\n",
    );
    assert_eq!(taken.days, [day(1), day(3), day(4)]);
    let mut moments = Vec::new();
    for day in taken.days {
        let sales = story
            .till
            .store()
            .read(move |books| books.sales_of_day(day, usize::MAX));
        let sales = sales.unwrap().into_iter().rev();
        moments.extend(sales.map(|sale| sale.at.naive_local().to_string()));
    }
    assert_eq!(
        moments,
        [
            "2026-10-01 21:30:00",
            "2026-10-02 00:40:00",
            "2026-10-03 19:30:00",
            "2026-10-04 03:59:00",
            "2026-10-04 12:00:00",
        ]
    );
}

#[test]
fn midnight_is_no_time_where_a_program_writes_it_behind_every_date() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,item\n2026-10-02 00:00:00,بخور\n2026-10-03 00:00:00,بخور\n",
    );
    assert_eq!(taken.days, [day(2), day(3)]);
}

#[test]
fn the_date_of_an_invoice_holds_for_its_later_rows() {
    let story = Story::begin();
    let taken = taken(
        &story,
        "date,time,invoice,item,payment\n\
         2026-10-01,23:50,1,قهوة عربية,card\n\
         ,,1,بخور,\n\
         2026-10-02,01:15,2,قهوة عربية,cash\n\
         2026-10-02,,2,بخور,\n",
    );
    assert_eq!((taken.sales, taken.days), (2, vec![day(1)]));
    assert_eq!(
        tenders(&story, day(1)),
        [
            (TenderGroup::Cash, fils(6_300)),
            (TenderGroup::Card, fils(6_300))
        ]
    );
    let found = problems("date,invoice,item\n2026-10-01,1,بخور\n,2,بخور\n-,,بخور\n");
    assert_eq!(columns(&found), [(3, "date"), (4, "date")]);
}

#[test]
fn an_import_that_was_cut_off_goes_on_where_it_stopped() {
    let story = Story::begin();
    let file = story.file(
        "sold.csv",
        "date,invoice,item\n2026-10-01,1,قهوة عربية\n2026-10-01,2,بخور\n\
         2026-10-02,1,قهوة عربية\n2026-10-02,2,بخور\n",
    );
    let cut_off = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let progress = |done, _| assert!(done < 3, "the power is gone");
        story.till.import_sales(&story.huda, &file, &CASH, progress)
    }));
    assert!(cut_off.is_err());
    let taken = story
        .till
        .import_sales(&story.huda, &file, &CASH, |_, _| {})
        .unwrap();
    assert_eq!(taken.days, [day(1), day(2)]);
    for day in taken.days {
        let report = story.till.z_report(day).unwrap().unwrap().fact;
        assert_eq!(report.tally.sales, 2, "{day}");
    }
}

#[test]
fn a_day_that_was_closed_without_sales_takes_none_in_silence() {
    let story = Story::begin();
    let closed = day(1);
    story
        .till
        .open_day(&story.huda, Some(closed), true)
        .unwrap();
    let parked = ParkedAtClose::Refuse;
    story.till.close_day(&story.huda, parked).unwrap();
    let rows = "date,item,qty,price\n2026-10-01,قهوة عربية,2,8\n2026-10-01,بخور,1,55\n";
    let file = story.file("sold.csv", rows);
    let answer = story
        .till
        .import_sales(&story.huda, &file, &CASH, |_, _| {});
    assert!(matches!(
        refused(answer),
        Refusal::Import(ImportRefusal::DayTraded(found)) if found == closed
    ));
}

#[test]
fn a_row_that_gives_back_another_is_not_just_left_out() {
    let found = problems(
        "date,invoice,item,qty,total,status\n2026-10-01,1,بخور,1,55,completed\n\
         2026-10-01,2,بخور,-1,-55,refund\n",
    );
    assert_eq!(columns(&found), [(3, "quantity")]);
    assert_eq!(found[0].reason, ProblemReason::GivesBack);
}

#[test]
fn the_price_of_one_is_not_taken_for_that_of_all() {
    let found = problems("date,item,qty,السعر النهائي\n2026-10-01,قهوة عربية,2,8\n");
    assert_eq!(columns(&found), [(2, "total")]);
    assert_eq!(found[0].reason, ProblemReason::NoUnitPrice);
}
