//! Totals: the X and Z reports and the tally by whatever is asked.

use std::io::Write;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::door;
use crate::cli::arguments::{By, Format, Report};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::{self, Table, amount, quantity};
use crate::domain::catalogue::Catalogue;
use crate::domain::day::DayClosing;
use crate::domain::money::{Currency, Money};
use crate::domain::settlement::SettlementRefusal;
use crate::domain::tally::{Tally, Trade};
use crate::locale::{Key, Texts};
use crate::reports::csv::Sheet;
use crate::services::Refusal;
use crate::store::Recorded;
use crate::{key, tr};

pub(super) fn report(desk: &Desk, which: Report, day: Option<&str>) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    match which {
        Report::X => {
            let (day, tally) = till.x_report()?;
            let currency = catalogue.bazaar.currency;
            if desk.json {
                return desk.out.json(&json!({
                    "report": "x",
                    "day": output::date(day),
                    "currency": currency.code(),
                    "tally": tally_json(&tally, currency),
                }));
            }
            let day = desk.texts.date_with_weekday(day);
            let title = tr!(desk.texts, "cli-x-title", day = day);
            desk.out.line(&desk.out.strong(&title))?;
            show_tally(desk, &tally, &catalogue)
        }
        Report::Z => {
            let day = desk.closed_day(&till, day)?;
            let closing = till.z_report(day)?;
            let closing =
                closing.ok_or_else(|| Refusal::from(SettlementRefusal::DayNotClosed(day)))?;
            let late = till.late_trade(day)?;
            show_closing(desk, &closing, &late, &catalogue)
        }
    }
}

/// Shows a Z.
pub(super) fn show_closing(
    desk: &Desk,
    closing: &Recorded<DayClosing>,
    late: &Tally,
    catalogue: &Catalogue,
) -> Result<(), Failure> {
    let currency = catalogue.bazaar.currency;
    let z = &closing.fact;
    if desk.json {
        return desk.out.json(&json!({
            "report": "z",
            "number": z.number.to_string(),
            "day": output::date(z.day),
            "closed_at": closing.at.to_rfc3339(),
            "currency": currency.code(),
            "tally": tally_json(&z.tally, currency),
            "perpetual_sales": amount(z.perpetual_sales, currency),
            "perpetual_refunds": amount(z.perpetual_refunds, currency),
            "carried_over": z.carried_over.len(),
            "late_sales": late.sales,
            "late_paid": amount(late.total.net_paid(), currency),
            "up_to_seq": z.up_to_seq,
            "head": z.head,
        }));
    }
    let texts = desk.texts;
    let title = tr!(
        texts,
        "cli-z-title",
        number = z.number.to_string(),
        day = texts.date_with_weekday(z.day)
    );
    desk.out.line(&desk.out.strong(&title))?;
    show_tally(desk, &z.tally, catalogue)?;
    if late.sales + late.refunds > 0 {
        let paid = texts.money(late.total.net_paid(), currency);
        let told = tr!(texts, "cli-late", sales = late.sales, amount = paid);
        desk.out.line(&told)?;
    }
    let perpetual = texts.money(z.perpetual_sales - z.perpetual_refunds, currency);
    let label = tr!(texts, "cli-perpetual");
    desk.out.line(&tr!(
        texts,
        "cli-labelled",
        label = label,
        value = perpetual
    ))
}

fn show_tally(desk: &Desk, tally: &Tally, catalogue: &Catalogue) -> Result<(), Failure> {
    let texts = desk.texts;
    let currency = catalogue.bazaar.currency;
    let counts = tr!(
        texts,
        "cli-tally-counts",
        sales = tally.sales,
        refunds = tally.refunds,
        voids = tally.voids
    );
    desk.out.line(&counts)?;
    for range in &tally.receipts {
        let (first, last) = (range.first.to_string(), range.last.to_string());
        let till = range.till.as_str();
        desk.out.line(&tr!(
            texts,
            "cli-receipts",
            till = till,
            first = first,
            last = last
        ))?;
    }
    desk.out.table(&tender_table(tally, texts, currency))?;
    let named = |code: &str, name: String| (code.to_owned(), name);
    let packages = tally.by_package.iter().map(|(code, trade)| {
        let package = catalogue.bazaar.package(code);
        let name = package.map_or(String::new(), |one| texts.name(&one.name).to_owned());
        (named(code.as_str(), name), trade)
    });
    let heading = tr!(texts, "term-package");
    desk.out.table(&trade_table(
        packages,
        &tally.total,
        heading,
        texts,
        currency,
    ))?;
    door::show_visitors(desk, &tally.visitors)?;
    for drawer in &tally.drawers {
        let closing = &drawer.closing;
        desk.out.line(&tr!(
            texts,
            "cli-drawer",
            till = drawer.till.as_str(),
            cashier = closing.cashier.as_str(),
            counted = texts.money(closing.counted, currency),
            difference = texts.signed_amount(closing.over_short(), currency)
        ))?;
    }
    show_proof(desk, tally, currency)
}

