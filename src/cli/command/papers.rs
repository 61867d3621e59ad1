//! Papers of what was just done, and the papers that wait.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::cli::arguments::{LabelWanted, SalePaper};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::{Table, plain};
use crate::domain::id::TicketId;
use crate::domain::ticket::TicketRefusal;
use crate::print::papers::Label;
use crate::services::printing::{Answer, Paper, PrintJob, Printing, Queued, Standing};
use crate::services::{Error, Till};
use crate::tr;

/// How long the command line waits for a paper; the till remembers it anyway.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two answers to a paper that is being tried.
const RETRY: Duration = Duration::from_millis(200);

/// Prints papers of what was just recorded.
pub(super) fn print(desk: &Desk, till: &Till, papers: &[Paper]) {
    print_each(desk, till, None, papers, Printing::print);
}

/// Sales with their papers: these go into line as each sale is recorded, and are
/// sent once all are.
pub(super) struct Selling {
    /// The till, asking for the papers of every sale.
    pub till: Till,
    newest_job: i64,
}

impl Selling {
    /// Settings that cannot be read are told of once everything is sold.
    pub fn at(desk: &Desk, till: &Till) -> Result<Self, Failure> {
        let setup = desk.prints.then(|| desk.printers().ok()).flatten();
        let papers = setup.map(|setup| setup.sale_papers()).unwrap_or_default();
        Ok(Selling {
            till: till.asking_for(papers),
            newest_job: till.newest_print_job()?,
        })
    }

    /// Prints the papers of what was sold, with the slips this till adds to each.
    pub fn print(&self, desk: &Desk, sales: &[TicketId]) {
        print_each(
            desk,
            &self.till,
            Some(self.newest_job),
            sales,
            |printing, sale| printing.print_sale(*sale),
        );
    }
}

/// Puts something in line for each thing that was just recorded. Nothing that goes
/// wrong here undoes it: it is said beside the answer, and the paper waits in the
/// queue.
fn print_each<T>(
    desk: &Desk,
    till: &Till,
    newest_job: Option<i64>,
    recorded: &[T],
    put_in_line: impl Fn(&Printing, &T) -> Result<Queued, Error>,
) {
    if !desk.prints || recorded.is_empty() {
        return;
    }
    let printed = at_work(desk, till, newest_job, |printing| {
        for one in recorded {
            put_in_line(printing, one)?;
        }
        Ok(())
    });
    if let Err(failure) = printed {
        let notice = failure.notice(desk.texts, desk.currency());
        eprintln!("{}", plain(&notice.text));
    }
}

/// Prints one paper of a sale; the original, or once that is out a copy.
pub(super) fn paper(
    desk: &Desk,
    paper: SalePaper,
    number: &str,
    packages: &[String],
) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let sale = till.find_sale(number)?.fact.id;
    let paper = match paper {
        SalePaper::Receipt => Paper::Receipt(sale),
        SalePaper::Gift => Paper::GiftReceipt(sale),
        SalePaper::Collection => Paper::CollectionSlips(sale),
        SalePaper::Kitchen => {
            let packages: Result<Vec<_>, Failure> =
                packages.iter().map(|code| desk.code(code)).collect();
            Paper::KitchenSlip {
                sale,
                packages: packages?,
            }
        }
    };
    let session = desk.sign_in(&till)?;
    at_work(desk, &till, None, |printing| {
        if printing.print(&paper)?.again {
            printing.reprint(&session, &paper)?;
        }
        Ok(())
    })
}

/// Prints labels of a product line.
pub(super) fn label(desk: &Desk, wanted: LabelWanted) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let sku = desk.code(&wanted.sku)?;
    let line = goods
        .line(&sku)
        .ok_or(TicketRefusal::UnknownProductLine(sku))?;
    let date = |text: Option<String>| text.map(|text| desk.date(&text)).transpose();
    let label = Label {
        name: line.name.clone(),
        family: line.family.clone(),
        price: line.price,
        code: match &line.barcode {
            Some(barcode) => barcode.clone(),
            None => line.sku.to_string(),
        },
        produced: date(wanted.produced)?,
        best_before: date(wanted.best_before)?.or(line.best_before),
        ingredients: wanted.ingredients,
    };
    at_work(desk, &till, None, |printing| {
        printing.print_labels(&label, wanted.copies)?;
        Ok(())
    })
}

