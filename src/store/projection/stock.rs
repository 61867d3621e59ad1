//! The families' goods: notes of them, and what each did to the stock of a product
//! line. Sales do nothing here: how much of which goods they sold is noted anyway.

use rusqlite::{Connection, params};

use super::{Series, families, use_number};
use crate::domain::fact::Entry;
use crate::domain::id::{FamilyCode, Sku};
use crate::domain::stock::{GoodsLoss, GoodsNote, NotedGoods, ReceivedGoods, UnsoldCount};
use crate::store::error::StoreError;

/// What is added to the stock of a product line, in thousandths.
#[derive(Default)]
struct Moved {
    received: i64,
    returned: i64,
    lost: i64,
    missing: i64,
}

pub(super) fn goods_received(
    connection: &Connection,
    entry: &Entry,
    note: &GoodsNote<ReceivedGoods>,
) -> Result<(), StoreError> {
    noted(connection, entry, note)?;
    for line in &note.lines {
        let item = &line.item;
        let moved = Moved {
            received: item.quantity.thousandths(),
            ..Moved::default()
        };
        add(connection, &note.family, &item.sku, &moved)?;
        let date = line.batch.best_before.map(|date| date.to_string());
        connection
            .prepare_cached(
                "INSERT INTO batch (family, sku, best_before, quantity) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity",
            )?
            .execute(params![
                note.family.as_str(),
                item.sku.as_str(),
                date.unwrap_or_default(),
                item.quantity.thousandths(),
            ])?;
    }
    Ok(())
}

pub(super) fn goods_returned(
    connection: &Connection,
    entry: &Entry,
    note: &GoodsNote<NotedGoods>,
) -> Result<(), StoreError> {
    noted(connection, entry, note)?;
    for item in &note.lines {
        let moved = Moved {
            returned: item.quantity.thousandths(),
            ..Moved::default()
        };
        add(connection, &note.family, &item.sku, &moved)?;
    }
    Ok(())
}

pub(super) fn goods_lost(
    connection: &Connection,
    entry: &Entry,
    loss: &GoodsLoss,
) -> Result<(), StoreError> {
    let note = &loss.note;
    noted(connection, entry, note)?;
    for line in &note.lines {
        let moved = Moved {
            lost: line.item.quantity.thousandths(),
            ..Moved::default()
        };
        add(connection, &note.family, &line.item.sku, &moved)?;
    }
    families::loss_made_good(connection, entry.seq as i64, loss)
}

pub(super) fn unsold_counted(
    connection: &Connection,
    entry: &Entry,
    count: &UnsoldCount,
) -> Result<(), StoreError> {
    let note = &count.note;
    noted(connection, entry, note)?;
    for line in &note.lines {
        let moved = Moved {
            returned: count.returned(line).thousandths(),
            missing: line.missing().thousandths(),
            ..Moved::default()
        };
        add(connection, &note.family, &line.item.sku, &moved)?;
    }
    Ok(())
}

fn noted<L>(connection: &Connection, entry: &Entry, note: &GoodsNote<L>) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Goods, &note.number)?;
    connection
        .prepare_cached("INSERT INTO goods_note (seq, id, number, family) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            entry.seq as i64,
            note.id.0.as_bytes(),
            note.number.n as i64,
            note.family.as_str(),
        ])?;
    Ok(())
}

fn add(
    connection: &Connection,
    family: &FamilyCode,
    sku: &Sku,
    moved: &Moved,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO stock (family, sku, received, returned, lost, missing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET
                 received = received + excluded.received,
                 returned = returned + excluded.returned,
                 lost     = lost     + excluded.lost,
                 missing  = missing  + excluded.missing",
        )?
        .execute(params![
            family.as_str(),
            sku.as_str(),
            moved.received,
            moved.returned,
            moved.lost,
            moved.missing,
        ])?;
    Ok(())
}
