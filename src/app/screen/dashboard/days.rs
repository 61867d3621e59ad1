//! Which days are looked at: one, several, one against another, or all.

use crate::app::context::Context;
use crate::app::theme::{Element, Press, space};
use crate::app::widget::{Icon, button, icon_button, named};
use crate::domain::figures::Period;
use crate::services::dashboard::Dashboard;
use crate::tr;
use chrono::NaiveDate;

/// Days side by side; more are on the pages before.
const DAYS: usize = 5;

/// What touching a day means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Day,
    Span,
    /// Another day is laid over the one that is shown.
    Against,
    Bazaar,
}

/// The days there are, and those that are chosen.
#[derive(Debug, Default)]
pub struct Days {
    mode: Mode,
    /// The days there are, oldest first.
    known: Vec<NaiveDate>,
    /// The day the choice began with.
    first: Option<NaiveDate>,
    /// Where a span ends, or what the day is laid against.
    second: Option<NaiveDate>,
    /// Pages turned back from the latest days.
    back: usize,
}

#[derive(Debug, Clone, Copy)]
pub enum Message {
    Mode(Mode),
    Day(NaiveDate),
    Earlier,
    Later,
}

impl Days {
    /// Learns which days there are, and which one is shown at first.
    pub fn know(&mut self, dashboard: &Dashboard) {
        self.known.clone_from(&dashboard.days);
        if self.first.is_none()
            && let Period::Day(day) = dashboard.figures.period
        {
            self.first = Some(day);
        }
    }

    /// The days to look at; the latest before any is chosen.
    pub fn period(&self) -> Option<Period> {
        match (self.mode, self.first) {
            (Mode::Bazaar, _) => Some(Period::Bazaar),
            (Mode::Span, Some(first)) => Some(Period::between(first, self.second.unwrap_or(first))),
            (_, first) => first.map(Period::Day),
        }
    }

    /// The day laid over it.
    pub fn against(&self) -> Option<NaiveDate> {
        self.second.filter(|_| self.mode == Mode::Against)
    }

    /// Whether other figures are to be read.
    pub fn update(&mut self, message: Message) -> bool {
        let before = (self.period(), self.against());
        match message {
            Message::Mode(mode) => {
                self.mode = mode;
                self.second = match mode {
                    Mode::Against => self.day_before(),
                    _ => None,
                };
            }
            Message::Day(day) => match self.mode {
                Mode::Day | Mode::Bazaar => {
                    self.mode = Mode::Day;
                    self.first = Some(day);
                }
                Mode::Span if self.second.is_some() => {
                    (self.first, self.second) = (Some(day), None);
                }
                Mode::Span | Mode::Against if self.first == Some(day) => self.second = None,
                Mode::Span | Mode::Against => self.second = Some(day),
            },
            Message::Earlier => self.back += 1,
            Message::Later => self.back = self.back.saturating_sub(1),
        }
        before != (self.period(), self.against())
    }

    /// The day before the one that is shown, or else the one after.
    fn day_before(&self) -> Option<NaiveDate> {
        let first = self.first?;
        let before = self.known.iter().rfind(|day| **day < first);
        before
            .or_else(|| self.known.iter().find(|day| **day > first))
            .copied()
    }

    /// What a key of these days says of a day: that it is chosen.
    fn is_chosen(&self, day: NaiveDate) -> bool {
        let period = self.period();
        period.is_some_and(|period| period != Period::Bazaar && period.covers(Some(day)))
            || self.against() == Some(day)
    }