/// Puts papers in line and waits for what becomes of them, and of those that have
/// come after `newest_job`; those that are not printed are said.
fn at_work(
    desk: &Desk,
    till: &Till,
    newest_job: Option<i64>,
    put_in_line: impl FnOnce(&Printing) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let setup = desk.printers()?;
    let (told, changes) = mpsc::channel();
    // Nobody listens any more once the last paper is known about.
    let printing = Printing::start(till, setup, move || told.send(()).unwrap_or_default())?;
    let before = match newest_job {
        Some(job) => job,
        None => till.newest_print_job()?,
    };
    put_in_line(&printing)?;
    let end = Instant::now() + PATIENCE;
    loop {
        let jobs = printing.jobs(None)?;
        let ours = jobs.iter().filter(|job| job.id > before);
        let open: Vec<&PrintJob> = ours.collect();
        let on_its_way =
            |job: &&PrintJob| matches!(job.standing, Standing::Waiting | Standing::Printing);
        let waits = open.iter().any(on_its_way) && open.iter().all(|job| job.trouble.is_none());
        let left = end.saturating_duration_since(Instant::now());
        if !waits || left.is_zero() {
            for job in open {
                let line = format!("{}: {}", job.title, job.in_words(desk.texts));
                eprintln!("{}", plain(&line));
            }
            printing.close(PATIENCE);
            return Ok(());
        }
        // A change or the end of patience: both are looked at above.
        let _ = changes.recv_timeout(left);
    }
}

/// Shows the papers that are not done, after an answer to one of them.
pub(super) fn queue(
    desk: &Desk,
    answers: [(Option<i64>, Answer); 3],
    copy: Option<i64>,
) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let setup = desk.printers()?;
    let session = desk.sign_in(&till)?;
    let (told, changes) = mpsc::channel();
    let printing = Printing::start(&till, setup, move || told.send(()).unwrap_or_default())?;
    for (job, answer) in answers {
        if let Some(job) = job {
            let end = Instant::now() + PATIENCE;
            // A paper that is being tried again takes no answer for a moment.
            while let Err(refused) = printing.answer(job, answer) {
                let jobs = printing.jobs(None)?;
                let tried = jobs.iter().any(|tried| {
                    tried.id == job
                        && matches!(tried.standing, Standing::Printing | Standing::Blocked)
                });
                let may_pass = tried && answer == Answer::GiveUp;
                if !may_pass || Instant::now() >= end {
                    return Err(refused.into());
                }
                let _ = changes.recv_timeout(RETRY);
            }
        }
    }
    if let Some(job) = copy {
        printing.print_again(&session, job)?;
    }
    let end = Instant::now() + PATIENCE;
    loop {
        let busy = printing.jobs(None)?.iter().any(|job| {
            matches!(job.standing, Standing::Waiting | Standing::Printing) && job.trouble.is_none()
        });
        let left = end.saturating_duration_since(Instant::now());
        if !busy || left.is_zero() {
            break;
        }
        let _ = changes.recv_timeout(left);
    }
    printing.close(PATIENCE);
    let jobs = printing.jobs(None)?;
    if desk.json {
        let shown = jobs.iter().map(|job| {
            json!({
                "job": job.id,
                "kind": job.kind.map(|kind| kind.code()),
                "title": job.title,
                "copy": job.copy,
                "printer": job.printer,
                "queued_at": job.queued_at.to_rfc3339(),
                "state": format!("{:?}", job.standing).to_lowercase(),
                "trouble": job.trouble.map(|trouble| trouble.code()),
            })
        });
        return desk.out.json(&shown.collect());
    }
    if jobs.is_empty() {
        return desk.out.line(&tr!(desk.texts, "cli-queue-empty"));
    }
    let texts = desk.texts;
    let mut table = Table::new().figures("").words("").words("").words("");
    for job in &jobs {
        let kind = job.kind.map_or(String::new(), |kind| texts.word(&kind));
        let state = job.in_words(texts);
        table.row(vec![job.id.to_string(), kind, job.title.clone(), state]);
    }
    desk.out.table(&table)
}
