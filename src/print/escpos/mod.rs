//! Dots as printer commands, and commands onto a wire.
//!
//! Only this room and `device` know the escpos crate. Of it we use `Printer`'s
//! `init`, `custom` and `print` over a driver of our own: its picture commands
//! have no bands, its drawer command leaves out the two times, and its retry on
//! one `Printer` prints what was sent before the fault twice.

mod bands;
mod wire;

pub use wire::{Transmission, transmit};

use super::bitmap::Bitmap;
use super::profile::{CutMode, DrawerCommand, LineFeedAfter, Profile};

/// What one attempt sends, as whole commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// Whether the printer is first put into its start state (`ESC @`).
    starts_afresh: bool,
    parts: Vec<Vec<u8>>,
}

/// `ESC @`.
const INITIALISE: [u8; 2] = [0x1b, b'@'];

impl Commands {
    /// Every sheet in bands, each fed to the cutter and cut.
    ///
    /// # Panics
    /// When a sheet is wider than the profile's paper: it was drawn for another.
    pub fn paper(sheets: &[Bitmap], profile: &Profile) -> Self {
        let mut parts = Vec::new();
        let offset = profile.paper.left_offset_dots;
        if offset > 0 {
            let [low, high] = offset.to_le_bytes();
            parts.push(vec![0x1d, b'L', low, high]);
        }
        for sheet in sheets {
            assert!(
                sheet.width() <= usize::from(profile.paper.dots),
                "the sheet was drawn for a wider paper"
            );
            bands::encode(sheet, &profile.raster, &mut parts);
            parts.push(feed_and_cut(profile));
        }
        Self {
            starts_afresh: true,
            parts,
        }
    }

    /// The same, with the printer asked to say by `id` that all of it is printed,
    /// and to tell its troubles by itself as far as `automatic` says.
    pub fn confirmed_by(mut self, id: [u8; 4], automatic: u8) -> Self {
        if automatic != 0 {
            self.parts.insert(0, vec![0x1d, b'a', automatic]);
        }
        let mut ask = vec![0x1d, b'(', b'H', 6, 0, 48, 48];
        ask.extend(id);
        self.parts.push(ask);
        self
    }

    /// The same, for a printer whose last paper broke off: it may still wait for
    /// dots of that one, which it gets in white, and what hangs out is cut off.
    pub fn after_a_break(mut self, profile: &Profile) -> Self {
        let columns = 3 * u32::from(profile.paper.dots);
        let waits_for = profile.raster.max_band_bytes.max(columns) as usize + 16;
        let mut afresh = vec![0; waits_for];
        afresh.extend(INITIALISE);
        afresh.extend(feed_and_cut(profile));
        self.parts.insert(0, afresh);
        // White comes first of all: a start state in the middle of a broken
        // command would be taken for its arguments.
        self.starts_afresh = false;
        self
    }

    /// Opens the drawer; nothing for a printer without a drawer connector. The
    /// printer is not initialised, so a paper still in its buffer is left alone.
    pub fn drawer(profile: &Profile) -> Option<Self> {
        let drawer = &profile.drawer;
        let command = match drawer.command {
            DrawerCommand::EscP => {
                // Both times count in steps of 2 ms; the profile keeps them below 510.
                let time = |ms: u16| (ms / 2).min(255) as u8;
                vec![
                    0x1b,
                    b'p',
                    drawer.main_pin,
                    time(drawer.on_ms),
                    time(drawer.off_ms),
                ]
            }
            DrawerCommand::DleDc4 => {
                // The time counts in steps of 100 ms, 1 to 8.
                let time = drawer.on_ms.div_ceil(100).clamp(1, 8) as u8;
                vec![0x10, 0x14, 1, drawer.main_pin, time]
            }
            DrawerCommand::Bel => vec![0x07],
            DrawerCommand::None => return None,
        };
        Some(Self {
            starts_afresh: false,
            parts: vec![command],
        })
    }

