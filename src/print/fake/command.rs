//! What a printer finds at the front of its buffer.

/// A command with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Initialise,
    /// The next `rows × stride` bytes are rows of dots to print.
    Raster {
        stride: usize,
        rows: usize,
    },
    /// The next `bytes` bytes are rows of dots to keep.
    Keep {
        stride: usize,
        bytes: usize,
    },
    PrintKept,
    /// Columns of 24 dots, three bytes each.
    Columns(Vec<u8>),
    LineFeed,
    /// Rows to feed.
    Feed(usize),
    LineSpacing(usize),
    Cut,
    Pulse {
        pin: u8,
    },
    Automatic {
        mask: u8,
    },
    Status(u8),
    Identify(u8),
    Confirm([u8; 4]),
    /// Understood, and nothing comes of it here.
    Nothing,
    /// What this printer would print as letters.
    Letter,
}

/// The first command of `bytes` and its length without the data that streams
/// after it; nothing while it is not all there.
pub(super) fn read(bytes: &[u8]) -> Option<(Command, usize)> {
    let word = |at: usize| usize::from(bytes[at]) + 256 * usize::from(bytes[at + 1]);
    let whole = |length: usize| (bytes.len() >= length).then_some(length);
    let first = *bytes.first()?;
    Some(match first {
        0x00 | b'\r' => (Command::Nothing, 1),
        b'\n' => (Command::LineFeed, 1),
        0x07 => (Command::Pulse { pin: 0 }, 1),
        0x10 => match *bytes.get(1)? {
            0x04 | 0x05 => (Command::Nothing, whole(3)?),
            0x14 => (Command::Nothing, whole(5)?),
            // The beginning of a question that broke off; it is no letter.
            _ => (Command::Nothing, 1),
        },
        0x1b => match *bytes.get(1)? {
            b'@' => (Command::Initialise, 2),
            b'2' => (Command::LineSpacing(30), 2),
            b'3' => (Command::LineSpacing(usize::from(bytes[whole(3)? - 1])), 3),
            b'd' => (Command::Feed(30 * usize::from(bytes[whole(3)? - 1])), 3),
            b'J' => (Command::Feed(usize::from(bytes[whole(3)? - 1])), 3),
            b'i' | b'm' => (Command::Cut, 2),
            b'p' => {
                let length = whole(5)?;
                (Command::Pulse { pin: bytes[2] }, length)
            }
            b'*' => {
                whole(5)?;
                let length = whole(5 + 3 * word(3))?;
                (Command::Columns(bytes[5..length].to_vec()), length)
            }
            _ => (Command::Letter, 1),
        },
        0x1d => match *bytes.get(1)? {
            b'v' => {
                let length = whole(8)?;
                let (stride, rows) = (word(4), word(6));
                (Command::Raster { stride, rows }, length)
            }
            b'V' => match bytes[whole(3)? - 1] {
                65 | 66 => (Command::Cut, whole(4)?),
                _ => (Command::Cut, 3),
            },
            b'L' => (Command::Nothing, whole(4)?),
            b'a' => (
                Command::Automatic {
                    mask: bytes[whole(3)? - 1],
                },
                3,
            ),
            b'r' => (Command::Status(bytes[whole(3)? - 1]), 3),
            b'I' => (Command::Identify(bytes[whole(3)? - 1]), 3),
            b'8' => {
                whole(17)?;
                let data = word(3) + 65_536 * word(5);
                let keep = Command::Keep {
                    stride: word(13).div_ceil(8),
                    bytes: data.saturating_sub(10),
                };
                (keep, 17)
            }
            b'(' => return read_bracket(bytes),
            _ => (Command::Letter, 1),
        },
        _ => (Command::Letter, 1),
    })
}

/// `GS (` commands name their own length.
fn read_bracket(bytes: &[u8]) -> Option<(Command, usize)> {
    let header = bytes.get(..5)?;
    let data = usize::from(header[3]) + 256 * usize::from(header[4]);
    let length = 5 + data;
    match header[2] {
        b'L' if data == 2 => {
            let function = bytes.get(..length)?[6];
            let command = match function {
                2 | 50 => Command::PrintKept,
                _ => Command::Nothing,
            };
            Some((command, length))
        }
        b'L' => {
            let stored = bytes.get(..15)?;
            let stride = (usize::from(stored[11]) + 256 * usize::from(stored[12])).div_ceil(8);
            Some((
                Command::Keep {
                    stride,
                    bytes: data.saturating_sub(10),
                },
                15,
            ))
        }
        b'H' if data == 6 => {
            let id = bytes.get(..length)?[7..11].try_into().expect("four bytes");
            Some((Command::Confirm(id), length))
        }
        _ => bytes.get(..length).map(|_| (Command::Nothing, length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_whole_or_not_at_all() {
        let cases: [(&[u8], Command, usize); 8] = [
            (&[0x1b, b'@'], Command::Initialise, 2),
            (
                &[0x1d, b'v', b'0', 0, 72, 0, 44, 1],
                Command::Raster {
                    stride: 72,
                    rows: 300,
                },
                8,
            ),
            (&[0x1d, b'V', 66, 0], Command::Cut, 4),
            (&[0x1d, b'V', 1], Command::Cut, 3),
            (&[0x1b, b'p', 1, 25, 250], Command::Pulse { pin: 1 }, 5),
            (
                &[0x1d, b'(', b'H', 6, 0, 48, 48, b'a', b'b', b'c', b'd'],
                Command::Confirm(*b"abcd"),
                11,
            ),
            (
                &[0x1d, b'(', b'L', 20, 0, 48, 112, 48, 1, 1, 49, 80, 0, 1, 0],
                Command::Keep {
                    stride: 10,
                    bytes: 10,
                },
                15,
            ),
            (&[0x1d, b'(', b'L', 2, 0, 48, 50], Command::PrintKept, 7),
        ];
        for (bytes, command, length) in cases {
            assert_eq!(read(bytes), Some((command, length)));
            for part in 0..bytes.len() {
                assert_eq!(read(&bytes[..part]), None, "{bytes:?} to {part}");
            }
        }
    }
}
