//! A sheet cut into bands and each band as a picture command.

use crate::print::bitmap::Bitmap;
use crate::print::profile::{Raster, RasterCommand};

/// Rows `ESC * 33` prints at once.
const STAR_ROWS: usize = 24;

/// Adds the sheet's bands, one command to a part.
pub(super) fn encode(sheet: &Bitmap, raster: &Raster, parts: &mut Vec<Vec<u8>>) {
    match raster.command {
        RasterCommand::GsV0 => {
            for_each_band(sheet, raster, |first, last| {
                parts.push(gs_v_0(sheet, raster, first, last))
            });
        }
        RasterCommand::Gs8L => {
            for_each_band(sheet, raster, |first, last| {
                parts.push(gs_8_l(sheet, raster, first, last))
            });
        }
        RasterCommand::EscStar33 => esc_star(sheet, raster, parts),
    }
}

/// Cuts at a blank row where there is one in the last three quarters of a band,
/// so that the seam between two bands falls into white.
fn for_each_band(sheet: &Bitmap, raster: &Raster, mut band: impl FnMut(usize, usize)) {
    let rows_by_bytes = raster.max_band_bytes as usize / sheet.stride().max(1);
    let most = usize::from(raster.max_band_rows).min(rows_by_bytes).max(1);
    let mut first = 0;
    while first < sheet.height() {
        let mut last = (first + most).min(sheet.height());
        if last < sheet.height()
            && let Some(blank) = (first + most / 4..last)
                .rev()
                .find(|row| sheet.is_blank_row(*row))
        {
            last = blank + 1;
        }
        band(first, last);
        first = last;
    }
}

/// `GS v 0`: width in bytes, height in rows, then the rows.
fn gs_v_0(sheet: &Bitmap, raster: &Raster, first: usize, last: usize) -> Vec<u8> {
    let stride = sheet.stride();
    let [width_low, width_high] = (stride as u16).to_le_bytes();
    let [rows_low, rows_high] = ((last - first) as u16).to_le_bytes();
    let mut command = Vec::with_capacity(8 + stride * (last - first));
    command.extend([
        0x1d, b'v', b'0', 0, width_low, width_high, rows_low, rows_high,
    ]);
    command.extend_from_slice(&sheet.data()[first * stride..last * stride]);
    if raster.dle_guard {
        guard(&mut command[8..]);
    }
    command
}

/// `GS ( L` function 112 stores the rows and function 50 prints them; bands too
/// long for its two length bytes use `GS 8 L`.
fn gs_8_l(sheet: &Bitmap, raster: &Raster, first: usize, last: usize) -> Vec<u8> {
    let stride = sheet.stride();
    let length = (10 + stride * (last - first)) as u32;
    let mut command = Vec::with_capacity(length as usize + 20);
    match u16::try_from(length) {
        Ok(short) => {
            command.extend([0x1d, b'(', b'L']);
            command.extend(short.to_le_bytes());
        }
        Err(_) => {
            command.extend([0x1d, b'8', b'L']);
            command.extend(length.to_le_bytes());
        }
    }
    command.extend([48, 112, 48, 1, 1, 49]);
    command.extend(((stride * 8) as u16).to_le_bytes());
    command.extend(((last - first) as u16).to_le_bytes());
    let dots = command.len();
    command.extend_from_slice(&sheet.data()[first * stride..last * stride]);
    if raster.dle_guard {
        guard(&mut command[dots..]);
    }
    command.extend([0x1d, b'(', b'L', 2, 0, 48, 50]);
    command
}

