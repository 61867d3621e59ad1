//! Families, product lines, sales and a web shop's orders out of spreadsheets.

use std::path::Path;

use serde_json::{Value, json};

use crate::cli::arguments::ImportCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, amount};
use crate::domain::catalogue::Catalogue;
use crate::domain::money::Currency;
use crate::domain::sale::TenderKind;
use crate::reports::table::{Heading, TableKind, TotalRow};
use crate::services::import::{Plan, TakeSales, Taken};
use crate::services::notice::problem_in_words;
use crate::tr;

pub(super) fn import(desk: &Desk, command: ImportCommand) -> Result<(), Failure> {
    match command {
        ImportCommand::Families { file, preview } => {
            register(desk, &file, TableKind::Families, preview)
        }
        ImportCommand::Lines { file, preview } => register(desk, &file, TableKind::Lines, preview),
        ImportCommand::Orders { file, preview } => {
            register(desk, &file, TableKind::Orders, preview)
        }
        ImportCommand::Sales { file, tender } => sales(desk, &file, tender),
    }
}

fn register(desk: &Desk, file: &Path, kind: TableKind, preview: bool) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let plan = till.plan_import(&session, file, kind, &mut |_, _| {})?;
    match preview {
        true => show_plan(desk, &plan, &catalogue),
        false => show_taken(desk, &till.take_in(&session, plan, |_, _| {})?),
    }
}

fn show_plan(desk: &Desk, plan: &Plan, catalogue: &Catalogue) -> Result<(), Failure> {
    if desk.json {
        let currency = catalogue.bazaar.currency;
        return desk.out.json(&plan_in_json(desk, plan, currency));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-plan",
        rows = plan.rows,
        created = plan.created(),
        updated = plan.updated(),
        unchanged = plan.unchanged,
        refused = plan.problems.len()
    ))?;
    for planned in &plan.changes {
        let change = &planned.change;
        let title = match change.is_new() {
            true => tr!(texts, "cli-plan-new", code = change.code()),
            false => tr!(texts, "cli-plan-changed", code = change.code()),
        };
        desk.out
            .line(&format!("{title} {}", texts.name(change.name())))?;
        for field in planned.fields(texts, catalogue) {
            let (name, old, new) = (field.title, none(field.old), none(field.new));
            desk.out.line(&match change.is_new() {
                true => tr!(texts, "cli-plan-says", name = name, new = new),
                false => tr!(texts, "cli-plan-becomes", name = name, old = old, new = new),
            })?;
        }
    }
    for suspected in &plan.suspected {
        desk.out.line(&tr!(
            texts,
            "cli-plan-suspected",
            row = suspected.row.to_string(),
            code = suspected.code.as_str(),
            why = suspected.said(texts)
        ))?;
    }
    let currency = catalogue.bazaar.currency;
    for told in &plan.told {
        desk.out.line(&tr!(
            texts,
            "cli-plan-told",
            number = told.number.as_str(),
            customer = told.customer.as_str(),
            said = told.said(texts, currency)
        ))?;
    }
    for problem in &plan.problems {
        let (place, said) = problem_in_words(problem, texts);
        desk.out
            .line(&tr!(texts, "cli-plan-refused", place = place, said = said))?;
    }
    show_left_out(
        desk,
        &plan.unused,
        &plan.sheets_left_out,
        &plan.totals_left_out,
    )?;
    desk.out.line(&match plan.problems.is_empty() {
        true => tr!(texts, "cli-plan-nothing-written"),
        false => tr!(texts, "notice-do-mend-file"),
    })
}

fn none(text: String) -> String {
    match text.is_empty() {
        true => "—".to_owned(),
        false => text,
    }
}

