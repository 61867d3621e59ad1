//! Papers and exports after 100,000 lines for 700 families: one statement as a
//! PDF, warm (goal 20 ms), those of all families (goal 10 s), and the workbook
//! of every line (goal 3 s).

#[path = "../tests/store/sample.rs"]
mod sample;
mod selling;

use std::fs::File;
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use sample::{Shop, append, family_code, open_shop};
use sanduq::domain::fact::Fact;
use sanduq::domain::id::SettlementId;
use sanduq::domain::money::Money;
use sanduq::domain::settlement::{SettlementContext, Unsettled, settle};
use sanduq::locale::Language;
use sanduq::print::papers::PaperLanguages;
use sanduq::print::profile::Catalogue;
use sanduq::services::export::ExportFormat;
use sanduq::services::printing::PrinterSetup;
use sanduq::services::statement::{Bundle, Span, StatementDesk};
use sanduq::services::{Moments, Till};
use sanduq::settings::DeviceSetting;
use sanduq::store::{Series, StoreError};
use uuid::Uuid;

use selling::sell;

const FAMILIES: u64 = 700;
const LINES_EACH: u64 = 20;
const SALES: u64 = 20_000;
const LINES_A_SALE: u64 = 5;
const ROUNDS: usize = 50;

fn main() {
    let folder = tempfile::tempdir_in(".").expect("the folder of the project can be written to");
    let shop = open_shop(&folder.path().join("till.sanduq"), FAMILIES, LINES_EACH);
    sell(&shop, SALES, LINES_A_SALE);
    settle_all(&shop);
    let till = Till::new(shop.store.clone(), Moments::of_this_machine());
    let profile = Catalogue::shipped()
        .get("generic-80")
        .expect("shipped")
        .clone();
    let setup = PrinterSetup::of_one(
        profile.into(),
        DeviceSetting::Picture,
        folder.path().to_owned(),
        PaperLanguages::BOTH,
    );
    one(&till, &setup);
    all(&till, &setup, folder.path());
    workbook(&till, folder.path());
}

fn settle_all(shop: &Shop) {
    let day = shop.day;
    shop.store
        .write::<_, StoreError>(move |w| {
            let catalogue = w.catalogue()?.expect("a bazaar is defined");
            for n in 1..=FAMILIES {
                let family = family_code(n);
                let rows = w.unsettled(&family, day)?;
                let unsettled = Unsettled {
                    goods: rows.goods,
                    adjustments: rows.adjustments,
                    held: rows.held,
                    brought_forward: Money::ZERO,
                    advance_left: Money::ZERO,
                    advance_instalment: Money::ZERO,
                    family: family.clone(),
                };
                let context = SettlementContext {
                    id: SettlementId(Uuid::from_u128(u128::from(n))),
                    number: w.next_number(Series::Settlement)?,
                    family_name: catalogue.family(&family).expect("registered").name.clone(),
                    day,
                    cut: Vec::new(),
                };
                let fees = catalogue.bazaar.fees_due(&family, &[], &[]);
                let settlement = settle(unsettled, &fees, context);
                append(w, Some(day), Fact::FamilySettled(Box::new(settlement)));
            }
            Ok(())
        })
        .expect("families can be settled");
}

fn one(till: &Till, setup: &PrinterSetup) {
    let mut desk = StatementDesk::new(till, setup).expect("the bazaar is set up");
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..=ROUNDS {
        let family = family_code(1 + round as u64);
        let started = Instant::now();
        let statement = till.statement(&family, Span::Last).expect("it is settled");
        let bytes = desk.pdf(&statement);
        let took = started.elapsed();
        assert!(bytes.len() > 1000);
        match round {
            0 => println!("first statement {took:.1?}, {} bytes", bytes.len()),
            _ => times.push(took),
        }
    }
    times.sort();
    println!(
        "a statement, warm: median {:.1?}, worst {:.1?} (goal 20 ms)",
        times[ROUNDS / 2],
        times[ROUNDS - 1]
    );
}

fn all(till: &Till, setup: &PrinterSetup, folder: &Path) {
    for (name, bundle) in [
        ("a folder", Bundle::Folder(folder.join("all"))),
        ("a zip", Bundle::Zip(folder.join("all.zip"))),
        ("one PDF", Bundle::OnePdf(folder.join("all.pdf"))),
    ] {
        let mut desk = StatementDesk::new(till, setup).expect("the bazaar is set up");
        let (written, took) = timed(|| {
            let go_on = |_: &_| ControlFlow::Continue(());
            till.write_statements(&mut desk, Span::Last, &bundle, false, go_on)
                .expect("files can be written")
        });
        println!(
            "{} families, {} pages, as {name}: {took:.1?} (goal 10 s)",
            written.families, written.pages
        );
    }
}

fn workbook(till: &Till, folder: &Path) {
    let path = folder.join("books.xlsx");
    let ((), took) = timed(|| {
        let file = BufWriter::new(File::create(&path).expect("files can be written"));
        till.export(ExportFormat::Xlsx(Language::Arabic), Box::new(file))
            .expect("the books can be exported");
    });
    let size = std::fs::metadata(&path).expect("it was written").len();
    println!(
        "workbook of {} lines: {took:.2?}, {} kB (goal 3 s)",
        SALES * LINES_A_SALE,
        size / 1000
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let value = work();
    (value, started.elapsed())
}
