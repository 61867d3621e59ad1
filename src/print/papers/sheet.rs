//! A paper being written: the parts that several papers share.

use chrono::NaiveDate;

use super::speech::{Said, Speech};
use super::stationery::{Issued, Stationery};
use crate::domain::id::{Bilingual, Number, StaffCode};
use crate::domain::money::Money;
use crate::locale::{Digits, Language, Texts, bidi};
use crate::print::document::{Align, Direction, Document, Gap, Row, Rule, Size, Text};
use crate::tr;

/// What the code of an order's slip ends with, after its number: no reader of
/// receipts takes it for a sale's.
pub const ORDER_SUFFIX: &str = "-ORDER";

/// A paper under the pen.
pub(super) struct Sheet<'a> {
    pub paper: Document,
    pub stationery: Stationery<'a>,
    pub speech: Speech,
}

/// Words in both languages, whatever the paper's own.
fn in_both(words: impl Fn(&Texts) -> String) -> String {
    let [arabic, english] = Language::ALL.map(|language| {
        let words = words(Texts::of(language, Digits::Latin));
        match language {
            Language::Arabic => bidi::right_to_left(&words),
            Language::English => bidi::left_to_right(&words),
        }
    });
    format!("{arabic} / {english}")
}

fn copy_words(copy: u32) -> String {
    in_both(|texts| tr!(texts, "paper-copy", number = copy))
}

/// The head of a copy, to stand over the dots of a paper that was drawn before.
pub fn copy_banner(copy: u32) -> Document {
    let mut paper = Document::new(Direction::RightToLeft);
    paper.banner(copy_words(copy)).space(Gap::Small);
    paper
}

impl<'a> Sheet<'a> {
    /// An empty paper; a copy says so first of all, and so does training.
    pub fn new(stationery: Stationery<'a>, copy: Option<u32>) -> Self {
        let Self {
            mut paper, speech, ..
        } = Self::plain(stationery);
        if stationery.bazaar.training {
            let words = in_both(|texts| tr!(texts, "paper-training"));
            paper.banner(words).space(Gap::Small);
        }
        if let Some(copy) = copy {
            paper.banner(copy_words(copy)).space(Gap::Small);
        }
        Self {
            paper,
            stationery,
            speech,
        }
    }

    /// A part of a page of A4, or its foot: what the paper is, its head says.
    pub fn wide(stationery: Stationery<'a>) -> Self {
        let plain = Self::plain(stationery);
        Self {
            speech: plain.speech.wide(),
            ..plain
        }
    }

    fn plain(stationery: Stationery<'a>) -> Self {
        let speech = stationery.speech();
        Self {
            paper: Document::new(speech.direction()),
            stationery,
            speech,
        }
    }

    pub fn say(&self, words: impl Fn(&Texts) -> String) -> Said {
        self.speech.say(words)
    }

    pub fn name(&self, name: &Bilingual) -> Said {
        self.speech.name(name)
    }

    pub fn amount(&self, money: Money) -> String {
        self.stationery.amount(money)
    }

    /// The bazaar with its organiser, and where it can be found.
    pub fn letterhead(&mut self) {
        if let Some(logo) = self.stationery.logo {
            self.paper.image(logo.clone(), Align::Centre);
            self.paper.space(Gap::Small);
        }
        self.bazaar_and_organiser();
        let receipt = &self.stationery.bazaar.receipt;
        let address = self.name(&receipt.address);
        if !address.is_empty() {
            self.centred(&address, Size::Small);
        }
        if !receipt.phone.is_empty() {
            let phone = bidi::left_to_right(&receipt.phone);
            self.paper.text(Text::new(phone).small().centre());
        }
    }

    /// The bazaar with its organiser, for papers of the house.
    pub fn bazaar_and_organiser(&mut self) {
        let bazaar = self.name(&self.stationery.bazaar.name);
        self.paper.title(bazaar.first.clone());
        self.beneath(&bazaar);
        let organiser = self.name(&self.stationery.bazaar.organiser);
        if !organiser.is_empty() {
            self.centred(&organiser, Size::Body);
        }
    }

    /// What this paper is, between two lines.
    pub fn kind(&mut self, words: &Said) {
        self.paper.rule(Rule::Thin);
        self.paper
            .text(Text::new(words.first.clone()).large().bold().centre());
        self.beneath(words);
        self.paper.rule(Rule::Thin);
    }

    /// What this paper is, as white on black: papers that are money.
    pub fn kind_banner(&mut self, words: &Said) {
        self.paper.space(Gap::Small);
        self.paper.banner(words.inline());
        self.paper.space(Gap::Small);
    }

    pub fn centred(&mut self, words: &Said, size: Size) {
        self.paper
            .text(Text::new(words.first.clone()).size(size).centre());
        self.beneath(words);
    }

    /// The second language, centred under the first.
    pub fn beneath(&mut self, words: &Said) {
        if let Some(second) = words.beneath() {
            self.paper.text(second.centre());
        }
    }

