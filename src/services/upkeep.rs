//! Looking after a till's data: made, opened, proved, remade, copied and taken
//! back.

use std::path::{Path, PathBuf};

use super::{By, Error, Moments, Till};
use crate::domain::fact::{DataRestored, Fact};
use crate::domain::id::TillCode;
use crate::store::verify::{Verdict, verify};
use crate::store::{Head, Store, StoreError, rebuild};

impl Till {
    /// Makes the data of a new till, and the folder it lies in.
    ///
    /// # Errors
    /// Data is there already; what the disk says.
    pub fn create(database: &Path, code: &TillCode, moments: Moments) -> Result<Till, Error> {
        if let Some(folder) = database.parent() {
            std::fs::create_dir_all(folder).map_err(|source| StoreError::Io {
                path: folder.to_owned(),
                source,
            })?;
        }
        Ok(Till::new(Store::create(database, code)?, moments))
    }

    /// # Errors
    /// No data there, not a till's, of a later version, damaged, in use.
    pub fn open(database: &Path, moments: Moments) -> Result<Till, Error> {
        Ok(Till::new(Store::open(database)?, moments))
    }

    /// Opens data whose last records may be damaged, to look at it.
    ///
    /// # Errors
    /// As [`Till::open`], but for damage past the first page.
    pub fn inspect(database: &Path, moments: Moments) -> Result<Till, Error> {
        Ok(Till::new(Store::inspect(database)?, moments))
    }

    /// Takes a backup back as this till's data, which from then on says so.
    ///
    /// # Errors
    /// Data is there already; the backup is faulty, with its first bad record.
    pub fn restore(
        backup: &Path,
        database: &Path,
        moments: Moments,
    ) -> Result<(Till, DataRestored), Error> {
        if let Some(folder) = database.parent() {
            std::fs::create_dir_all(folder).map_err(|source| StoreError::Io {
                path: folder.to_owned(),
                source,
            })?;
        }
        let till = Till::new(Store::restore(backup, database)?, moments);
        let name = backup.file_name().unwrap_or(backup.as_os_str());
        let from = name.to_string_lossy().into_owned();
        let restored = till.write(move |recorder| {
            let head = recorder.writing.head()?;
            let day = recorder.writing.open_day()?.map(|row| row.day);
            let restored = DataRestored {
                from,
                head_seq: head.seq,
                head: head.to_string(),
            };
            recorder.record(By::default(), day, Fact::DataRestored(restored.clone()))?;
            Ok::<_, Error>(restored)
        })?;
        Ok((till, restored))
    }

    /// Puts a till's data aside under another name, to make room for a backup.
    /// Gives the name.
    ///
    /// # Errors
    /// The data is in use; what the disk says.
    pub fn put_aside(database: &Path, moments: &Moments) -> Result<PathBuf, Error> {
        match Store::inspect(database) {
            // Damaged data is put aside as it is; that is what a backup is for.
            Ok(_) | Err(StoreError::Torn { .. } | StoreError::NotADatabase(_)) => {}
            Err(fault) => return Err(fault.into()),
        }
        let stamp = moments.now("UTC").format("%Y%m%dT%H%M%SZ");
        let aside = database.with_extension(format!("before-{stamp}.sqlite"));
        for log in ["", "-wal", "-shm"] {
            let beside = |path: &Path| {
                let mut name = path.as_os_str().to_owned();
                name.push(log);
                PathBuf::from(name)
            };
            let (from, to) = (beside(database), beside(&aside));
            if from.exists() {
                std::fs::rename(&from, &to)
                    .map_err(|source| StoreError::Io { path: from, source })?;
            }
        }
        Ok(aside)
    }

    /// Copies the data while selling goes on. `progress` hears percents.
    ///
    /// # Errors
    /// What the disk says.
    pub fn backup(&self, to: &Path, progress: impl FnMut(u32) + Send) -> Result<Head, Error> {
        Ok(self.store().backup(to, progress)?)
    }

    /// The last record of the journal.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn head(&self) -> Result<Head, Error> {
        self.read(|books| Ok(books.head()?))
    }

    /// Proves the journal and everything made from it. `progress` hears records
    /// done and records in all.
    ///
    /// # Errors
    /// Only what keeps it from looking.
    pub fn verify(
        &self,
        progress: impl FnMut(u64, u64) + Send + 'static,
    ) -> Result<Verdict, Error> {
        self.read(move |books| Ok(verify(books, progress)?))
    }

    /// Makes everything that is made from the journal anew.
    ///
    /// # Errors
    /// A record that can't be read, or that contradicts those before it.
    pub fn rebuild(&self, progress: impl FnMut(u64) + Send + 'static) -> Result<(), Error> {
        self.write(move |recorder| Ok(rebuild(recorder.writing, progress)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::Entry;
    use crate::services::set_up::SetUp;
    use crate::services::{Fault, Recorder};

    const TERMS: &str = r#"
schema = 1
[bazaar]
code = "B1"
name_ar = "بازار"
organiser_ar = "مركز"
currency = "AED"
time_zone = "Asia/Dubai"
[[packages]]
code = "FOOD"
name_ar = "أطايب"
[[sites]]
code = "HALL"
name_ar = "القاعة"
[[tills]]
code = "T1"
site = "HALL"
name_ar = "الأول"
[[staff]]
code = "huda"
name_ar = "هدى"
role = "organiser"
[commission]
percent = "10"
"#;

    fn last_entry(till: &Till) -> Entry {
        till.write(|recorder: &mut Recorder<'_, '_>| {
            Ok::<_, Error>(
                recorder
                    .writing
                    .last_entry()?
                    .expect("something is recorded"),
            )
        })
        .unwrap()
    }

    #[test]
    fn a_restored_till_says_so_and_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("data").join("till.sqlite");
        let code = TillCode::new("T1").unwrap();
        let till = Till::create(&database, &code, Moments::of_this_machine()).unwrap();
        till.set_up(SetUp::read(TERMS).unwrap()).unwrap();
        let backup = folder.path().join("copy.sqlite");
        let head = till.backup(&backup, |_| ()).unwrap();
        drop(till);

        let standing = Till::restore(&backup, &database, Moments::of_this_machine());
        assert!(matches!(
            standing.map(|_| ()),
            Err(Error::Fault(Fault::Store(StoreError::Exists(_))))
        ));
        let aside = Till::put_aside(&database, &Moments::of_this_machine()).unwrap();
        assert!(aside.exists() && !database.exists());
        let (till, restored) =
            Till::restore(&backup, &database, Moments::of_this_machine()).unwrap();

        assert_eq!(restored.from, "copy.sqlite");
        assert_eq!(restored.head_seq, head.seq);
        let entry = last_entry(&till);
        assert_eq!(entry.fact, Fact::DataRestored(restored));
        assert_eq!(entry.seq, head.seq + 1);
        assert_eq!(till.verify(|_, _| ()).unwrap().first_fault, None);
        till.rebuild(|_| ()).unwrap();
        assert_eq!(till.verify(|_, _| ()).unwrap().entries, head.seq + 1);
    }

    #[test]
    fn data_in_use_is_not_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("till.sqlite");
        let code = TillCode::new("T1").unwrap();
        let _till = Till::create(&database, &code, Moments::of_this_machine()).unwrap();
        let answer = Till::put_aside(&database, &Moments::of_this_machine());
        assert!(matches!(
            answer,
            Err(Error::Fault(Fault::Store(StoreError::InUse { .. })))
        ));
        assert!(database.exists());
    }
}
