//! Visitors by commands: the door, the advice corner, and where they are told.

use crate::desk::Desk;

#[test]
fn visitors_are_counted_and_told() {
    let desk = Desk::trading();
    let terms = std::fs::read_to_string(desk.path("bazaar.toml")).unwrap();
    let terms = terms.replace("cut_off", "hall_limit = 5\ncut_off");
    let subject = "[[subjects]]\ncode = \"LOANS\"\nname_ar = \"القروض\"\nname_en = \"Loans\"\n";
    desk.file("bazaar.toml", &format!("{terms}{subject}"));
    desk.huda("setup bazaar.toml").done();

    desk.amal("door in 4").done();
    let full = desk.amal("door in --json").json();
    assert_eq!((&full["inside"], &full["full"]), (&5.into(), &true.into()));
    desk.amal("door out 2").done();
    desk.amal("door out 1 --correct").done();
    desk.amal("door out 9")
        .failed(1, "By the count 4 are in the hall.");
    desk.amal("visit LOANS").done();
    desk.amal("visit LOANS").done();
    desk.amal("visit LOANS --correct").done();
    desk.amal("visit WEATHER")
        .failed(1, "The bazaar has no subject WEATHER.");

    for words in ["day status --json", "tally --json"] {
        let visitors = desk.run(words).json()["visitors"].clone();
        assert_eq!(visitors["entered"], 5, "{words}");
        assert_eq!(visitors["inside"], 4, "{words}");
        assert_eq!(visitors["advised"]["LOANS"], 1, "{words}");
    }
    for words in ["day status", "report x"] {
        let said = desk.run(words).done();
        assert!(said.contains("5 came in"), "{words}: {said}");
    }
}
