//! Looking after the data: verify, rebuild, backup, restore.

use std::path::Path;

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::plain;
use crate::services::notice::Notice;
use crate::services::{Moments, Till};
use crate::tr;

pub(super) fn verify(desk: &Desk) -> Result<(), Failure> {
    let till = desk.damaged_till()?;
    let bar = desk.bar(tr!(desk.texts, "cli-verifying"));
    let shown = bar.clone();
    let verdict = till.verify(move |done, all| {
        shown.set_length(all);
        shown.set_position(done);
    })?;
    bar.finish_and_clear();
    if desk.json {
        let fault = verdict.first_fault.as_ref().map(|fault| {
            let notice = Notice::of_journal(fault, desk.texts, desk.currency());
            json!({ "seq": fault.seq(), "text": plain(&notice.text) })
        });
        desk.out.json(&json!({
            "entries": verdict.entries,
            "head": verdict.head.to_string(),
            "whole": fault.is_none(),
            "fault": fault,
        }))?;
    }
    match verdict.first_fault {
        Some(fault) => Err(Failure::Damaged(fault)),
        None if desk.json => Ok(()),
        None => {
            let head = verdict.head.to_string();
            let said = tr!(
                desk.texts,
                "cli-verified",
                count = verdict.entries,
                head = &head[..16]
            );
            desk.out.line(&desk.out.good(&said))
        }
    }
}

pub(super) fn rebuild(desk: &Desk) -> Result<(), Failure> {
    let till = desk.damaged_till()?;
    let bar = desk.bar(tr!(desk.texts, "cli-rebuilding"));
    let head = till.head()?;
    bar.set_length(head.seq);
    let shown = bar.clone();
    till.rebuild(move |seq| shown.set_position(seq))?;
    bar.finish_and_clear();
    if desk.json {
        return desk.out.json(&json!({ "entries": head.seq }));
    }
    desk.out
        .line(&tr!(desk.texts, "cli-rebuilt", count = head.seq))
}

pub(super) fn backup(desk: &Desk, file: &Path) -> Result<(), Failure> {
    let till = desk.till()?;
    let bar = desk.bar(tr!(desk.texts, "cli-backing-up"));
    bar.set_length(100);
    let head = till.backup(file, |percent| bar.set_position(u64::from(percent)))?;
    bar.finish_and_clear();
    if desk.json {
        return desk.out.json(&json!({
            "file": file,
            "entries": head.seq,
            "head": head.to_string(),
        }));
    }
    let path = file.display().to_string();
    desk.out.line(&tr!(
        desk.texts,
        "cli-backed-up",
        path = path,
        count = head.seq
    ))
}

pub(super) fn restore(desk: &Desk, file: &Path, replace: bool) -> Result<(), Failure> {
    let database = desk.folder()?.database();
    let moments = Moments::of_this_machine();
    if !replace && database.exists() {
        return Err(Misuse::TillThere(desk.folder()?.path().to_owned()).into());
    }
    let aside = if replace && database.exists() {
        Some(Till::put_aside(&database, &moments)?)
    } else {
        None
    };
    let (till, restored) = match Till::restore(file, &database, moments) {
        Ok(restored) => restored,
        Err(error) => {
            // What was there stays in use when the backup is worth nothing.
            if let Some(aside) = aside.filter(|_| !database.exists()) {
                std::fs::rename(&aside, &database).map_err(Failure::file(&database))?;
            }
            return Err(error.into());
        }
    };
    desk.know(&till);
    if desk.json {
        return desk.out.json(&json!({
            "from": restored.from,
            "entries": restored.head_seq,
            "head": restored.head,
            "put_aside": aside,
        }));
    }
    let count = restored.head_seq;
    desk.out.line(&tr!(
        desk.texts,
        "cli-restored",
        from = &restored.from,
        count = count
    ))?;
    match aside {
        Some(aside) => {
            let path = aside.display().to_string();
            desk.out
                .line(&tr!(desk.texts, "cli-put-aside", path = path))
        }
        None => Ok(()),
    }
}
