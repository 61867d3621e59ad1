//! This till beside other databases, on a terminal, as JSON, as a table and as pages.

use std::path::Path;

use serde_json::{Value, json};

use super::dashboard::saved;
use super::statements::ending;
use crate::cli::arguments::ManyWanted;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, capital, date, plain};
use crate::domain::id::FamilyCode;
use crate::domain::many::{FamilySum, InCurrency, Sum};
use crate::domain::money::{Currency, Money};
use crate::reports::many::write;
use crate::services::Till;
use crate::services::dashboard::FiguresDesk;
use crate::services::many::{
    Grouping, Many, Row, columns, currency, edition_of_family, rows, total, verdict, workbook,
    years_columns, years_workbook,
};
use crate::settings::write_whole;
use crate::tr;

pub(super) fn across(desk: &Desk, asked: &ManyWanted) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let bar = desk.bar(tr!(desk.texts, "cli-across-reading"));
    let many = till.tally_with(&asked.databases, |done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let many = many?;
    let family = asked.family.as_deref();
    let family: Option<FamilyCode> = family.map(|code| desk.code(code)).transpose()?;
    let found = family.map(|code| many.families(&code)).transpose()?;
    if let Some(out) = &asked.out {
        save(desk, &till, &many, found.as_deref(), out)?;
    }
    if desk.json {
        desk.out.json(&match &found {
            Some(found) => years_json(desk, &many, found),
            None => many_json(desk, &many),
        })?;
    } else if let Some(out) = &asked.out {
        saved(desk, out)?;
    } else if let Some(found) = &found {
        show_years(desk, &many, found)?;
    } else {
        show(desk, &many, asked.by)?;
    }
    match many.groups.iter().all(InCurrency::holds) {
        true => Ok(()),
        false => Err(Misuse::SumsDiffer.into()),
    }
}

/// The language of pages is that of the answers; a table has none.
fn save(
    desk: &Desk,
    till: &Till,
    many: &Many,
    found: Option<&[(Currency, &FamilySum)]>,
    out: &Path,
) -> Result<(), Failure> {
    let bytes = match (ending(out).as_str(), found) {
        ("csv", None) => {
            let mut bytes = Vec::new();
            write(&mut bytes, &many.groups).map_err(Failure::file(out))?;
            bytes
        }
        ("pdf", found) => {
            let mut pages = FiguresDesk::new(till, desk.printers()?, desk.texts.language())?;
            let books = till.books_now()?;
            match found {
                Some(found) => pages.years_pdf(found, &books),
                None => pages.many_pdf(many, &books),
            }
        }
        ("xlsx", found) => {
            let language = desk.texts.language();
            let bytes = match found {
                Some(found) => years_workbook(found, language),
                None => workbook(many, language),
            };
            bytes.map_err(Failure::file(out))?
        }
        _ => return Err(Misuse::NotATallyFile(out.display().to_string()).into()),
    };
    write_whole(out, &bytes).map_err(Failure::file(out))
}

fn show(desk: &Desk, many: &Many, by: Option<Grouping>) -> Result<(), Failure> {
    let texts = desk.texts;
    desk.out.banner(&[tr!(texts, "many-title")])?;
    for group in &many.groups {
        if many.groups.len() > 1 {
            let title = currency(texts, group.currency);
            desk.out.line(&desk.out.strong(&title))?;
        }
        for grouping in Grouping::ALL {
            if by.is_none_or(|by| by == grouping) {
                desk.out.heading(&texts.get(grouping.title()))?;
                desk.out.table(&table(desk, group, grouping))?;
            }
        }
        desk.out.heading(&tr!(texts, "cli-across-proof"))?;
        desk.out.table(&proof_table(desk, group))?;
        let verdict = verdict(texts, group);
        desk.out.line(&match group.holds() {
            true => desk.out.good(&verdict),
            false => desk.out.strong(&verdict),
        })?;
    }
    show_remarks(desk, many)
}

fn show_remarks(desk: &Desk, many: &Many) -> Result<(), Failure> {
    let mut remarks = many.remarks.iter();
    remarks.try_for_each(|remark| desk.out.line(&remark.told(desk.texts)))
}

