//! A printer to try things out with: on a port of this machine, its papers as
//! pictures, its faults by request.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use std::{fs, io};

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::print::fake::{FakePrinter, Fault, Machine, Make};
use crate::tr;

/// Between two looks at its tray.
const LOOK: Duration = Duration::from_millis(100);

/// Prints until it is stopped, or for so many seconds.
pub(super) fn fake(
    desk: &Desk,
    port: u16,
    out: Option<&Path>,
    faults: Vec<Fault>,
    seconds: Option<u64>,
) -> Result<(), Failure> {
    let make = Make::default();
    let printer = FakePrinter::start(Machine::new(make, faults), port).map_err(Failure::Output)?;
    let address = format!("tcp:127.0.0.1:{}", printer.port());
    desk.out
        .line(&tr!(desk.texts, "cli-fake-listens", device = address))?;
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut printed, mut pulses) = (0, 0);
    while end.is_none_or(|end| Instant::now() < end) {
        thread::sleep(LOOK);
        let (fresh, pulled) = {
            let machine = printer.machine();
            (machine.tray()[printed..].to_vec(), machine.pulses)
        };
        for sheet in fresh {
            printed += 1;
            if let Some(out) = out {
                let path = out.join(format!("paper-{printed:04}.png"));
                save(&path, &sheet.bitmap(make.stride).to_png()).map_err(Failure::file(&path))?;
            }
            let rows = sheet.rows.len();
            let line = tr!(
                desk.texts,
                "cli-fake-printed",
                number = printed,
                rows = rows
            );
            desk.out.line(&line)?;
        }
        if pulled > pulses {
            pulses = pulled;
            desk.out.line(&tr!(desk.texts, "cli-fake-drawer"))?;
        }
    }
    Ok(())
}

fn save(path: &Path, png: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, png)
}
