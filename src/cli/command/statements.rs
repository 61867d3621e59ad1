//! Statements of families: on the screen, as JSON, and as files.

use std::ops::ControlFlow;
use std::path::Path;

use serde_json::{Value, json};

use super::families::{account_json, adjustments_json, carried_json, goods_json, settlement_json};
use crate::cli::arguments::StatementWanted;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, capital};
use crate::domain::carrying::Carried;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::FamilyCode;
use crate::domain::money::{Currency, Money};
use crate::domain::statement::Statement;
use crate::locale::Texts;
use crate::reports::transfers;
use crate::services::Till;
use crate::services::payout::FamilyAccount;
use crate::services::statement::{Bundle, Span, StatementDesk, transfers};
use crate::settings::write_whole;
use crate::tr;

pub(super) fn statement(desk: &Desk, asked: &StatementWanted) -> Result<(), Failure> {
    let span = span(desk, asked)?;
    let (till, catalogue) = desk.shop()?;
    let family: FamilyCode = match (&asked.family, &asked.out) {
        (None, out) => {
            let out = out.as_deref().expect("all families go to a file");
            return all_families(desk, &till, span, out, asked.pictures);
        }
        (Some(family), None) => desk.code(family)?,
        (Some(family), Some(out)) => {
            return one_family(desk, &till, &desk.code(family)?, span, out);
        }
    };
    let account = till.family_account(&family)?;
    let nothing_yet = span == Span::Last && account.settlement.is_none();
    let statement = match nothing_yet {
        true => None,
        false => Some(till.statement(&family, span)?.statement),
    };
    let settlement = match (&statement, span) {
        (Some(_), Span::Last) => account.settlement.clone(),
        (Some(statement), _) if statement.is_of_one_day() => {
            let rows = till.settlements(statement.first_day)?;
            let row = rows.into_iter().find(|row| row.settlement.family == family);
            row.map(|row| row.settlement)
        }
        _ => None,
    };
    if desk.json {
        let currency = catalogue.bazaar.currency;
        return desk.out.json(&json!({
            "family": family.as_str(),
            "name": catalogue.family(&family).map(|one| output::name(&one.name)),
            "currency": currency.code(),
            "settlement": settlement.map(|one| settlement_json(&one, currency)),
            "statement": statement.map(|one| statement_json(&one, currency)),
            "account": account_json(&account, currency),
        }));
    }
    show(desk, &catalogue, &family, statement.as_ref(), &account)
}

fn span(desk: &Desk, asked: &StatementWanted) -> Result<Span, Failure> {
    let date = |text: &Option<String>| text.as_deref().map(|text| desk.date(text)).transpose();
    if let Some(day) = date(&asked.day)? {
        return Ok(Span::day(day));
    }
    let (from, to) = (date(&asked.from)?, date(&asked.to)?);
    Ok(if asked.all || from.is_some() || to.is_some() {
        Span::Days { from, to }
    } else {
        Span::Last
    })
}

fn one_family(
    desk: &Desk,
    till: &Till,
    family: &FamilyCode,
    span: Span,
    out: &Path,
) -> Result<(), Failure> {
    let one = till.statement(family, span)?;
    let mut writing = StatementDesk::new(till, &desk.printers()?)?;
    let bytes = match ending(out).as_str() {
        "pdf" => writing.pdf(&one),
        "png" => writing.picture(&one),
        _ => return Err(Misuse::NotAStatementFile(out.display().to_string()).into()),
    };
    write_whole(out, &bytes).map_err(Failure::file(out))?;
    if desk.json {
        return desk
            .out
            .json(&json!({ "family": family.as_str(), "file": out }));
    }
    let place = out.display().to_string();
    desk.out
        .line(&tr!(desk.texts, "cli-statement-written", place = place))
}

fn all_families(
    desk: &Desk,
    till: &Till,
    span: Span,
    out: &Path,
    pictures: bool,
) -> Result<(), Failure> {
    let bundle = match ending(out).as_str() {
        "pdf" => Bundle::OnePdf(out.to_owned()),
        "zip" => Bundle::Zip(out.to_owned()),
        "" => Bundle::Folder(out.to_owned()),
        _ => return Err(Misuse::NotAStatementFile(out.display().to_string()).into()),
    };
    let mut writing = StatementDesk::new(till, &desk.printers()?)?;
    let bar = desk.bar(tr!(desk.texts, "cli-writing-statements"));
    let written = till.write_statements(&mut writing, span, &bundle, pictures, |step| {
        bar.set_length(step.of as u64);
        bar.set_position(step.done as u64);
        ControlFlow::Continue(())
    })?;
    bar.finish_and_clear();
    if desk.json {
        return desk.out.json(&json!({
            "families": written.families,
            "pages": written.pages,
            "place": written.place,
        }));
    }
    if written.families == 0 {
        return desk.out.line(&tr!(desk.texts, "cli-no-statements"));
    }
    let said = tr!(
        desk.texts,
        "cli-statements-written",
        families = written.families,
        pages = written.pages,
        place = written.place.display().to_string()
    );
    desk.out.line(&desk.out.good(&said))
}

