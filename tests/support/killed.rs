//! A child of this test program that is killed while it works.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Names what the child works in, and makes a test be it.
pub const CHILD: &str = "SANDUQ_TEST_WORKS_IN";

/// What a child says of each thing it was told is recorded.
pub const ACKNOWLEDGED: &str = "acknowledged ";

/// A seed that differs from run to run.
pub fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    now.as_nanos() as u64
}

/// Far longer than any child needs to begin; one that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// From when on the time of a child is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It may die before it has recorded anything.
    Start,
    /// However busy the machine is, it has recorded something.
    FirstWord,
}

impl Since {
    /// Of four children one counts from its start.
    pub fn of(random: u64) -> Self {
        match random % 4 {
            0 => Since::Start,
            _ => Since::FirstWord,
        }
    }
}

/// Lets the test called `child` work in `path` for a while, kills it, and gives
/// what it acknowledged.
pub fn work_and_die(child: &str, path: &Path, since: Since, after: Duration) -> Vec<String> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", child, "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (speaks, heard) = mpsc::channel();
    let acknowledged = thread::spawn(move || {
        let lines = out.lines().map_while(Result::ok);
        let said = lines.filter_map(|line| Some(line.split_once(ACKNOWLEDGED)?.1.to_owned()));
        // Nobody listens where the time counts from the start.
        said.inspect(|_| _ = speaks.send(())).collect()
    });
    if since == Since::FirstWord {
        heard
            .recv_timeout(PATIENCE)
            .expect("the child records something");
    }
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.join().unwrap()
}
