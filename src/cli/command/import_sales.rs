//! Sales recorded elsewhere out of spreadsheets: looked at, then taken in.

use std::path::Path;

use serde_json::{Value, json};

use super::import::{problems_in_json, show_left_out, show_problems};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, amount};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::Sku;
use crate::domain::sale::TenderKind;
use crate::locale::bidi::{first_strong, left_to_right};
use crate::services::import::{NotTaken, SalesPlan, TakeSales};
use crate::tr;

pub(super) fn import(
    desk: &Desk,
    file: &Path,
    tender: Option<String>,
    preview: bool,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let read = |name: String| {
        serde_json::from_value::<TenderKind>(Value::String(name.clone()))
            .map_err(|_| Misuse::NotATender(name))
    };
    let how = TakeSales {
        tender: tender.map(read).transpose()?,
    };
    let session = desk.sign_in(&till)?;
    if preview {
        let plan = till.plan_sales(&session, file, &how)?;
        return show_plan(desk, &plan, &catalogue);
    }
    let bar = desk.bar(tr!(desk.texts, "cli-taking-sales"));
    let taken = till.import_sales(&session, file, &how, |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let taken = taken?;
    let currency = catalogue.bazaar.currency;
    if desk.json {
        let answer = json!({
            "sales": taken.sales,
            "rows": taken.rows,
            "total": amount(taken.total, currency),
            "currency": currency.code(),
            "days": taken.days.iter().map(|day| output::date(*day)).collect::<Vec<_>>(),
        });
        return desk.out.json(&with_rest(answer, &taken.rest));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-sales-taken",
        sales = taken.sales,
        days = taken.days.len(),
        total = texts.money(taken.total, currency)
    ))?;
    show_rest(desk, &taken.rest)
}

fn show_plan(desk: &Desk, plan: &SalesPlan, catalogue: &Catalogue) -> Result<(), Failure> {
    let currency = catalogue.bazaar.currency;
    if desk.json {
        return desk.out.json(&plan_in_json(desk, plan, catalogue));
    }
    let (texts, out) = (desk.texts, &desk.out);
    let money = |sum| texts.money(sum, currency);
    out.line(&tr!(
        texts,
        "cli-sales-plan",
        rows = plan.rows,
        sales = plan.sales,
        days = plan.days.len(),
        total = money(plan.total),
        refused = plan.problems.len()
    ))?;
    for day in &plan.days {
        out.line(&tr!(
            texts,
            "cli-sales-plan-day",
            day = texts.date_long(day.day),
            sales = day.sales,
            total = money(day.total)
        ))?;
        for (tender, sum) in &day.tenders {
            let (tender, total) = (texts.word(tender), money(*sum));
            out.line(&tr!(
                texts,
                "cli-sales-plan-tender",
                tender = tender,
                total = total
            ))?;
        }
    }
    for (code, sold) in &plan.families {
        let name = catalogue
            .family(code)
            .map(|family| texts.name(&family.name));
        let name = first_strong(name.unwrap_or_default());
        out.line(&tr!(
            texts,
            "cli-sales-plan-family",
            family = format!("{} {name}", left_to_right(code.as_str())),
            total = money(sold.total)
        ))?;
        for (sku, goods) in &sold.goods {
            let line = catalogue.line(sku);
            let name = line.map_or(sku.as_str(), |line| texts.name(&line.name));
            out.line(&tr!(
                texts,
                "cli-sales-plan-goods",
                name = first_strong(name),
                quantity = texts.quantity(goods.quantity),
                total = money(goods.total)
            ))?;
        }
    }
    show_problems(desk, &plan.problems)?;
    show_rest(desk, &plan.rest)?;
    out.line(&match plan.problems.is_empty() {
        true => tr!(texts, "cli-plan-nothing-written"),
        false => tr!(texts, "notice-do-mend-file"),
    })
}

/// The plan under stable names.
fn plan_in_json(desk: &Desk, plan: &SalesPlan, catalogue: &Catalogue) -> Value {
    let currency = catalogue.bazaar.currency;
    let days = plan.days.iter().map(|day| {
        let tenders = day
            .tenders
            .iter()
            .map(|(tender, sum)| json!({ "tender": tender, "total": amount(*sum, currency) }));
        json!({
            "day": output::date(day.day),
            "sales": day.sales,
            "total": amount(day.total, currency),
            "tenders": tenders.collect::<Vec<_>>(),
        })
    });
    let families = plan.families.iter().map(|(code, sold)| {
        let goods = sold.goods.iter().map(|(sku, goods)| {
            json!({
                "sku": sku.as_str(),
                "name_ar": line_name(catalogue, sku, true),
                "name_en": line_name(catalogue, sku, false),
                "quantity": output::quantity(goods.quantity),
                "total": amount(goods.total, currency),
            })
        });
        json!({
            "family": code.as_str(),
            "total": amount(sold.total, currency),
            "goods": goods.collect::<Vec<_>>(),
        })
    });
    let answer = json!({
        "file": plan.file_name,
        "rows": plan.rows,
        "sales": plan.sales,
        "total": amount(plan.total, currency),
        "currency": currency.code(),
        "refused": plan.problems.len(),
        "can_be_taken_in": plan.problems.is_empty(),
        "days": days.collect::<Vec<_>>(),
        "families": families.collect::<Vec<_>>(),
        "problems": problems_in_json(desk, &plan.problems),
    });
    with_rest(answer, &plan.rest)
}

fn line_name<'c>(catalogue: &'c Catalogue, sku: &Sku, arabic: bool) -> &'c str {
    let name = catalogue.line(sku).map(|line| &line.name);
    name.map_or("", |name| if arabic { &name.ar } else { &name.en })
}

/// An answer and what of the file is no sale.
fn with_rest(mut answer: Value, rest: &NotTaken) -> Value {
    let cancelled = rest.cancelled.iter().map(
        |row| json!({ "sheet": row.sheet, "row": row.row, "ticket": row.ticket, "text": row.text }),
    );
    let unused: Vec<&str> = rest.unused.iter().map(|one| one.text.as_str()).collect();
    let totals: Vec<u32> = rest.totals.iter().map(|total| total.row).collect();
    answer["rows_left_out"] = cancelled.collect();
    answer["unused_headings"] = json!(unused);
    answer["sheets_left_out"] = json!(rest.sheets);
    answer["totals_left_out"] = json!(totals);
    answer
}

fn show_rest(desk: &Desk, rest: &NotTaken) -> Result<(), Failure> {
    for row in &rest.cancelled {
        desk.out.line(&tr!(
            desk.texts,
            "cli-sales-left-out",
            sheet = first_strong(&row.sheet),
            row = row.row.to_string(),
            said = first_strong(&row.text)
        ))?;
    }
    show_left_out(desk, &rest.unused, &rest.sheets, &rest.totals)
}
