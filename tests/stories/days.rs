//! Days that pass midnight, come late, or are not planned.

use chrono::NaiveDate;
use sanduq::domain::day::DayRefusal;
use sanduq::domain::fact::Fact;
use sanduq::domain::id::{FactId, TicketId};
use sanduq::domain::sale::{SaleContext, complete};
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::store::{NewEntry, Series};

use crate::bazaar::{Story, TERMS, cash, family, fils, instant, refused};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_evening_that_passes_midnight_is_one_day() {
    let story = Story::begin();
    let day = story.open();
    assert_eq!(day, date("2026-11-26"));
    // 01:30 in Dubai, on the calendar's next date.
    story.clock.set(instant("2026-11-26T21:30:00Z"));
    let sale = story
        .sell(&story.ticket(&[("COFFEE", 1000)]), &[cash(800)])
        .sale;
    assert_eq!(sale.at.date_naive(), date("2026-11-27"));
    assert_eq!(sale.fact.day, day);
    let status = story.till.day_status().unwrap();
    assert_eq!(
        status.today, day,
        "before the cut-off hour it is still the evening before"
    );
    assert!(!status.is_overdue());
    story.clock.set(instant("2026-11-27T03:00:00Z"));
    assert!(
        story.till.day_status().unwrap().is_overdue(),
        "pointed out, never guessed"
    );
    story.count_and_close(20_800, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    assert_eq!(z.day, day);
    assert_eq!(z.tally.by_hour.keys().copied().collect::<Vec<_>>(), [1]);
}

#[test]
fn a_day_is_opened_once_in_order_and_as_planned() {
    let terms = TERMS.replace(
        "cut_off = \"04:00\"",
        "cut_off = \"04:00\"\ndays = [\"2026-11-26\", \"2026-11-27\"]",
    );
    let story = Story::with_terms(&terms);
    let open = |day: Option<&str>, anyway| story.till.open_day(&story.badr, day.map(date), anyway);
    let unplanned = date("2026-11-25");
    assert_eq!(
        refused(open(Some("2026-11-25"), false)),
        Refusal::Day(DayRefusal::NotAnOpeningDay(unplanned))
    );
    let day = open(None, false).unwrap();
    assert_eq!(
        refused(open(None, false)),
        Refusal::Day(DayRefusal::AlreadyOpen(day))
    );
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    assert_eq!(
        refused(open(None, true)),
        Refusal::Day(DayRefusal::AlreadyClosed(day))
    );
    assert_eq!(
        refused(open(Some("2026-11-25"), true)),
        Refusal::Day(DayRefusal::BeforeLast {
            asked: unplanned,
            last: day
        })
    );
    assert!(matches!(
        refused(story.till.open_day(&story.amal, None, true)),
        Refusal::Role(_)
    ));
    let second = open(Some("2026-11-27"), false).unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    let numbers: Vec<u64> = [day, second]
        .map(|day| story.till.z_report(day).unwrap().unwrap().fact.number.n)
        .to_vec();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn a_sale_that_comes_late_enters_the_next_settlement_under_its_day() {
    let story = Story::begin();
    let first = story.open();
    story.sell(&story.ticket(&[("OUD", 1000)]), &[cash(5500)]);
    story.count_and_close(25_500, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    story.till.settle_day(&story.huda, first).unwrap();

    story.minutes_later(24 * 60);
    let second = story.open();
    let shift = story.till.current_shift().unwrap().unwrap().opening.id;
    // A sale of the first day that no till had told anybody about.
    let ticket = story.ticket(&[("OUD", 2000)]);
    let bazaar = story.till.catalogue().unwrap().bazaar.clone();
    let cashier = story.amal.staff().clone();
    let id = TicketId(story.till.moments().new_id());
    story
        .till
        .store()
        .write(move |writing| {
            let number = writing.next_number(Series::Sale)?;
            let deposit = fils(0);
            let context = SaleContext {
                number,
                day: first,
                shift,
                cashier,
                deposit,
                deposit_by: None,
            };
            let ticket = sanduq::domain::ticket::Ticket { id, ..ticket };
            let sale = complete(&bazaar, &ticket, &[cash(11_000)], context).unwrap();
            let header = NewEntry {
                id: FactId(id.0),
                at: "2026-11-26T20:00:00+04:00".parse().unwrap(),
                day: Some(first),
                actor: None,
                approver: None,
            };
            writing.append(header, Fact::SaleCompleted(Box::new(sale)))
        })
        .unwrap();
    story.sell(&story.ticket(&[("OUD", 1000)]), &[cash(5500)]);
    story.count_and_close(36_500, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    let settlement = story
        .till
        .settle_family(&story.huda, family("F11"), second)
        .unwrap();
    let late: Vec<_> = settlement
        .late_goods()
        .map(|goods| (goods.day, goods.list))
        .collect();
    assert_eq!(late, [(first, fils(11_000))]);
    let rounded: Vec<_> = settlement
        .commissions
        .iter()
        .map(|line| line.amount.minor())
        .collect();
    assert_eq!(
        rounded,
        [1375, 688],
        "each day's commission is rounded once"
    );
    assert_eq!(settlement.brought_forward, fils(4812));
    assert_eq!(settlement.payable, fils(4812 + 16_500 - 1375 - 688));
}
