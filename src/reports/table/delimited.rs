//! Delimited text into one sheet: encoding, separator, quotes. Headings are not
//! looked at here.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use super::fault::{Looks, TableFault};
use super::{Cell, CellKind, MOST_CELLS, Row, Sheet, trimmed};

/// Separators tried, the one to prefer first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records the choice of a separator is made on.
const RECORDS_WEIGHED: usize = 40;

/// Reads delimited text in UTF-8, UTF-16 with a byte order mark, or the Arabic
/// code page 1256 that Excel writes on older Windows.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Sheet, TableFault> {
    // One kind of line end, so that a record's bytes never begin inside one.
    let text = decoded(bytes)?.replace("\r\n", "\n");
    let (declared, body) = declared_separator(&text);
    let separator = declared.unwrap_or_else(|| weighed_separator(body));
    let lines_before_body = u32::from(declared.is_some());
    let rows = rows(body, separator, lines_before_body)?;
    Ok(Sheet {
        name: name.to_owned(),
        rows,
    })
}

fn decoded(bytes: &[u8]) -> Result<String, TableFault> {
    let encoding = if bytes.starts_with(b"\xff\xfe") {
        UTF_16LE
    } else if bytes.starts_with(b"\xfe\xff") {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1256
    };
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    if had_errors || text.contains('\0') {
        return Err(TableFault::NotASpreadsheet {
            looks: Looks::Binary,
        });
    }
    Ok(text.into_owned())
}

