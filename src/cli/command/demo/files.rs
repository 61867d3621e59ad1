//! What a played day leaves on the disk: every paper as a picture and as the
//! bytes of a printer, the books, the tally.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;

use crate::cli::arguments::By;
use crate::cli::command::counting::{by_name, write_csv};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::print::escpos::Commands;
use crate::print::papers::PaperLanguages;
use crate::print::profile::{Catalogue, Profile};
use crate::services::demo::{Demo, Played};
use crate::services::export::ExportFormat;
use crate::services::printing::{Paper, PrinterSetup, Printing};
use crate::settings::DeviceSetting;
use crate::tr;

/// The printer the bytes are for.
const PROFILE: &str = "generic-80";

/// What was written, by folder.
pub(super) struct Written {
    /// Folders of papers and how many papers lie in each.
    pub papers: Vec<(&'static str, usize)>,
    /// Files of the books and the tally.
    pub books: Vec<&'static str>,
}

/// A paper and the file it goes to, without its ending.
struct Wanted {
    folder: &'static str,
    name: String,
    paper: Paper,
}

pub(super) fn write(
    desk: &Desk,
    demo: &Demo,
    played: &Played,
    folder: &Path,
) -> Result<Written, Failure> {
    let papers = write_papers(desk, demo, played, folder)?;
    let books = write_books(demo, folder)?;
    Ok(Written { papers, books })
}

fn wanted(played: &Played) -> Vec<Wanted> {
    let day = played.day;
    let mut all = Vec::new();
    let mut want = |folder, name: String, paper| {
        all.push(Wanted {
            folder,
            name,
            paper,
        })
    };
    for note in &played.goods.intakes {
        let name = format!("{}-{}", note.family, note.number);
        want("intakes", name, Paper::Goods(note.id));
    }
    for sale in &played.sales {
        want("receipts", sale.number.to_string(), Paper::Receipt(sale.id));
    }
    for refund in &played.refunds {
        want(
            "refunds",
            refund.number.to_string(),
            Paper::Refund(refund.id),
        );
    }
    for row in &played.orders {
        want(
            "orders",
            row.order.number.to_string(),
            Paper::Order(row.order.id),
        );
    }
    for cancelled in &played.cancellations {
        let name = format!("{}-cancelled", cancelled.order_number);
        let order = cancelled.order;
        want("orders", name, Paper::OrderCancelled { order, day });
    }
    for closing in &played.shifts {
        let shift = closing.id;
        want(
            "shifts",
            closing.cashier.to_string(),
            Paper::Shift { shift, day },
        );
    }
    let loss = &played.goods.loss.note;
    let name = format!("{}-{}", loss.family, loss.number);
    want("losses", name, Paper::Goods(loss.id));
    for count in &played.goods.unsold {
        let name = format!("{}-{}", count.note.family, count.note.number);
        want("unsold", name, Paper::Goods(count.note.id));
    }
    let z = &played.closing.fact;
    want("reports", format!("Z-{}", z.number), Paper::ZReport(day));
    for settlement in &played.settlements {
        let name = format!("{}-{}", settlement.family, settlement.number);
        want("statements", name, Paper::Statement(settlement.id));
    }
    for payout in &played.payouts {
        let name = format!("{}-{}", payout.family, payout.number);
        want("payouts", name, Paper::Payout(payout.id));
    }
    all
}

fn write_papers(
    desk: &Desk,
    demo: &Demo,
    played: &Played,
    folder: &Path,
) -> Result<Vec<(&'static str, usize)>, Failure> {
    let profiles = Catalogue::shipped();
    let profile = Arc::new(profiles.get(PROFILE).expect("it is shipped").clone());
    let setup = PrinterSetup::of_one(
        Arc::clone(&profile),
        DeviceSetting::Picture,
        folder.join("papers"),
        PaperLanguages::of(&demo.till.catalogue()?.bazaar),
    );
    let printing = Printing::start(&demo.till, setup, || ())?;
    let papers = wanted(played);
    let bar = desk.bar(tr!(desk.texts, "cli-demo-papers"));
    bar.set_length(papers.len() as u64);
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for wanted in &papers {
        write_paper(&printing, wanted, &profile, folder)?;
        match counts.last_mut() {
            Some((kind, count)) if *kind == wanted.folder => *count += 1,
            _ => counts.push((wanted.folder, 1)),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(counts)
}

/// One paper: a picture of each sheet and the bytes of all.
fn write_paper(
    printing: &Printing,
    wanted: &Wanted,
    profile: &Profile,
    folder: &Path,
) -> Result<(), Failure> {
    let folder = folder.join(wanted.folder);
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let sheets = printing.preview(&wanted.paper)?;
    let put = |name: String, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(Failure::file(&path))
    };
    for (index, sheet) in sheets.iter().enumerate() {
        let page = if index == 0 {
            String::new()
        } else {
            format!("-{}", index + 1)
        };
        put(format!("{}{page}.png", wanted.name), &sheet.to_png())?;
    }
    put(
        format!("{}.bin", wanted.name),
        &Commands::paper(&sheets, profile).bytes(),
    )
}

fn write_books(demo: &Demo, folder: &Path) -> Result<Vec<&'static str>, Failure> {
    let folder = folder.join("books");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let mut written = Vec::new();
    let create = |name: &str| {
        let path = folder.join(name);
        File::create(&path)
            .map(BufWriter::new)
            .map_err(Failure::file(&path))
    };
    for (name, format) in [
        ("day.hledger", ExportFormat::Hledger),
        ("day.beancount", ExportFormat::Beancount),
        ("journal.jsonl", ExportFormat::Journal),
        ("goods.csv", ExportFormat::Csv),
    ] {
        demo.till.export(format, Box::new(create(name)?))?;
        written.push(name);
    }
    let (tally, catalogue) = (demo.till.tally(Vec::new())?, demo.till.catalogue()?);
    for by in [By::Family, By::Package, By::Hour, By::Tender] {
        let name = tally_file(by);
        write_csv(create(name)?, &tally, by, &catalogue)
            .map_err(Failure::file(&folder.join(name)))?;
        written.push(name);
    }
    Ok(written)
}

fn tally_file(by: By) -> &'static str {
    match by_name(by) {
        "family" => "tally-by-family.csv",
        "package" => "tally-by-package.csv",
        "hour" => "tally-by-hour.csv",
        "tender" => "tally-by-tender.csv",
        _ => "tally.csv",
    }
}
