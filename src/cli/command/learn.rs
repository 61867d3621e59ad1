//! Learning a printer nobody has described: rulers are printed, somebody says
//! what came out, and a profile of the till's own is written.

use std::fs;
use std::io::{self, BufRead, IsTerminal};

use clap::ValueEnum;

use crate::cli::arguments::{LearnedCut, Learning};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::print::device::Delivery;
use crate::print::papers::{WIDEST_RULER, rulers_page};
use crate::print::profile::{Catalogue, CutMode, Evidence, Profile, parse};
use crate::services::printing::trial::{Candidate, Page, print_past_the_queue};
use crate::services::{Moments, Refusal};
use crate::tr;

pub(super) fn learn(desk: &Desk, learning: Learning) -> Result<(), Failure> {
    let folder = desk.folder()?;
    let (catalogue, _) = Catalogue::with_folder(&folder.printer_profiles());
    let from = catalogue.get(&learning.from);
    let mut profile = from
        .ok_or_else(|| Refusal::UnknownPrinter(learning.from.clone()))?
        .clone();
    let answered = learning.dots.is_some() && learning.cut.is_some();
    if !answered && !io::stdin().is_terminal() {
        return Err(Misuse::NothingLearned.into());
    }
    if !answered {
        print_rulers(desk, &profile)?;
    }
    let texts = desk.texts;
    let dots = match learning.dots {
        Some(dots) => dots,
        None => ask(desk, &tr!(texts, "cli-learn-ask-dots"), |said| {
            said.parse().ok()
        })?,
    };
    let cut = match learning.cut {
        Some(cut) => cut,
        None => ask(desk, &tr!(texts, "cli-learn-ask-cut"), |said| {
            LearnedCut::from_str(said, false).ok()
        })?,
    };
    profile.id = learning.id;
    profile.paper.dots = dots;
    profile.paper.width_mm = if dots < 450 { 58 } else { 80 };
    let row = u32::from(dots.div_ceil(8));
    profile.raster.max_band_bytes = profile.raster.max_band_bytes.max(row);
    profile.cut.mode = match cut {
        LearnedCut::Full => CutMode::FeedAndFull,
        LearnedCut::Partial => CutMode::FeedAndPartial,
        LearnedCut::None => CutMode::None,
    };
    if matches!(cut, LearnedCut::None) {
        profile.feed.lines_before_cut = profile.feed.lines_before_cut.max(4);
    }
    if let Some(pin) = learning.drawer_pin {
        profile.drawer.main_pin = pin;
    }
    profile.evidence = Evidence::VerifiedOnDevice;
    profile.sources = vec![format!("learned here, from {}", learning.from)];
    let path = folder
        .printer_profiles()
        .join(format!("{}.toml", profile.id));
    let text = profile.to_toml();
    // What would be refused when it is read is refused before it is written.
    parse(&path, &text).map_err(|fault| Misuse::BadProfile(fault.to_string()))?;
    fs::create_dir_all(folder.printer_profiles())
        .and_then(|()| fs::write(&path, text))
        .map_err(Failure::file(&path))?;
    let path = path.display().to_string();
    desk.out.line(&tr!(
        texts,
        "cli-learned",
        profile = &profile.id,
        path = path
    ))
}

/// Sends rulers wider than the paper may be; what the head cannot reach is lost.
fn print_rulers(desk: &Desk, from: &Profile) -> Result<(), Failure> {
    let setup = desk.printers()?;
    let mut wide = from.clone();
    wide.paper.dots = WIDEST_RULER;
    let candidate = Candidate {
        profile: wide.into(),
        device: setup.first().device.clone(),
    };
    let page = Page {
        id: Moments::of_this_machine().new_id(),
        name: "rulers",
        document: rulers_page(),
    };
    let (_, delivery) = print_past_the_queue(&candidate, page, &setup.pictures);
    match delivery {
        Delivery::Confirmed | Delivery::Sent { .. } => Ok(()),
        Delivery::Refused(fault) | Delivery::Unknown { fault, .. } => Err(fault.into()),
    }
}

/// Asks until it understands.
fn ask<T>(
    desk: &Desk,
    question: &str,
    understand: impl Fn(&str) -> Option<T>,
) -> Result<T, Failure> {
    loop {
        desk.out.line(question)?;
        let mut said = String::new();
        let read = io::stdin().lock().read_line(&mut said);
        if read.map_err(Failure::Output)? == 0 {
            return Err(Misuse::NothingLearned.into());
        }
        if let Some(understood) = understand(said.trim()) {
            return Ok(understood);
        }
    }
}
