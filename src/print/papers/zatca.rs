//! The QR code of Saudi simplified invoices, phase 1: five fields as tag, length
//! and value, in base64. (ZATCA, Security Features Implementation Standards.)
//!
//! Stamps and hashes of phase 2 are not here.

use chrono::NaiveDateTime;

use crate::domain::money::{Currency, Money};

/// What the code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields<'a> {
    pub seller: &'a str,
    pub tax_number: &'a str,
    /// As printed: local time, written without a suffix.
    pub at: NaiveDateTime,
    pub total_with_tax: Money,
    pub tax: Money,
    pub currency: Currency,
}

/// The text to put into the QR code.
pub fn encode(fields: &Fields) -> String {
    encode_texts([
        fields.seller,
        fields.tax_number,
        &fields.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        &fields
            .total_with_tax
            .to_decimal(fields.currency)
            .to_string(),
        &fields.tax.to_decimal(fields.currency).to_string(),
    ])
}

/// Tags 1 to 5 with their lengths in bytes. A length has one byte, so a longer
/// value is cut between letters.
fn encode_texts(values: [&str; 5]) -> String {
    let mut bytes = Vec::new();
    for (tag, value) in (1_u8..).zip(values) {
        let mut end = value.len().min(usize::from(u8::MAX));
        while !value.is_char_boundary(end) {
            end -= 1;
        }
        let value = &value[..end];
        bytes.push(tag);
        bytes.push(u8::try_from(value.len()).expect("cut to 255 bytes"));
        bytes.extend_from_slice(value.as_bytes());
    }
    base64(&bytes)
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..group.len()].copy_from_slice(group);
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for index in 0..4 {
            if index > group.len() {
                text.push('=');
            } else {
                let letter = (bits >> (18 - 6 * index)) & 63;
                text.push(char::from(LETTERS[letter as usize]));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn published_vectors() {
        for (seller, expected) in [
            (
                "Bobs Records",
                "AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAuMDAFBjE1MC4wMA==",
            ),
            (
                "الجواهري العربي",
                "AR3Yp9mE2KzZiNin2YfYsdmKINin2YTYudix2KjZigIPMzEwMTIyMzkzNTAwMDAzAxQyMDIyLTA0LTI1VDE1OjMwOjAwWgQHMTAwMC4wMAUGMTUwLjAw",
            ),
        ] {
            let values = [
                seller,
                "310122393500003",
                "2022-04-25T15:30:00Z",
                "1000.00",
                "150.00",
            ];
            assert_eq!(encode_texts(values), expected);
        }
    }

    #[test]
    fn time_is_local_and_amounts_are_plain() {
        let at = NaiveDate::from_ymd_opt(2022, 4, 25)
            .and_then(|date| date.and_hms_opt(15, 30, 0))
            .expect("a lawful moment");
        let fields = Fields {
            seller: "Bobs Records",
            tax_number: "310122393500003",
            at,
            total_with_tax: Money::from_minor(100_000),
            tax: Money::from_minor(15_000),
            currency: Currency::Sar,
        };
        let expected = encode_texts([
            "Bobs Records",
            "310122393500003",
            "2022-04-25T15:30:00",
            "1000.00",
            "150.00",
        ]);
        assert_eq!(encode(&fields), expected);
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let long = "ش".repeat(200);
        let code = encode_texts([&long, "", "", "", ""]);
        // 127 letters of two bytes: tag, length 254, 254 bytes, four empty fields.
        assert_eq!(code.len(), (2 + 254 + 8_usize).div_ceil(3) * 4);
        assert!(code.starts_with("Af7"));
    }
}
