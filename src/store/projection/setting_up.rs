//! Terms, families, product lines, staff; files taken in; papers reprinted.

use rusqlite::{Connection, params};

use crate::domain::fact::{FileImported, PaperReprinted};
use crate::store::error::StoreError;

/// Statements that note which record holds the present version of a code.
pub(super) const STAFF: &str = "INSERT INTO staff (code, first_seq, seq) VALUES (?1, ?2, ?2)
    ON CONFLICT DO UPDATE SET seq = excluded.seq";
pub(super) const FAMILY: &str = "INSERT INTO family (code, first_seq, seq) VALUES (?1, ?2, ?2)
    ON CONFLICT DO UPDATE SET seq = excluded.seq";
pub(super) const PRODUCT_LINE: &str = "INSERT INTO product_line (sku, first_seq, seq)
    VALUES (?1, ?2, ?2) ON CONFLICT DO UPDATE SET seq = excluded.seq";

pub(super) fn version(
    connection: &Connection,
    statement: &str,
    code: &str,
    seq: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(statement)?
        .execute(params![code, seq])?;
    Ok(())
}

pub(super) fn bazaar_defined(connection: &Connection, seq: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO terms (id, changed_seq, bazaar_seq) VALUES (1, ?1, ?1)
             ON CONFLICT DO UPDATE SET changed_seq = excluded.changed_seq,
                                       bazaar_seq = excluded.bazaar_seq",
        )?
        .execute([seq])?;
    Ok(())
}

pub(super) fn catalogue_changed(connection: &Connection, seq: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO terms (id, changed_seq) VALUES (1, ?1)
             ON CONFLICT DO UPDATE SET changed_seq = excluded.changed_seq",
        )?
        .execute([seq])?;
    Ok(())
}

/// The same file taken in again, by the organiser's will, keeps its first record.
pub(super) fn file_imported(
    connection: &Connection,
    seq: i64,
    file: &FileImported,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO imported (sha256, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?
        .execute(params![file.sha256, seq])?;
    Ok(())
}

pub(super) fn paper_reprinted(
    connection: &Connection,
    paper: &PaperReprinted,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO reprint (paper, copies) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET copies = max(copies, excluded.copies)",
        )?
        .execute(params![paper.paper, paper.copy])?;
    Ok(())
}
