//! Barcodes as bars of dots, from digits and letters a scanner reads back.

use barcoders::sym::code128::Code128;
use barcoders::sym::ean13::EAN13;

use super::super::bitmap::Bitmap;

/// White modules on both sides, without which no scanner finds the bars.
const QUIET: usize = 10;
/// The widest a barcode may be: what the narrowest head reaches.
const WIDEST: usize = 384;
/// Dots of a bar from top to bottom: 10 mm.
const HEIGHT: usize = 80;

/// A text no barcode can say on this paper.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} makes no barcode: thirteen digits with their check digit, or up to 12 Latin letters"
)]
pub struct NoBarcode(pub String);

/// The bars of a text: EAN-13 for thirteen digits, whose check digit must be
/// right, else Code 128.
///
/// # Errors
/// [`NoBarcode`] for a wrong check digit, letters there are no bars for, or a
/// text too long for the paper.
pub fn barcode(text: &str) -> Result<Bitmap, NoBarcode> {
    let none = || NoBarcode(text.to_owned());
    let is_ean = text.len() == 13 && text.bytes().all(|byte| byte.is_ascii_digit());
    let modules = if is_ean {
        EAN13::new(text).map_err(|_| none())?.encode()
    } else {
        let printable = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if text.is_empty() || !printable {
            return Err(none());
        }
        Code128::new(in_sets(text)).map_err(|_| none())?.encode()
    };
    let width = modules.len() + 2 * QUIET;
    let dots = (1..=3).rev().find(|dots| width * dots <= WIDEST);
    // Bars of one dot run into each other on a hot head.
    let dots = dots.filter(|dots| *dots > 1).ok_or_else(none)?;
    let mut bars = Bitmap::new(width * dots, HEIGHT);
    for (at, module) in modules.iter().enumerate() {
        if *module == 1 {
            let left = (QUIET + at) * dots;
            bars.fill(left as i32, 0, dots as i32, HEIGHT as i32);
        }
    }
    Ok(bars)
}

/// The text with its sets of bars: C holds digits in pairs, B every printable
/// letter of ASCII.
fn in_sets(text: &str) -> String {
    const B: char = '\u{0181}';
    const C: char = '\u{0106}';
    let is_number = text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() % 2 {
        0 if is_number => format!("{C}{text}"),
        1 if is_number => format!("{B}{}{C}{}", &text[..1], &text[1..]),
        _ => format!("{B}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules of a barcode, read off its dots.
    fn modules(bars: &Bitmap) -> String {
        let first = (0..bars.width()).find(|x| bars.get(*x, 0)).expect("bars");
        let dots = first / QUIET;
        (QUIET..bars.width() / dots - QUIET)
            .map(|module| {
                if bars.get(module * dots, 40) {
                    '1'
                } else {
                    '0'
                }
            })
            .collect()
    }

    #[test]
    fn bars_are_those_of_the_standards() {
        // ISO/IEC 15420: the number of its figures, guards and halves apart.
        let ean = modules(&barcode("5901234123457").expect("a code"));
        assert_eq!(
            ean,
            "10100010110100111011001100100110111101001110101010110011011011001000010101110010011101000100101"
        );
        // ISO/IEC 15417: start B, letters, check, stop; the check digit of
        // "Wikipedia" is 88.
        let code = modules(&barcode("Wikipedia").expect("a code"));
        assert!(code.starts_with("11010010000"));
        assert!(code.ends_with("1100011101011"));
        assert_eq!(code.len(), 11 * 11 + 13);
        assert_eq!(&code[11 * 10..11 * 11], "11110010010");
    }

    #[test]
    fn what_no_scanner_reads_is_refused() {
        for text in ["", "5901234123458", "قهوة", "a code that is far too long"] {
            assert_eq!(barcode(text), Err(NoBarcode(text.to_owned())));
        }
        for text in [
            "F06-01",
            "6290000000016",
            "COFFEE-250G",
            "20261122001",
            "1234",
        ] {
            let bars = barcode(text).expect(text);
            assert!(bars.width() <= WIDEST, "{text}");
        }
    }
}
