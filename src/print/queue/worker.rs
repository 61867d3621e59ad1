//! The thread that works through one printer's jobs.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use uuid::Uuid;

use super::step::{Step, step};
use super::{JobState, JobStore};
use crate::print::device::Device;

/// How long to wait before trying again.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After the first refusal; doubled after each further one.
    pub first_retry: Duration,
    /// Never longer than this.
    pub longest_retry: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first_retry: Duration::from_secs(2),
            longest_retry: Duration::from_secs(30),
        }
    }
}

/// What the worker tells whoever listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A job changed its state.
    Changed { job: Uuid, state: JobState },
    /// The store could not be read or written; the worker tries again later.
    StoreFault { reason: String },
}

/// A running queue. Dropping it ends the thread after the job in hand, without
/// waiting for it.
pub struct Worker {
    signals: Sender<Signal>,
    thread: JoinHandle<()>,
}

enum Signal {
    Look,
    Stop,
}

impl Worker {
    /// Starts working through `store` onto `device`. `notify` is called on the
    /// worker's thread and must return quickly.
    ///
    /// # Panics
    /// When the system cannot start a thread.
    pub fn start<S, D, N>(store: S, device: D, pace: Pace, notify: N) -> Self
    where
        S: JobStore + 'static,
        D: Device + 'static,
        N: FnMut(Notice) + Send + 'static,
    {
        let (signals, received) = mpsc::channel();
        let mut shift = Shift {
            store,
            device,
            notify,
        };
        let thread = thread::Builder::new()
            .name("print queue".to_string())
            .spawn(move || shift.work(&received, pace))
            .expect("the system has room for a thread per printer");
        Self { signals, thread }
    }

    /// Says that the store has a new job. Never waits.
    pub fn look(&self) {
        // A worker that has stopped has nothing to look at.
        let _ = self.signals.send(Signal::Look);
    }

    /// Has the thread end after the job in hand, without waiting for it.
    pub fn stop(&self) {
        // One that has ended hears nothing.
        let _ = self.signals.send(Signal::Stop);
    }

    /// Whether the thread has ended.
    pub fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }
}

/// What the thread works with.
struct Shift<S, D, N> {
    store: S,
    device: D,
    notify: N,
}

