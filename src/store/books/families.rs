//! What waits for settlement, settlements, and money to and from families.

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::Books;
use crate::domain::carrying::{Carried, CarriedBalance};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{FamilyCode, FeeCode, Number, PayoutId, SettlementId, TransferId};
use crate::domain::money::Money;
use crate::domain::payout::{Advance, FamilyPayment, Payout};
use crate::domain::settlement::{GoodsSold, Settlement};
use crate::store::error::StoreError;
use crate::store::projection::Way;
use crate::store::records::{Recorded, SettlementRow, UnsettledRows};
use crate::store::{journal, projection};

impl Books<'_> {
    /// What waits for a family's settlement of a day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn unsettled(
        &self,
        family: &FamilyCode,
        up_to: NaiveDate,
    ) -> Result<UnsettledRows, StoreError> {
        let connection = self.connection();
        Ok(UnsettledRows {
            goods: self.unsettled_goods(family, up_to)?,
            adjustments: projection::unsettled_adjustments(connection, family, up_to)?,
            held: projection::unsettled_held(connection, family, up_to)?,
        })
    }

    fn unsettled_goods(
        &self,
        family: &FamilyCode,
        up_to: NaiveDate,
    ) -> Result<Vec<GoodsSold>, StoreError> {
        let gathered = projection::unsettled_goods(self.connection(), family, up_to)?;
        let fresh = self.fresh()?;
        let fresh = fresh.goods.get(family).into_iter().flatten();
        let mut fresh = fresh.filter(|goods| goods.day <= up_to).peekable();
        if fresh.peek().is_none() {
            return Ok(gathered);
        }
        let mut all = BTreeMap::new();
        for goods in gathered.into_iter().chain(fresh.cloned()) {
            let key = (
                goods.day,
                goods.sku.clone(),
                goods.unit_price,
                goods.commission,
            );
            match all.entry(key) {
                btree_map::Entry::Vacant(first) => {
                    first.insert(goods);
                }
                btree_map::Entry::Occupied(mut same) => same.get_mut().add(&goods),
            }
        }
        Ok(all.into_values().collect())
    }

    /// What goods and adjustments of days after `day` have put on a family's
    /// account already.
    ///
    /// # Errors
    /// What the disk says.
    pub fn unsettled_after(
        &self,
        family: &FamilyCode,
        day: NaiveDate,
    ) -> Result<Money, StoreError> {
        let credit = self
            .connection()
            .prepare_cached(
                "SELECT (SELECT coalesce(sum(list - family_discount - refunds - tax), 0)
                         FROM unsettled_goods WHERE family = ?1 AND day > ?2)
                      + (SELECT coalesce(sum(amount), 0)
                         FROM unsettled_adjustment WHERE family = ?1 AND day > ?2)",
            )?
            .query_row(params![family.as_str(), day.to_string()], |row| row.get(0))?;
        let fresh = self.fresh()?;
        let fresh = fresh.goods.get(family).into_iter().flatten();
        let later = fresh.filter(|goods| goods.day > day).map(GoodsSold::net);
        Ok(Money::from_minor(credit) + later.sum())
    }

    /// The families for whom anything waits, by code.
    ///
    /// # Errors
    /// What the disk says.
    pub fn families_unsettled(&self, up_to: NaiveDate) -> Result<Vec<FamilyCode>, StoreError> {
        let mut families: BTreeSet<FamilyCode> = self
            .codes(
                "SELECT family FROM unsettled_goods WHERE day <= ?1
                 UNION SELECT family FROM unsettled_adjustment WHERE day <= ?1
                 UNION SELECT family FROM unsettled_held WHERE day <= ?1",
                [up_to.to_string()],
            )?
            .into_iter()
            .collect();
        for (family, goods) in &self.fresh()?.goods {
            if goods.iter().any(|goods| goods.day <= up_to) {
                families.insert(family.clone());
            }
        }
        Ok(families.into_iter().collect())
    }

    /// Every entry of a family in the register, the first one first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn family_entries(&self, family: &FamilyCode) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        let condition = "WHERE kind = 'FamilyRegistered'
              AND seq BETWEEN (SELECT first_seq FROM family WHERE code = ?1)
                          AND (SELECT seq FROM family WHERE code = ?1)
            ORDER BY seq";
        let mut add = |entry: Entry| {
            if matches!(&entry.fact, Fact::FamilyRegistered(known) if &known.code == family) {
                entries.push(entry);
            }
            ControlFlow::Continue(())
        };
        let (connection, till) = (self.connection(), self.till());
        journal::stream(connection, till, condition, &[&family.as_str()], &mut add)?;
        Ok(entries)
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn settlement(&self, id: SettlementId) -> Result<Option<SettlementRow>, StoreError> {
        let rows = self.settlements_where("WHERE id = ?1", params![id.0.as_bytes()])?;
        Ok(rows.into_iter().next())
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn settlement_by_number(
        &self,
        number: &Number,
    ) -> Result<Option<SettlementRow>, StoreError> {
        if &number.till != self.till() {
            return Ok(None);
        }
        let rows = self.settlements_where("WHERE number = ?1", params![number.n as i64])?;
        Ok(rows.into_iter().next())
    }

    /// Every settlement of a day, reversed ones too, in the order made.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn settlements_of_day(&self, day: NaiveDate) -> Result<Vec<SettlementRow>, StoreError> {
        self.settlements_where("WHERE day = ?1 ORDER BY seq", params![day.to_string()])
    }

    /// Every settlement of a family, reversed ones too, in the order made.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn settlements_of(&self, family: &FamilyCode) -> Result<Vec<SettlementRow>, StoreError> {
        self.settlements_where("WHERE family = ?1 ORDER BY seq", params![family.as_str()])
    }

    /// The last settlement of a family that stands.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn last_settlement(
        &self,
        family: &FamilyCode,
    ) -> Result<Option<SettlementRow>, StoreError> {
        let rows = self.settlements_where(
            "WHERE family = ?1 AND reversed_seq IS NULL ORDER BY seq DESC LIMIT 1",
            params![family.as_str()],
        )?;
        Ok(rows.into_iter().next())
    }

    fn settlements_where(
        &self,
        condition: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<SettlementRow>, StoreError> {
        let statement = format!("SELECT seq, reversed_seq IS NOT NULL FROM settlement {condition}");
        self.rows(&statement, parameters, |row| {
            let recorded = self.recorded::<Settlement>(row.get::<_, i64>(0)? as u64)?;
            Ok(SettlementRow {
                settlement: recorded.fact,
                at: recorded.at,
                seq: recorded.seq,
                reversed: row.get(1)?,
            })
        })
    }

    /// The fees standing settlements charged a family for a day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn fees_charged(
        &self,
        family: &FamilyCode,
        day: NaiveDate,
    ) -> Result<Vec<FeeCode>, StoreError> {
        self.codes(
            "SELECT DISTINCT fee FROM fee_charged WHERE family = ?1 AND day = ?2 ORDER BY fee",
            params![family.as_str(), day.to_string()],
        )
    }

    /// The fees standing settlements charged a family for any day.
    ///
    /// # Errors
    /// What the disk says.
    pub fn fees_charged_ever(&self, family: &FamilyCode) -> Result<Vec<FeeCode>, StoreError> {
        self.codes(
            "SELECT DISTINCT fee FROM fee_charged WHERE family = ?1 ORDER BY fee",
            params![family.as_str()],
        )
    }

    /// A family's payouts recorded after a sequence, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn payouts_of(
        &self,
        family: &FamilyCode,
        since_seq: u64,
    ) -> Result<Vec<Recorded<Payout>>, StoreError> {
        self.money_moved(family, since_seq, false)
    }

    /// What a family paid in, recorded after a sequence, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn family_payments_of(
        &self,
        family: &FamilyCode,
        since_seq: u64,
    ) -> Result<Vec<Recorded<FamilyPayment>>, StoreError> {
        self.money_moved(family, since_seq, true)
    }

    fn money_moved<T: serde::de::DeserializeOwned>(
        &self,
        family: &FamilyCode,
        since_seq: u64,
        paid_in: bool,
    ) -> Result<Vec<Recorded<T>>, StoreError> {
        let seqs = self.seqs_where(
            "SELECT seq FROM payout WHERE family = ?1 AND paid_in = ?2 AND seq > ?3 ORDER BY seq",
            params![family.as_str(), paid_in, since_seq as i64],
        )?;
        seqs.into_iter().map(|seq| self.recorded(seq)).collect()
    }

    /// A family's balances carried out and brought in, recorded after a sequence,
    /// oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn carried_of(
        &self,
        family: &FamilyCode,
        since_seq: u64,
    ) -> Result<Vec<Recorded<Carried>>, StoreError> {
        self.carried_where(
            "WHERE family = ?1 AND seq > ?2 ORDER BY seq",
            params![family.as_str(), since_seq as i64],
        )
    }

    /// Every balance that was carried out and not taken back, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn carried_out(&self) -> Result<Vec<CarriedBalance>, StoreError> {
        let rows = self.carried_where(
            "WHERE way = 'out' AND transfer NOT IN
                 (SELECT transfer FROM carried WHERE way = 'back')
             ORDER BY seq",
            [],
        )?;
        let balances = rows.into_iter().map(|row| row.fact.balance().clone());
        Ok(balances.collect())
    }

    /// Every balance that was brought in, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn brought_in(&self) -> Result<Vec<CarriedBalance>, StoreError> {
        let rows = self.carried_where("WHERE way = 'in' ORDER BY seq", [])?;
        let balances = rows.into_iter().map(|row| row.fact.balance().clone());
        Ok(balances.collect())
    }

    /// Every balance that was taken back, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn taken_back(&self) -> Result<Vec<CarriedBalance>, StoreError> {
        let rows = self.carried_where("WHERE way = 'back' ORDER BY seq", [])?;
        let balances = rows.into_iter().map(|row| row.fact.balance().clone());
        Ok(balances.collect())
    }

    /// The transfer of this id, if it was brought in here.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn transfer(&self, id: TransferId) -> Result<Option<CarriedBalance>, StoreError> {
        let rows = self.carried_where(
            "WHERE transfer = ?1 AND way = 'in'",
            params![id.0.as_bytes()],
        )?;
        Ok(rows.first().map(|row| row.fact.balance().clone()))
    }

    fn carried_where(
        &self,
        condition: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<Recorded<Carried>>, StoreError> {
        let statement = format!("SELECT seq, way FROM carried {condition}");
        self.rows(&statement, parameters, |row| {
            let (seq, way) = (row.get::<_, i64>(0)? as u64, row.get::<_, String>(1)?);
            let way = Way::ALL.into_iter().find(|one| one.code() == way);
            match way.expect("the table checks the way") {
                Way::Out => Ok(self.recorded(seq)?.map(Carried::Out)),
                Way::In => Ok(self.recorded(seq)?.map(Carried::In)),
                Way::Back => Ok(self.recorded(seq)?.map(Carried::Back)),
            }
        })
    }

    /// What a family was lent, oldest first. Nothing points at these few records, so
    /// the journal is read for them.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn advances_of(&self, family: &FamilyCode) -> Result<Vec<Recorded<Advance>>, StoreError> {
        let mut lent = Vec::new();
        let mut add = |entry: Entry| {
            if let Fact::AdvanceGranted(advance) = &entry.fact
                && &advance.family == family
            {
                let advance = advance.clone();
                lent.push(Recorded::of(entry, advance));
            }
            ControlFlow::Continue(())
        };
        let condition = "WHERE kind = 'AdvanceGranted' ORDER BY seq";
        journal::stream(self.connection(), self.till(), condition, &[], &mut add)?;
        Ok(lent)
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn payout(&self, id: PayoutId) -> Result<Option<Recorded<Payout>>, StoreError> {
        let statement = "SELECT seq FROM payout WHERE id = ?1 AND paid_in = 0";
        self.recorded_where(statement, id.0.as_bytes())
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn payout_by_number(
        &self,
        number: &Number,
    ) -> Result<Option<Recorded<Payout>>, StoreError> {
        self.numbered(
            "SELECT seq FROM payout WHERE number = ?1 AND paid_in = 0",
            number,
        )
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn family_payment(
        &self,
        id: PayoutId,
    ) -> Result<Option<Recorded<FamilyPayment>>, StoreError> {
        let statement = "SELECT seq FROM payout WHERE id = ?1 AND paid_in = 1";
        self.recorded_where(statement, id.0.as_bytes())
    }

    /// How many copies of a paper were printed after the original.
    ///
    /// # Errors
    /// What the disk says.
    pub fn copies_printed(&self, paper: &str) -> Result<u32, StoreError> {
        let copies = self
            .connection()
            .prepare_cached("SELECT copies FROM reprint WHERE paper = ?1")?
            .query_row([paper], |row| row.get(0))
            .optional()?;
        Ok(copies.unwrap_or(0))
    }
}