/// The equation of the day, line by line.
pub(super) fn show_proof(desk: &Desk, tally: &Tally, currency: Currency) -> Result<(), Failure> {
    let texts = desk.texts;
    let proof = tally.proof();
    let mut table = Table::new().words("").figures("");
    let lines = [
        (tr!(texts, "cli-proof-families"), proof.families),
        (
            tr!(texts, "cli-proof-discounts"),
            -proof.organiser_discounts,
        ),
        (tr!(texts, "cli-proof-tax"), proof.organiser_tax),
        (tr!(texts, "cli-proof-rounding"), proof.cash_rounding),
        (tr!(texts, "cli-proof-delivery"), proof.delivery_fees),
        (tr!(texts, "cli-proof-deposits"), proof.deposits),
        (tr!(texts, "cli-proof-kept"), proof.kept_deposits),
    ];
    for (label, value) in lines {
        if !value.is_zero() {
            table.row(vec![label, texts.amount(value, currency)]);
        }
    }
    let tenders = texts.money(proof.tenders, currency);
    table.total(vec![tr!(texts, "cli-proof-tenders"), tenders]);
    desk.out.table(&table)?;
    assert!(
        proof.holds(),
        "a recorded day's tenders equal what is owed for them"
    );
    desk.out
        .line(&desk.out.good(&tr!(texts, "cli-proof-holds")))
}

/// Totals over days, by what is asked.
pub(super) fn tally(
    desk: &Desk,
    by: By,
    days: &[String],
    format: Format,
    out: Option<&Path>,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let days = desk.dates(days)?;
    let tally = till.tally(days)?;
    let texts = desk.texts;
    let currency = catalogue.bazaar.currency;
    let format = if desk.json { Format::Json } else { format };
    match format {
        Format::Json => {
            let value = json!({
                "by": by_name(by),
                "currency": currency.code(),
                "rows": groups(&tally, by, currency),
                "total": trade_json(&tally.total, currency),
                "visitors": door::visitors_json(&tally.visitors),
            });
            match out {
                None => desk.out.json(&value),
                Some(path) => {
                    std::fs::write(path, format!("{value}\n")).map_err(Failure::file(path))
                }
            }
        }
        Format::Csv => match out {
            None => {
                write_csv(std::io::stdout().lock(), &tally, by, &catalogue).map_err(Failure::Output)
            }
            Some(path) => std::fs::File::create(path)
                .and_then(|file| write_csv(file, &tally, by, &catalogue))
                .map_err(Failure::file(path)),
        },
        Format::Table => {
            let table = match by {
                By::Tender => tender_table(&tally, texts, currency),
                _ => {
                    let rows = names(&tally, by, &catalogue, texts);
                    let heading = texts.get(by_key(by));
                    trade_table(rows.into_iter(), &tally.total, heading, texts, currency)
                }
            };
            desk.out.table(&table)?;
            door::show_visitors(desk, &tally.visitors)
        }
    }
}

type Named<'t> = ((String, String), &'t Trade);

/// The groups of a tally, each with its code and its name.
fn names<'t>(tally: &'t Tally, by: By, catalogue: &Catalogue, texts: &Texts) -> Vec<Named<'t>> {
    let mut rows: Vec<Named<'t>> = Vec::new();
    let mut add = |code: String, name: String, trade| rows.push(((code, name), trade));
    match by {
        By::Family => tally.by_family.iter().for_each(|(code, trade)| {
            let name = catalogue
                .family(code)
                .map(|family| texts.name(&family.name).to_owned());
            add(code.to_string(), name.unwrap_or_default(), trade);
        }),
        By::Package => tally.by_package.iter().for_each(|(code, trade)| {
            let name = catalogue.bazaar.package(code);
            let name = name.map(|package| texts.name(&package.name).to_owned());
            add(code.to_string(), name.unwrap_or_default(), trade);
        }),
        By::Till => tally.by_till.iter().for_each(|(code, trade)| {
            let name = catalogue.bazaar.till(code);
            let name = name.map(|till| texts.name(&till.name).to_owned());
            add(code.to_string(), name.unwrap_or_default(), trade);
        }),
        By::Cashier => tally.by_cashier.iter().for_each(|(code, trade)| {
            add(code.to_string(), String::new(), trade);
        }),
        By::Hour => tally.by_hour.iter().for_each(|(hour, trade)| {
            add(format!("{hour:02}:00"), String::new(), trade);
        }),
        By::Tender => {}
    }
    rows
}

