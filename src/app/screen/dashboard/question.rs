//! Which question an answer belongs to: what was asked before another choice, or by a
//! dashboard that was left meanwhile, is not taken for an answer to what is asked now.

use std::sync::atomic::{AtomicU64, Ordering};

/// The number of a question; no two are alike, whichever visit asked them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question(u64);

impl Question {
    pub fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Question(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
