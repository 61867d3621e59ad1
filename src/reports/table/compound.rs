//! The container of old Excel files, checked before a file in it is read.
//!
//! The reading crate follows a container's chains of sectors and reserves room
//! for a sheet's whole rectangle on the file's word alone, so that one damaged
//! byte could take all memory and end the program. Here chains are followed
//! only once each and the rectangles are added up; the cells are not read.

use std::collections::BTreeSet;

use super::MOST_CELLS;
use super::fault::TableFault;

/// Sector numbers from here on are marks, not places.
const FIRST_MARK: u32 = 0xffff_fffa;

/// Streams shorter than this lie in the small sectors.
const SMALL_STREAM: usize = 4096;

/// How a container is laid out.
struct Container<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    /// The sector that follows each sector.
    next: Vec<u32>,
    /// The small sector that follows each small sector.
    small_next: Vec<u32>,
    small_sectors: Vec<u8>,
}

/// Why a container is not trusted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Untrusted {
    #[error("the container ends before it should")]
    Short,
    #[error("a chain of sectors in the container runs in a circle")]
    Circle,
}

/// Refuses a container that cannot be read within bounds. One without a
/// workbook passes: saying what it is instead is left to the reader.
pub(super) fn refuse_unbounded(bytes: &[u8]) -> Result<(), TableFault> {
    let workbook = workbook_stream(bytes).map_err(|source| TableFault::Damaged {
        source: source.into(),
    })?;
    if workbook.is_some_and(|stream| cells_claimed(&stream) > MOST_CELLS as u64) {
        return Err(TableFault::TooManyCells { limit: MOST_CELLS });
    }
    Ok(())
}

fn workbook_stream(bytes: &[u8]) -> Result<Option<Vec<u8>>, Untrusted> {
    let sector_size = match short(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return Err(Untrusted::Short),
    };
    let mut container = Container {
        bytes,
        sector_size,
        next: Vec::new(),
        small_next: Vec::new(),
        small_sectors: Vec::new(),
    };
    container.next = numbers(&container.table_sectors()?);
    refuse_circles(&container.next)?;
    container.small_next = numbers(&container.chain(long(bytes, 60)?)?);
    refuse_circles(&container.small_next)?;

    let directory = container.chain(long(bytes, 48)?)?;
    let entries = directory.chunks_exact(128).collect::<Vec<_>>();
    let root = entries.first().ok_or(Untrusted::Short)?;
    container.small_sectors = container.chain(long(root, 116)?)?;
    let workbook = entries
        .iter()
        .find(|entry| names(entry, "workbook") || names(entry, "book"));
    workbook.map(|entry| container.stream(entry)).transpose()
}

impl Container<'_> {
    /// The sectors that hold the table of chains, joined. The header lists the
    /// first 109 of them; further lists lie in a chain of their own.
    fn table_sectors(&self) -> Result<Vec<u8>, Untrusted> {
        let header = self.bytes.get(76..512).ok_or(Untrusted::Short)?;
        let mut listed = numbers(header);
        let mut lists_seen = BTreeSet::new();
        let mut list = long(self.bytes, 68)?;
        while list < FIRST_MARK {
            if !lists_seen.insert(list) {
                return Err(Untrusted::Circle);
            }
            let mut further = numbers(self.sector(list)?);
            list = further.pop().ok_or(Untrusted::Short)?;
            listed.extend(further);
        }
        let mut joined = Vec::new();
        let mut seen = BTreeSet::new();
        for sector in listed.into_iter().filter(|sector| *sector < FIRST_MARK) {
            if !seen.insert(sector) {
                return Err(Untrusted::Circle);
            }
            joined.extend_from_slice(self.sector(sector)?);
        }
        Ok(joined)
    }

    /// The bytes of one sector; the last one of a file may be cut.
    fn sector(&self, sector: u32) -> Result<&[u8], Untrusted> {
        let start = (sector as usize + 1) * self.sector_size;
        let end = (start + self.sector_size).min(self.bytes.len());
        self.bytes.get(start..end).ok_or(Untrusted::Short)
    }

    /// A chain of sectors joined. It ends, because no chain is a circle.
    fn chain(&self, first: u32) -> Result<Vec<u8>, Untrusted> {
        let mut joined = Vec::new();
        let mut sector = first;
        while sector < FIRST_MARK {
            joined.extend_from_slice(self.sector(sector)?);
            sector = following(&self.next, sector)?;
        }
        Ok(joined)
    }

    fn stream(&self, entry: &[u8]) -> Result<Vec<u8>, Untrusted> {
        let length = long(entry, 120)? as usize;
        let mut stream = if length < SMALL_STREAM {
            let mut joined = Vec::new();
            let mut sector = long(entry, 116)?;
            while sector < FIRST_MARK {
                let start = sector as usize * 64;
                let small = self.small_sectors.get(start..start + 64);
                joined.extend_from_slice(small.ok_or(Untrusted::Short)?);
                sector = following(&self.small_next, sector)?;
            }
            joined
        } else {
            self.chain(long(entry, 116)?)?
        };
        stream.truncate(length);
        Ok(stream)
    }
}

fn following(next: &[u32], sector: u32) -> Result<u32, Untrusted> {
    next.get(sector as usize).copied().ok_or(Untrusted::Short)
}