impl<S: JobStore, D: Device, N: FnMut(Notice)> Shift<S, D, N> {
    fn work(&mut self, signals: &Receiver<Signal>, pace: Pace) {
        let mut retry = pace.first_retry;
        loop {
            let signal = match step(&mut self.store, &mut self.device, &mut self.notify) {
                Step::Done => {
                    retry = pace.first_retry;
                    match signals.try_recv() {
                        Ok(signal) => signal,
                        Err(mpsc::TryRecvError::Empty) => Signal::Look,
                        Err(mpsc::TryRecvError::Disconnected) => Signal::Stop,
                    }
                }
                Step::Idle => signals.recv().unwrap_or(Signal::Stop),
                Step::Later => {
                    let wait = retry;
                    retry = (retry * 2).min(pace.longest_retry);
                    match signals.recv_timeout(wait) {
                        Ok(signal) => signal,
                        Err(RecvTimeoutError::Timeout) => Signal::Look,
                        Err(RecvTimeoutError::Disconnected) => Signal::Stop,
                    }
                }
            };
            if matches!(signal, Signal::Stop) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::device::given::profile;
    use crate::print::device::{
        Delivery, DeviceFault, FileTransport, Job, LinePrinter, TcpTransport, Watch, Work,
    };
    use crate::print::escpos::Commands;
    use std::collections::VecDeque;
    use std::io::{self, Read};
    use std::net::TcpListener;
    use std::sync::{Arc, Mutex};

    fn end(worker: &Worker) {
        worker.stop();
        while !worker.has_ended() {
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Jobs in memory.
    #[derive(Clone, Default)]
    struct Memory(Arc<Mutex<Vec<(Job, JobState)>>>);

    impl Memory {
        fn add(&self, work: Work) -> Uuid {
            let id = Uuid::from_u128(self.0.lock().expect("no panic").len() as u128 + 1);
            self.0.lock().expect("no panic").push((
                Job {
                    id,
                    name: String::new(),
                    work,
                },
                JobState::Queued,
            ));
            id
        }

        fn states(&self) -> Vec<JobState> {
            self.0
                .lock()
                .expect("no panic")
                .iter()
                .map(|(_, state)| state.clone())
                .collect()
        }
    }

    impl JobStore for Memory {
        type Fault = io::Error;

        fn next(&mut self) -> io::Result<Option<Job>> {
            let jobs = self.0.lock().expect("no panic");
            let waiting = jobs.iter().filter(|(_, state)| state.is_waiting());
            let first = waiting.min_by_key(|(job, _)| job.work != Work::OpenDrawer);
            Ok(first.map(|(job, _)| job.clone()))
        }

        fn update(&mut self, id: Uuid, state: &JobState) -> io::Result<()> {
            let mut jobs = self.0.lock().expect("no panic");
            let entry = jobs
                .iter_mut()
                .find(|(job, _)| job.id == id)
                .expect("a job of this store");
            entry.1 = state.clone();
            Ok(())
        }
    }

    /// Answers from a script, then confirms everything; keeps what it was given.
    struct Scripted {
        answers: VecDeque<Delivery>,
        given: Sender<Work>,
    }

    impl Device for Scripted {
        fn name(&self) -> String {
            "scripted".to_string()
        }

        fn deliver(&mut self, job: &Job, _watch: &mut Watch) -> Delivery {
            self.given.send(job.work.clone()).expect("the test listens");
            self.answers.pop_front().unwrap_or(Delivery::Confirmed)
        }
    }

    fn paper(rows: usize) -> Work {
        Work::Paper([Bitmap::new(576, rows)].into())
    }

    fn unreachable() -> DeviceFault {
        DeviceFault::Unreachable {
            device: "till".to_string(),
            source: io::Error::other("off"),
        }
    }

    /// Starts a worker whose notices come through the receiver.
    fn started(
        store: &Memory,
        device: impl Device + 'static,
        retry: Duration,
    ) -> (Worker, Receiver<Notice>) {
        let (notices, noticed) = mpsc::channel();
        let pace = Pace {
            first_retry: retry,
            longest_retry: retry,
        };
        let worker = Worker::start(store.clone(), device, pace, move |notice| {
            let _ = notices.send(notice);
        });
        (worker, noticed)
    }

    fn wait_for(noticed: &Receiver<Notice>, wanted: impl Fn(&JobState) -> bool) {
        loop {
            let notice = noticed
                .recv_timeout(Duration::from_secs(30))
                .expect("the worker goes on");
            if matches!(&notice, Notice::Changed { state, .. } if wanted(state)) {
                return;
            }
        }
    }

    #[test]
    fn a_blocked_paper_is_tried_again_and_a_drawer_overtakes_it() {
        let store = Memory::default();
        store.add(paper(3));
        let (given, works) = mpsc::channel();
        let answers = [
            Delivery::Refused(unreachable()),
            Delivery::Refused(unreachable()),
        ]
        .into();
        let hour = Duration::from_secs(3_600);
        let (worker, noticed) = started(&store, Scripted { answers, given }, hour);
        wait_for(&noticed, |state| matches!(state, JobState::Blocked { .. }));
        store.add(Work::OpenDrawer);
        worker.look();
        wait_for(&noticed, |state| matches!(state, JobState::Failed { .. }));
        wait_for(&noticed, |state| *state == JobState::Confirmed);
        end(&worker);
        let given: Vec<bool> = works.iter().map(|work| work == Work::OpenDrawer).collect();
        assert_eq!(
            given,
            [false, true, false],
            "the drawer is tried once, before the paper"
        );
    }

    #[test]
    fn what_may_have_printed_is_never_sent_again() {
        let store = Memory::default();
        store.add(paper(3));
        store.add(paper(4));
        let (given, works) = mpsc::channel();
        let answers = [Delivery::Unknown {
            sent: 12,
            fault: unreachable(),
        }]
        .into();
        let (worker, noticed) = started(
            &store,
            Scripted { answers, given },
            Duration::from_millis(1),
        );
        wait_for(&noticed, |state| *state == JobState::Confirmed);
        worker.look();
        end(&worker);
        assert_eq!(works.iter().count(), 2);
        assert!(matches!(store.states()[0], JobState::Unknown { .. }));
    }

    #[test]
    fn nothing_is_sent_when_sending_cannot_be_kept() {
        struct ReadOnly;
        impl JobStore for ReadOnly {
            type Fault = io::Error;

            fn next(&mut self) -> io::Result<Option<Job>> {
                Ok(Some(Job {
                    id: Uuid::nil(),
                    name: String::new(),
                    work: paper(3),
                }))
            }

            fn update(&mut self, _: Uuid, _: &JobState) -> io::Result<()> {
                Err(io::Error::other("disk full"))
            }
        }
        let (given, works) = mpsc::channel();
        let (notices, noticed) = mpsc::channel();
        let device = Scripted {
            answers: VecDeque::new(),
            given,
        };
        let worker = Worker::start(ReadOnly, device, Pace::default(), move |notice| {
            let _ = notices.send(notice);
        });
        let notice = noticed
            .recv_timeout(Duration::from_secs(30))
            .expect("a notice");
        assert_eq!(
            notice,
            Notice::StoreFault {
                reason: "disk full".to_string()
            }
        );
        end(&worker);
        assert_eq!(works.iter().count(), 0);
    }

    #[test]
    fn papers_reach_a_file_in_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("till.bin");
        let store = Memory::default();
        let works = [paper(3), paper(5)];
        for work in &works {
            store.add(work.clone());
        }
        let device = LinePrinter::new(FileTransport::new(&path), profile("generic-80"));
        let (worker, noticed) = started(&store, device, Duration::from_millis(1));
        for _ in &works {
            wait_for(&noticed, |state| {
                matches!(state, JobState::SentUnconfirmed { .. })
            });
        }
        end(&worker);
        let wanted: Vec<u8> = works
            .iter()
            .flat_map(|work| match work {
                Work::Paper(sheets) => Commands::paper(sheets, &profile("generic-80")).bytes(),
                Work::OpenDrawer => Vec::new(),
            })
            .collect();
        assert_eq!(std::fs::read(&path).expect("written"), wanted);
    }

    #[test]
    fn a_printer_switched_on_later_gets_the_waiting_paper_once() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let store = Memory::default();
        store.add(paper(40));
        let device = LinePrinter::new(TcpTransport::new("127.0.0.1", port), profile("generic-80"));
        let (worker, noticed) = started(&store, device, Duration::from_millis(20));
        wait_for(&noticed, |state| matches!(state, JobState::Blocked { .. }));
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the same port");
        let mut received = Vec::new();
        listener
            .accept()
            .expect("a connection")
            .0
            .read_to_end(&mut received)
            .expect("no reset");
        wait_for(&noticed, |state| {
            matches!(state, JobState::SentUnconfirmed { .. })
        });
        end(&worker);
        let sheets = [Bitmap::new(576, 40)];
        assert_eq!(
            received,
            Commands::paper(&sheets, &profile("generic-80")).bytes()
        );
    }
}
