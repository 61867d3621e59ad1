//! A child of this test program that is killed while it works.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
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

/// Lets the test called `child` work in `path` for a while, kills it, and gives
/// what it acknowledged.
pub fn work_and_die(child: &str, path: &Path, after: Duration) -> Vec<String> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", child, "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let acknowledged = thread::spawn(move || {
        out.lines()
            .map_while(Result::ok)
            .filter_map(|line| Some(line.split_once(ACKNOWLEDGED)?.1.to_owned()))
            .collect()
    });
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.join().unwrap()
}
