//! A page that shows whether a printer is set up: both edges, the ruler, letters
//! of every size, grey, a code.

use chrono::{DateTime, FixedOffset};

use super::speech::{PaperLanguages, Speech};
use crate::locale::{bidi, number};
use crate::print::bitmap::Bitmap;
use crate::print::dither::Grey;
use crate::print::document::{
    Align, Column, Direction, Document, Gap, Row, Rule, Size, Table, Text,
};
use crate::print::profile::Profile;
use crate::tr;

/// The test page of a printer. It needs no bazaar, so it can be printed while the
/// till is being set up.
pub fn test_page(
    profile: &Profile,
    languages: PaperLanguages,
    at: DateTime<FixedOffset>,
) -> Document {
    let speech = Speech::new(languages, false);
    let mut paper = Document::new(speech.direction());
    paper.image(ruler(profile), Align::Start);
    let title = speech.say(|texts| tr!(texts, "paper-test"));
    paper.title(title.first.clone());
    if let Some(second) = title.beneath() {
        paper.text(second.centre());
    }
    let remark = speech.say(|texts| tr!(texts, "paper-test-ruler"));
    paper.text(Text::new(remark.inline()).small().centre());
    paper.rule(Rule::Thin);
    about(&mut paper, &speech, profile, at);
    samples(&mut paper);
    let dots = speech.say(|texts| tr!(texts, "paper-test-dots"));
    paper.text(Text::new(dots.inline()).small());
    paper.image(grey(profile), Align::Start).space(Gap::Small);
    paper
        .qr("SANDUQ-0123456789")
        .expect("a short text fits a QR code");
    let cut = speech.say(|texts| tr!(texts, "paper-test-cut"));
    paper.text(Text::new(cut.inline()).centre());
    paper.rule(Rule::Thick);
    paper
}

fn about(paper: &mut Document, speech: &Speech, profile: &Profile, at: DateTime<FixedOffset>) {
    let count = |value: u16| {
        let text = number::count(i64::from(value), speech.first.digits());
        bidi::left_to_right(&text)
    };
    let printer = speech.say(|texts| tr!(texts, "paper-test-printer"));
    paper.field(printer.inline(), profile.called(speech.first));
    let label = speech.say(|texts| tr!(texts, "paper-test-profile"));
    paper.field(label.inline(), bidi::left_to_right(&profile.id));
    let label = speech.say(|texts| tr!(texts, "paper-test-width"));
    let width = tr!(
        speech.first,
        "paper-test-width-value",
        dots = count(profile.paper.dots),
        width = count(profile.paper.width_mm)
    );
    paper.field(label.inline(), width);
    let label = speech.say(|texts| tr!(texts, "paper-date"));
    paper.field(label.inline(), speech.first.date_and_time(at.naive_local()));
}

/// Both scripts in every size, both kinds of digits, marks, and figures in line.
fn samples(paper: &mut Document) {
    paper.rule(Rule::Thin);
    for (size, arabic) in [
        (Size::Small, "أبجد هوز حطي كلمن سعفص قرشت"),
        (Size::Body, "صُنْدُوقُ الأُسَرِ المُنْتِجَة، لا لأ لإ لآ"),
        (Size::Large, "بازار الأسر المنتجة"),
        (Size::Title, "قهوة وعود"),
    ] {
        paper.text(
            Text::new(arabic)
                .size(size)
                .direction(Direction::RightToLeft),
        );
    }
    for (size, english) in [
        (Size::Small, "The quick brown fox jumps over the lazy dog"),
        (Size::Body, "Bazaar of productive families"),
        (Size::Large, "Coffee & oud"),
    ] {
        let text = Text::new(english).size(size);
        paper.text(text.direction(Direction::LeftToRight));
    }
    let figures = ["", "", ""].map(Column::figures);
    let mut table = Table::new(figures);
    for row in [
        ["0123456789", "10,972.18", "8.00"],
        ["٠١٢٣٤٥٦٧٨٩", "١٠٬٩٧٢٫١٨", "٨٫٠٠"],
    ] {
        table.push(Row::new(row));
    }
    paper.table(table.row(Row::new(["1111111111", "11,111.11", "1.11"]).bold()));
    for rule in [Rule::Thin, Rule::Dashed, Rule::Double, Rule::Thick] {
        paper.rule(rule);
    }
}

/// A line as wide as the paper with a mark per millimetre, longer every fifth and
/// tenth, and both ends closed: a printer set too narrow loses an end.
fn ruler(profile: &Profile) -> Bitmap {
    let width = usize::from(profile.paper.dots);
    let dpi = usize::from(profile.paper.dpi);
    let mut ruler = Bitmap::new(width, 30);
    ruler.fill(0, 0, width as i32, 2);
    for millimetre in 0.. {
        let x = millimetre * dpi * 10 / 254;
        if x >= width {
            break;
        }
        let height = match millimetre % 10 {
            0 => 24,
            5 => 16,
            _ => 9,
        };
        ruler.fill(x as i32, 0, 2, height);
    }
    ruler.fill(width as i32 - 2, 0, 2, 30);
    ruler.fill(0, 0, 2, 30);
    ruler
}

/// From white to black across the paper.
fn grey(profile: &Profile) -> Bitmap {
    let (width, height) = (usize::from(profile.paper.dots), 40);
    let levels = (0..width * height)
        .map(|index| {
            let across = (index % width) * 255 / width;
            255 - u8::try_from(across).expect("below 255")
        })
        .collect();
    Grey::new(width, height, levels).dithered()
}
