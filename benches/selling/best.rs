//! What it takes to ask a till something.

use std::time::{Duration, Instant};

/// The shortest of so many runs, and its result.
pub fn best<T>(runs: usize, mut run: impl FnMut() -> T) -> (T, Duration) {
    let mut timed = || {
        let started = Instant::now();
        let value = run();
        (value, started.elapsed())
    };
    let first = timed();
    (1..runs).fold(first, |best, _| {
        let next = timed();
        if next.1 < best.1 { next } else { best }
    })
}
