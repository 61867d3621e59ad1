//! How whoever received money signed for it: the lines drawn on the screen as dots,
//! a box for a thumb, or a box to sign in.

use super::sheet::Sheet;
use super::speech::Said;
use crate::domain::payout::{FamilyPayment, Payout, Signed};
use crate::domain::signature::{Dot, HEIGHT, Signature, WIDTH};
use crate::locale::bidi;
use crate::print::bitmap::Bitmap;
use crate::print::document::{Align, Gap, Rule, Text};
use crate::tr;

/// How wide a drawn signature is printed, in dots: five centimetres.
const DOTS_WIDE: i32 = 400;
/// How thick its lines are.
const PEN: i32 = 3;

/// Where the receiver signs, or signed.
pub(super) fn receipt(sheet: &mut Sheet, payout: &Payout) {
    match &payout.signed {
        None => {
            let caption = sheet.say(|texts| tr!(texts, "paper-signature-receiver"));
            sheet.signature(&caption);
        }
        Some(Signed::Thumb) => {
            let caption = sheet.say(|texts| tr!(texts, "paper-thumb-receiver"));
            sheet.signature(&caption);
        }
        Some(Signed::Drawn(signature)) => {
            let caption = sheet.say(|texts| tr!(texts, "paper-signed-by-receiver"));
            drawn(sheet, &caption, signature, &receiver(sheet, payout));
        }
    }
}

/// Signatures of payouts that were drawn, under the number of each, unless it was
/// taken back.
pub(super) fn receipts(sheet: &mut Sheet, payouts: &[Payout], payments: &[FamilyPayment]) {
    for payout in payouts {
        if payments.iter().any(|paid| paid.undoes(payout.id)) {
            continue;
        }
        let Some(Signed::Drawn(signature)) = &payout.signed else {
            continue;
        };
        let number = bidi::left_to_right(&sheet.full_number(&payout.number));
        let caption = sheet.say(|texts| tr!(texts, "paper-signed-for", number = number.as_str()));
        drawn(sheet, &caption, signature, &receiver(sheet, payout));
    }
}

/// Who was handed the money.
fn receiver(sheet: &Sheet, payout: &Payout) -> String {
    match payout.collected_by.trim() {
        "" => sheet.stationery.family(&payout.family),
        person => bidi::first_strong(person),
    }
}

fn drawn(sheet: &mut Sheet, caption: &Said, signature: &Signature, name: &str) {
    sheet.paper.space(Gap::Small);
    sheet.paper.text(Text::new(caption.inline()).small());
    sheet.paper.image(dots(signature), Align::Start);
    sheet.paper.rule(Rule::Thin);
    sheet.paper.text(Text::new(name).small());
}

/// A signature as dots, never mirrored.
fn dots(signature: &Signature) -> Bitmap {
    let height = DOTS_WIDE * i32::from(HEIGHT) / i32::from(WIDTH);
    let mut bitmap = Bitmap::new(DOTS_WIDE as usize, height as usize);
    let scaled = |steps: u16| i32::from(steps) * (DOTS_WIDE - PEN) / i32::from(WIDTH);
    for stroke in signature.strokes() {
        let mut pen = stroke.first().copied();
        for &to in stroke {
            let from = pen.replace(to).unwrap_or(to);
            line(&mut bitmap, from, to, scaled);
        }
    }
    bitmap
}

/// A line as thick as the pen, step by step along its longer side.
fn line(bitmap: &mut Bitmap, from: Dot, to: Dot, scaled: impl Fn(u16) -> i32) {
    let (x, y) = (scaled(from.x), scaled(from.y));
    let (across, down) = (scaled(to.x) - x, scaled(to.y) - y);
    let steps = across.abs().max(down.abs()).max(1);
    for step in 0..=steps {
        let (x, y) = (x + across * step / steps, y + down * step / steps);
        bitmap.fill(x, y, PEN, PEN);
    }
}
