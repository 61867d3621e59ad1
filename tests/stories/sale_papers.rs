//! A sale and the papers it asks for are recorded together; what is wrong with the
//! papers costs no sale, and no kill costs a paper.

use std::collections::BTreeMap;
use std::env;
use std::io::Write;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use sanduq::domain::id::{StaffCode, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::ticket::Ticket;
use sanduq::print::device::Trouble;
use sanduq::services::order::OrderRequest;
use sanduq::services::printing::{PaperKind, PrinterSetup, Standing};
use sanduq::services::{Moments, Printing, Session, Till};
use sanduq::settings::{DataFolder, DeviceSetting, MorePrinter, Settings};
use sanduq::store::verify;

use crate::bazaar::{Story, cash, sku};
use crate::killed::{ACKNOWLEDGED, CHILD, Since, now, work_and_die};

/// Far longer than any paper takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// Settings of a till that prints pictures of receipts, and slips for everybody.
fn with_slips() -> Settings {
    Settings {
        collection_slips: true,
        kitchen_packages: vec!["FOOD".into()],
        ..Settings::default()
    }
}

fn setup(settings: &Settings, folder: &Path) -> PrinterSetup {
    PrinterSetup::of(settings, &DataFolder::at(folder)).unwrap()
}

fn asking(story: &Story, settings: &Settings) -> Till {
    let papers = setup(settings, story.folder()).sale_papers();
    story.till.asking_for(papers)
}

fn sell(till: &Till, session: &Session, ticket: Ticket) -> String {
    let sold = till.complete_sale(session, ticket, vec![cash(10_000)], None);
    sold.unwrap().sale.fact.number.to_string()
}

/// Kinds of the papers in line, by the sale they are of.
fn in_line(till: &Till) -> BTreeMap<String, Vec<PaperKind>> {
    let mut papers: BTreeMap<String, Vec<PaperKind>> = BTreeMap::new();
    for job in till.unprinted().unwrap() {
        let number = job.title.trim_start_matches("STORY1-").to_owned();
        papers.entry(number).or_default().push(job.kind.unwrap());
    }
    papers
}

#[test]
fn a_sale_puts_its_papers_in_line_with_itself() {
    use PaperKind::{CollectionSlip, KitchenSlip, Receipt};
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 2000), ("JAM", 1000)]);
    // No printer is at work yet: nobody but the sale can have put them there.
    let till = asking(&story, &with_slips());
    let first = sell(&till, &story.amal, ticket.clone());
    let again = sell(&till, &story.amal, ticket);
    assert_eq!(first, again, "the answer was lost once");
    let all = vec![Receipt, CollectionSlip, KitchenSlip];
    assert_eq!(in_line(&till), BTreeMap::from([(first, all.clone())]));

    // Without goods of its packages the kitchen hears nothing; without being
    // asked nobody does.
    let mut settings = with_slips();
    settings.kitchen_packages = vec!["CRAFT".into()];
    let ticket = |code| story.ticket(&[(code, 1000)]);
    let second = sell(&asking(&story, &settings), &story.amal, ticket("JAM"));
    sell(&story.till, &story.amal, ticket("JAM"));
    let papers = in_line(&till);
    assert_eq!(papers.len(), 2);
    assert_eq!(papers[&second], all[..2]);

    let (told, changes) = mpsc::channel();
    let setup = setup(&with_slips(), story.folder());
    let changed = move || told.send(()).unwrap_or_default();
    let printing = Printing::start(&story.till, setup, changed).unwrap();
    while !printing.jobs(None).unwrap().is_empty() {
        changes.recv_timeout(PATIENCE).expect("the printer works");
    }
    let day = Some(story.clock_day());
    let jobs = printing.jobs(day).unwrap();
    let printed = |job: &&_| {
        matches!(
            job,
            sanduq::services::printing::PrintJob {
                standing: Standing::Printed,
                ..
            }
        )
    };
    assert_eq!(jobs.iter().filter(printed).count(), 5, "{jobs:?}");
    // Asked once more, as the counter does after each sale, nothing is added.
    let sale = story.till.last_sale().unwrap().unwrap().fact.id;
    assert!(!printing.print_sale(sale).unwrap().again, "never asked for");
    assert!(printing.print_sale(sale).unwrap().again);
}

