//! A printer behind a CUPS queue, handed over as it is by `lp -o raw`.
//!
//! The spooler takes the paper at once and says nothing of what becomes of it, so
//! nothing is known after that: such a paper is sent, never confirmed.

use std::io::{self, ErrorKind, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::transport::{Connection, Heard, Transport};

/// The program that takes papers for CUPS.
const LP: &str = "lp";

/// A CUPS queue by name.
pub struct SpoolerTransport {
    queue: String,
    program: String,
}

impl SpoolerTransport {
    pub fn new(queue: impl Into<String>) -> Self {
        Self {
            queue: queue.into(),
            program: LP.to_owned(),
        }
    }

    /// Another program that takes what `lp` takes.
    pub fn program(mut self, program: impl Into<String>) -> Self {
        self.program = program.into();
        self
    }
}

impl Transport for SpoolerTransport {
    fn name(&self) -> String {
        self.queue.clone()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        Ok(Box::new(Spool {
            queue: self.queue.clone(),
            program: self.program.clone(),
            paper: Vec::new(),
            since: Instant::now(),
        }))
    }
}

/// A paper being collected; the spooler gets it whole or not at all.
struct Spool {
    queue: String,
    program: String,
    paper: Vec<u8>,
    since: Instant,
}

impl Connection for Spool {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.paper.extend(bytes);
        Ok(bytes.len())
    }

    fn hear(&mut self, _wait: Duration) -> Heard {
        Heard::Silence
    }

    fn can_hear(&self) -> bool {
        false
    }

    fn keeps_until_finished(&self) -> bool {
        true
    }

    fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }

    fn finish(self: Box<Self>, _patience: Duration) -> io::Result<()> {
        let mut spooler = Command::new(&self.program)
            .args(["-d", &self.queue, "-o", "raw", "-s"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut door = spooler.stdin.take().expect("it was asked for");
        // A spooler that refuses closes its door early and says why afterwards.
        let given = door.write_all(&self.paper);
        drop(door);
        let done = spooler.wait_with_output()?;
        if !done.status.success() {
            let why = String::from_utf8_lossy(&done.stderr).trim().to_owned();
            return Err(io::Error::new(ErrorKind::NotFound, why));
        }
        // It says that it took the paper, however it closed its door.
        drop(given);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Bitmap;
    use crate::print::device::given::{job, profile};
    use crate::print::device::{Delivery, Device, LinePrinter, Work};
    use crate::print::escpos::Commands;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::sync::Arc;

    /// A program that does what `lp` does, by its script.
    fn spooler(folder: &Path, script: &str) -> String {
        let path = folder.join("lp");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("allowed");
        path.display().to_string()
    }

    #[test]
    fn the_spooler_gets_the_paper_whole_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let profile = profile("generic-80");
        let sheets: Arc<[Bitmap]> = [Bitmap::new(576, 30)].into();
        let wanted = Commands::paper(&sheets, &profile).bytes();
        let job = job(Work::Paper(sheets));
        let out = folder.path().join("out");
        let takes = format!("echo \"$@\" > {0}.args; cat > {0}", out.display());
        for (script, is_taken) in [
            (takes.as_str(), true),
            ("echo no such queue >&2; exit 1", false),
        ] {
            let program = spooler(folder.path(), script);
            let transport = SpoolerTransport::new("hall").program(program);
            let delivery = LinePrinter::new(transport, profile.clone()).deliver(&job, &mut |_| {});
            match is_taken {
                true => assert!(matches!(delivery, Delivery::Sent { .. }), "{delivery:?}"),
                false => assert!(matches!(delivery, Delivery::Refused(_)), "{delivery:?}"),
            }
        }
        assert_eq!(fs::read(&out).expect("spooled"), wanted);
        let arguments = fs::read_to_string(out.with_extension("args")).expect("told");
        assert_eq!(arguments.trim(), "-d hall -o raw -s");
    }

    #[test]
    fn a_machine_without_a_spooler_refuses() {
        let transport = SpoolerTransport::new("hall").program("/nowhere/lp");
        let mut device = LinePrinter::new(transport, profile("generic-80"));
        let job = job(Work::Paper([Bitmap::new(8, 8)].into()));
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(_)), "{delivery:?}");
    }
}