/// List price less discounts is what was paid; what was refunded is off all three.
fn trade_table<'t>(
    rows: impl Iterator<Item = Named<'t>>,
    total: &Trade,
    heading: String,
    texts: &Texts,
    currency: Currency,
) -> Table {
    let mut table = Table::new()
        .words(heading)
        .words("")
        .figures(tr!(texts, "cli-column-lines"))
        .figures(tr!(texts, "cli-column-list"))
        .figures(tr!(texts, "term-discount"))
        .figures(tr!(texts, "cli-column-paid"))
        .figures(tr!(texts, "cli-column-refunded"));
    let figures = |trade: &Trade| {
        let shown = |money| texts.amount(money, currency);
        let discounts = trade.family_discounts + trade.organiser_discounts;
        vec![
            texts.count(usize::try_from(trade.lines).unwrap_or(usize::MAX)),
            shown(trade.list),
            shown(discounts),
            shown(trade.net_paid()),
            shown(trade.refunded),
        ]
    };
    for ((code, name), trade) in rows {
        let mut cells = vec![code, name];
        cells.extend(figures(trade));
        table.row(cells);
    }
    let mut cells = vec![tr!(texts, "term-total"), String::new()];
    cells.extend(figures(total));
    table.total(cells);
    table
}

pub(super) fn tender_table(tally: &Tally, texts: &Texts, currency: Currency) -> Table {
    let mut table = Table::new()
        .words(tr!(texts, "term-tender"))
        .figures(tr!(texts, "cli-column-payments"))
        .figures(tr!(texts, "term-sales"))
        .figures(tr!(texts, "term-deposit"))
        .figures(tr!(texts, "term-refund"))
        .figures(tr!(texts, "cli-column-net"));
    let shown = |money| texts.amount(money, currency);
    for (group, total) in &tally.by_tender {
        table.row(vec![
            texts.word(group),
            texts.count(usize::try_from(total.payments).unwrap_or(usize::MAX)),
            shown(total.sales),
            shown(total.deposits - total.deposits_returned),
            shown(total.refunds),
            shown(total.taken(*group)),
        ]);
    }
    let empty = String::new;
    table.total(vec![
        tr!(texts, "term-total"),
        empty(),
        empty(),
        empty(),
        empty(),
        shown(tally.proof().tenders),
    ]);
    table
}

fn by_key(by: By) -> Key {
    match by {
        By::Family => key!("term-family"),
        By::Package => key!("term-package"),
        By::Hour => key!("cli-column-hour"),
        By::Tender => key!("term-tender"),
        By::Cashier => key!("role-cashier"),
        By::Till => key!("term-till"),
    }
}

pub(super) fn by_name(by: By) -> &'static str {
    match by {
        By::Family => "family",
        By::Package => "package",
        By::Hour => "hour",
        By::Tender => "tender",
        By::Cashier => "cashier",
        By::Till => "till",
    }
}

pub(super) fn trade_json(trade: &Trade, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "lines": trade.lines,
        "quantity": quantity(trade.quantity),
        "list": shown(trade.list),
        "family_discounts": shown(trade.family_discounts),
        "organiser_discounts": shown(trade.organiser_discounts),
        "paid": shown(trade.paid),
        "refunded": shown(trade.refunded),
        "net_paid": shown(trade.net_paid()),
        "tax": shown(trade.tax),
        "credit": shown(trade.credit),
    })
}