    /// The second language under the first, at the reading start of the paper.
    pub fn second(&mut self, words: &Said) {
        if let Some(second) = words.beneath() {
            let aligned = match second.style.direction {
                Some(own) if own != self.speech.direction() => second.end(),
                _ => second,
            };
            self.paper.text(aligned);
        }
    }

    /// The name of a section.
    pub fn heading(&mut self, words: &Said) {
        self.paper.space(Gap::Medium);
        self.paper.text(Text::new(words.inline()).bold());
        self.paper.rule(Rule::Thin);
    }

    /// A label and words.
    pub fn fact(&mut self, label: &Said, value: impl Into<String>) {
        self.paper
            .field(Text::new(label.inline()), Text::new(value.into()));
    }

    /// A remark under what stands above it.
    pub fn remark(&mut self, words: impl Into<String>) {
        self.paper.text(Text::new(words.into()).small());
    }

    /// A number of a series, as typed to find the paper again.
    pub fn number(&mut self, number: &Number) {
        let label = self.say(|texts| tr!(texts, "paper-number"));
        let number = bidi::left_to_right(&self.full_number(number));
        self.paper
            .field(Text::new(label.inline()), Text::new(number).bold());
    }

    pub fn full_number(&self, number: &Number) -> String {
        number.with_bazaar(&self.stationery.bazaar.code)
    }

    /// When it was recorded; the trading day too where it is another date.
    pub fn recorded(&mut self, issued: &Issued, day: Option<NaiveDate>) {
        let label = self.say(|texts| tr!(texts, "paper-date"));
        self.fact(&label, self.stationery.moment(issued.at));
        if let Some(day) = day.filter(|day| *day != issued.at.date_naive()) {
            self.short_day(day);
        }
    }

    /// The trading day in figures.
    pub fn short_day(&mut self, day: NaiveDate) {
        let label = self.say(|texts| tr!(texts, "paper-trading-day"));
        self.fact(&label, self.speech.first.date_short(day));
    }

    /// A day in words and both calendars, centred.
    pub fn long_day(&mut self, day: NaiveDate) {
        let texts = self.speech.first;
        let gregorian = texts.date_with_weekday(day);
        let hijri = texts.hijri_long(day, self.stationery.sighting);
        self.paper.text(Text::new(gregorian).bold().centre());
        self.paper.text(Text::new(hijri).centre());
    }

    pub fn person(&mut self, label: &Said, code: &StaffCode) {
        self.fact(label, self.stationery.staff(code));
    }

    /// Who approved, where somebody had to.
    pub fn approver(&mut self, issued: &Issued) {
        if let Some(approver) = &issued.approver {
            let label = self.say(|texts| tr!(texts, "paper-approved-by"));
            self.person(&label, approver);
        }
    }

    /// A label and an amount in the column of the amounts above and below it.
    pub fn pair(&mut self, label: &Said, figure: impl Into<String>) {
        self.paper.pair_row(label.row(figure));
    }

    pub fn pair_bold(&mut self, label: &Said, figure: impl Into<String>) {
        self.paper.pair_row(label.row(figure).bold());
    }

    /// The sum a reader looks for, between two thick lines.
    pub fn sum(&mut self, label: &Said, money: Money) {
        self.paper.rule(Rule::Thick);
        let row = label.row_beneath(self.stationery.money(money)).bold();
        self.paper.pair_row(Row {
            size: Size::Title,
            ..row
        });
        self.paper.rule(Rule::Thick);
    }

    /// The amount this paper is about: the largest thing on it, with its words.
    pub fn amount_of_paper(&mut self, label: &Said, money: Money) {
        self.paper.rule(Rule::Thick);
        self.paper
            .text(Text::new(label.first.clone()).large().bold().centre());
        self.beneath(label);
        let amount = self.stationery.money(money);
        self.paper.text(Text::new(amount).huge().bold().centre());
        let currency = self.stationery.bazaar.currency;
        let words = self.say(|texts| texts.amount_in_words_only(money, currency));
        self.centred(&words, Size::Body);
        self.paper.rule(Rule::Thick);
    }

    /// A box to sign in or leave a thumbprint.
    pub fn signature(&mut self, caption: &Said) {
        self.paper.space(Gap::Medium);
        self.paper.signature(Text::new(caption.inline()).small());
    }

    /// The number as a code that the till's scanner reads.
    pub fn scannable(&mut self, number: &Number) {
        let text = self.full_number(number);
        self.code(&text, &text);
    }

    /// The number of an order as a code. Series of sales and orders both begin at
    /// one, so the code names its series.
    pub fn scannable_order(&mut self, number: &Number) {
        let text = self.full_number(number);
        self.code(&format!("{text}{ORDER_SUFFIX}"), &text);
    }

    fn code(&mut self, scanned: &str, printed: &str) {
        self.paper
            .qr(scanned)
            .expect("a number of three short codes fits a QR code");
        let printed = Text::new(bidi::left_to_right(printed)).small().centre();
        self.paper.text(printed);
    }
}
