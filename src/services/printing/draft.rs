//! What is kept of a paper in line: what it is made from until its turn has come,
//! and afterwards its dots, with what they were made from where they can be drawn
//! once more for another printer.
//!
//! ```text
//! "SQF1", the paper as JSON                             not drawn yet
//! "SQF2", length: u32, the paper as JSON, packed dots   drawn
//! packed dots                                           made from no fact: a label
//! ```

use super::paper::Paper;
use crate::print::Bitmap;
use crate::print::stored::{self, UnreadablePaper};

const UNDRAWN: &[u8] = b"SQF1";
const DRAWN: &[u8] = b"SQF2";

/// A paper that is drawn when its turn comes.
pub(super) fn undrawn(paper: &Paper) -> Vec<u8> {
    let mut bytes = UNDRAWN.to_vec();
    bytes.extend(json(paper));
    bytes
}

/// The dots of a paper, and what they were made from.
pub(super) fn drawn(paper: Option<&Paper>, sheets: &[Bitmap]) -> Vec<u8> {
    let dots = stored::pack(sheets);
    // A reading made later would tell of another moment.
    let Some(paper) = paper.filter(|paper| **paper != Paper::XReport) else {
        return dots;
    };
    let paper = json(paper);
    let length = u32::try_from(paper.len()).expect("a paper is named in a few words");
    [DRAWN, &length.to_be_bytes(), &paper, &dots].concat()
}

fn json(paper: &Paper) -> Vec<u8> {
    serde_json::to_vec(paper).expect("a paper is plain values")
}

/// What is still to be drawn.
pub(super) fn to_draw(document: &[u8]) -> Option<Paper> {
    serde_json::from_slice(document.strip_prefix(UNDRAWN)?).ok()
}

/// What a paper was made from or is to be made from.
pub(super) fn made_from(document: &[u8]) -> Option<Paper> {
    to_draw(document).or_else(|| serde_json::from_slice(parts(document)?.0).ok())
}

/// The dots that were drawn.
///
/// # Errors
/// The bytes are damaged, or were not drawn yet.
pub(super) fn dots(document: &[u8]) -> Result<Vec<Bitmap>, UnreadablePaper> {
    stored::unpack(parts(document).map_or(document, |(_, dots)| dots))
}

/// What was drawn and its dots, where both are kept.
fn parts(document: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = document.strip_prefix(DRAWN)?.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{RefundId, TicketId};
    use uuid::Uuid;

    #[test]
    fn a_paper_comes_back_out_of_what_is_kept_of_it() {
        let receipt = Paper::Receipt(TicketId(Uuid::from_u128(7)));
        let waiting = undrawn(&receipt);
        assert_eq!(to_draw(&waiting), Some(receipt.clone()));
        assert_eq!(made_from(&waiting), Some(receipt));
        assert!(dots(&waiting).is_err());

        let refund = Paper::Refund(RefundId(Uuid::from_u128(8)));
        let sheets = [Bitmap::new(384, 20)];
        let kept = drawn(Some(&refund), &sheets);
        assert_eq!(to_draw(&kept), None);
        assert_eq!(made_from(&kept), Some(refund));
        assert_eq!(dots(&kept).unwrap(), sheets);

        for of_no_fact in [drawn(None, &sheets), drawn(Some(&Paper::XReport), &sheets)] {
            assert_eq!(made_from(&of_no_fact), None);
            assert_eq!(dots(&of_no_fact).unwrap(), sheets);
        }
        for torn in 0..kept.len() {
            assert!(dots(&kept[..torn]).is_err(), "{torn} bytes of it");
        }
        assert_eq!(to_draw(b"SQF1{}"), None);
        assert_eq!(made_from(b"SQF2\0\0\0\x02{}"), None);
    }
}