/// Who is owed and has not collected, and the transfers that would pay them.
pub(super) fn unclaimed(desk: &Desk, bank_file: Option<&Path>) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let currency = catalogue.bazaar.currency;
    let session = desk.sign_in(&till)?;
    let open = till.unclaimed(&session)?;
    let transfers = transfers(&open, catalogue.bazaar.code.as_str());
    if let Some(path) = bank_file {
        let mut bytes = Vec::new();
        let written = transfers::write(&mut bytes, currency, &transfers);
        written
            .and_then(|()| write_whole(path, &bytes))
            .map_err(Failure::file(path))?;
    }
    if desk.json {
        let open = open.iter().map(|one| {
            json!({
                "family": one.family.as_str(),
                "name": output::name(&one.name),
                "since": output::date(one.since),
                "until": output::date(one.until),
                "amount": amount(one.amount, currency),
                "iban": one.iban,
            })
        });
        return desk.out.json(&json!({
            "currency": currency.code(),
            "unclaimed": open.collect::<Vec<_>>(),
            "transfers": transfers.len(),
        }));
    }
    let texts = desk.texts;
    if open.is_empty() {
        return desk.out.line(&tr!(texts, "cli-nothing-unclaimed"));
    }
    let mut table = Table::new()
        .words(tr!(texts, "term-family"))
        .words("")
        .words(tr!(texts, "cli-column-since"))
        .words(tr!(texts, "cli-column-iban"))
        .figures(tr!(texts, "term-payable"));
    for one in &open {
        table.row(vec![
            one.family.to_string(),
            texts.name(&one.name).to_owned(),
            texts.date_short(one.since),
            one.iban.clone(),
            texts.amount(one.amount, currency),
        ]);
    }
    let sum: Money = open.iter().map(|one| one.amount).sum();
    let mut total = vec![String::new(); 5];
    total[0] = tr!(texts, "term-total");
    total[4] = texts.money(sum, currency);
    table.total(total);
    desk.out.table(&table)?;
    match bank_file {
        None => Ok(()),
        Some(path) => {
            let left_out = open.iter().filter(|one| one.iban.is_empty()).count();
            let said = tr!(
                texts,
                "cli-bank-file",
                count = transfers.len(),
                left_out = left_out,
                place = path.display().to_string()
            );
            desk.out.line(&said)
        }
    }
}

/// The ending of a file's name, in small letters.
pub(super) fn ending(file: &Path) -> String {
    let ending = file.extension().and_then(|ending| ending.to_str());
    ending.unwrap_or_default().to_ascii_lowercase()
}

fn statement_json(statement: &Statement, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "first_day": output::date(statement.first_day),
        "last_day": output::date(statement.last_day),
        "days": statement.days.iter().map(|line| json!({
            "number": line.number.to_string(),
            "day": output::date(line.day),
            "net_sales": shown(line.net_sales),
            "taken_off": shown(line.taken_off),
            "added": shown(line.added),
            "paid": shown(line.paid),
            "carried_forward": shown(line.carried_forward),
        })).collect::<Vec<_>>(),
        "goods": statement.goods.iter().map(|goods| goods_json(goods, currency)).collect::<Vec<_>>(),
        "brought_forward": shown(statement.brought_forward),
        "brought_from": statement.opening.iter()
            .map(|balance| carried_json(&Carried::In(balance.clone()), currency))
            .collect::<Vec<_>>(),
        "sales": shown(statement.sales),
        "family_discounts": shown(statement.family_discounts),
        "organiser_discounts": shown(statement.organiser_discounts),
        "refunds": shown(statement.refunds),
        "tax": shown(statement.tax),
        "net_sales": shown(statement.net_sales),
        "commissions": statement.commissions.iter().map(|line| json!({
            "rate_percent": line.rate.to_percent().normalize().to_string(),
            "base": shown(line.base),
            "amount": shown(line.amount),
        })).collect::<Vec<_>>(),
        "commission": shown(statement.commission),
        "fees": statement.fees.iter().map(|fee| json!({
            "code": fee.code.as_str(),
            "name": output::name(&fee.name),
            "times": fee.times,
            "amount": shown(fee.amount),
        })).collect::<Vec<_>>(),
        "adjustments": adjustments_json(&statement.adjustments, currency),
        "advance_instalment": shown(statement.advance_instalment),
        "advance_left": shown(statement.advance_left),
        "held": shown(statement.held),
        "payable": shown(statement.payable),
        "paid": shown(statement.paid()),
        "carried": statement.carried.iter()
            .map(|carried| carried_json(carried, currency))
            .collect::<Vec<_>>(),
        "carried_forward": shown(statement.carried_forward),
    })
}

