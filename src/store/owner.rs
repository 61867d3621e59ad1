//! The one thread that owns the database, and the handle others reach it by.
//!
//! # Architecture invariant
//!
//! A connection never leaves its thread. Jobs run one after another, so a read
//! sees no half-made write and nothing is ever waited for but the disk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::backup::{self, BackupOrder};
use super::books::Books;
use super::copies::Copies;
use super::elsewhere;
use super::error::StoreError;
use super::keeper::{Head, Keeper};
use super::migrate;
use super::writing::Writing;
use crate::domain::id::TillCode;

type Job = Box<dyn FnOnce(&Keeper) + Send>;

enum Message {
    Job(Job),
    Backup(BackupOrder),
}

/// A till's database. Clones share it; the last one dropped closes it.
#[derive(Clone)]
pub struct Store {
    owner: Arc<Owner>,
}

struct Owner {
    till: TillCode,
    path: PathBuf,
    messages: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
    /// Where a copy lies that is only looked at; removed after the thread has ended.
    _copy: Option<Copies>,
}

impl Store {
    /// Makes the database of a new till.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is a file already; what the disk says.
    pub fn create(path: &Path, till: &TillCode) -> Result<Store, StoreError> {
        migrate::create(path, till)?;
        Self::open(path)
    }

    /// Opens a till's database, alone, and brings it to this program's version.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`NotADatabase`](StoreError::NotADatabase),
    /// [`Foreign`](StoreError::Foreign), [`Newer`](StoreError::Newer),
    /// [`ReadOnly`](StoreError::ReadOnly), [`InUse`](StoreError::InUse),
    /// [`Torn`](StoreError::Torn) when its last records are not intact.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        let keeper = Keeper::open(path)?;
        keeper.check_last_records()?;
        Ok(Self::start(keeper, path, None))
    }

    /// Opens a damaged database to be looked at with [`verify`](super::verify):
    /// as [`Store::open`], but whatever the state of its last records.
    ///
    /// # Errors
    /// Those of [`Store::open`], but for damage past its first page.
    pub fn inspect(path: &Path) -> Result<Store, StoreError> {
        Ok(Self::start(Keeper::open(path)?, path, None))
    }

    /// Looks into another database without locking, changing or writing anything of
    /// it or beside it, and proves its whole journal. `progress` hears records done
    /// and records in all. What it answers with is a copy, which is removed with its
    /// last handle; [`Store::path`] names the original.
    ///
    /// # Errors
    /// [`StoreError::Elsewhere`]: at work in another program or open in this one,
    /// damaged or forged, no till's database, of a later version.
    pub fn look(path: &Path, progress: impl FnMut(u64, u64)) -> Result<Store, StoreError> {
        let (keeper, copy) = elsewhere::look(path, progress)?;
        Ok(Self::start(keeper, path, Some(copy)))
    }

    fn start(keeper: Keeper, path: &Path, copy: Option<Copies>) -> Store {
        let (till, path) = (keeper.till.clone(), path.to_owned());
        let (messages, inbox) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || serve(&keeper, &inbox))
            .expect("a program that just started can start a thread");
        Store {
            owner: Arc::new(Owner {
                till,
                path,
                messages: Some(messages),
                thread: Some(thread),
                _copy: copy,
            }),
        }
    }

    pub fn till(&self) -> &TillCode {
        &self.owner.till
    }

    pub fn path(&self) -> &Path {
        &self.owner.path
    }

    /// Asks the books; other jobs wait meanwhile.
    ///
    /// # Errors
    /// What `f` returns.
    ///
    /// # Panics
    /// If `f` does, or if it is called by a job of this store.
    pub fn read<T, E>(
        &self,
        f: impl FnOnce(&Books<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.run(move |keeper| f(&Books::new(keeper)))
    }

    /// Writes in one transaction: all of it is on the disk when this returns
    /// `Ok`, none of it otherwise.
    ///
    /// # Errors
    /// What `f` returns, or the fault that kept it from being recorded.
    ///
    /// # Panics
    /// If `f` does, or if it is called by a job of this store.
    pub fn write<T, E>(
        &self,
        f: impl FnOnce(&mut Writing<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.run(move |keeper| Writing::run(keeper, f))
    }

    /// Copies the database to `to`, replacing a file there, in small steps
    /// while other jobs go on. `progress` hears percents.
    ///
    /// The copy appears under its name only when it is whole and on the disk.
    ///
    /// # Errors
    /// What the disk says.
    pub fn backup(
        &self,
        to: &Path,
        mut progress: impl FnMut(u32) + Send,
    ) -> Result<Head, StoreError> {
        let (order, news) = BackupOrder::new(to);
        self.send(Message::Backup(order));
        loop {
            match news.recv().expect("a backup always says how it ended") {
                backup::News::Percent(percent) => progress(percent),
                backup::News::Ended(outcome) => return outcome,
            }
        }
    }

    /// Makes `to` out of a backup, after proving the backup whole, and opens it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is a database at `to` already;
    /// [`BackupFaulty`](StoreError::BackupFaulty) with the first bad record;
    /// those of [`Store::open`].
    pub fn restore(from: &Path, to: &Path) -> Result<Store, StoreError> {
        backup::restore(from, to)?;
        Self::open(to)
    }

    fn run<T: Send + 'static>(&self, job: impl FnOnce(&Keeper) -> T + Send + 'static) -> T {
        let (answer, wait) = mpsc::sync_channel(1);
        self.send(Message::Job(Box::new(move |keeper| {
            let outcome = catch_unwind(AssertUnwindSafe(|| job(keeper)));
            // Nobody is left to tell only if the asking thread died meanwhile.
            let _ = answer.send(outcome);
        })));
        match wait.recv().expect("every job answers") {
            Ok(value) => value,
            Err(panic) => resume_unwind(panic),
        }
    }

    fn send(&self, message: Message) {
        let own = self
            .owner
            .thread
            .as_ref()
            .map(|thread| thread.thread().id());
        assert!(
            own != Some(thread::current().id()),
            "a job of the store can't wait for another"
        );
        self.owner
            .messages
            .as_ref()
            .expect("messages end when the last handle is dropped")
            .send(message)
            .expect("the owning thread runs until the last handle is dropped");
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        drop(self.messages.take());
        let Some(thread) = self.thread.take() else {
            return;
        };
        // A job may hold the last handle; its thread can't wait for itself.
        if thread.thread().id() != thread::current().id() {
            let _ = thread.join();
        }
    }
}