/// `ESC * 33`: three bytes a column, 24 rows a line, with the line feed set to
/// those 24 rows for the while.
fn esc_star(sheet: &Bitmap, raster: &Raster, parts: &mut Vec<Vec<u8>>) {
    parts.push(vec![0x1b, b'3', STAR_ROWS as u8]);
    for first in (0..sheet.height()).step_by(STAR_ROWS) {
        let [width_low, width_high] = (sheet.width() as u16).to_le_bytes();
        let mut command = vec![0x1b, b'*', 33, width_low, width_high];
        for x in 0..sheet.width() {
            for byte in 0..STAR_ROWS / 8 {
                let column = (0..8).fold(0_u8, |column, bit| {
                    column << 1 | u8::from(sheet.get(x, first + byte * 8 + bit))
                });
                command.push(column);
            }
        }
        if raster.dle_guard {
            guard(&mut command[5..]);
        }
        command.push(b'\n');
        parts.push(command);
    }
    parts.push(vec![0x1b, b'2']);
}

/// Printers look for real-time commands in everything they receive, dots too:
/// `DLE EOT`, `DLE ENQ` and `DLE DC4` are broken up by one more black dot.
fn guard(dots: &mut [u8]) {
    const BLOCK: usize = 64;
    for start in (0..dots.len()).step_by(BLOCK) {
        let end = (start + BLOCK).min(dots.len());
        // Few blocks hold a DLE, and looking for one in a whole block is quick.
        if !dots[start..end]
            .iter()
            .fold(false, |found, byte| found | (*byte == 0x10))
        {
            continue;
        }
        for index in start + 1..(end + 1).min(dots.len()) {
            if dots[index - 1] == 0x10 && matches!(dots[index], 0x04 | 0x05 | 0x14) {
                dots[index] |= 0x08;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster(rows: u16, bytes: u32) -> Raster {
        Raster {
            command: RasterCommand::GsV0,
            max_band_rows: rows,
            max_band_bytes: bytes,
            lf_after: Default::default(),
            dle_guard: true,
        }
    }

    fn bands(sheet: &Bitmap, raster: &Raster) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for_each_band(sheet, raster, |first, last| found.push((first, last)));
        found
    }

    #[test]
    fn bands_end_at_blank_rows_and_keep_both_limits() {
        let mut black = Bitmap::new(80, 100);
        black.fill(0, 0, 80, 100);
        assert_eq!(
            bands(&black, &raster(40, 10_000)),
            [(0, 40), (40, 80), (80, 100)]
        );
        assert_eq!(
            bands(&black, &raster(40, 500)),
            [(0, 50 - 10), (40, 80), (80, 100)]
        );
        assert_eq!(
            bands(&black, &raster(255, 330)),
            [(0, 33), (33, 66), (66, 99), (99, 100)]
        );
        let mut lines = Bitmap::new(80, 100);
        lines.fill(0, 0, 80, 30);
        lines.fill(0, 31, 80, 69);
        assert_eq!(
            bands(&lines, &raster(40, 10_000)),
            [(0, 31), (31, 71), (71, 100)]
        );
    }

    #[test]
    fn dots_that_look_like_real_time_commands_are_broken_up() {
        for (second, wanted) in [
            (0x04, 0x0c),
            (0x05, 0x0d),
            (0x14, 0x1c),
            (0x06, 0x06),
            (0x10, 0x10),
        ] {
            let mut dots = [0x10, second, 0x04];
            guard(&mut dots);
            assert_eq!(dots[1], wanted);
            let mut across_blocks = vec![0; 200];
            across_blocks[63..65].copy_from_slice(&[0x10, second]);
            guard(&mut across_blocks);
            assert_eq!(across_blocks[64], wanted);
            assert!(
                !dots
                    .windows(2)
                    .any(|pair| pair[0] == 0x10 && matches!(pair[1], 4 | 5 | 0x14))
            );
        }
    }

    #[test]
    fn a_long_band_uses_the_four_byte_length() {
        let sheet = Bitmap::new(576, 1_000);
        let mut wide = raster(2_000, 200_000);
        wide.command = RasterCommand::Gs8L;
        let mut parts = Vec::new();
        encode(&sheet, &wide, &mut parts);
        let length = 10 + 72 * 1_000_u32;
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0][..3], [0x1d, b'8', b'L']);
        assert_eq!(parts[0][3..7], length.to_le_bytes());
    }
}