#[test]
fn the_receipt_of_an_order_handed_over_goes_with_it_too() {
    let story = Story::begin();
    story.open();
    let order = OrderRequest {
        id: sanduq::domain::id::OrderId(story.till.moments().new_id()),
        ticket: story.ticket(&[("TRAY", 1000)]),
        customer: sanduq::domain::order::Customer {
            name: "مها".into(),
            ..Default::default()
        },
        wish: String::new(),
        due_on: None,
        deposit: vec![cash(6000)],
    };
    let order = story.till.take_order(&story.amal, order).unwrap();
    let till = asking(&story, &Settings::default());
    let done = till.hand_over(&story.amal, order.id, vec![cash(10_000)], None);
    let number = done.unwrap().sale.fact.number.to_string();
    assert_eq!(in_line(&till)[&number], [PaperKind::Receipt]);
}

#[test]
fn a_paper_that_cannot_be_stored_costs_no_sale() {
    // A statement that fails, and one that takes the whole transaction with it, as
    // a full disk does.
    for gone_wrong in ["ABORT", "ROLLBACK"] {
        let story = Story::begin();
        story.open();
        let path = story.folder().join("till.sqlite");
        let ticket = story.ticket(&[("COFFEE", 1000)]);
        let Story {
            till, amal, folder, ..
        } = story;
        drop(till);
        let database = rusqlite::Connection::open(&path).unwrap();
        let trigger = format!(
            "CREATE TRIGGER no_paper BEFORE INSERT ON print_job
             BEGIN SELECT RAISE({gone_wrong}, 'by intent'); END;"
        );
        database.execute_batch(&trigger).unwrap();
        drop(database);

        let till = Till::open(&path, Moments::of_this_machine()).unwrap();
        let papers = setup(&with_slips(), folder.path()).sale_papers();
        let number = sell(&till.asking_for(papers.clone()), &amal, ticket.clone());
        assert_eq!(number, "T1-000001", "{gone_wrong}");
        let done = till
            .asking_for(papers)
            .complete_sale(&amal, ticket, vec![cash(10_000)], None)
            .unwrap();
        assert!(done.again, "{gone_wrong}: it is sold once");
        assert!(till.unprinted().unwrap().is_empty());
        drop(till);
        let database = rusqlite::Connection::open(&path).unwrap();
        database.execute_batch("DROP TRIGGER no_paper").unwrap();
        drop(database);
        let till = Till::open(&path, Moments::of_this_machine()).unwrap();
        let verdict = till.store().read(|books| verify::verify(books, |_, _| {}));
        assert_eq!(verdict.unwrap().first_fault, None, "{gone_wrong}");
        let sold = till.last_sale().unwrap().unwrap().fact.number;
        assert_eq!(sold.to_string(), "T1-000001", "{gone_wrong}");
    }
}

#[test]
fn a_paper_not_drawn_yet_fits_any_printer_that_stands_in() {
    let story = Story::begin();
    story.open();
    let mut settings = Settings::default();
    settings.printer.device = "tcp:127.0.0.1:1".parse().unwrap();
    let narrow = MorePrinter {
        profile: "generic-58".into(),
        device: DeviceSetting::Picture,
        prints: Vec::new(),
        stands_in: true,
    };
    settings.printers.insert("small".into(), narrow);
    let till = asking(&story, &settings);
    sell(&till, &story.amal, story.ticket(&[("JAM", 1000)]));
    let (told, changes) = mpsc::channel();
    let setup = setup(&settings, story.folder());
    let changed = move || told.send(()).unwrap_or_default();
    let printing = Printing::start(&story.till, setup, changed).unwrap();
    let states = loop {
        let jobs = printing.jobs(Some(story.clock_day())).unwrap();
        if jobs[0].standing == Standing::Printed {
            assert_eq!(jobs[0].printer, "generic-58 picture");
            break printing.printers().unwrap();
        }
        changes.recv_timeout(PATIENCE).expect("the printers work");
    };
    assert_eq!(states[0].trouble, Some(Trouble::Unreachable));
    let picture = std::fs::read_dir(story.folder().join("papers")).unwrap();
    let picture = picture.map(|file| file.unwrap().path()).next().unwrap();
    let sheet = sanduq::print::Bitmap::from_png(&std::fs::read(picture).unwrap()).unwrap();
    let narrow = sanduq::print::profile::Catalogue::shipped();
    let narrow = narrow.get("generic-58").unwrap().paper.dots;
    assert_eq!(sheet.width(), usize::from(narrow));
}

