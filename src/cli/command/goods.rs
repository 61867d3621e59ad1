//! The families' goods: taken in, handed back, written off, counted at the close;
//! and what is left of them.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::papers;
use super::ticket::{Written, from_input};
use crate::cli::arguments::{BatchNamed, NamedGoods};
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, quantity};
use crate::domain::bazaar::Beneficiary;
use crate::domain::id::{FamilyCode, GoodsNoteId, Sku};
use crate::domain::money::Quantity;
use crate::domain::stock::{Batch, GoodsNote, Named, NotedGoods};
use crate::services::Till;
use crate::services::printing::Paper;
use crate::services::stock::{HandedIn, NoteRequest};
use crate::store::StockRow;
use crate::tr;

/// `{"lines": […]}`, as the help of `intake` documents it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNote {
    id: Option<Uuid>,
    lines: Vec<WrittenGoods>,
    person: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGoods {
    sku: Sku,
    quantity: Written,
    #[serde(default)]
    batch: String,
    produced: Option<NaiveDate>,
    best_before: Option<NaiveDate>,
}

/// A note as it was asked for, by arguments or on the standard input.
struct Asked {
    request: NoteRequest,
    goods: Vec<HandedIn>,
}

impl Asked {
    fn named(&self) -> Vec<Named> {
        self.goods.iter().map(|one| one.goods.clone()).collect()
    }
}

/// Reads the goods that were named, or a note on the standard input where none were.
fn asked(desk: &Desk, till: &Till, typed: NamedGoods, batch: Batch) -> Result<Asked, Failure> {
    let mut request = NoteRequest {
        id: GoodsNoteId(till.moments().new_id()),
        family: desk.code(&typed.family)?,
        person: typed.by,
        remark: typed.note,
    };
    let mut goods = Vec::new();
    for text in &typed.goods {
        let (sku, count) = text
            .split_once('=')
            .ok_or_else(|| Misuse::NotGoods(text.clone()))?;
        let named = Named {
            sku: desk.code(sku)?,
            quantity: desk.quantity(count)?,
        };
        goods.push(HandedIn {
            goods: named,
            batch: batch.clone(),
        });
    }
    if goods.is_empty() {
        let written = from_input::<WrittenNote>()?.next();
        let written = written.ok_or(Misuse::NoGoods)??;
        if let Some(id) = written.id {
            request.id = GoodsNoteId(id);
        }
        request.person = written.person.unwrap_or(request.person);
        request.remark = written.note.unwrap_or(request.remark);
        for line in written.lines {
            goods.push(HandedIn {
                goods: Named {
                    sku: line.sku,
                    quantity: desk.quantity(&line.quantity.text())?,
                },
                batch: Batch {
                    name: line.batch,
                    produced: line.produced,
                    best_before: line.best_before,
                },
            });
        }
    }
    Ok(Asked { request, goods })
}

pub(super) fn intake(desk: &Desk, typed: NamedGoods, batch: BatchNamed) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let date = |text: Option<String>| text.map(|text| desk.date(&text)).transpose();
    let batch = Batch {
        name: batch.batch,
        produced: date(batch.produced)?,
        best_before: date(batch.best_before)?,
    };
    let asked = asked(desk, &till, typed, batch)?;
    let session = desk.sign_in(&till)?;
    let note = till.receive_goods(&session, asked.request, asked.goods)?;
    let note = note.fact;
    papers::print(desk, &till, &[Paper::Goods(note.id)]);
    if desk.json {
        let currency = catalogue.bazaar.currency;
        let lines = note.lines.iter().map(|line| {
            let mut told = item_json(&line.item);
            told["price"] = line.price.map(|price| amount(price, currency)).into();
            told["batch"] = line.batch.name.as_str().into();
            told["produced"] = line.batch.produced.map(output::date).into();
            told["best_before"] = line.batch.best_before.map(output::date).into();
            told
        });
        return desk.out.json(&note_json(&note, lines.collect()));
    }
    let items = note.lines.iter().map(|line| &line.item);
    let said = tr!(
        desk.texts,
        "cli-intake-done",
        number = note.number.to_string(),
        family = note.family.as_str()
    );
    show_items(desk, &said, items)
}

pub(super) fn return_goods(desk: &Desk, typed: NamedGoods) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let asked = asked(desk, &till, typed, Batch::default())?;
    let session = desk.sign_in(&till)?;
    let goods = asked.named();
    let note = till.return_goods(&session, asked.request, goods)?.fact;
    papers::print(desk, &till, &[Paper::Goods(note.id)]);
    if desk.json {
        let lines = note.lines.iter().map(item_json).collect();
        return desk.out.json(&note_json(&note, lines));
    }
    let said = tr!(
        desk.texts,
        "cli-goods-returned",
        number = note.number.to_string(),
        family = note.family.as_str()
    );
    show_items(desk, &said, note.lines.iter())
}

pub(super) fn loss(
    desk: &Desk,
    typed: NamedGoods,
    reason: String,
    organiser_pays: bool,
) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let asked = asked(desk, &till, typed, Batch::default())?;
    let borne_by = match organiser_pays {
        true => Beneficiary::Organiser,
        false => Beneficiary::Family,
    };
    let session = desk.sign_in(&till)?;
    let request = NoteRequest {
        remark: reason,
        ..asked.request.clone()
    };
    let loss = desk.approved(&till, |approval| {
        till.write_off(&session, request.clone(), asked.named(), borne_by, approval)
    })?;
    let loss = loss.fact;
    let currency = catalogue.bazaar.currency;
    papers::print(desk, &till, &[Paper::Goods(loss.note.id)]);
    if desk.json {
        let lines = loss.note.lines.iter().map(|line| {
            let mut told = item_json(&line.item);
            told["credit"] = amount(line.credit, currency);
            told
        });
        let mut told = note_json(&loss.note, lines.collect());
        told["borne_by"] = json!(loss.borne_by);
        told["credit"] = amount(loss.credit(), currency);
        told["currency"] = currency.code().into();
        return desk.out.json(&told);
    }
    let number = loss.note.number.to_string();
    let family = loss.note.family.as_str();
    let said = match loss.borne_by {
        Beneficiary::Family => tr!(
            desk.texts,
            "cli-loss-of-family",
            number = number,
            family = family
        ),
        Beneficiary::Organiser => tr!(
            desk.texts,
            "cli-loss-of-organiser",
            number = number,
            family = family,
            amount = desk.texts.money(loss.credit(), currency)
        ),
    };
    let items = loss.note.lines.iter().map(|line| &line.item);
    show_items(desk, &said, items)
}

