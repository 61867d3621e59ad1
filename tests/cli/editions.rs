//! The next edition, by commands.

use crate::desk::Desk;

#[test]
fn the_next_edition_begins_in_a_folder_of_its_own() {
    let desk = Desk::trading();
    desk.sell(
        r#"{"lines":[{"sku":"F06-01","quantity":2}],"tenders":[{"kind":"card","amount":16}]}"#,
    )
    .done();
    let told = desk
        .huda("edition next second --days 2027-11-04,2027-11-05 --json")
        .json();
    assert_eq!(told["bazaar"], "STORY2");
    assert_eq!(told["days"][1], "2027-11-05");
    assert_eq!((&told["families"], &told["lines"]), (&6.into(), &7.into()));
    assert_eq!(told["needs_first_pin"], false);

    let lines = desk.run("export lines --data second").done();
    assert_eq!(lines, desk.run("export lines").done());
    let sold = desk.run("export csv --data second").done();
    assert_eq!(sold.lines().count(), 1, "only the headings: {sold}");
    desk.huda("pin amal --new 4321 --data second").done();

    desk.huda("edition next second").failed(1, "set up");
    desk.huda("edition next third --code STORY1")
        .failed(1, "--code");
    let said = desk.huda("edition next third --language ar").done();
    assert!(said.contains("الأسر: 6. الأصناف: 7."), "{said}");
}