/// The pause after which what stands in the log is brought into the database.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs jobs until every handle is gone. When nobody asks for anything it empties
/// the log, so that no sale has to.
fn serve(keeper: &Keeper, inbox: &Receiver<Message>) {
    let mut waiting: VecDeque<BackupOrder> = VecDeque::new();
    let mut worked = false;
    loop {
        if let Some(order) = waiting.pop_front() {
            backup::run(keeper, order, |pause| {
                between_steps(keeper, inbox, &mut waiting, pause);
            });
            continue;
        }
        let next = if worked {
            inbox.recv_timeout(PAUSE)
        } else {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        worked = next.is_ok();
        match next {
            Ok(Message::Job(job)) => job(keeper),
            Ok(Message::Backup(order)) => waiting.push_back(order),
            Err(RecvTimeoutError::Timeout) => keeper.empty_log(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Runs what has arrived while a backup is under way, waiting for it as long
/// as the backup wants to pause.
fn between_steps(
    keeper: &Keeper,
    inbox: &Receiver<Message>,
    waiting: &mut VecDeque<BackupOrder>,
    pause: Duration,
) {
    let mut next = inbox
        .recv_timeout(pause)
        .map_err(|error| error == RecvTimeoutError::Disconnected);
    while let Ok(message) = next {
        match message {
            Message::Job(job) => job(keeper),
            Message::Backup(order) => waiting.push_back(order),
        }
        next = inbox
            .try_recv()
            .map_err(|error| error == TryRecvError::Disconnected);
    }
}