pub(super) fn unsold(desk: &Desk, typed: NamedGoods, stays: bool) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let asked = asked(desk, &till, typed, Batch::default())?;
    let session = desk.sign_in(&till)?;
    let counted = asked.named();
    let count = till.count_unsold(&session, asked.request, counted, stays)?;
    let count = count.fact;
    papers::print(desk, &till, &[Paper::Goods(count.note.id)]);
    if desk.json {
        let lines = count.note.lines.iter().map(|line| {
            let mut told = item_json(&line.item);
            told["expected"] = quantity(line.expected);
            told["missing"] = quantity(line.missing());
            told
        });
        let mut told = note_json(&count.note, lines.collect());
        told["stays"] = count.stays.into();
        return desk.out.json(&told);
    }
    let texts = desk.texts;
    let number = count.note.number.to_string();
    let family = count.note.family.as_str();
    let said = match count.stays {
        true => tr!(texts, "cli-unsold-stays", number = number, family = family),
        false => tr!(texts, "cli-unsold-done", number = number, family = family),
    };
    desk.out.line(&desk.out.strong(&said))?;
    let mut table = Table::new()
        .words(tr!(texts, "term-product-line"))
        .words("")
        .figures(tr!(texts, "cli-column-goods-counted"))
        .figures(tr!(texts, "cli-column-expected"))
        .figures(tr!(texts, "cli-column-missing"));
    for line in &count.note.lines {
        let item = &line.item;
        let shown = |quantity: Quantity| texts.quantity_with_unit(quantity, item.unit);
        table.row(vec![
            item.sku.to_string(),
            texts.name(&item.name).to_owned(),
            shown(item.quantity),
            shown(line.expected),
            shown(line.missing()),
        ]);
    }
    desk.out.table(&table)
}

/// What is left, of one family or of all.
pub(super) fn stock(desk: &Desk, family: Option<&str>) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let family: Option<FamilyCode> = family.map(|code| desk.code(code)).transpose()?;
    let rows = till.stock(family.as_ref())?;
    if desk.json {
        let rows: Vec<Value> = rows.iter().map(row_json).collect();
        return desk.out.json(&rows.into());
    }
    let texts = desk.texts;
    if rows.is_empty() {
        return desk.out.line(&tr!(texts, "cli-stock-empty"));
    }
    let mut table = Table::new()
        .words(tr!(texts, "term-family"))
        .words(tr!(texts, "term-product-line"))
        .words("")
        .figures(tr!(texts, "cli-column-received"))
        .figures(tr!(texts, "cli-column-sold"))
        .figures(tr!(texts, "cli-column-returned"))
        .figures(tr!(texts, "cli-column-lost"))
        .figures(tr!(texts, "cli-column-goods-left"))
        .words(tr!(texts, "cli-column-best-before"));
    for row in &rows {
        let line = catalogue.line(&row.sku);
        let shown = |quantity: Quantity| texts.quantity(quantity);
        let stock = row.stock;
        table.row(vec![
            row.family.to_string(),
            row.sku.to_string(),
            line.map_or("", |line| texts.name(&line.name)).to_owned(),
            shown(stock.received),
            shown(stock.sold),
            shown(stock.returned),
            shown(stock.lost + stock.missing),
            shown(stock.left()),
            row.best_before
                .map_or(String::new(), |date| texts.date_short(date)),
        ]);
    }
    desk.out.table(&table)
}

fn row_json(row: &StockRow) -> Value {
    json!({
        "family": row.family.as_str(),
        "sku": row.sku.as_str(),
        "received": quantity(row.stock.received),
        "returned": quantity(row.stock.returned),
        "lost": quantity(row.stock.lost),
        "missing": quantity(row.stock.missing),
        "sold": quantity(row.stock.sold),
        "left": quantity(row.stock.left()),
        "best_before": row.best_before.map(output::date),
    })
}

fn note_json<L>(note: &GoodsNote<L>, lines: Vec<Value>) -> Value {
    json!({
        "id": note.id.to_string(),
        "number": note.number.to_string(),
        "family": note.family.as_str(),
        "person": note.person,
        "note": note.remark,
        "lines": lines,
    })
}

fn item_json(item: &NotedGoods) -> Value {
    json!({
        "sku": item.sku.as_str(),
        "name": output::name(&item.name),
        "quantity": quantity(item.quantity),
    })
}

/// Says what was noted, and of which goods.
fn show_items<'a>(
    desk: &Desk,
    said: &str,
    items: impl Iterator<Item = &'a NotedGoods>,
) -> Result<(), Failure> {
    let texts = desk.texts;
    desk.out.line(&desk.out.strong(said))?;
    let mut table = Table::new().words("").words("").figures("");
    for item in items {
        table.row(vec![
            item.sku.to_string(),
            texts.name(&item.name).to_owned(),
            texts.quantity_with_unit(item.quantity, item.unit),
        ]);
    }
    desk.out.table(&table)
}
