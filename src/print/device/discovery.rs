//! What on this machine may lead to a printer: serial lines, the kernel's printer
//! nodes, the spooler's queues. Whether a printer is at the end of it only a page
//! can tell. USB printers are found by `usb`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Serial lines, those of adapters first.
pub fn serial_lines() -> Vec<String> {
    named(Path::new("/dev"), &["ttyUSB", "ttyACM", "ttyS"])
}

/// The kernel's printer nodes.
pub fn printer_nodes() -> Vec<String> {
    let mut nodes = named(Path::new("/dev/usb"), &["lp"]);
    nodes.extend(named(Path::new("/dev"), &["lp"]));
    nodes
}

/// The queues of CUPS; none where there is no CUPS.
pub fn spooler_queues() -> Vec<String> {
    let told = Command::new("lpstat")
        .arg("-e")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let Ok(told) = told else {
        return Vec::new();
    };
    let queues = String::from_utf8_lossy(&told.stdout);
    queues.split_whitespace().map(str::to_owned).collect()
}

/// What in a folder is called one of these names and a number, in the order of both.
fn named(folder: &Path, names: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let place = |name: &str| {
        names.iter().enumerate().find_map(|(place, before)| {
            let number: u32 = name.strip_prefix(before)?.parse().ok()?;
            Some((place, number))
        })
    };
    let mut found: Vec<((usize, u32), String)> = entries
        .filter_map(|entry| {
            let place = place(entry.file_name().to_str()?)?;
            Some((place, entry.path().display().to_string()))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_name_and_number() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "ttyS0", "ttyUSB10", "ttyUSB2", "tty7", "ttySoft", "lp0", "null",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = named(folder.path(), &["ttyUSB", "ttyACM", "ttyS"]);
        let path = |name: &str| folder.path().join(name).display().to_string();
        assert_eq!(found, ["ttyUSB2", "ttyUSB10", "ttyS0"].map(path));
        assert_eq!(named(Path::new("/nowhere"), &["lp"]), [""; 0]);
    }
}