#[test]
fn a_receipt_asked_about_before_it_was_drawn_is_printed_as_a_copy() {
    let story = Story::begin();
    story.open();
    let mut elsewhere = Settings::default();
    elsewhere.printer.device = "tcp:127.0.0.1:1".parse().unwrap();
    let till = asking(&story, &elsewhere);
    sell(&till, &story.amal, story.ticket(&[("JAM", 1000)]));
    // The till has another printer by the time it starts again.
    let (told, changes) = mpsc::channel();
    let setup = setup(&Settings::default(), story.folder());
    let changed = move || told.send(()).unwrap_or_default();
    let printing = Printing::start(&story.till, setup, changed).unwrap();
    let asking = printing.jobs(None).unwrap().remove(0);
    assert_eq!(asking.standing, Standing::Asking);
    assert_eq!(asking.trouble, Some(Trouble::OtherPrinter));
    let copy = printing.print_again(&story.amal, asking.id).unwrap();
    assert_eq!(copy.copy, Some(1));
    while !printing.jobs(None).unwrap().is_empty() {
        changes.recv_timeout(PATIENCE).expect("the printer works");
    }
}

/// How many papers come out by themselves yet.
fn busy(printing: &Printing) -> usize {
    let jobs = printing.jobs(None).unwrap().into_iter();
    jobs.filter(|job| {
        matches!(
            job.standing,
            Standing::Waiting | Standing::Printing | Standing::Blocked
        )
    })
    .count()
}

/// The child: sells with receipts and slips, and prints them, until it is killed.
#[test]
fn child_sells_and_prints() {
    let Some(folder) = env::var_os(CHILD) else {
        return;
    };
    let (till, amal) = opened(Path::new(&folder));
    let setup = setup(&with_slips(), Path::new(&folder));
    let printing = Printing::start(&till, setup, || {}).unwrap();
    let catalogue = till.catalogue().unwrap();
    loop {
        let mut ticket = Ticket::new(TicketId(till.moments().new_id()));
        ticket
            .add(&catalogue, &sku("JAM"), Quantity::ONE, None)
            .unwrap();
        let number = sell(&till.asking_for(printing.sale_papers()), &amal, ticket);
        let mut out = std::io::stdout().lock();
        writeln!(out, "{ACKNOWLEDGED}{number}.").unwrap();
        out.flush().unwrap();
        let sale = till.find_sale(&number).unwrap().fact.id;
        printing.print_sale(sale).unwrap();
        // The printer keeps up, so that kills find it in the middle of a paper.
        while busy(&printing) > 3 {
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// The till of a story that goes on in another program.
fn opened(folder: &Path) -> (Till, Session) {
    let till = Till::open(&folder.join("till.sqlite"), Moments::of_this_machine()).unwrap();
    let amal = till.sign_in(&StaffCode::new("amal").unwrap(), "1234");
    let amal = amal.unwrap();
    (till, amal)
}

#[test]
fn no_kill_separates_a_sale_from_its_papers() {
    let seed = now();
    println!("seed {seed}");
    let story = Story::begin();
    story.open();
    let Story { till, folder, .. } = story;
    drop(till);
    let mut sold = 0;
    for round in 0..20_u64 {
        let after = seed.wrapping_add(round).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let since = Since::of(after);
        let after = Duration::from_micros(after % 300_000);
        let child = "sale_papers::child_sells_and_prints";
        let said = work_and_die(child, folder.path(), since, after);
        let (till, _) = opened(folder.path());
        let last = till.last_sale().unwrap();
        let last = last.map_or(0, |sale| sale.fact.number.n);
        for number in said.iter().filter_map(|number| number.strip_suffix('.')) {
            sold += 1;
            assert!(till.find_sale(number).is_ok(), "seed {seed}: {number}");
        }
        // Those nobody heard of any more have their papers too.
        for n in 1..=last {
            let reference = format!("STORY1-T1-{n:06}");
            for kind in ["receipt", "collection-slip", "kitchen-slip"] {
                let reference = reference.clone();
                let job = till
                    .store()
                    .read(move |books| books.original_queued(kind, &reference));
                assert!(job.unwrap().is_some(), "seed {seed}: {kind} of {n}");
            }
        }
    }
    assert!(sold >= 10, "the children hardly sold: {sold}");
    // What was on its way when the program died asks; the rest is printed now.
    let (till, _) = opened(folder.path());
    let setup = setup(&with_slips(), folder.path());
    let (told, changes) = mpsc::channel();
    let changed = move || told.send(()).unwrap_or_default();
    let printing = Printing::start(&till, setup, changed).unwrap();
    while busy(&printing) > 0 {
        changes.recv_timeout(PATIENCE).expect("the printer works");
    }
    let left = printing.jobs(None).unwrap();
    let asks = left
        .iter()
        .all(|job| matches!(job.standing, Standing::Asking | Standing::Held));
    assert!(asks, "seed {seed}: {left:?}");
    println!(
        "20 kills: {sold} sales acknowledged, {} papers ask",
        left.len()
    );
}
