//! Papers of what was just done, and the papers that wait.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::{Table, plain};
use crate::services::Till;
use crate::services::printing::{Answer, Paper, PrintJob, PrinterSetup, Printing, Standing};
use crate::tr;

/// How long the command line waits for a paper; the till remembers it anyway.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two answers to a paper that is being tried.
const RETRY: Duration = Duration::from_millis(200);

/// Prints papers of what was just recorded. Nothing that goes wrong here undoes
/// it: it is said beside the answer, and the paper waits in the queue.
pub(super) fn print(desk: &Desk, till: &Till, papers: &[Paper]) {
    if !desk.prints || papers.is_empty() {
        return;
    }
    if let Err(failure) = try_to_print(desk, till, papers) {
        let notice = failure.notice(desk.texts, desk.currency());
        eprintln!("{}", plain(&notice.text));
    }
}

fn try_to_print(desk: &Desk, till: &Till, papers: &[Paper]) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let setup = PrinterSetup::of(&folder.load_settings()?, folder)?;
    let (told, changes) = mpsc::channel();
    // Nobody listens any more once the last paper is known about.
    let printing = Printing::start(till, setup, move || told.send(()).unwrap_or_default())?;
    let mut queued = Vec::new();
    for paper in papers {
        queued.push(printing.print(paper)?.job);
    }
    let end = Instant::now() + PATIENCE;
    loop {
        let jobs = printing.jobs(None)?;
        let ours = jobs.iter().filter(|job| queued.contains(&job.id));
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
    let folder = desk.folder()?;
    let setup = PrinterSetup::of(&folder.load_settings()?, folder)?;
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
    let jobs = loop {
        let jobs = printing.jobs(None)?;
        let busy = jobs.iter().any(|job| {
            matches!(job.standing, Standing::Waiting | Standing::Printing) && job.trouble.is_none()
        });
        let left = end.saturating_duration_since(Instant::now());
        if !busy || left.is_zero() {
            break jobs;
        }
        let _ = changes.recv_timeout(left);
    };
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