fn table(desk: &Desk, group: &InCurrency, by: Grouping) -> Table {
    let texts = desk.texts;
    let counts = matches!(by, Grouping::Edition | Grouping::Till);
    let mut table = Table::new().words(texts.get(by.title())).words("");
    if counts {
        table = table
            .figures(tr!(texts, "figures-sales"))
            .figures(tr!(texts, "figures-visitors"));
    }
    for (_, heading, _) in columns(by) {
        table = table.figures(texts.get(*heading));
    }
    let cells = |row: Row| {
        let mut cells = vec![row.code, row.name];
        if let Some((sales, visitors)) = row.counted.filter(|_| counts) {
            let count = |count| texts.count(usize::try_from(count).unwrap_or(usize::MAX));
            cells.extend([count(sales), count(visitors)]);
        }
        let amounts = columns(by).iter().map(|(_, _, of)| of(&row.sum));
        cells.extend(amounts.map(|amount| texts.amount(amount, group.currency)));
        cells
    };
    for row in rows(texts, group, by) {
        table.row(cells(row));
    }
    let total = Row {
        code: capital(&tr!(texts, "term-total")),
        name: String::new(),
        ..total(texts, group)
    };
    table.total(cells(total));
    table
}

fn proof_table(desk: &Desk, group: &InCurrency) -> Table {
    let texts = desk.texts;
    let mut table = Table::new()
        .words("")
        .figures(tr!(texts, "cli-across-tally"))
        .figures(tr!(texts, "cli-across-ledgers"));
    let lines = group.proof().into_iter();
    for line in lines.filter(|line| !line.is_nothing()) {
        let amounts = [line.tally, line.ledgers];
        let amounts = amounts.map(|amount| texts.amount(amount, group.currency));
        let word = texts.word(&line.what);
        table.row([word].into_iter().chain(amounts).collect());
    }
    table
}

fn show_years(desk: &Desk, many: &Many, found: &[(Currency, &FamilySum)]) -> Result<(), Failure> {
    let texts = desk.texts;
    for (in_currency, family) in found {
        let shown = |money: Money| texts.amount(money, *in_currency);
        let name = texts.name(&family.name).to_owned();
        desk.out.banner(&[family.code.to_string(), name])?;
        let columns = years_columns(texts, family);
        let table = Table::new().words(capital(&tr!(texts, "term-edition")));
        let figures = columns.iter().map(|(word, _)| word.as_str());
        let table = figures.fold(table.words(""), Table::figures);
        let mut table = table
            .figures(tr!(texts, "many-lent"))
            .figures(tr!(texts, "many-advances-left"));
        let cells = |name, when, sum: &Sum, lent, left| {
            let amounts = columns.iter().map(|(_, of)| of(sum));
            let amounts = amounts.chain([lent, left]).map(shown);
            let words = [name, when].into_iter();
            words.chain(amounts).collect::<Vec<_>>()
        };
        for one in &family.editions {
            let (name, when) = edition_of_family(texts, one);
            table.row(cells(name, when, &one.sum, one.lent, one.advance_left));
        }
        let days = tr!(texts, "many-days", count = family.days);
        let total = capital(&tr!(texts, "term-total"));
        let (lent, left) = (family.lent, family.advance_left);
        table.total(cells(total, days, &family.sum, lent, left));
        desk.out.table(&table)?;
        let support = texts.money(family.support, *in_currency);
        desk.out.line(&tr!(
            texts,
            "cli-labelled",
            label = tr!(texts, "many-support"),
            value = support
        ))?;
    }
    show_remarks(desk, many)
}

fn remarks(desk: &Desk, many: &Many) -> Vec<String> {
    let remarks = many.remarks.iter();
    remarks
        .map(|remark| plain(&remark.told(desk.texts)))
        .collect()
}

fn years_json(desk: &Desk, many: &Many, found: &[(Currency, &FamilySum)]) -> Value {
    let families = found.iter();
    let families = families.map(|(currency, one)| family_json(one, *currency));
    json!({ "families": families.collect::<Vec<_>>(), "remarks": remarks(desk, many) })
}

fn many_json(desk: &Desk, many: &Many) -> Value {
    let groups = many.groups.iter().map(group_json);
    json!({ "currencies": groups.collect::<Vec<_>>(), "remarks": remarks(desk, many) })
}