    /// Exactly what goes over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.len());
        if self.starts_afresh {
            bytes.extend(INITIALISE);
        }
        for part in &self.parts {
            bytes.extend_from_slice(part);
        }
        bytes
    }

    /// Bytes that go over the wire.
    pub fn len(&self) -> usize {
        let start = if self.starts_afresh {
            INITIALISE.len()
        } else {
            0
        };
        start + self.parts.iter().map(Vec::len).sum::<usize>()
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Line feeds by themselves: `ESC J` and `ESC d` are ignored by some clones.
fn feed_and_cut(profile: &Profile) -> Vec<u8> {
    let mut bytes = Vec::new();
    let lines = profile.feed.lines_before_cut;
    let lost = lines > 0 && profile.raster.lf_after == LineFeedAfter::Swallowed;
    bytes.resize(usize::from(lines) + usize::from(lost), b'\n');
    match profile.cut.mode {
        CutMode::FeedAndPartial => bytes.extend([0x1d, b'V', 66, 0]),
        CutMode::FeedAndFull => bytes.extend([0x1d, b'V', 65, 0]),
        CutMode::Partial => bytes.extend([0x1d, b'V', 1]),
        CutMode::EscI => bytes.extend([0x1b, b'i']),
        CutMode::None => {}
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::profile::Catalogue;

    fn generic() -> Profile {
        Catalogue::shipped()
            .get("generic-80")
            .expect("shipped")
            .clone()
    }

    #[test]
    fn the_drawer_command_carries_its_pin_and_times() {
        let cases = [
            (DrawerCommand::EscP, 0, Some(vec![0x1b, b'p', 0, 25, 250])),
            (DrawerCommand::EscP, 1, Some(vec![0x1b, b'p', 1, 25, 250])),
            (DrawerCommand::DleDc4, 0, Some(vec![0x10, 0x14, 1, 0, 1])),
            (DrawerCommand::Bel, 0, Some(vec![0x07])),
            (DrawerCommand::None, 0, None),
        ];
        for (command, pin, wanted) in cases {
            let mut profile = generic();
            profile.drawer.command = command;
            profile.drawer.main_pin = pin;
            assert_eq!(
                Commands::drawer(&profile).map(|commands| commands.bytes()),
                wanted,
                "{command:?}"
            );
        }
    }

    #[test]
    fn a_sheet_starts_with_the_start_state_and_ends_with_its_cut() {
        let ends: [(CutMode, u8, LineFeedAfter, &[u8]); 5] = [
            (
                CutMode::FeedAndPartial,
                0,
                LineFeedAfter::Printed,
                &[0x1d, b'V', 66, 0],
            ),
            (
                CutMode::FeedAndFull,
                1,
                LineFeedAfter::Printed,
                &[b'\n', 0x1d, b'V', 65, 0],
            ),
            (
                CutMode::Partial,
                2,
                LineFeedAfter::Printed,
                &[b'\n', b'\n', 0x1d, b'V', 1],
            ),
            (
                CutMode::EscI,
                1,
                LineFeedAfter::Swallowed,
                &[b'\n', b'\n', 0x1b, b'i'],
            ),
            (CutMode::None, 0, LineFeedAfter::Swallowed, &[]),
        ];
        for (mode, lines, lf_after, end) in ends {
            let mut profile = generic();
            profile.cut.mode = mode;
            profile.feed.lines_before_cut = lines;
            profile.raster.lf_after = lf_after;
            let commands = Commands::paper(&[Bitmap::new(16, 2)], &profile);
            let mut wanted = vec![0x1b, b'@', 0x1d, b'v', b'0', 0, 2, 0, 2, 0, 0, 0, 0, 0];
            wanted.extend(end);
            assert_eq!(commands.bytes(), wanted, "{mode:?}");
            assert_eq!(commands.len(), wanted.len());
        }
    }

    #[test]
    fn a_left_offset_is_told_once() {
        let mut profile = generic();
        profile.paper.left_offset_dots = 300;
        let bytes = Commands::paper(&[Bitmap::new(8, 1), Bitmap::new(8, 1)], &profile).bytes();
        assert_eq!(bytes[2..6], [0x1d, b'L', 44, 1]);
        assert_eq!(
            bytes
                .windows(2)
                .filter(|pair| *pair == [0x1d, b'L'])
                .count(),
            1
        );
    }
}
