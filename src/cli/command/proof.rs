//! The money proof on a terminal, as JSON and as a page of A4; and the facts behind
//! one of its numbers.

use serde_json::{Value, json};

use super::dashboard::{check_pdf, period, saved};
use crate::cli::arguments::FiguresWanted;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{Table, amount, date};
use crate::domain::catalogue::Catalogue;
use crate::domain::figures::Period;
use crate::domain::money::{Currency, Money};
use crate::domain::proof::Number;
use crate::services::Till;
use crate::services::dashboard::{
    Behind, FactLine, FiguresDesk, MoneyProof, ProofLine, ProofPart, Reader,
};
use crate::settings::write_whole;
use crate::tr;

/// Facts read at once, so that selling goes on in between.
const FACTS: usize = 1000;

pub(super) fn proof(
    desk: &Desk,
    asked: &FiguresWanted,
    behind: Option<&str>,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let period = period(desk, &till, asked)?;
    let proof = till.money_proof(period)?;
    if let Some(name) = behind {
        return facts(desk, &till, &catalogue, &proof, name);
    }
    if let Some(out) = &asked.out {
        check_pdf(out)?;
        let mut pages = FiguresDesk::new(&till, desk.printers()?, desk.texts.language())?;
        let bytes = pages.proof_pdf(&proof, &till.books_now()?);
        write_whole(out, &bytes).map_err(Failure::file(out))?;
    }
    if desk.json {
        return desk.out.json(&proof_json(desk, &proof, &catalogue));
    }
    if let Some(out) = &asked.out {
        return saved(desk, out);
    }
    show(desk, &proof, &catalogue)
}

fn reader<'a>(desk: &Desk, proof: &'a MoneyProof, catalogue: &'a Catalogue) -> Reader<'a> {
    Reader {
        texts: desk.texts,
        catalogue,
        staff: &proof.staff,
    }
}

fn show(desk: &Desk, proof: &MoneyProof, catalogue: &Catalogue) -> Result<(), Failure> {
    let texts = desk.texts;
    let reader = reader(desk, proof, catalogue);
    desk.out.banner(&[
        tr!(texts, "figures-proof-title"),
        reader.period(proof.figures.period),
    ])?;
    for part in reader.proof(&proof.figures) {
        desk.out.heading(&part.title)?;
        desk.out.table(&part_table(&reader, part))?;
    }
    let drawers = &proof.figures.total.tally.drawers;
    if !drawers.is_empty() {
        desk.out.heading(&tr!(texts, "figures-drawer-by-drawer"))?;
        let mut table = Table::new()
            .words(tr!(texts, "term-drawer"))
            .figures(tr!(texts, "figures-expected"))
            .figures(tr!(texts, "figures-counted"))
            .figures(tr!(texts, "figures-over-short"));
        for drawer in drawers {
            let closing = &drawer.closing;
            table.row(vec![
                reader.drawer(drawer),
                reader.amount(closing.expected),
                reader.amount(closing.counted),
                texts.signed_amount(closing.over_short(), catalogue.bazaar.currency),
            ]);
        }
        desk.out.table(&table)?;
    }
    let verdict = reader.verdict(proof.holds());
    desk.out.line(&match proof.holds() {
        true => desk.out.good(&verdict),
        false => desk.out.strong(&verdict),
    })
}

fn part_table(reader: &Reader<'_>, part: ProofPart) -> Table {
    let mut table = Table::new().words("").figures("");
    for line in part.lines {
        table.row(vec![line.word, reader.amount(line.amount)]);
    }
    table.total(vec![part.sum.word, reader.amount(part.sum.amount)]);
    table
}

fn proof_json(desk: &Desk, proof: &MoneyProof, catalogue: &Catalogue) -> Value {
    let currency = catalogue.bazaar.currency;
    let shown = |money| amount(money, currency);
    let (first, last) = proof.figures.period.bounds().unzip();
    let numbers = |lines: Vec<ProofLine>| -> Value {
        let named = lines
            .into_iter()
            .map(|line| (line.code, shown(line.amount)));
        Value::Object(named.collect())
    };
    let drawers = proof.figures.total.tally.drawers.iter().map(|drawer| {
        let closing = &drawer.closing;
        json!({
            "till": drawer.till.as_str(),
            "cashier": closing.cashier.as_str(),
            "day": date(closing.day),
            "float": shown(closing.float),
            "expected": shown(closing.expected),
            "counted": shown(closing.counted),
            "over_short": shown(closing.over_short()),
        })
    });
    let mut told = json!({
        "currency": currency.code(),
        "first_day": first.map(date),
        "last_day": last.map(date),
        "holds": proof.holds(),
        "sum": shown(Number::Tenders.of(&proof.figures.total)),
        "drawers": drawers.collect::<Vec<_>>(),
    });
    let fields = told.as_object_mut().expect("a proof is an object");
    for part in reader(desk, proof, catalogue).proof(&proof.figures) {
        fields.insert(part.code.to_owned(), numbers(part.lines));
    }
    told
}

/// Every fact behind a number, and their sum.
fn facts(
    desk: &Desk,
    till: &Till,
    catalogue: &Catalogue,
    proof: &MoneyProof,
    name: &str,
) -> Result<(), Failure> {
    let number = Number::all().find(|number| number.name() == name);
    let number = number.ok_or_else(|| Misuse::NoSuchNumber(name.to_owned()))?;
    let lines = all_facts(till, proof.figures.period, Behind::Number(number))?;
    let sum: Money = lines.iter().map(|line| line.amount).sum();
    let currency = catalogue.bazaar.currency;
    if desk.json {
        let facts = lines.iter().map(|line| fact_json(line, currency));
        return desk.out.json(&json!({
            "number": name,
            "currency": currency.code(),
            "sum": amount(sum, currency),
            "facts": facts.collect::<Vec<_>>(),
        }));
    }
    let texts = desk.texts;
    let reader = reader(desk, proof, catalogue);
    let mut table = Table::new()
        .figures(tr!(texts, "figures-record"))
        .words("")
        .words(tr!(texts, "figures-number"))
        .words(tr!(texts, "figures-recorded-at"))
        .words(tr!(texts, "figures-by"))
        .figures(tr!(texts, "figures-amount"));
    for line in &lines {
        let actor = line.actor.as_ref().map(|actor| reader.person(actor));
        table.row(vec![
            line.seq.to_string(),
            reader.kind(line.kind),
            line.number.clone().unwrap_or_default(),
            texts.date_and_time(line.at.naive_local()),
            actor.unwrap_or_default(),
            reader.amount(line.amount),
        ]);
    }
    let mut total = vec![String::new(); 6];
    total[0] = tr!(texts, "term-total");
    total[5] = reader.amount(sum);
    table.total(total);
    desk.out.table(&table)
}

fn all_facts(till: &Till, period: Period, behind: Behind) -> Result<Vec<FactLine>, Failure> {
    let mut all = Vec::new();
    let mut from = Some(0);
    while let Some(seq) = from {
        let facts = till.facts_behind(period, behind, seq, FACTS)?;
        all.extend(facts.lines);
        from = facts.next;
    }
    Ok(all)
}

fn fact_json(line: &FactLine, currency: Currency) -> Value {
    json!({
        "record": line.seq,
        "fact": line.kind,
        "number": line.number,
        "at": line.at.to_rfc3339(),
        "actor": line.actor.as_ref().map(|actor| actor.as_str()),
        "amount": amount(line.amount, currency),
    })
}
