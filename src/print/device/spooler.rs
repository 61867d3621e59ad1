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
    use crate::print::fake::{FakePrinter, Machine, Make};
    use std::fs;
    use std::io::Read;
    use std::net::TcpListener;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::process::Child;
    use std::sync::Arc;
    use tempfile::TempDir;

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

    /// A CUPS of the test's own, with nothing of the machine's: where it listens, and
    /// the program; gone when dropped.
    struct Cups {
        folder: TempDir,
        port: u16,
        server: Child,
    }

    impl Cups {
        /// Nothing where there is no CUPS.
        fn start() -> Option<Self> {
            let folder = tempfile::tempdir().expect("a folder");
            let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
            let port = listener.local_addr().expect("its address").port();
            drop(listener);
            let root = folder.path().display();
            let anybody = "Order allow,deny\nAllow localhost";
            let config = format!(
                "Listen 127.0.0.1:{port}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n\
                 <Location />\n{anybody}\n</Location>\n\
                 <Location /admin>\n{anybody}\n</Location>\n\
                 <Policy default>\n<Limit All>\n{anybody}\n</Limit>\n</Policy>\n"
            );
            let files = format!(
                "ServerRoot {root}/root\nCacheDir {root}/cache\nStateDir {root}/state\n\
                 RequestRoot {root}/spool\nTempDir {root}/spool/tmp\n\
                 AccessLog {root}/access\nErrorLog {root}/error\nPageLog {root}/page\n\
                 Sandboxing relaxed\n"
            );
            for inside in ["root", "cache", "state", "spool/tmp"] {
                fs::create_dir_all(folder.path().join(inside)).expect("a folder");
            }
            for (name, text) in [("cupsd.conf", &config), ("cups-files.conf", &files)] {
                fs::write(folder.path().join(name), text).expect("written");
            }
            // The spooler's program of administrators is seldom on the path of others.
            let program = ["cupsd", "/usr/sbin/cupsd"];
            let start = |program: &str| {
                Command::new(program)
                    .arg("-f")
                    .arg("-c")
                    .arg(folder.path().join("cupsd.conf"))
                    .arg("-s")
                    .arg(folder.path().join("cups-files.conf"))
                    .stderr(Stdio::null())
                    .spawn()
                    .ok()
            };
            let server = program.into_iter().find_map(start)?;
            Some(Cups {
                folder,
                port,
                server,
            })
        }

        /// Makes a queue that hands papers over as they are; whether it could.
        fn make_queue(&mut self, name: &str, to: u16) -> bool {
            // It takes some moments until it listens; one that may not run ends.
            for _ in 0..200 {
                if self.server.try_wait().expect("it is ours").is_some() {
                    return false;
                }
                let made = Command::new("/usr/sbin/lpadmin")
                    .args(["-p", name, "-E", "-m", "raw", "-v"])
                    .arg(format!("socket://127.0.0.1:{to}/"))
                    .env("CUPS_SERVER", format!("127.0.0.1:{}", self.port))
                    .stderr(Stdio::null())
                    .status();
                if made.is_ok_and(|made| made.success()) {
                    return true;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            false
        }

        /// The real `lp`, told where this CUPS listens.
        fn transport(&self, queue: &str) -> SpoolerTransport {
            let script = format!("CUPS_SERVER=127.0.0.1:{} exec lp \"$@\"", self.port);
            SpoolerTransport::new(queue).program(spooler(self.folder.path(), &script))
        }
    }

    impl Drop for Cups {
        fn drop(&mut self) {
            let _ = self.server.kill();
            let _ = self.server.wait();
        }
    }

    /// CUPS itself, where it is installed: what comes out of a raw queue's socket is
    /// what was put in, byte for byte, and a printer prints it.
    #[test]
    fn a_raw_queue_of_cups_hands_papers_over_as_they_are() {
        let Some(mut cups) = Cups::start() else {
            println!("skipped: there is no CUPS on this machine");
            return;
        };
        let profile = profile("generic-80");
        let mut sheet = Bitmap::new(576, 700);
        for y in (0..690).step_by(7) {
            sheet.fill(y % 90, y, 300 + y % 200, 4);
        }
        let sheets: Arc<[Bitmap]> = [sheet.clone()].into();
        let wanted = Commands::paper(&sheets, &profile).bytes();
        let job = job(Work::Paper(sheets));

        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        if !cups.make_queue("bytes", port) {
            println!("skipped: CUPS does not run here");
            return;
        }
        let mut device = LinePrinter::new(cups.transport("bytes"), profile.clone());
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Sent { .. }), "{delivery:?}");
        let mut received = Vec::new();
        let (mut connection, _) = listener.accept().expect("CUPS comes");
        connection.read_to_end(&mut received).expect("the paper");
        assert!(
            received == wanted,
            "{} bytes of {}",
            received.len(),
            wanted.len()
        );

        let printer =
            FakePrinter::start(Machine::new(Make::default(), Vec::new()), 0).expect("a port");
        assert!(cups.make_queue("printer", printer.port()));
        let mut device = LinePrinter::new(cups.transport("printer"), profile.clone());
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Sent { .. }), "{delivery:?}");
        let end = Instant::now() + Duration::from_secs(60);
        while printer.machine().tray().is_empty() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(20));
        }
        let machine = printer.machine();
        assert_eq!((machine.tray().len(), machine.letters), (1, 0));
        let printed = machine.tray()[0].bitmap(72);
        let rows = (0..sheet.height()).all(|y| printed.row(y) == sheet.row(y));
        assert!(rows, "what came out is what was drawn");

        // A queue CUPS does not have is told by CUPS.
        let mut device = LinePrinter::new(cups.transport("nowhere"), profile);
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(_)), "{delivery:?}");
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
