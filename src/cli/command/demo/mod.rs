//! The demonstration: a throwaway bazaar, opened in a window or played through
//! and proved.

mod files;
mod proof;

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::Opening;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::date;
use crate::services::Moments;
use crate::services::demo::{Demo, PINS, Played, day_before, shipped_day};
use crate::settings::DataFolder;
use crate::tr;

/// Plays a day on a new bazaar. With a display, opens the next day on it for a
/// window; without one, writes and proves everything.
pub(super) fn demo(
    desk: &Desk,
    headless: bool,
    out: Option<&Path>,
) -> Result<Option<Opening>, Failure> {
    let moments = Moments::of_this_machine();
    let folder = match out {
        Some(folder) => folder.to_owned(),
        None => throwaway(&moments),
    };
    let windowed = !headless && desk.has_display;
    let data = DataFolder::at(if windowed {
        folder.clone()
    } else {
        folder.join("data")
    });
    let day = if windowed {
        day_before(moments.now("UTC").to_utc())
    } else {
        shipped_day()
    };
    let demo = Demo::prepare(&data.database(), day)?;
    desk.know(&demo.till);
    let played = play(desk, &demo)?;
    if windowed {
        let till = demo.open_today(moments)?;
        tell_pins(desk, &folder)?;
        return Ok(Some(Opening {
            till,
            data,
            language: desk.window_language(None),
            full_screen: desk.kiosk,
            customer_display: desk.customer_display,
            training: desk.training,
            pins: &PINS,
        }));
    }
    prove(desk, &demo, &played, &folder)?;
    Ok(None)
}

/// A folder nobody has used, which the system clears away in its time.
fn throwaway(moments: &Moments) -> PathBuf {
    let stamp = moments.now("UTC").format("%Y%m%d-%H%M%S%3f");
    std::env::temp_dir().join(format!("sanduq-demo-{stamp}"))
}

fn play(desk: &Desk, demo: &Demo) -> Result<Played, Failure> {
    let bar = desk.bar(tr!(desk.texts, "cli-demo-playing"));
    let played = demo.play(|done, all| {
        bar.set_length(all);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    Ok(played?)
}

fn tell_pins(desk: &Desk, folder: &Path) -> Result<(), Failure> {
    let texts = desk.texts;
    let path = folder.display().to_string();
    desk.out.line(&tr!(texts, "cli-demo-window", path = path))?;
    for (code, pin) in PINS {
        desk.out
            .line(&tr!(texts, "cli-demo-pin", staff = code, pin = pin))?;
    }
    Ok(())
}

/// Writes the papers and the books, verifies the journal, prints the proof.
fn prove(desk: &Desk, demo: &Demo, played: &Played, folder: &Path) -> Result<(), Failure> {
    let written = files::write(desk, demo, played, folder)?;
    let verdict = demo.till.verify(|_, _| ())?;
    if let Some(fault) = verdict.first_fault {
        return Err(Failure::Damaged(fault));
    }
    if desk.json {
        return desk.out.json(&json!({
            "folder": folder,
            "day": date(played.day),
            "sales": played.sales.len(),
            "refunds": played.refunds.len(),
            "orders": played.orders.len(),
            "shifts": played.shifts.len(),
            "settlements": played.settlements.len(),
            "payouts": played.payouts.len(),
            "papers": written.papers.iter().map(|(_, papers)| papers).sum::<usize>(),
            "entries": verdict.entries,
            "head": verdict.head.to_string(),
            "proof_holds": played.closing.fact.tally.proof().holds(),
        }));
    }
    proof::show(desk, demo, played)?;
    proof::show_verdict(desk, &verdict)?;
    proof::show_files(desk, &written, folder)
}