/// Refuses a table in which any chain comes back to where it was.
fn refuse_circles(next: &[u32]) -> Result<(), Untrusted> {
    // Each sector is stamped with the walk that passed it first; meeting one's
    // own stamp is a circle, meeting an older one is known ground.
    let mut walked = vec![0_usize; next.len()];
    for start in 0..next.len() {
        let mut sector = start;
        while walked[sector] == 0 {
            walked[sector] = start + 1;
            match next.get(next[sector] as usize) {
                Some(_) => sector = next[sector] as usize,
                None => break,
            }
            if walked[sector] == start + 1 {
                return Err(Untrusted::Circle);
            }
        }
    }
    Ok(())
}

/// The cells a reader would reserve for the sheets of a workbook stream: the
/// rectangles declared and those that the cells themselves span.
fn cells_claimed(stream: &[u8]) -> u64 {
    const SHEET_BEGINS: u16 = 0x0809;
    const DIMENSIONS: u16 = 0x0200;
    const SEVERAL_NUMBERS: u16 = 0x00bd;
    const CELLS: [u16; 9] = [
        SEVERAL_NUMBERS,
        0x0006,
        0x00d6,
        0x00fd,
        0x0201,
        0x0203,
        0x0204,
        0x0205,
        0x027e,
    ];
    let mut claimed = 0_u64;
    let mut spanned = (0_u64, 0_u64);
    let mut rest = stream;
    while let (Ok(kind), Ok(length)) = (short(rest, 0), short(rest, 2)) {
        let end = (4 + usize::from(length)).min(rest.len());
        let record = &rest[4..end];
        rest = &rest[end..];
        if kind == SHEET_BEGINS {
            claimed = claimed.saturating_add(spanned.0 * spanned.1);
            spanned = (0, 0);
        } else if kind == DIMENSIONS {
            let rows = long(record, 4)
                .unwrap_or(0)
                .saturating_sub(long(record, 0).unwrap_or(0));
            let columns = short(record, 10)
                .unwrap_or(0)
                .saturating_sub(short(record, 8).unwrap_or(0));
            claimed = claimed.saturating_add(u64::from(rows) * u64::from(columns));
        } else if CELLS.contains(&kind) {
            let row = u64::from(short(record, 0).unwrap_or(0)) + 1;
            // A row of numbers in one record runs to the right of its first.
            let more = if kind == SEVERAL_NUMBERS {
                record.len() / 6
            } else {
                1
            };
            let column = u64::from(short(record, 2).unwrap_or(0)) + more as u64;
            spanned = (spanned.0.max(row), spanned.1.max(column));
        }
    }
    claimed.saturating_add(spanned.0 * spanned.1)
}

/// Whether a directory entry has this name, given in lower case.
fn names(entry: &[u8], name: &str) -> bool {
    let units = entry[..64].chunks_exact(2);
    let units = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let found = char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    found.collect::<String>().to_lowercase() == name
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let words = bytes.chunks_exact(4);
    words
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
        .collect()
}

fn short(bytes: &[u8], at: usize) -> Result<u16, Untrusted> {
    let word = bytes.get(at..at + 2).ok_or(Untrusted::Short)?;
    Ok(u16::from_le_bytes([word[0], word[1]]))
}

fn long(bytes: &[u8], at: usize) -> Result<u32, Untrusted> {
    let low = short(bytes, at)?;
    let high = short(bytes, at + 2)?;
    Ok(u32::from(high) << 16 | u32::from(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &[u8] = include_bytes!("../../../tests/golden/tables/families.xls");

    fn with(at: usize, bytes: &[u8]) -> Vec<u8> {
        let mut changed = SOUND.to_vec();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    }

    /// Where the table of chains begins.
    fn table_at() -> usize {
        (long(SOUND, 76).expect("a first table sector") as usize + 1) * 512
    }

    #[test]
    fn a_sound_container_has_a_workbook_within_bounds() {
        let stream = workbook_stream(SOUND).expect("sound").expect("a workbook");
        assert_eq!(
            short(&stream, 0),
            Ok(0x0809),
            "it begins with its first record"
        );
        // Two sheets' worth: the rectangle declared and the one spanned.
        assert_eq!(cells_claimed(&stream), 6 * 5 + 6 * 5);
        assert!(refuse_unbounded(SOUND).is_ok());
    }

    #[test]
    fn circles_are_refused() {
        let directory = long(SOUND, 48).expect("a first directory sector");
        let onto_itself = with(
            table_at() + 4 * directory as usize,
            &directory.to_le_bytes(),
        );
        assert_eq!(workbook_stream(&onto_itself), Err(Untrusted::Circle));
        assert_eq!(refuse_circles(&[1, 2, 0]), Err(Untrusted::Circle));
        assert_eq!(refuse_circles(&[2, 2, 3, u32::MAX]), Ok(()));
    }

    #[test]
    fn a_rectangle_beyond_the_limit_is_refused() {
        let dimensions = SOUND
            .windows(4)
            .position(|window| window == [0x00, 0x02, 14, 0])
            .expect("the dimensions of the sheet");
        let vast = with(dimensions + 4 + 4, &0x00ff_ffff_u32.to_le_bytes());
        let refused = refuse_unbounded(&vast);
        assert!(
            matches!(refused, Err(TableFault::TooManyCells { .. })),
            "{refused:?}"
        );
    }

    #[test]
    fn a_short_container_is_refused() {
        for length in [8, 40, 511, 600, 1500] {
            assert_eq!(
                workbook_stream(&SOUND[..length]),
                Err(Untrusted::Short),
                "{length}"
            );
        }
    }
}