fn show(
    desk: &Desk,
    catalogue: &Catalogue,
    family: &FamilyCode,
    statement: Option<&Statement>,
    account: &FamilyAccount,
) -> Result<(), Failure> {
    let texts = desk.texts;
    let currency = catalogue.bazaar.currency;
    let name = catalogue
        .family(family)
        .map_or("", |one| texts.name(&one.name));
    let title = tr!(
        texts,
        "cli-statement-title",
        family = family.as_str(),
        name = name
    );
    desk.out.line(&desk.out.strong(&title))?;
    let mut table = Table::new().words("").figures("");
    let mut open = account.settled_balance;
    if let Some(one) = statement {
        open = one.carried_forward;
        for day in &one.days {
            desk.out.line(&tr!(
                texts,
                "cli-statement-of",
                number = day.number.to_string(),
                day = texts.date_with_weekday(day.day)
            ))?;
        }
        desk.out.table(&goods_table(one, texts, currency))?;
        desk.out.table(&reckoning(one, texts, currency))?;
        for payout in &one.payouts {
            let label = tr!(
                texts,
                "cli-paid-out",
                number = payout.number.to_string(),
                means = texts.word(&payout.means)
            );
            table.row(vec![label, texts.amount(-payout.amount, currency)]);
        }
        for payment in &one.payments {
            let label = tr!(texts, "cli-paid-in", number = payment.number.to_string());
            table.row(vec![label, texts.amount(payment.amount, currency)]);
        }
    }
    let carried: Vec<&Carried> = match statement {
        Some(one) => one.carried.iter().collect(),
        None => account.carried.iter().map(|one| &one.fact).collect(),
    };
    for carried in carried {
        let label = carried_label(carried, texts);
        table.row(vec![label, texts.amount(carried.effect(), currency)]);
    }
    if !account.unsettled.is_zero() {
        let label = tr!(texts, "cli-unsettled");
        table.row(vec![label, texts.amount(account.unsettled, currency)]);
    }
    let open = texts.money(open, currency);
    table.total(vec![tr!(texts, "term-carried-forward"), open]);
    desk.out.table(&table)
}

fn carried_label(carried: &Carried, texts: &Texts) -> String {
    match carried {
        Carried::Out(balance) => {
            tr!(texts, "carried-to-edition", edition = balance.to.as_str())
        }
        Carried::In(balance) => {
            tr!(
                texts,
                "brought-from-edition",
                edition = balance.from.as_str()
            )
        }
        Carried::Back(back) => {
            let to = back.balance.to.as_str();
            tr!(texts, "taken-back-from-edition", edition = to)
        }
    }
}

fn goods_table(statement: &Statement, texts: &Texts, currency: Currency) -> Table {
    let mut table = Table::new()
        .words(tr!(texts, "term-product-line"))
        .figures(tr!(texts, "term-quantity"))
        .figures(tr!(texts, "term-price"))
        .figures(tr!(texts, "term-refund"))
        .figures(tr!(texts, "term-net-sales"));
    for goods in &statement.goods {
        let name = texts.name(&goods.name);
        table.row(vec![
            if goods.day < statement.first_day {
                let day = texts.date_short(goods.day);
                tr!(texts, "cli-late-goods", name = name, day = day)
            } else {
                name.to_owned()
            },
            texts.quantity_with_unit(goods.quantity, goods.unit),
            texts.amount(goods.unit_price, currency),
            texts.amount(goods.refunds, currency),
            texts.amount(goods.net(), currency),
        ]);
    }
    table
}

/// Every line from brought forward to payable that is not nothing.
fn reckoning(statement: &Statement, texts: &Texts, currency: Currency) -> Table {
    let mut table = Table::new().words("").figures("");
    let mut put = |label: String, money: Money| {
        if !money.is_zero() {
            table.row(vec![capital(&label), texts.amount(money, currency)]);
        }
    };
    let brought = match &statement.opening[..] {
        [balance] if balance.amount == statement.brought_forward => {
            carried_label(&Carried::In(balance.clone()), texts)
        }
        _ => tr!(texts, "term-brought-forward"),
    };
    put(brought, statement.brought_forward);
    put(tr!(texts, "term-sales"), statement.sales);
    put(
        tr!(texts, "cli-family-discounts"),
        -statement.family_discounts,
    );
    put(tr!(texts, "term-refund"), -statement.refunds);
    put(tr!(texts, "term-tax"), -statement.tax);
    for line in &statement.commissions {
        let rate = texts.percent(line.rate);
        let base = texts.amount(line.base, currency);
        let label = tr!(texts, "cli-commission-line", rate = rate, base = base);
        put(label, -line.amount);
    }
    for fee in &statement.fees {
        put(texts.name(&fee.name).to_owned(), -fee.amount);
    }
    for line in &statement.adjustments {
        let label = tr!(texts, "cli-adjustment-line", reason = &line.reason);
        put(label, line.amount);
    }
    put(tr!(texts, "term-advance"), -statement.advance_instalment);
    put(tr!(texts, "cli-held"), -statement.held);
    let payable = texts.money(statement.payable, currency);
    table.total(vec![tr!(texts, "term-payable"), payable]);
    table
}
