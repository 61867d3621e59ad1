//! The next edition, by commands.

use sanduq::domain::id::StaffCode;
use sanduq::services::edition::NextEdition;
use sanduq::services::{Moments, Till};
use serde_json::json;

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

/// A day on which two families sold, settled; F06 is owed 21.60 and F05 20.25.
fn settled() -> Desk {
    let desk = Desk::trading();
    for (sku, quantity, amount) in [("F06-01", 3, "24.00"), ("F05-01", 1, "22.50")] {
        desk.sell(&format!(
            r#"{{"lines": [{{"sku": "{sku}", "quantity": {quantity}}}],
                "tenders": [{{"kind": "card", "amount": "{amount}"}}]}}"#
        ))
        .done();
    }
    desk.amal("shift count --denominations 200x1").done();
    desk.amal("shift close").done();
    desk
}

#[test]
fn balances_go_along_once_and_are_paid_in_the_next_edition() {
    let desk = settled();
    let next = "edition next second --with-balances";
    desk.huda(next)
        .failed(1, "Close it and settle the families");
    desk.badr("day close").done();
    desk.huda("settle --family F06").done();
    // The edition begun by the first try goes on; whoever is not settled stays behind.
    let told = desk.huda(&format!("{next} --json")).json();
    let carried = &told["balances"]["carried"];
    assert_eq!(carried.as_array().map(Vec::len), Some(1));
    assert_eq!(carried[0]["family"], "F06");
    assert_eq!(
        (&carried[0]["amount"], &carried[0]["to"]),
        (&json!("21.60"), &json!("STORY2"))
    );
    let left = json!([{ "family": "F05", "why": "not_settled" }]);
    assert_eq!(told["balances"]["left"], left);

    desk.huda("settle").done();
    let said = desk.huda(next).done();
    assert!(
        said.contains("Carried from STORY1 to STORY2: one balance."),
        "{said}"
    );
    assert!(said.contains("20.25"), "{said}");
    let said = desk.huda(&format!("{next} --language ar")).done();
    assert!(said.contains("لم يبقَ رصيد يُرحّل."), "{said}");

    desk.huda("payout F06 1").failed(1, "F06");
    let old = desk.run("statement F06 --json").json();
    assert_eq!(old["statement"]["carried_forward"], "0.00");
    assert_eq!(old["statement"]["carried"][0]["amount"], "-21.60");
    let old = desk.run("statement F06").done();
    assert!(old.contains("Carried to edition STORY2"), "{old}");
    let new = desk.run("statement F06 --language en --data second").done();
    assert!(new.contains("Brought forward from edition STORY1"), "{new}");
    let paid = desk
        .huda("payout F06 --means transfer --reference T9 --data second --json")
        .json();
    assert_eq!(
        (&paid["amount"], &paid["left"]),
        (&json!("21.60"), &json!("0.00"))
    );

    for (folder, editions) in [
        ("data", json!({ "carried_out": "-41.85" })),
        ("second", json!({ "brought_in": "41.85" })),
    ] {
        let proof = desk
            .huda(&format!("proof --all --json --data {folder}"))
            .json();
        assert_eq!(proof["editions"], editions, "{folder}");
        let told = desk
            .run(&format!("dashboard --all --json --data {folder}"))
            .json();
        let moved = editions.as_object().unwrap().values().next();
        assert_eq!(Some(&told["other_editions"]), moved, "{folder}");
        let whole = desk.run(&format!("verify --json --data {folder}")).json();
        assert_eq!(whole["whole"], true, "{folder}");
    }
    let behind = desk.huda("proof --all --behind carried_out --json").json();
    assert_eq!(behind["facts"].as_array().map(Vec::len), Some(2));

    // The code of another edition is no place for these balances.
    desk.huda("edition next second --code OTHER2 --with-balances")
        .failed(1, "set up");
}

#[test]
fn an_edition_cut_off_before_its_first_pin_still_gets_settings_and_sign() {
    let desk = Desk::set_up();
    desk.file("data/logo.png", "the sign");
    desk.file("data/settings.toml", "hijri_days = -1\n");
    // All of it was begun; the PIN was mistyped, and no more was done.
    let open = |name: &str| desk.path(name).join("till.sqlite");
    let last = Till::open(&open("data"), Moments::of_this_machine()).unwrap();
    let huda = last.sign_in(&StaffCode::new("huda").unwrap(), "300300");
    let edition = last.next_edition(&huda.unwrap(), NextEdition::default());
    std::fs::create_dir(desk.path("second")).unwrap();
    let (database, till) = (open("second"), last.code().clone());
    let next = Till::create(&database, &till, Moments::of_this_machine()).unwrap();
    next.begin_edition(edition.unwrap()).unwrap();
    drop((last, next));

    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    let goes_on = "edition next second --with-balances --json";
    assert_eq!(desk.huda(goes_on).json()["needs_first_pin"], false);
    assert_eq!(read("second/logo.png"), "the sign");
    assert!(read("second/settings.toml").contains("hijri_days = -1"));

    // One that is at work keeps its own.
    desk.file("second/logo.png", "another");
    std::fs::remove_file(desk.path("second/settings.toml")).unwrap();
    desk.huda(goes_on).done();
    assert_eq!(read("second/logo.png"), "another");
    assert!(!desk.path("second/settings.toml").exists());
}

#[test]
fn balances_of_a_lost_edition_are_taken_back_once() {
    let desk = settled();
    desk.badr("day close").done();
    desk.huda("settle").done();
    desk.huda("edition next second --with-balances").done();
    let back = "edition take-back STORY2 --reason";
    desk.huda(&format!("{back} stolen")).failed(1, "arrived");
    std::fs::rename(desk.path("second"), desk.path("stick")).unwrap();
    desk.huda(&format!("{back} stolen --looked-in stick"))
        .failed(1, "arrived");
    desk.huda("edition take-back OTHER2 --reason stolen")
        .failed(1, "OTHER2");
    desk.amal("edition take-back STORY2 --reason stolen")
        .failed(1, "organiser");

    let told = desk.huda(&format!("{back} stolen --json")).json();
    assert_eq!(told["arrived"], json!([]));
    let amounts = told["taken_back"].as_array().unwrap().iter();
    let amounts: Vec<_> = amounts.map(|one| one["amount"].clone()).collect();
    assert_eq!(amounts, ["20.25", "21.60"]);
    desk.huda(&format!("{back} stolen")).failed(1, "STORY2");

    let told = desk.run("statement F06 --json").json();
    assert_eq!(told["statement"]["carried_forward"], "21.60");
    assert_eq!(told["statement"]["carried"][1]["taken_back"], true);
    let told = desk.run("statement F06 --language en").done();
    assert!(told.contains("Taken back from edition STORY2"), "{told}");
    let proof = desk.huda("proof --all --json").json();
    let editions = json!({ "carried_out": "-41.85", "carried_back": "41.85" });
    assert_eq!(proof["editions"], editions);
    let behind = desk.huda("proof --all --behind carried_back --json").json();
    assert_eq!(behind["facts"].as_array().map(Vec::len), Some(2));
    assert_eq!(desk.run("verify --json").json()["whole"], true);

    // The stick turns up: both stand there, and it is said.
    let said = desk.huda("across stick --json").json().to_string();
    assert!(
        said.contains("Owed twice: F06") && said.contains("21.60"),
        "{said}"
    );
    desk.huda("payout F06 --means transfer --reference T1")
        .done();
}
