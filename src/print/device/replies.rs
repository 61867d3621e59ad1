//! What printers say, byte by byte: the classes of ESC/POS replies told apart,
//! and everything else let go.
//!
//! | class | bytes |
//! |---|---|
//! | `DLE EOT` | `0xx1xx10` |
//! | automatic status | `0xx1xx00`, then three `0xx0xxxx` |
//! | `GS ( H` | `37 22`, four of `20`–`7E`, `00` |
//! | `GS I` | `5F`, letters, `00` |
//! | flow control | `11`, `13` |

use std::collections::VecDeque;

/// Something a printer said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Of `DLE EOT`; which question it answers follows from the order of asking.
    Asked(u8),
    /// By itself, after `GS a`.
    Automatic([u8; 4]),
    /// Everything before `GS ( H` with this id is on paper.
    Printed([u8; 4]),
    /// Of `GS I`.
    Name(Vec<u8>),
}

/// The longest name that is waited for.
const LONGEST_NAME: usize = 80;

/// Takes bytes as they come and gives replies when they are whole.
#[derive(Debug, Default)]
pub struct Replies {
    bytes: VecDeque<u8>,
}

/// What the front of the bytes is.
enum Front {
    Reply(Reply, usize),
    /// That many bytes are nothing.
    Nothing(usize),
    /// More has to come.
    Unfinished,
}

impl Replies {
    pub fn hear(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }

    /// The next whole reply. Noise before it is dropped.
    pub fn next_reply(&mut self) -> Option<Reply> {
        while !self.bytes.is_empty() {
            match front(self.bytes.make_contiguous()) {
                Front::Reply(reply, length) => {
                    self.bytes.drain(..length);
                    return Some(reply);
                }
                Front::Nothing(length) => {
                    self.bytes.drain(..length);
                }
                Front::Unfinished => return None,
            }
        }
        None
    }
}

fn front(bytes: &[u8]) -> Front {
    let first = bytes[0];
    match first {
        0x37 => printed(bytes),
        0x5f => name(bytes),
        _ if first & 0x93 == 0x12 => Front::Reply(Reply::Asked(first), 1),
        _ if first & 0x93 == 0x10 => automatic(bytes),
        _ => Front::Nothing(1),
    }
}

fn automatic(bytes: &[u8]) -> Front {
    if bytes.iter().take(4).skip(1).any(|byte| byte & 0x90 != 0) {
        return Front::Nothing(1);
    }
    match bytes.first_chunk::<4>() {
        Some(status) => Front::Reply(Reply::Automatic(*status), 4),
        None => Front::Unfinished,
    }
}

fn printed(bytes: &[u8]) -> Front {
    let fits = |(at, byte): (usize, &u8)| match at {
        0 => *byte == 0x37,
        1 => *byte == 0x22,
        2..=5 => (0x20..0x7f).contains(byte),
        _ => *byte == 0,
    };
    if !bytes.iter().take(7).enumerate().all(fits) {
        return Front::Nothing(1);
    }
    match bytes.first_chunk::<7>() {
        Some([_, _, a, b, c, d, _]) => Front::Reply(Reply::Printed([*a, *b, *c, *d]), 7),
        None => Front::Unfinished,
    }
}

fn name(bytes: &[u8]) -> Front {
    let letters = &bytes[1..];
    let end = letters.iter().position(|byte| !(0x20..0x7f).contains(byte));
    match end {
        Some(end) if letters[end] == 0 => {
            Front::Reply(Reply::Name(letters[..end].to_vec()), end + 2)
        }
        None if letters.len() < LONGEST_NAME => Front::Unfinished,
        _ => Front::Nothing(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parts: &[&[u8]]) -> Vec<Reply> {
        let mut replies = Replies::default();
        let mut read = Vec::new();
        for part in parts {
            replies.hear(part);
            read.extend(std::iter::from_fn(|| replies.next_reply()));
        }
        read
    }

    #[test]
    fn replies_are_told_apart() {
        let cases: [(&[&[u8]], &[Reply]); 7] = [
            (&[&[0x12, 0x16]], &[Reply::Asked(0x12), Reply::Asked(0x16)]),
            (
                &[&[0x18, 0x00], &[0x0c, 0x00, 0x1a]],
                &[Reply::Automatic([0x18, 0, 0x0c, 0]), Reply::Asked(0x1a)],
            ),
            (
                &[&[0x37, 0x22, b'a'], &[b'b', b'c', b'd', 0]],
                &[Reply::Printed(*b"abcd")],
            ),
            (&[&[0x11, 0x13, 0xff, 0x80, 0x12]], &[Reply::Asked(0x12)]),
            // An automatic status that breaks off gives way to the answer after it.
            (&[&[0x10, 0x00, 0x12]], &[Reply::Asked(0x12)]),
            (&[&[0x37, 0x21, 0x12]], &[Reply::Asked(0x12)]),
            (&[b"_TM-T20III\0"], &[Reply::Name(b"TM-T20III".to_vec())]),
        ];
        for (parts, wanted) in cases {
            assert_eq!(read(parts), wanted, "{parts:?}");
        }
    }

    #[test]
    fn noise_never_stops_the_reading() {
        let seed = 0x005e_ed0f_4e57_u64;
        let mut state = seed;
        let mut replies = Replies::default();
        for round in 0..200_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            replies.hear(&[(state >> 56) as u8]);
            while replies.next_reply().is_some() {}
            assert!(
                replies.bytes.len() <= LONGEST_NAME + 1,
                "seed {seed:x}, byte {round}: {} bytes are kept",
                replies.bytes.len()
            );
        }
        // A byte that belongs to nothing, then a whole reply: it is heard.
        replies.hear(&[0xff, 0x37, 0x22, b'0', b'0', b'0', b'1', 0]);
        let mut last = None;
        while let Some(reply) = replies.next_reply() {
            last = Some(reply);
        }
        assert_eq!(last, Some(Reply::Printed(*b"0001")));
    }
}