/// Excel understands a first line "sep=;" and some programs write one.
fn declared_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let declared = first.trim_end().strip_prefix("sep=").map(str::as_bytes);
    match declared {
        Some([separator]) => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The separator that splits most records into the same number of fields. Titles
/// and notes above the table have one field and so count for nothing.
fn weighed_separator(text: &str) -> u8 {
    let weight = |separator: u8| {
        let mut times_by_fields = std::collections::BTreeMap::<usize, usize>::new();
        for record in reader(text, separator).records().take(RECORDS_WEIGHED) {
            let fields = record.map_or(0, |record| record.len());
            *times_by_fields.entry(fields).or_default() += 1;
        }
        times_by_fields
            .iter()
            .map(|(fields, times)| fields.saturating_sub(1) * times)
            .max()
            .unwrap_or(0)
    };
    let mut best = (SEPARATORS[0], 0);
    for separator in SEPARATORS {
        let weight = weight(separator);
        if weight > best.1 {
            best = (separator, weight);
        }
    }
    best.0
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn rows(text: &str, separator: u8, lines_before: u32) -> Result<Vec<Row>, TableFault> {
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    let mut number = lines_before;
    let mut cells_read = 0;
    loop {
        let start = offset(&reader);
        let more = reader
            .read_record(&mut record)
            .expect("text in memory is valid UTF-8 and its records may differ in length");
        if !more {
            return Ok(rows);
        }
        let raw = &text[start..offset(&reader)];
        // The reader passes over blank lines without a word, and a row number
        // must be the one a spreadsheet program shows, so they are counted.
        number += 1 + blank_lines_before(raw);
        refuse_unclosed_quote(raw, &record, number)?;

        let cells: Vec<Cell> = (0..).zip(&record).filter_map(text_cell).collect();
        cells_read += cells.len();
        if cells_read > MOST_CELLS {
            return Err(TableFault::TooManyCells { limit: MOST_CELLS });
        }
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
}

fn offset(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).expect("an offset into memory fits in usize")
}

fn blank_lines_before(raw: &str) -> u32 {
    let breaks = &raw[..raw.len() - raw.trim_start_matches(['\r', '\n']).len()];
    u32::try_from(breaks.len()).expect("a file below the size limit has fewer lines than that")
}

/// A field that runs over a line end, with quotes that do not pair up, can only
/// be one whose closing mark was never written: everything after it is lost.
fn refuse_unclosed_quote(
    raw: &str,
    record: &csv::StringRecord,
    row: u32,
) -> Result<(), TableFault> {
    let runs_over = record.iter().any(|field| field.contains(['\r', '\n']));
    if runs_over && raw.matches('"').count() % 2 == 1 {
        return Err(TableFault::UnclosedQuote { row });
    }
    Ok(())
}

fn text_cell((column, field): (u32, &str)) -> Option<Cell> {
    let text = trimmed(field);
    // The apostrophe that keeps a spreadsheet from running a text is none of it.
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    (!text.is_empty()).then(|| Cell {
        column,
        text: text.to_owned(),
        kind: CellKind::Text,
        from_above: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(bytes: &[u8]) -> Vec<(u32, Vec<(u32, String)>)> {
        read("sheet", bytes)
            .expect("readable text")
            .rows
            .into_iter()
            .map(|row| {
                let cells = row.cells.into_iter().map(|cell| (cell.column, cell.text));
                (row.number, cells.collect())
            })
            .collect()
    }

    fn row(number: u32, cells: &[(u32, &str)]) -> (u32, Vec<(u32, String)>) {
        let cells = cells
            .iter()
            .map(|&(column, text)| (column, text.to_owned()));
        (number, cells.collect())
    }

    #[test]
    fn every_separator_gives_the_same_cells() {
        let expected = vec![
            row(1, &[(0, "رمز"), (1, "السعر"), (2, "الوحدة")]),
            row(2, &[(0, "F01"), (1, "12,50"), (2, "كيلو")]),
        ];
        for text in [
            "رمز,السعر,الوحدة\r\nF01,\"12,50\",كيلو\r\n",
            "رمز;السعر;الوحدة\nF01;12,50;كيلو\n",
            "رمز\tالسعر\tالوحدة\nF01\t12,50\tكيلو",
            "رمز|السعر|الوحدة\nF01|12,50|كيلو",
        ] {
            assert_eq!(grid(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn every_encoding_gives_the_same_cells() {
        let text = "رمز,الاسم\nF01,قهوة\n";
        let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(unit).collect()
        };
        let expected = grid(text.as_bytes());
        assert_eq!(expected[1], row(2, &[(0, "F01"), (1, "قهوة")]));
        assert_eq!(grid(format!("\u{feff}{text}").as_bytes()), expected);
        assert_eq!(grid(&wide(u16::to_le_bytes)), expected);
        assert_eq!(grid(&wide(u16::to_be_bytes)), expected);
        assert_eq!(grid(&WINDOWS_1256.encode(text).0), expected);
    }

    #[test]
    fn blank_lines_and_columns_keep_the_numbers_of_the_rest() {
        let text = "a,,b\n\n\r\n,,\n \u{200f},\u{a0},\"two\nlines\"\n\nc,,d\n";
        assert_eq!(
            grid(text.as_bytes()),
            vec![
                row(1, &[(0, "a"), (2, "b")]),
                row(5, &[(2, "two\nlines")]),
                row(7, &[(0, "c"), (2, "d")]),
            ]
        );
    }

    #[test]
    fn a_declared_separator_is_obeyed_and_counted_as_a_line() {
        assert_eq!(
            grid(b"sep=|\na|b;b;b\n"),
            vec![row(2, &[(0, "a"), (1, "b;b;b")])]
        );
    }

    #[test]
    fn an_inch_mark_is_text_and_an_open_quote_is_refused() {
        assert_eq!(
            grid(b"size,price\n5\" tray,10\n"),
            vec![
                row(1, &[(0, "size"), (1, "price")]),
                row(2, &[(0, "5\" tray"), (1, "10")]),
            ]
        );
        let open = read("sheet", b"name,price\n\"tray,10\ncup,5\n");
        assert!(matches!(open, Err(TableFault::UnclosedQuote { row: 2 })));
    }

    #[test]
    fn torn_wide_text_is_not_read() {
        let torn = read("sheet", b"\xff\xfea\x00\x00\xd8");
        assert!(matches!(torn, Err(TableFault::NotASpreadsheet { .. })));
    }
}