/// The groups of a tally as JSON rows, each with its `code`.
pub(super) fn groups(tally: &Tally, by: By, currency: Currency) -> Vec<Value> {
    fn rows<'t, K: ToString + 't>(
        groups: impl Iterator<Item = (K, &'t Trade)>,
        currency: Currency,
    ) -> Vec<Value> {
        let row = |(code, trade): (K, &Trade)| {
            let mut row = trade_json(trade, currency);
            let fields = row.as_object_mut().expect("a trade is an object");
            fields.insert("code".to_owned(), Value::String(code.to_string()));
            row
        };
        groups.map(row).collect()
    }
    match by {
        By::Family => rows(tally.by_family.iter(), currency),
        By::Package => rows(tally.by_package.iter(), currency),
        By::Hour => rows(tally.by_hour.iter(), currency),
        By::Cashier => rows(tally.by_cashier.iter(), currency),
        By::Till => rows(tally.by_till.iter(), currency),
        By::Tender => tally
            .by_tender
            .iter()
            .map(|(group, total)| {
                let shown = |money| amount(money, currency);
                json!({
                    "code": group,
                    "payments": total.payments,
                    "sales": shown(total.sales),
                    "refunds": shown(total.refunds),
                    "deposits": shown(total.deposits),
                    "deposits_returned": shown(total.deposits_returned),
                    "net": shown(total.taken(*group)),
                })
            })
            .collect(),
    }
}

/// A tally whole, as the reports give it in JSON.
pub(super) fn tally_json(tally: &Tally, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    let proof = tally.proof();
    let mut whole = Map::new();
    let mut put = |name: &str, value: Value| {
        whole.insert(name.to_owned(), value);
    };
    put("sales", tally.sales.into());
    put("refunds", tally.refunds.into());
    put("voids", tally.voids.into());
    put("voided", shown(tally.voided));
    put("drawer_openings", tally.drawer_openings.into());
    put("orders_taken", tally.orders_taken.into());
    put("orders_cancelled", tally.orders_cancelled.into());
    put("total", trade_json(&tally.total, currency));
    for by in [
        By::Tender,
        By::Package,
        By::Family,
        By::Till,
        By::Cashier,
        By::Hour,
    ] {
        put(
            &format!("by_{}", by_name(by)),
            groups(tally, by, currency).into(),
        );
    }
    put("visitors", door::visitors_json(&tally.visitors));
    put("paid_in", shown(tally.paid_in));
    put("paid_out", shown(tally.paid_out));
    put("dropped", shown(tally.dropped));
    put(
        "receipts",
        tally
            .receipts
            .iter()
            .map(|range| {
                json!({ "till": range.till.as_str(), "first": range.first, "last": range.last })
            })
            .collect(),
    );
    put(
        "drawers",
        tally
            .drawers
            .iter()
            .map(|drawer| {
                json!({
                    "till": drawer.till.as_str(),
                    "cashier": drawer.closing.cashier.as_str(),
                    "float": shown(drawer.closing.float),
                    "expected": shown(drawer.closing.expected),
                    "counted": shown(drawer.closing.counted),
                    "over_short": shown(drawer.closing.over_short()),
                    "reason": drawer.closing.reason,
                })
            })
            .collect(),
    );
    put(
        "proof",
        json!({
            "tenders": shown(proof.tenders),
            "families": shown(proof.families),
            "organiser_discounts": shown(proof.organiser_discounts),
            "organiser_tax": shown(proof.organiser_tax),
            "cash_rounding": shown(proof.cash_rounding),
            "delivery_fees": shown(proof.delivery_fees),
            "deposits": shown(proof.deposits),
            "kept_deposits": shown(proof.kept_deposits),
            "holds": proof.holds(),
        }),
    );
    Value::Object(whole)
}

/// Writes a tally as a table for spreadsheets, names in both languages.
pub(super) fn write_csv(
    out: impl Write,
    tally: &Tally,
    by: By,
    catalogue: &Catalogue,
) -> std::io::Result<()> {
    let currency = catalogue.bazaar.currency;
    let plain = |money: Money| money.to_decimal(currency).to_string();
    if let By::Tender = by {
        let columns = [
            "tender",
            "payments",
            "sales",
            "refunds",
            "deposits",
            "deposits_returned",
            "net",
        ];
        let mut sheet = Sheet::begin(out, &columns)?;
        for (group, total) in &tally.by_tender {
            let name = serde_json::to_value(group).expect("a tender group is a plain value");
            sheet.row(&[
                name.as_str().unwrap_or_default().to_owned(),
                total.payments.to_string(),
                plain(total.sales),
                plain(total.refunds),
                plain(total.deposits),
                plain(total.deposits_returned),
                plain(total.taken(*group)),
            ])?;
        }
        return sheet.finish();
    }
    let columns = [
        by_name(by),
        "name_ar",
        "name_en",
        "lines",
        "quantity",
        "list",
        "family_discounts",
        "organiser_discounts",
        "paid",
        "refunded",
        "net_paid",
        "tax",
        "credit",
    ];
    let mut sheet = Sheet::begin(out, &columns)?;
    let arabic = Texts::of(
        crate::locale::Language::Arabic,
        crate::locale::Digits::Latin,
    );
    let english = Texts::of(
        crate::locale::Language::English,
        crate::locale::Digits::Latin,
    );
    let in_both = names(tally, by, catalogue, arabic)
        .into_iter()
        .zip(names(tally, by, catalogue, english));
    for (((code, name_ar), trade), ((_, name_en), _)) in in_both {
        sheet.row(&[
            code,
            name_ar,
            name_en,
            trade.lines.to_string(),
            trade.quantity.to_decimal().normalize().to_string(),
            plain(trade.list),
            plain(trade.family_discounts),
            plain(trade.organiser_discounts),
            plain(trade.paid),
            plain(trade.refunded),
            plain(trade.net_paid()),
            plain(trade.tax),
            plain(trade.credit),
        ])?;
    }
    sheet.finish()
}
