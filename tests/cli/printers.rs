//! Printers by commands: set up, learned, and a fake one that goes wrong.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::desk::Desk;

const SALE: &str = r#"{"lines": [{"sku": "F06-01", "quantity": 3}],
                       "tenders": [{"kind": "cash", "amount": "24.00"}]}"#;

/// The program's own fake printer, until the test ends.
struct Fake {
    program: Child,
    device: String,
}

impl Fake {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sanduq"))
            .args([
                "--language",
                "en",
                "printer",
                "fake",
                "--port",
                "0",
                "--seconds",
                "120",
            ])
            .arg("--out")
            .arg(desk.path("paper"))
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut said = String::new();
        BufReader::new(program.stdout.take().expect("it was asked for"))
            .read_line(&mut said)
            .expect("it says where it listens");
        let at = said.find("tcp:").expect("a device");
        Fake {
            program,
            device: said[at..].trim().to_owned(),
        }
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.program.kill().expect("it still runs");
        self.program.wait().expect("it has ended");
    }
}

#[test]
fn a_sale_is_printed_and_a_paper_that_cannot_be_waits() {
    let desk = Desk::trading();
    let fake = Fake::start(&desk, &[]);
    let set = format!(
        "printer set --profile epson-tm-t20 --device {}",
        fake.device
    );
    desk.run(&set).done();
    let sold = desk.sell(SALE);
    assert_eq!(
        sold.err, "",
        "a receipt that is printed is not worth a word"
    );
    sold.done();
    let queue = desk.huda("printer queue --json").json();
    assert_eq!(queue, serde_json::json!([]));
    drop(fake);

    let fake = Fake::start(&desk, &["--fault", "paper-out"]);
    desk.run(&format!("printer set --device {}", fake.device))
        .done();
    let sold = desk.sell(SALE);
    assert!(sold.err.contains("put in a new roll"), "{}", sold.err);
    sold.done();
    let queue = desk.huda("printer queue --json").json();
    assert_eq!(queue[0]["trouble"], "paper-out");
    assert_eq!(queue[0]["state"], "blocked");
    let give_up = format!("printer queue --json --give-up {}", queue[0]["job"]);
    assert_eq!(desk.huda(&give_up).json(), serde_json::json!([]));
    desk.run("printer test").failed(3, "paper");
}

#[test]
fn whatever_a_command_records_has_its_paper() {
    let desk = Desk::trading();
    let papers = || fs::read_dir(desk.path("data/papers")).map_or(0, |folder| folder.count());
    let order = r#"{"lines": [{"sku": "F20-01", "quantity": 1}],
                    "customer": {"name": "Salem"},
                    "tenders": [{"kind": "cash", "amount": "60"}]}"#;
    let take = || desk.with_input("order take --staff amal --pin 1111", order);
    take().done();
    assert_eq!(papers(), 1, "the slip of an order");
    desk.amal("order hand-over 1 --tender cash=100").done();
    assert_eq!(papers(), 2, "the receipt at its handover");
    take().done();
    desk.badr("order cancel T1-000002 --reason late").done();
    assert_eq!(papers(), 4, "another slip, and that it is cancelled");
    desk.badr("refund T1-000001 --reason torn").done();
    assert_eq!(papers(), 5, "what was given back");
    desk.amal("shift count --denominations 200x1").done();
    desk.amal("shift close --reason story").done();
    assert_eq!(papers(), 6, "the shift");
    desk.badr("day close").done();
    assert_eq!(papers(), 7, "the Z");
}

#[test]
fn nothing_is_printed_where_nobody_wants_it() {
    let desk = Desk::trading();
    desk.with_input("sell --no-print --staff amal --pin 1111", SALE)
        .done();
    assert!(!desk.path("data/papers").exists());
    desk.sell(SALE).done();
    assert_eq!(fs::read_dir(desk.path("data/papers")).unwrap().count(), 1);
}

#[test]
fn printers_are_set_named_and_taken_away() {
    let desk = Desk::trading();
    desk.run(
        "printer set --name labels --profile generic-58 --device lp:/dev/usb/lp0 \
              --prints labels,collection-slips --stands-in",
    )
    .done();
    let list = desk.run("printer list --json").json();
    assert_eq!(list["printers"]["labels"]["device"], "lp:/dev/usb/lp0");
    assert_eq!(
        list["printers"]["labels"]["prints"],
        serde_json::json!(["labels", "collection-slips"])
    );
    desk.run("printer set --profile abacus").failed(1, "abacus");
    desk.run("printer set --name door --remove")
        .failed(2, "door");
    desk.run("printer set --name labels --remove").done();
    let list = desk.run("printer list --json").json();
    assert_eq!(list["printers"], serde_json::json!({}));
    let slow = desk
        .run("printer set --device serial:/dev/ttyS0:9600")
        .done();
    assert!(slow.contains("157"), "{slow}");
}

#[test]
fn a_printer_is_learned() {
    let desk = Desk::trading();
    desk.run("printer learn hall --dots 512 --cut full --drawer-pin 1")
        .done();
    desk.run("printer set --profile hall").done();
    let list = desk.run("printer list --json").json();
    let profiles = list["profiles"].as_array().unwrap();
    let hall = profiles
        .iter()
        .find(|profile| profile["id"] == "hall")
        .unwrap();
    assert_eq!(hall["dots"], 512);
    desk.run("printer learn hall --dots 51200 --cut full")
        .failed(2, "51200");
    desk.run("printer learn Hall --dots 512 --cut full")
        .failed(2, "lower-case");
    desk.run("printer learn hall").failed(2, "--dots");
}
