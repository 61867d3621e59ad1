//! Settling 700 families after a million lines: what the screen waits for
//! (goal 50 ms) and the proof from the journal (goal 2 s).

#[path = "selling/best.rs"]
mod best;
#[path = "../tests/store/sample.rs"]
mod sample;
mod selling;

use std::time::Instant;

use sample::open_shop;
use sanduq::domain::id::{Bilingual, FamilyCode, SettlementId};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::settlement::{Settlement, SettlementContext, Unsettled, settle};
use sanduq::store::{Books, Series, StoreError, verify};

use best::best;
use selling::sell;

const FAMILIES: u64 = 700;
const LINES_EACH: u64 = 20;
const SALES: u64 = 200_000;
const LINES_A_SALE: u64 = 5;
const RUNS: usize = 5;

fn main() {
    let folder = tempfile::tempdir_in(".").expect("the folder of the project can be written to");
    let shop = open_shop(&folder.path().join("till.sanduq"), FAMILIES, LINES_EACH);
    let started = Instant::now();
    sell(&shop, SALES, LINES_A_SALE);
    println!("{SALES} sales recorded in {:.1?}", started.elapsed());
    let day = shop.day;
    let (settled, screen) = best(RUNS, || {
        shop.store
            .write::<_, StoreError>(move |w| {
                let number = w.next_number(Series::Settlement)?;
                let mut settled = Vec::new();
                for family in w.families_unsettled(day)? {
                    let context = SettlementContext {
                        id: SettlementId(uuid::Uuid::from_u128(settled.len() as u128)),
                        number: number.clone(),
                        family_name: Bilingual::default(),
                        day,
                        cut: vec![],
                    };
                    settled.push(reckon(w, family, context)?);
                }
                Ok(settled)
            })
            .expect("families can be settled")
    });
    println!(
        "{} families reckoned in {screen:.1?} (goal 50 ms)",
        settled.len()
    );
    let (proved, proof) = best(RUNS, || {
        shop.store
            .read(verify::prove_families)
            .expect("the journal can be read")
    });
    println!(
        "{} families proved by replay in {proof:.2?} (goal 2 s)",
        proved.len()
    );
    for settlement in &settled {
        let credit = proved[&settlement.family];
        assert_eq!(credit, settlement.net_sales, "{}", settlement.family);
    }
}

fn reckon(
    books: &Books<'_>,
    family: FamilyCode,
    context: SettlementContext,
) -> Result<Settlement, StoreError> {
    let rows = books.unsettled(&family, context.day)?;
    let waiting: Money = rows.goods.iter().map(|line| line.net()).sum();
    let owed = -books.balance(&Account::FamilyPayable(family.clone()))?;
    let catalogue = books.catalogue()?.expect("a bazaar is defined");
    let fees = catalogue.bazaar.fees_due(
        &family,
        &books.fees_charged(&family, context.day)?,
        &books.fees_charged_ever(&family)?,
    );
    let unsettled = Unsettled {
        goods: rows.goods,
        adjustments: rows.adjustments,
        held: rows.held,
        brought_forward: owed - waiting - books.unsettled_after(&family, context.day)?,
        advance_left: books.balance(&Account::Advance(family.clone()))?,
        advance_instalment: Money::ZERO,
        family,
    };
    Ok(settle(unsettled, &fees, context))
}
