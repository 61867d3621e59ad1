//! The journal itself, one JSON object a line: an archive in an open format.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use crate::domain::fact::{Entry, Fact};

#[derive(Serialize)]
struct Record<'a> {
    till: &'a str,
    seq: u64,
    id: String,
    at: DateTime<FixedOffset>,
    trading_day: Option<NaiveDate>,
    actor: Option<&'a str>,
    approver: Option<&'a str>,
    catalogue_seq: u64,
    #[serde(flatten)]
    fact: &'a Fact,
}

/// Writes one entry as one line. Amounts are integers of minor units.
///
/// # Errors
/// Of the writer.
pub fn write_entry(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let record = Record {
        till: entry.till.as_str(),
        seq: entry.seq,
        id: entry.id.to_string(),
        at: entry.at,
        trading_day: entry.day,
        actor: entry.actor.as_ref().map(|staff| staff.as_str()),
        approver: entry.approver.as_ref().map(|staff| staff.as_str()),
        catalogue_seq: entry.catalogue_seq,
        fact: &entry.fact,
    };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}
