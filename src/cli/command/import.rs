//! Families, product lines and sales out of spreadsheets.

use std::path::Path;

use serde_json::{Value, json};

use crate::cli::arguments::ImportCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, amount};
use crate::domain::sale::TenderKind;
use crate::services::import::{TakeSales, Taken};
use crate::tr;

pub(super) fn import(desk: &Desk, command: ImportCommand) -> Result<(), Failure> {
    match command {
        ImportCommand::Families { file } => {
            let till = desk.till()?;
            let session = desk.sign_in(&till)?;
            show_taken(desk, &till.import_families(&session, &file)?)
        }
        ImportCommand::Lines { file } => {
            let till = desk.till()?;
            let session = desk.sign_in(&till)?;
            show_taken(desk, &till.import_lines(&session, &file)?)
        }
        ImportCommand::Sales { file, tender } => sales(desk, &file, tender),
    }
}

fn show_taken(desk: &Desk, taken: &Taken) -> Result<(), Failure> {
    let unused: Vec<&str> = taken
        .unused
        .iter()
        .map(|heading| heading.text.as_str())
        .collect();
    let registered = taken.registered;
    if desk.json {
        return desk.out.json(&json!({
            "created": registered.created,
            "updated": registered.updated,
            "unchanged": registered.unchanged,
            "unused_headings": unused,
            "sheets_left_out": taken.sheets_left_out,
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-taken",
        created = registered.created,
        updated = registered.updated,
        unchanged = registered.unchanged
    ))?;
    if !unused.is_empty() {
        desk.out.line(&tr!(
            texts,
            "cli-unused-headings",
            headings = unused.join(" | ")
        ))?;
    }
    if !taken.sheets_left_out.is_empty() {
        let sheets = taken.sheets_left_out.join(" | ");
        desk.out
            .line(&tr!(texts, "cli-sheets-left-out", sheets = sheets))?;
    }
    Ok(())
}

fn sales(desk: &Desk, file: &Path, tender: Option<String>) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let read = |name: String| {
        serde_json::from_value::<TenderKind>(Value::String(name.clone()))
            .map_err(|_| Misuse::NotATender(name))
    };
    let how = TakeSales {
        tender: tender.map(read).transpose()?,
    };
    let session = desk.sign_in(&till)?;
    let bar = desk.bar(tr!(desk.texts, "cli-taking-sales"));
    let taken = till.import_sales(&session, file, &how, |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let taken = taken?;
    let currency = catalogue.bazaar.currency;
    if desk.json {
        return desk.out.json(&json!({
            "sales": taken.sales,
            "rows": taken.rows,
            "total": amount(taken.total, currency),
            "currency": currency.code(),
            "days": taken.days.iter().map(|day| output::date(*day)).collect::<Vec<_>>(),
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-sales-taken",
        sales = taken.sales,
        days = taken.days.len(),
        total = texts.money(taken.total, currency)
    ))
}