fn group_json(group: &InCurrency) -> Value {
    let currency = group.currency;
    let editions = group.editions.iter().map(|one| {
        json!({
            "bazaar": one.edition.code.as_str(),
            "name": output::name(&one.edition.name),
            "edition": one.edition.number,
            "tills": one.tills,
            "first_day": one.days.first().map(|day| date(*day)),
            "last_day": one.days.last().map(|day| date(*day)),
            "days": one.days.len(),
            "sales": one.sales,
            "visitors": one.visitors,
            "delivery_fees": amount(one.delivery.fees, currency),
            "sum": sum_json(&one.sum, currency),
        })
    });
    let tills = group.journals.iter().map(|one| {
        json!({
            "bazaar": one.edition.code.as_str(),
            "edition": one.edition.number,
            "till": one.till.as_str(),
            "database": (!one.place.is_empty()).then_some(&one.place),
            "records": one.records,
            "head": one.head,
            "sales": one.sales,
            "visitors": one.visitors,
            "delivery_fees": amount(one.delivery.fees, currency),
            "sum": sum_json(&one.sum, currency),
        })
    });
    let packages = group.packages.iter().map(|one| {
        json!({
            "code": one.code.as_str(),
            "name": output::name(&one.name),
            "sum": sum_json(&one.sum, currency),
        })
    });
    let families = group.families.iter();
    let families = families.map(|one| family_json(one, currency));
    let tenders = group.takings.tenders.iter().map(|(kind, total)| {
        json!({
            "tender": kind,
            "payments": total.payments,
            "sales": amount(total.sales, currency),
            "refunds": amount(total.refunds, currency),
            "deposits": amount(total.deposits, currency),
            "deposits_returned": amount(total.deposits_returned, currency),
            "net": amount(total.net(), currency),
        })
    });
    let proof = group.proof().into_iter().map(|line| {
        json!({
            "what": line.what,
            "tally": amount(line.tally, currency),
            "ledgers": amount(line.ledgers, currency),
        })
    });
    json!({
        "currency": currency.code(),
        "sales": group.sales,
        "visitors": group.visitors,
        "delivery_fees": amount(group.delivery.fees, currency),
        "total": sum_json(&group.total, currency),
        "editions": editions.collect::<Vec<_>>(),
        "tills": tills.collect::<Vec<_>>(),
        "packages": packages.collect::<Vec<_>>(),
        "tenders": tenders.collect::<Vec<_>>(),
        "families": families.collect::<Vec<_>>(),
        "proof": proof.collect::<Vec<_>>(),
        "holds": group.holds(),
    })
}

fn family_json(family: &FamilySum, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    let editions = family.editions.iter().map(|one| {
        let support: Money = one.support.iter().map(|support| support.amount).sum();
        json!({
            "bazaar": one.edition.code.as_str(),
            "name": output::name(&one.edition.name),
            "edition": one.edition.number,
            "first_day": one.days.first().map(|day| date(*day)),
            "last_day": one.days.last().map(|day| date(*day)),
            "days": one.days.len(),
            "sum": sum_json(&one.sum, currency),
            "support": shown(support),
            "lent": shown(one.lent),
            "advance_left": shown(one.advance_left),
        })
    });
    json!({
        "code": family.code.as_str(),
        "name": output::name(&family.name),
        "disputed": family.disputed,
        "currency": currency.code(),
        "days": family.days,
        "sum": sum_json(&family.sum, currency),
        "support": shown(family.support),
        "lent": shown(family.lent),
        "advance_left": shown(family.advance_left),
        "editions": editions.collect::<Vec<_>>(),
    })
}

fn sum_json(sum: &Sum, currency: Currency) -> Value {
    let shown = |money| amount(money, currency);
    json!({
        "paid": shown(sum.paid),
        "refunded": shown(sum.refunded),
        "net_paid": shown(sum.net_paid()),
        "family_discounts": shown(sum.family_discounts),
        "organiser_discounts": shown(sum.organiser_discounts),
        "tax": shown(sum.tax),
        "credit": shown(sum.credit),
        "commission": shown(sum.commission),
        "fees": shown(sum.fees),
        "advances": shown(sum.advances),
        "held": shown(sum.held),
        "other": shown(sum.other),
        "carried": shown(sum.carried),
        "payable": shown(sum.payable()),
        "paid_out": shown(sum.paid_out),
        "paid_in": shown(sum.paid_in),
        "owed": shown(sum.owed),
        "owing": shown(sum.owing),
    })
}
