//! Reading direction. Everything on a screen that must mirror between Arabic
//! and English goes through here: a screen speaks of start and end, never of
//! left and right. Numeric pads do not mirror and do not come here.

use crate::app::theme::{Element, Theme, space};
use crate::app::widget::label::{Label, label};
use iced::alignment::Horizontal;
use iced::widget::{Column, Row, Space, container};
use iced::{Fill, Padding};
use std::borrow::Cow;

/// The side a reader starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dir {
    /// Right to left: Arabic.
    Rtl,
    /// Left to right: English.
    Ltr,
}

impl Dir {
    /// Whether reading starts at the right.
    pub fn is_rtl(self) -> bool {
        self == Dir::Rtl
    }

    /// The side where reading starts.
    pub fn start(self) -> Horizontal {
        match self {
            Dir::Rtl => Horizontal::Right,
            Dir::Ltr => Horizontal::Left,
        }
    }

    /// The side where a line ends.
    pub fn end(self) -> Horizontal {
        match self {
            Dir::Rtl => Horizontal::Left,
            Dir::Ltr => Horizontal::Right,
        }
    }

    /// Text that starts where this direction starts.
    pub fn label<'a>(self, content: impl Into<Cow<'a, str>>) -> Label<'a> {
        label(self, content)
    }

    /// A row whose first child stands where reading starts.
    pub fn row<'a, M: 'a>(
        self,
        children: impl IntoIterator<Item = Element<'a, M>>,
    ) -> Row<'a, M, Theme> {
        let mut children: Vec<_> = children.into_iter().collect();
        if self.is_rtl() {
            children.reverse();
        }
        Row::with_children(children)
            .spacing(space::M)
            .align_y(iced::Center)
    }

    /// Two things at the two ends of the whole width.
    pub fn between<'a, M: 'a>(
        self,
        start: impl Into<Element<'a, M>>,
        end: impl Into<Element<'a, M>>,
    ) -> Row<'a, M, Theme> {
        self.row([start.into(), Space::new().width(Fill).into(), end.into()])
            .width(Fill)
    }

    /// A column whose children stand at the reading start.
    pub fn column<'a, M: 'a>(
        self,
        children: impl IntoIterator<Item = Element<'a, M>>,
    ) -> Column<'a, M, Theme> {
        Column::with_children(children)
            .spacing(space::S)
            .align_x(self.start())
    }

    /// Equal columns, filled from the reading start, line by line.
    pub fn grid<'a, M: 'a>(
        self,
        children: impl IntoIterator<Item = Element<'a, M>>,
        columns: usize,
    ) -> Column<'a, M, Theme> {
        assert!(columns > 0, "a grid has at least one column");
        let mut children = children.into_iter();
        let mut rows = Column::new().spacing(space::M).width(Fill);
        loop {
            let mut line: Vec<Element<'a, M>> = children
                .by_ref()
                .take(columns)
                .map(|child| container(child).width(Fill).into())
                .collect();
            if line.is_empty() {
                return rows;
            }
            line.resize_with(columns, || Space::new().width(Fill).into());
            rows = rows.push(self.row(line).width(Fill));
        }
    }

    /// Puts a thing at the end of the whole width.
    pub fn at_end<'a, M: 'a>(self, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
        container(content).width(Fill).align_x(self.end()).into()
    }

    /// Puts a thing at the start of the whole width.
    pub fn at_start<'a, M: 'a>(self, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
        container(content).width(Fill).align_x(self.start()).into()
    }

    /// Padding by reading side.
    pub fn padding(self, vertical: f32, start: f32, end: f32) -> Padding {
        let (left, right) = match self {
            Dir::Rtl => (end, start),
            Dir::Ltr => (start, end),
        };
        Padding {
            top: vertical,
            bottom: vertical,
            left,
            right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_and_end_are_opposite_and_change_sides_with_the_direction() {
        for dir in [Dir::Rtl, Dir::Ltr] {
            assert_ne!(dir.start(), dir.end());
        }
        assert_eq!(Dir::Rtl.start(), Dir::Ltr.end());
        let padding = Dir::Rtl.padding(1.0, 2.0, 3.0);
        assert_eq!((padding.right, padding.left), (2.0, 3.0));
    }
}
