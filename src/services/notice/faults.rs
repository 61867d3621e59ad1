//! Words for faults of the store and of files. What was acknowledged is safe in
//! all of them.

use std::error::Error as _;
use std::path::Path;

use crate::domain::money::Money;
use crate::locale::bidi;
use crate::settings::SettingsFault;
use crate::store::verify::JournalFault;
use crate::store::{StoreError, Unlawful, Unseen};
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn export(&self, fault: &std::io::Error) -> Said {
        say(
            tr!(
                self.texts,
                "notice-export-unwritable",
                detail = fault.to_string()
            ),
            tr!(self.texts, "notice-do-other-place"),
        )
    }

    pub(super) fn settings(&self, fault: &SettingsFault) -> Said {
        let why = fault.source().map(|why| format!(": {why}"));
        let detail = format!("{fault}{}", why.unwrap_or_default());
        say(
            tr!(
                self.texts,
                "cli-settings",
                detail = bidi::left_to_right(&detail)
            ),
            tr!(self.texts, "cli-do-settings"),
        )
    }

    pub(super) fn store(&self, fault: &StoreError) -> Said {
        let texts = self.texts;
        match fault {
            StoreError::Missing(path) => say(
                tr!(
                    texts,
                    "notice-store-missing",
                    path = path.display().to_string()
                ),
                tr!(texts, "notice-do-set-up"),
            ),
            StoreError::Exists(path) => say(
                tr!(
                    texts,
                    "notice-store-exists",
                    path = path.display().to_string()
                ),
                tr!(texts, "notice-do-other-folder"),
            ),
            StoreError::NotADatabase(path) => say(
                tr!(
                    texts,
                    "notice-store-not-a-database",
                    path = path.display().to_string()
                ),
                tr!(texts, "notice-do-restore-or-other-folder"),
            ),
            StoreError::Foreign { path, .. } => say(
                tr!(
                    texts,
                    "notice-store-foreign",
                    path = path.display().to_string()
                ),
                tr!(texts, "notice-do-other-folder"),
            ),
            StoreError::Newer { found, known } => say(
                tr!(
                    texts,
                    "notice-store-newer",
                    found = found.to_string(),
                    known = known.to_string()
                ),
                tr!(texts, "notice-do-newer-program"),
            ),
            StoreError::ReadOnly { .. } => say(
                tr!(texts, "notice-store-read-only"),
                tr!(texts, "notice-do-make-writable"),
            ),
            StoreError::InUse { .. } => say(
                tr!(texts, "notice-store-in-use"),
                tr!(texts, "notice-do-close-other-program"),
            ),
            StoreError::Torn { detail } => say(
                tr!(texts, "notice-store-torn", detail = detail),
                tr!(texts, "notice-do-verify-or-restore"),
            ),
            StoreError::DiskFull { .. } => say(
                tr!(texts, "notice-store-disk-full"),
                tr!(texts, "notice-do-make-room"),
            ),
            StoreError::BackupFaulty { path, fault } => say(
                tr!(
                    texts,
                    "notice-store-backup-faulty",
                    path = path.display().to_string(),
                    detail = self.journal(fault).text
                ),
                tr!(texts, "notice-do-other-backup"),
            ),
            StoreError::BackupUnfinished { path, log } => say(
                tr!(
                    texts,
                    "notice-store-backup-unfinished",
                    path = path.display().to_string(),
                    log = log.display().to_string()
                ),
                tr!(texts, "notice-do-backup-properly"),
            ),
            StoreError::Elsewhere { path, why } => self.elsewhere(path, why),
            StoreError::Codec { seq, source } => say(
                tr!(
                    texts,
                    "notice-store-codec",
                    seq = seq.to_string(),
                    detail = source.to_string()
                ),
                tr!(texts, "notice-do-verify-or-restore"),
            ),
            StoreError::Unlawful { seq, why } => say(
                tr!(
                    texts,
                    "notice-store-unlawful",
                    seq = seq.to_string(),
                    why = self.unlawful(why)
                ),
                tr!(texts, "notice-do-report"),
            ),
            StoreError::Io { path, source } => say(
                tr!(
                    texts,
                    "notice-store-io",
                    path = path.display().to_string(),
                    detail = source.to_string()
                ),
                tr!(texts, "notice-do-check-disk"),
            ),
            StoreError::Sqlite(source) => say(
                tr!(texts, "notice-store-sqlite", detail = source.to_string()),
                tr!(texts, "notice-do-again-or-verify"),
            ),
        }
    }

    /// Of a database that was only to be looked into.
    fn elsewhere(&self, path: &Path, why: &Unseen) -> Said {
        let (texts, path) = (self.texts, path.display().to_string());
        match why {
            Unseen::AtWork => say(
                tr!(texts, "notice-elsewhere-at-work", path = path),
                tr!(texts, "notice-do-close-there"),
            ),
            Unseen::OpenHere => say(
                tr!(texts, "notice-elsewhere-open-here", path = path),
                tr!(texts, "notice-do-other-database"),
            ),
            Unseen::Faulty(fault) => say(
                tr!(
                    texts,
                    "notice-elsewhere-faulty",
                    path = path,
                    detail = self.journal(fault).text
                ),
                tr!(texts, "notice-do-other-backup"),
            ),
            Unseen::Fault(fault) => {
                let said = self.store(fault);
                match fault {
                    StoreError::Missing(_) => say(
                        tr!(texts, "notice-elsewhere-missing", path = path),
                        tr!(texts, "notice-do-other-database"),
                    ),
                    StoreError::NotADatabase(_) | StoreError::Foreign { .. } => {
                        say(said.text, tr!(texts, "notice-do-other-database"))
                    }
                    StoreError::Io { .. } => said,
                    _ => say(
                        tr!(texts, "notice-elsewhere", path = path, detail = said.text),
                        said.hint,
                    ),
                }
            }
        }
    }

    pub(super) fn journal(&self, fault: &JournalFault) -> Said {
        let texts = self.texts;
        let text = match fault {
            JournalFault::Gap { seq, found } => tr!(
                texts,
                "notice-journal-gap",
                seq = seq.to_string(),
                found = found.to_string()
            ),
            JournalFault::Changed { seq } => {
                tr!(texts, "notice-journal-changed", seq = seq.to_string())
            }
            JournalFault::ChainBroken { seq } => {
                tr!(texts, "notice-journal-chain-broken", seq = seq.to_string())
            }
            JournalFault::Unreadable { seq, detail } => {
                tr!(
                    texts,
                    "notice-store-codec",
                    seq = seq.to_string(),
                    detail = detail
                )
            }
            JournalFault::Contradicts { seq, detail } => tr!(
                texts,
                "notice-journal-contradicts",
                seq = seq.to_string(),
                detail = detail
            ),
            JournalFault::PostingsDiffer { seq } => {
                let text = tr!(texts, "notice-journal-postings", seq = seq.to_string());
                return say(text, tr!(texts, "notice-do-rebuild"));
            }
            JournalFault::BalanceDiffers {
                account,
                stored,
                replayed,
            } => {
                let amount =
                    |minor: &Option<i64>| self.money(Money::from_minor(minor.unwrap_or_default()));
                let text = tr!(
                    texts,
                    "notice-journal-balance",
                    account = account,
                    stored = amount(stored),
                    replayed = amount(replayed)
                );
                return say(text, tr!(texts, "notice-do-rebuild"));
            }
            JournalFault::ProjectionDiffers { table, key } => {
                let text = tr!(texts, "notice-journal-projection", table = table, key = key);
                return say(text, tr!(texts, "notice-do-rebuild"));
            }
            JournalFault::SchemaDiffers { name } => {
                tr!(texts, "notice-journal-schema", name = name)
            }
            JournalFault::FileDamaged { detail } => {
                tr!(texts, "notice-store-torn", detail = detail)
            }
        };
        say(text, tr!(texts, "notice-do-restore"))
    }

    fn unlawful(&self, why: &Unlawful) -> String {
        let texts = self.texts;
        match why {
            Unlawful::NumberOutOfSeries {
                expected, found, ..
            } => tr!(
                texts,
                "notice-unlawful-number",
                found = found.to_string(),
                expected = expected.to_string()
            ),
            Unlawful::NumberOfOtherTill(till) => {
                tr!(texts, "notice-unlawful-other-till", till = till.as_str())
            }
            Unlawful::TicketSold(ticket) => {
                tr!(
                    texts,
                    "notice-unlawful-ticket-sold",
                    ticket = ticket.to_string()
                )
            }
            Unlawful::NoOpenOrder(order) => {
                tr!(texts, "notice-unlawful-no-order", order = order.to_string())
            }
            Unlawful::NoPaidOrder(order) => tr!(
                texts,
                "notice-unlawful-no-paid-order",
                order = order.to_string()
            ),
            Unlawful::NoOpenShift(shift) => {
                tr!(texts, "notice-unlawful-no-shift", shift = shift.to_string())
            }
            Unlawful::TradingDay => tr!(texts, "notice-unlawful-day"),
            Unlawful::SettlementDiffers(family) => {
                tr!(
                    texts,
                    "notice-unlawful-settlement",
                    family = family.as_str()
                )
            }
            Unlawful::NotCarriedOut(transfer) => tr!(
                texts,
                "notice-unlawful-not-carried-out",
                transfer = transfer.to_string()
            ),
            Unlawful::NoSettlement(settlement) => tr!(
                texts,
                "notice-unlawful-no-settlement",
                settlement = settlement.to_string()
            ),
            Unlawful::PostsNotToZero => tr!(texts, "notice-unlawful-not-zero"),
        }
    }
}
