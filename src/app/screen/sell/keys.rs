//! The hardware keyboard at the counter: a scanner's codes, goods looked for
//! without touching the field, amounts typed into whatever asks for one.

use std::time::Instant;

use iced::Task;

use super::{Message, Sell, Sheet, Stage, goods_sheet, line_sheet, sheet};
use crate::app::context::{Action, Context};
use crate::app::intent::Intent;
use crate::app::scanner::{Heard, Keystroke, LONGEST_PAUSE, Stroke};
use crate::app::screen::{approval, pay};
use crate::app::widget::keypad::Key;
use crate::domain::id::Number;
use crate::locale::normalise::ascii_digit;
use crate::print::papers::ORDER_SUFFIX;
use crate::tr;

/// A code at least this long was not typed by a person, known or not.
const SURELY_SCANNED: usize = 8;

/// The number of a sale, if a code is one of this bazaar's receipts.
fn receipt_number(context: &Context, code: &str) -> Option<Number> {
    let bazaar = format!("{}-", context.catalogue.bazaar.code);
    let ours = code.starts_with(bazaar.as_str());
    let number = context.catalogue.bazaar.number(code, context.till.code());
    number.filter(|_| ours)
}

impl Sell {
    /// A key went down.
    pub fn keystroke(
        &mut self,
        keystroke: &Keystroke,
        context: &Context,
    ) -> Action<Message, Intent> {
        let action = self.heard(keystroke, context);
        self.asking_for_goods(action)
    }

    fn heard(&mut self, keystroke: &Keystroke, context: &Context) -> Action<Message, Intent> {
        match self.scanner.hear(keystroke) {
            Heard::Code(code) if self.asks_for_something() => {
                self.scanned_meanwhile(context, &code)
            }
            Heard::Code(code) => self.scanned(context, &code),
            Heard::Waiting => {
                let pause = async { tokio::time::sleep(LONGEST_PAUSE).await };
                Action::Run(Task::perform(pause, |()| Message::Settled))
            }
            Heard::Nothing => {
                // What was typed before this key comes before it.
                self.settle(context);
                self.other_key(keystroke, context)
            }
        }
    }

    /// Whether a sheet is open or a ticket is paid: then keys are not for the shelf.
    fn asks_for_something(&self) -> bool {
        self.sheet.is_some() || self.about.is_some() || matches!(self.stage, Stage::Paying(_))
    }

    /// Takes what a person typed, now that it is known that no scanner did.
    pub(super) fn settle(&mut self, context: &Context) {
        let Some(written) = self.scanner.settle(Instant::now()) else {
            return;
        };
        match self.asks_for_something() {
            true => self.type_keys(context, &written),
            false => self.search(format!("{}{written}", self.goods.query())),
        }
    }

    /// Keys that write nothing, or end something.
    fn other_key(&mut self, keystroke: &Keystroke, context: &Context) -> Action<Message, Intent> {
        let asks = self.asks_for_something();
        match keystroke.stroke {
            // It has left a sheet or a field already.
            Stroke::Escape if keystroke.taken => {}
            Stroke::Escape if self.about.take().is_some() || self.sheet.take().is_some() => {}
            Stroke::Escape if asks => return self.paying(context, pay::Message::Back),
            Stroke::Escape => self.search(String::new()),
            Stroke::Backspace if keystroke.taken => {}
            Stroke::Backspace if asks => self.pad_key(context, Key::Back),
            Stroke::Backspace => {
                let mut query = self.goods.query().to_owned();
                query.pop();
                self.search(query);
            }
            Stroke::Enter if asks && !keystroke.taken => return self.enter(context),
            _ => {}
        }
        Action::None
    }

    fn type_keys(&mut self, context: &Context, written: &str) {
        for letter in written.chars() {
            let key = match letter {
                '.' | ',' | '٫' => Key::Point,
                _ => match ascii_digit(letter).and_then(|digit| digit.to_digit(10)) {
                    Some(digit) => Key::Digit(u8::try_from(digit).expect("a digit is small")),
                    None => continue,
                },
            };
            self.pad_key(context, key);
        }
    }

    /// Presses a key of the pad that is shown; that alone asks for nothing.
    fn pad_key(&mut self, context: &Context, key: Key) {
        if self.asks_about_goods() {
            let message = approval::Message::Key(key);
            let _nothing = self.update_goods(context, goods_sheet::Message::Approving(message));
            return;
        }
        let _nothing = match (&self.sheet, &self.stage) {
            (Some(Sheet::Line(_)), _) => {
                self.update_sheet(context, sheet::Message::Line(line_sheet::Message::Key(key)))
            }
            (Some(Sheet::Discount(..)), _) => {
                self.update_sheet(context, sheet::Message::DiscountKey(key))
            }
            (None, Stage::Paying(pay)) => {
                let message = pay.pad_key(key);
                self.paying(context, message)
            }
            _ => Action::None,
        };
    }

    /// Whether a supervisor's word on goods is being asked for.
    fn asks_about_goods(&self) -> bool {
        let about = self.about.as_ref();
        about.is_some_and(|about| about.approving().is_some())
    }

    fn enter(&mut self, context: &Context) -> Action<Message, Intent> {
        if self.asks_about_goods() {
            let message = approval::Message::Confirm;
            return self.update_goods(context, goods_sheet::Message::Approving(message));
        }
        match (&self.sheet, &self.stage) {
            (Some(Sheet::Line(_)), _) => {
                self.update_sheet(context, sheet::Message::Line(line_sheet::Message::Enter))
            }
            (Some(Sheet::Discount(..)), _) => {
                self.update_sheet(context, sheet::Message::GiveDiscount)
            }
            (None, Stage::Paying(pay)) => match pay.approving() {
                Some(_) => {
                    self.paying(context, pay::Message::Approving(approval::Message::Confirm))
                }
                None => self.paying(context, pay::Message::TypedCash),
            },
            _ => Action::None,
        }
    }

    /// A code scanned while something else is asked: no amount is made of it.
    fn scanned_meanwhile(&mut self, context: &Context, code: &str) -> Action<Message, Intent> {
        let known = !self.goods.with_code(code).is_empty();
        if known || code.chars().count() >= SURELY_SCANNED {
            let later = tr!(context.texts, "app-sell-scan-later");
            return Action::Intent(Intent::Warn(later));
        }
        self.type_keys(context, code);
        self.enter(context)
    }

    fn scanned(&mut self, context: &Context, code: &str) -> Action<Message, Intent> {
        if code.ends_with(ORDER_SUFFIX) {
            return Action::Intent(Intent::OpenOrder(code.to_owned()));
        }
        match self.goods.with_code(code)[..] {
            [at] => {
                self.goods.search(String::new());
                self.tile(context, at)
            }
            [] if let Some(number) = receipt_number(context, code) => {
                Action::Intent(Intent::Refund(number))
            }
            [] => {
                self.goods.search(String::new());
                let unknown = tr!(context.texts, "app-sell-unknown-code", code = code);
                Action::Intent(Intent::Warn(unknown))
            }
            // The code of a family names all its goods: show them.
            _ => {
                self.search(code.to_owned());
                Action::None
            }
        }
    }
}
