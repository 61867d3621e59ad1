//! Papers as bytes to keep: drawn sheets, packed, so that a paper queued today
//! comes out the same after a restart or another release.
//!
//! ```text
//! "SQP1", sheets: u16, then for each sheet
//! width: u32, height: u32, packed length: u32, packed rows
//! ```
//!
//! Numbers are big-endian. Rows are packed with PackBits (TIFF 6.0, section 9):
//! white runs cost two bytes. What a paper says is not kept here; that is in the
//! facts it was made from.

use super::bitmap::Bitmap;

const MAGIC: &[u8; 4] = b"SQP1";

/// No sheet has more dots than this; a length beyond it is damage.
const MOST_DOTS: usize = 1 << 28;

/// The bytes are no papers of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stored paper cannot be read")]
pub struct UnreadablePaper;

/// The sheets of a paper as bytes.
///
/// # Panics
/// With more than 65,535 sheets.
pub fn pack(sheets: &[Bitmap]) -> Vec<u8> {
    let count = u16::try_from(sheets.len()).expect("a paper has a few sheets");
    let mut bytes = MAGIC.to_vec();
    bytes.extend(count.to_be_bytes());
    for sheet in sheets {
        let packed = pack_bits(sheet.data());
        for number in [sheet.width(), sheet.height(), packed.len()] {
            let number = u32::try_from(number).expect("a sheet is far below 4 GB");
            bytes.extend(number.to_be_bytes());
        }
        bytes.extend(packed);
    }
    bytes
}

/// The sheets of a paper from its bytes.
///
/// # Errors
/// When the bytes are damaged or were never a paper.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Bitmap>, UnreadablePaper> {
    let mut rest = bytes.strip_prefix(MAGIC).ok_or(UnreadablePaper)?;
    let count = u16::from_be_bytes(*take(&mut rest)?);
    let mut sheets = Vec::new();
    for _ in 0..count {
        let [width, height, length] = [number(&mut rest)?, number(&mut rest)?, number(&mut rest)?];
        if width.saturating_mul(height) > MOST_DOTS || length > rest.len() {
            return Err(UnreadablePaper);
        }
        let (packed, after) = rest.split_at(length);
        rest = after;
        let data = unpack_bits(packed, width.div_ceil(8) * height)?;
        sheets.push(Bitmap::from_data(width, height, data).ok_or(UnreadablePaper)?);
    }
    if rest.is_empty() {
        Ok(sheets)
    } else {
        Err(UnreadablePaper)
    }
}

fn number(rest: &mut &[u8]) -> Result<usize, UnreadablePaper> {
    usize::try_from(u32::from_be_bytes(*take(rest)?)).map_err(|_| UnreadablePaper)
}

fn take<'a, const N: usize>(rest: &mut &'a [u8]) -> Result<&'a [u8; N], UnreadablePaper> {
    let (first, after) = rest.split_first_chunk::<N>().ok_or(UnreadablePaper)?;
    *rest = after;
    Ok(first)
}

/// A control byte `n` up to 127 announces `n + 1` bytes as they are, one above
/// 128 a byte repeated `257 − n` times.
fn pack_bits(data: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut literal = 0;
    let mut at = 0;
    while at < data.len() {
        let run = data[at..]
            .iter()
            .take(128)
            .take_while(|byte| **byte == data[at])
            .count();
        if run < 3 {
            at += run;
            continue;
        }
        push_literal(&mut packed, &data[literal..at]);
        packed.push((257 - run) as u8);
        packed.push(data[at]);
        at += run;
        literal = at;
    }
    push_literal(&mut packed, &data[literal..]);
    packed
}

fn push_literal(packed: &mut Vec<u8>, literal: &[u8]) {
    for part in literal.chunks(128) {
        packed.push((part.len() - 1) as u8);
        packed.extend(part);
    }
}

fn unpack_bits(mut packed: &[u8], length: usize) -> Result<Vec<u8>, UnreadablePaper> {
    let mut data = Vec::with_capacity(length);
    while let Some((control, rest)) = packed.split_first() {
        let control = usize::from(*control);
        packed = match control {
            0..=127 => {
                let literal = rest.get(..=control).ok_or(UnreadablePaper)?;
                data.extend(literal);
                &rest[control + 1..]
            }
            128 => rest,
            _ => {
                let (byte, after) = rest.split_first().ok_or(UnreadablePaper)?;
                data.resize(data.len() + 257 - control, *byte);
                after
            }
        };
        if data.len() > length {
            return Err(UnreadablePaper);
        }
    }
    if data.len() == length {
        Ok(data)
    } else {
        Err(UnreadablePaper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Ink;

    fn sheet(width: usize, height: usize, seed: u64) -> Bitmap {
        let mut sheet = Bitmap::new(width, height);
        let mut state = seed;
        for _ in 0..40 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
            let (x, y) = (
                (state >> 33) as usize % width,
                (state >> 13) as usize % height,
            );
            sheet.fill(x as i32, y as i32, 30, 2);
            let mut dot = Bitmap::new(1, 1);
            dot.set(0, 0);
            sheet.stamp(&dot, x as i32, y as i32, Ink::White);
        }
        sheet
    }

    #[test]
    fn sheets_come_back_dot_by_dot() {
        for sheets in [
            vec![],
            vec![Bitmap::new(576, 900)],
            vec![sheet(576, 300, 7), sheet(383, 41, 8), sheet(1, 1, 9)],
        ] {
            assert_eq!(unpack(&pack(&sheets)).as_ref(), Ok(&sheets));
        }
    }

    #[test]
    fn white_paper_takes_little_room() {
        // 64,800 bytes of white in runs of 128.
        assert!(pack(&[Bitmap::new(576, 900)]).len() < 1_100);
    }

    #[test]
    fn damage_is_noticed() {
        let whole = pack(&[sheet(576, 60, 3)]);
        assert_eq!(unpack(&whole[..whole.len() - 1]), Err(UnreadablePaper));
        assert_eq!(unpack(b"PNG"), Err(UnreadablePaper));
        let mut longer = whole.clone();
        longer.push(0);
        assert_eq!(unpack(&longer), Err(UnreadablePaper));
        let mut wide = whole;
        wide[6..10].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(unpack(&wide), Err(UnreadablePaper));
    }
}