    /// What touching a day means.
    pub fn modes<'a>(&self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let mode = |mode: Mode, word: String, id: &'static str| {
            let key = button(dir, word).kind(Press::Chip(self.mode == mode));
            key.on_press(Message::Mode(mode)).id(id).into()
        };
        let several = self.is_several();
        let mut modes = vec![mode(Mode::Day, tr!(texts, "figures-mode-day"), "mode-day")];
        if several {
            modes.push(mode(
                Mode::Span,
                tr!(texts, "figures-mode-span"),
                "mode-span",
            ));
            modes.push(mode(
                Mode::Against,
                tr!(texts, "figures-mode-against"),
                "mode-against",
            ));
        }
        modes.push(mode(
            Mode::Bazaar,
            tr!(texts, "figures-whole-bazaar"),
            "mode-bazaar",
        ));
        dir.row(modes).spacing(space::S).into()
    }

    fn is_several(&self) -> bool {
        self.known.len() > 1
    }

    /// The days of a page, earliest first, and the keys to the pages beside it;
    /// nothing where there is but one day.
    pub fn strip<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        if !self.is_several() {
            return None;
        }
        let (dir, texts) = (context.dir, context.texts);
        let last = self.known.len().saturating_sub(self.back * DAYS);
        let last = last.max(self.known.len().min(DAYS));
        let first = last.saturating_sub(DAYS);
        let mut keys: Vec<Element<'a, Message>> = Vec::new();
        let (to_earlier, to_later) = match dir.is_rtl() {
            true => (Icon::ChevronRight, Icon::ChevronLeft),
            false => (Icon::ChevronLeft, Icon::ChevronRight),
        };
        let turn = |icon, message: Option<Message>, id: &'static str| {
            let key = icon_button(icon, Press::Secondary, message);
            named(key, Some(id.into()), iced::Shrink)
        };
        if self.known.len() > DAYS {
            let earlier = (first > 0).then_some(Message::Earlier);
            keys.push(turn(to_earlier, earlier, "earlier-days"));
        }
        for (at, day) in self.known.iter().enumerate().take(last).skip(first) {
            let number = texts.count(at + 1);
            let name = tr!(texts, "figures-number-day", number = number);
            let date = texts.weekday_and_day(*day);
            let key = button(dir, name)
                .hint(date)
                .kind(Press::Chip(self.is_chosen(*day)))
                .fill()
                .on_press(Message::Day(*day))
                .id(format!("day-{}", at + 1));
            keys.push(key.into());
        }
        if self.known.len() > DAYS {
            let later = (self.back > 0).then_some(Message::Later);
            keys.push(turn(to_later, later, "later-days"));
        }
        Some(dir.row(keys).spacing(space::S).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    fn days() -> Days {
        Days {
            known: (1..=7).map(day).collect(),
            first: Some(day(7)),
            ..Days::default()
        }
    }

    #[test]
    fn touching_days_means_what_the_mode_says() {
        let mut days = days();
        assert!(days.update(Message::Day(day(3))));
        assert_eq!(days.period(), Some(Period::Day(day(3))));
        assert!(
            !days.update(Message::Mode(Mode::Span)),
            "until another day is touched it is the same day"
        );
        assert_eq!(days.period(), Some(Period::Day(day(3))));
        assert!(days.update(Message::Day(day(1))));
        assert_eq!(days.period(), Some(Period::between(day(1), day(3))));
        // A third touch begins anew.
        assert!(days.update(Message::Day(day(5))));
        assert_eq!(days.period(), Some(Period::Day(day(5))));
        assert!(days.update(Message::Mode(Mode::Against)));
        assert_eq!(days.against(), Some(day(4)), "the day before it at first");
        assert!(days.update(Message::Day(day(2))));
        assert_eq!(
            (days.period(), days.against()),
            (Some(Period::Day(day(5))), Some(day(2)))
        );
        assert!(
            days.update(Message::Day(day(5))),
            "a day is not laid against itself"
        );
        assert_eq!(days.against(), None);
        assert!(days.update(Message::Mode(Mode::Bazaar)));
        assert!(
            !days.update(Message::Earlier),
            "turning pages reads nothing"
        );
        assert!(days.update(Message::Day(day(2))));
        assert_eq!(days.period(), Some(Period::Day(day(2))));
    }
}
