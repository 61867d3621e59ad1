//! The papers of goods that change hands without money, from the notes of them.

use super::paper::PaperKind;
use crate::domain::fact::Fact;
use crate::domain::id::Number;
use crate::domain::money::Money;
use crate::domain::stock::{Batch, GoodsNote, NotedGoods};
use crate::print::Document;
use crate::print::papers::{
    CountedGoods, Handing, Issued, Stationery, goods_returned, intake_note, loss_note,
    return_sheet, unsold_kept,
};

/// The kind of a note's paper, and its number.
pub(super) fn told(fact: &Fact) -> Option<(PaperKind, &Number)> {
    Some(match fact {
        Fact::GoodsReceived(note) => (PaperKind::Intake, &note.number),
        Fact::GoodsReturned(note) => (PaperKind::GoodsReturn, &note.number),
        Fact::GoodsLost(loss) => (PaperKind::GoodsLost, &loss.note.number),
        Fact::UnsoldCounted(count) => (PaperKind::Unsold, &count.note.number),
        _ => return None,
    })
}

/// The paper of a note of goods; `None` for any other fact.
pub(super) fn document(stationery: &Stationery, fact: &Fact, issued: &Issued) -> Option<Document> {
    Some(match fact {
        Fact::GoodsReceived(note) => {
            let goods = note.lines.iter().map(|line| CountedGoods {
                batch: line.batch.clone(),
                ..counted(&line.item, line.price)
            });
            let goods: Vec<_> = goods.collect();
            intake_note(stationery, &handing(note, &goods), issued)
        }
        Fact::GoodsReturned(note) => {
            let goods: Vec<_> = note.lines.iter().map(|item| counted(item, None)).collect();
            goods_returned(stationery, &handing(note, &goods), issued)
        }
        Fact::GoodsLost(loss) => {
            let lines = loss.note.lines.iter();
            let goods: Vec<_> = lines.map(|line| counted(&line.item, None)).collect();
            let credit = loss.credit();
            loss_note(stationery, &handing(&loss.note, &goods), credit, issued)
        }
        Fact::UnsoldCounted(count) => {
            let goods = count.note.lines.iter().map(|line| CountedGoods {
                expected: Some(line.expected),
                ..counted(&line.item, None)
            });
            let goods: Vec<_> = goods.collect();
            let sheet = match count.stays {
                true => unsold_kept,
                false => return_sheet,
            };
            sheet(stationery, &handing(&count.note, &goods), issued)
        }
        _ => return None,
    })
}

fn handing<'a, L>(note: &'a GoodsNote<L>, goods: &'a [CountedGoods]) -> Handing<'a> {
    Handing {
        number: &note.number,
        family: &note.family,
        goods,
        person: &note.person,
        note: &note.remark,
    }
}

fn counted(item: &NotedGoods, price: Option<Money>) -> CountedGoods {
    CountedGoods {
        code: item.sku.to_string(),
        name: item.name.clone(),
        unit: item.unit,
        quantity: item.quantity,
        price,
        batch: Batch::default(),
        expected: None,
    }
}