/// The plan under stable names; amounts and words as the tables write them.
fn plan_in_json(desk: &Desk, plan: &Plan, currency: Currency) -> Value {
    let changes = plan.changes.iter().map(|planned| {
        let fields = planned
            .written_fields(currency)
            .into_iter()
            .map(|field| json!({ "column": field.column, "old": field.old, "new": field.new }));
        json!({
            "sheet": planned.sheet,
            "row": planned.row,
            "code": planned.change.code(),
            "name_ar": planned.change.name().ar,
            "name_en": planned.change.name().en,
            "change": if planned.change.is_new() { "created" } else { "updated" },
            "fields": fields.collect::<Vec<_>>(),
        })
    });
    let problems = plan.problems.iter().map(|problem| {
        let (_, said) = problem_in_words(problem, desk.texts);
        json!({
            "sheet": problem.place.sheet,
            "row": problem.place.row,
            "column": problem.place.column,
            "letter": problem.place.letter,
            "path": problem.place.path,
            "text": problem.text,
            "reason": output::plain(&said),
        })
    });
    let suspected = plan.suspected.iter().map(|suspected| {
        json!({
            "sheet": suspected.sheet,
            "row": suspected.row,
            "code": suspected.code,
            "other_code": suspected.other.code,
            "other_row": suspected.other.row,
            "reason": output::plain(&suspected.said(desk.texts)),
        })
    });
    let told = plan.told.iter().map(|told| {
        json!({
            "sheet": told.sheet,
            "row": told.row,
            "number": told.number,
            "what": told.code(),
            "reason": output::plain(&told.said(desk.texts, currency)),
        })
    });
    let unused: Vec<&str> = plan
        .unused
        .iter()
        .map(|unused| unused.text.as_str())
        .collect();
    let totals: Vec<u32> = plan.totals_left_out.iter().map(|total| total.row).collect();
    json!({
        "file": plan.file_name,
        "rows": plan.rows,
        "created": plan.created(),
        "updated": plan.updated(),
        "unchanged": plan.unchanged,
        "refused": plan.problems.len(),
        "can_be_taken_in": plan.problems.is_empty(),
        "changes": changes.collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
        "suspected": suspected.collect::<Vec<_>>(),
        "told": told.collect::<Vec<_>>(),
        "unused_headings": unused,
        "sheets_left_out": plan.sheets_left_out,
        "totals_left_out": totals,
    })
}

fn show_taken(desk: &Desk, taken: &Taken) -> Result<(), Failure> {
    let unused: Vec<&str> = taken
        .unused
        .iter()
        .map(|heading| heading.text.as_str())
        .collect();
    let totals: Vec<u32> = taken
        .totals_left_out
        .iter()
        .map(|total| total.row)
        .collect();
    let registered = taken.registered;
    if desk.json {
        return desk.out.json(&json!({
            "created": registered.created,
            "updated": registered.updated,
            "unchanged": registered.unchanged,
            "unused_headings": unused,
            "sheets_left_out": taken.sheets_left_out,
            "totals_left_out": totals,
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
    show_left_out(
        desk,
        &taken.unused,
        &taken.sheets_left_out,
        &taken.totals_left_out,
    )
}

/// Headings that are named; of a document with more it is said how many more.
const MOST_HEADINGS: usize = 20;

/// What of a file nothing was read from.
fn show_left_out(
    desk: &Desk,
    unused: &[Heading],
    sheets: &[String],
    totals: &[TotalRow],
) -> Result<(), Failure> {
    let texts = desk.texts;
    if !unused.is_empty() {
        let headings = unused.iter().map(|unused| unused.text.as_str());
        let headings: Vec<&str> = headings.take(MOST_HEADINGS).collect();
        let headings = headings.join(" | ");
        let more = unused.len().saturating_sub(MOST_HEADINGS);
        desk.out.line(&match more {
            0 => tr!(texts, "cli-unused-headings", headings = headings),
            more => tr!(
                texts,
                "cli-unused-headings-more",
                headings = headings,
                more = more
            ),
        })?;
    }
    if !sheets.is_empty() {
        let sheets = sheets.join(" | ");
        desk.out
            .line(&tr!(texts, "cli-sheets-left-out", sheets = sheets))?;
    }
    if !totals.is_empty() {
        let rows: Vec<String> = totals.iter().map(|total| total.row.to_string()).collect();
        desk.out
            .line(&tr!(texts, "cli-totals-left-out", rows = rows.join(" | ")))?;
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
