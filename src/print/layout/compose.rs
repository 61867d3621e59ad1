//! Blocks from top to bottom: where each stands on its sheet. Tables are laid
//! out next door in `table`.

use std::ops::Range;
use std::sync::Arc;

use super::frame::{Frame, Item};
use super::lines::{Edge, Line};
use super::paragraph::Paragraph;
use super::words::{Look, Words};
use crate::print::bitmap::{Bitmap, Ink};
use crate::print::document::{
    Align, Block, Direction, Document, Gap, Rule, Size, Text, TextStyle, Weight,
};

/// A column on the paper, in dots from the left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub x: i32,
    pub width: i32,
}

/// Where a page may end, and what the next one repeats.
#[derive(Clone, Debug)]
pub(super) struct Break {
    /// The first item of the next page.
    pub item: usize,
    /// The first row of the next page.
    pub y: i32,
    pub heading: Option<Heading>,
}

/// The headings of a table, to stand on each of its pages.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub items: Range<usize>,
    pub top: i32,
    pub bottom: i32,
}

/// A sheet as long as its paper, before it is cut into pages.
pub(super) struct Strip {
    pub frame: Frame,
    pub breaks: Vec<Break>,
}

/// Puts blocks below one another.
pub(super) struct Composer<'w> {
    pub words: &'w mut Words,
    /// Dots of body text.
    pub body: u16,
    pub direction: Direction,
    pub width: i32,
    /// The first free row.
    pub y: i32,
    pub items: Vec<Item>,
    breaks: Vec<Break>,
    strips: Vec<Strip>,
}

impl<'w> Composer<'w> {
    pub fn new(words: &'w mut Words, width: u16, body: u16, direction: Direction) -> Self {
        Self {
            words,
            body,
            direction,
            width: i32::from(width),
            y: 0,
            items: Vec::new(),
            breaks: Vec::new(),
            strips: Vec::new(),
        }
    }

    /// Lays out every block; a sheet ends at each cut and at the paper's end.
    pub fn compose(mut self, document: &Document) -> Vec<Strip> {
        let mut before: Option<&Block> = None;
        for block in document.blocks() {
            // A line ends what stands above it; words lead to what follows them.
            if before.is_some_and(closes) && !matches!(block, Block::Rule(_)) {
                self.may_break(None);
            }
            self.block(block);
            before = Some(block);
        }
        self.end_sheet();
        self.strips
    }

    /// A page may end here.
    pub fn may_break(&mut self, heading: Option<Heading>) {
        self.breaks.push(Break {
            item: self.items.len(),
            y: self.y,
            heading,
        });
    }

    /// How many items stand on the sheet so far.
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.text(text),
            Block::Field { label, value } => self.field(label, value),
            Block::Table(table) => self.table(table),
            Block::Rule(rule) => self.rule(*rule),
            Block::Space(gap) => self.y += self.gap(*gap),
            Block::Image { bitmap, align } => self.image(bitmap, *align),
            Block::Plot(plot) => self.plot(plot),
            Block::Qr(modules) => self.qr(modules),
            Block::Signature(caption) => self.signature(caption),
            Block::Banner(text) => self.banner(text),
            Block::Beside(parts) => self.beside(parts),
            Block::Panel(content) => self.panel(content),
            Block::Cut => self.end_sheet(),
        }
    }

    /// Sheets without a dot are not printed.
    fn end_sheet(&mut self) {
        let items = std::mem::take(&mut self.items);
        let height = std::mem::take(&mut self.y);
        let breaks = std::mem::take(&mut self.breaks);
        if !items.is_empty() {
            let frame = Frame {
                width: self.width,
                height,
                items,
            };
            self.strips.push(Strip { frame, breaks });
        }
    }

    /// A part in a column of its own, its top left corner at (`x`, `y`); gives the
    /// first free row below it.
    fn part(&mut self, part: &Document, span: Span, y: i32) -> i32 {
        let mut inner = Composer {
            words: &mut *self.words,
            body: self.body,
            direction: part.direction(),
            width: span.width,
            y: 0,
            items: Vec::new(),
            breaks: Vec::new(),
            strips: Vec::new(),
        };
        for block in part.blocks() {
            inner.block(block);
        }
        let (items, height) = (inner.items, inner.y);
        let moved = items.into_iter().map(|item| item.moved(span.x, y));
        self.items.extend(moved);
        y + height
    }

    fn beside(&mut self, parts: &[Document]) {
        let (gap, count) = (self.ems(150), parts.len() as i32);
        let width = (self.width - gap * (count - 1)) / count;
        let (top, mut bottom) = (self.y, self.y);
        for (index, part) in parts.iter().enumerate() {
            let offset = index as i32 * (width + gap);
            let x = match self.direction {
                Direction::RightToLeft => self.width - offset - width,
                Direction::LeftToRight => offset,
            };
            bottom = bottom.max(self.part(part, Span { x, width }, top));
        }
        self.y = bottom;
    }

    fn panel(&mut self, content: &Document) {
        let (line, padding) = (self.ems(9).max(2), self.ems(70));
        let inset = line + padding;
        let span = Span {
            x: inset,
            width: self.width - 2 * inset,
        };
        let top = self.y;
        let bottom = self.part(content, span, top + line + padding / 2) + padding / 2 + line;
        self.outline(top, bottom - top, line);
        self.y = bottom;
    }

    /// A rectangle across the paper, drawn as its four lines.
    fn outline(&mut self, top: i32, height: i32, line: i32) {
        let (right, bottom) = (self.width - line, top + height - line);
        for (x, y, width, height) in [
            (0, top, self.width, line),
            (0, bottom, self.width, line),
            (0, top, line, height),
            (right, top, line, height),
        ] {
            self.items.push(Item::Fill {
                x,
                y,
                width,
                height,
            });
        }
    }

    pub fn whole(&self) -> Span {
        Span {
            x: 0,
            width: self.width,
        }
    }

    /// The look of a size and weight in a base direction.
    pub fn look(&self, size: Size, weight: Weight, direction: Option<Direction>) -> Look {
        let right_to_left = direction.unwrap_or(self.direction).is_right_to_left();
        Look {
            weight,
            size: size.dots(self.body),
            right_to_left,
        }
    }

    pub fn prepare(&mut self, text: &Text) -> Paragraph {
        let look = self.look(text.style.size, text.style.weight, text.style.direction);
        Paragraph::prepare(&text.content, look, self.words)
    }

    /// The paper edge an alignment means in a style's direction.
    pub fn edge(&self, style: &TextStyle) -> Edge {
        edge(style.align, style.direction.unwrap_or(self.direction))
    }

    /// Dots for a share of the body size, in percent.
    pub fn ems(&self, percent: i32) -> i32 {
        (i32::from(self.body) * percent + 50) / 100
    }

    fn gap(&self, gap: Gap) -> i32 {
        self.ems(match gap {
            Gap::Small => 45,
            Gap::Medium => 90,
            Gap::Large => 190,
        })
    }

    fn text(&mut self, text: &Text) {
        let paragraph = self.prepare(text);
        let lines = paragraph.lines(self.width, self.words);
        let edge = self.edge(&text.style);
        let span = self.whole();
        self.y = self.set(&lines, paragraph.look, span, edge, self.y, 0, Ink::Black);
    }

    /// Sets lines below `top` in a column and gives the first free row below
    /// them. The first baseline is at least `first_baseline` dots below `top`, so
    /// that cells side by side can share it.
    #[expect(
        clippy::too_many_arguments,
        reason = "one line of type has this many sides"
    )]
    pub fn set(
        &mut self,
        lines: &[Line],
        look: Look,
        span: Span,
        edge: Edge,
        top: i32,
        first_baseline: i32,
        ink: Ink,
    ) -> i32 {
        let Some(first) = lines.first() else {
            return top;
        };
        let height = line_height(look.size);
        let nominal = self.words.face(look.weight).baseline(look.size, height);
        let mut baseline = top + first_baseline.max(nominal).max(first.above);
        for (index, line) in lines.iter().enumerate() {
            if let Some(previous) = index.checked_sub(1).map(|before| &lines[before]) {
                baseline += height.max(previous.below + line.above + 1);
            }
            for (x, word) in line.placed(span.x, span.width, edge) {
                self.items.push(Item::Word {
                    x,
                    baseline,
                    word: word.clone(),
                    ink,
                });
            }
        }
        let last = lines.last().expect("there is a first line");
        baseline + (height - nominal).max(last.below)
    }

    /// Dots from a row's top to the baseline its first line needs.
    pub fn first_baseline(&mut self, lines: &[Line], look: Look) -> i32 {
        let nominal = self
            .words
            .face(look.weight)
            .baseline(look.size, line_height(look.size));
        nominal.max(lines.first().map_or(0, |line| line.above))
    }

    /// Two columns at the paper's two edges; the label takes what it needs, up
    /// to 45 %, and both wrap.
    fn field(&mut self, label: &Text, value: &Text) {
        let (label_text, value_text) = (self.prepare(label), self.prepare(value));
        let gap = self.ems(50);
        // Three dots cover rounding and ink beyond the advance.
        let (label_needs, value_needs) = (label_text.width() + 3, value_text.width() + 3);
        let label_width = if label_needs + gap + value_needs <= self.width {
            label_needs
        } else {
            label_needs.min(self.width * 45 / 100)
        };
        let value_width = self.width - gap - label_width;
        let right_to_left = self.direction.is_right_to_left();
        let (label_span, value_span) = if right_to_left {
            (
                Span {
                    x: self.width - label_width,
                    width: label_width,
                },
                Span {
                    x: 0,
                    width: value_width,
                },
            )
        } else {
            (
                Span {
                    x: 0,
                    width: label_width,
                },
                Span {
                    x: self.width - value_width,
                    width: value_width,
                },
            )
        };
        let label_lines = label_text.lines(label_width, self.words);
        let value_lines = value_text.lines(value_width, self.words);
        let baseline = self
            .first_baseline(&label_lines, label_text.look)
            .max(self.first_baseline(&value_lines, value_text.look));
        let (start, end) = (
            edge(Align::Start, self.direction),
            edge(Align::End, self.direction),
        );
        let top = self.y;
        let label_bottom = self.set(
            &label_lines,
            label_text.look,
            label_span,
            start,
            top,
            baseline,
            Ink::Black,
        );
        let value_bottom = self.set(
            &value_lines,
            value_text.look,
            value_span,
            end,
            top,
            baseline,
            Ink::Black,
        );
        self.y = label_bottom.max(value_bottom);
    }

    pub fn rule(&mut self, rule: Rule) {
        let margin = match rule {
            Rule::Hair => self.ems(12),
            _ => self.ems(25).max(4),
        };
        self.y += margin;
        match rule {
            Rule::Hair => self.fill_across(1),
            Rule::Thin => self.fill_across(2),
            Rule::Thick => self.fill_across(5),
            Rule::Double => {
                self.fill_across(2);
                self.y += 3;
                self.fill_across(2);
            }
            Rule::Dashed => {
                for x in (0..self.width).step_by(14) {
                    let width = 8.min(self.width - x);
                    self.items.push(Item::Fill {
                        x,
                        y: self.y,
                        width,
                        height: 2,
                    });
                }
                self.y += 2;
            }
        }
        self.y += margin;
    }

    fn fill_across(&mut self, height: i32) {
        self.items.push(Item::Fill {
            x: 0,
            y: self.y,
            width: self.width,
            height,
        });
        self.y += height;
    }

    fn image(&mut self, bitmap: &Arc<Bitmap>, align: Align) {
        let bitmap = if bitmap.width() as i32 > self.width {
            let height = (bitmap.height() * self.width as usize / bitmap.width()).max(1);
            Arc::new(bitmap.resized(self.width as usize, height))
        } else {
            bitmap.clone()
        };
        let free = self.width - bitmap.width() as i32;
        let x = match edge(align, self.direction) {
            Edge::Left => 0,
            Edge::Centre => free / 2,
            Edge::Right => free,
        };
        let height = bitmap.height() as i32;
        self.items.push(Item::Image {
            x,
            y: self.y,
            bitmap,
        });
        self.y += height;
    }

    /// Centred, each module 3 to 8 dots and the whole under half the paper where
    /// that allows it, with the quiet zone of four modules the standard asks for.
    fn qr(&mut self, modules: &Bitmap) {
        let count = modules.width() as i32;
        let widest = (self.width / (count + 8)).max(1);
        let dots = (self.width * 45 / 100 / count).clamp(3, 8).min(widest);
        let size = (count * dots) as usize;
        let code = Arc::new(modules.resized(size, size));
        self.y += 4 * dots;
        self.items.push(Item::Image {
            x: (self.width - count * dots) / 2,
            y: self.y,
            bitmap: code,
        });
        self.y += (count + 4) * dots;
    }

    fn signature(&mut self, caption: &Text) {
        let (line, padding) = (2, self.ems(30));
        let paragraph = self.prepare(caption);
        let span = Span {
            x: line + padding,
            width: self.width - 2 * (line + padding),
        };
        let lines = paragraph.lines(span.width, self.words);
        let edge = self.edge(&caption.style);
        let top = self.y;
        let caption_bottom = self.set(
            &lines,
            paragraph.look,
            span,
            edge,
            top + line + padding / 2,
            0,
            Ink::Black,
        );
        let height = caption_bottom - top + self.ems(230);
        self.outline(top, height, line);
        self.y = top + height;
    }

    fn banner(&mut self, text: &Text) {
        let padding = self.ems(20);
        let paragraph = self.prepare(text);
        let span = Span {
            x: padding,
            width: self.width - 2 * padding,
        };
        let lines = paragraph.lines(span.width, self.words);
        let edge = self.edge(&text.style);
        let top = self.y;
        // The background is drawn first, but its height is known only after.
        let background = self.items.len();
        self.items.push(Item::Fill {
            x: 0,
            y: top,
            width: self.width,
            height: 0,
        });
        let bottom = self.set(
            &lines,
            paragraph.look,
            span,
            edge,
            top + padding,
            0,
            Ink::White,
        ) + padding;
        self.items[background] = Item::Fill {
            x: 0,
            y: top,
            width: self.width,
            height: bottom - top,
        };
        self.y = bottom;
    }
}

/// Whether a page may end after such a block.
fn closes(block: &Block) -> bool {
    matches!(
        block,
        Block::Table(_)
            | Block::Field { .. }
            | Block::Signature(_)
            | Block::Image { .. }
            | Block::Qr(_)
            | Block::Plot(_)
            | Block::Beside(_)
            | Block::Panel(_)
    )
}

/// Dots from baseline to baseline.
pub(super) fn line_height(size: u16) -> i32 {
    (i32::from(size) * 142 + 50) / 100
}

/// The paper edge an alignment means in a direction.
pub(super) fn edge(align: Align, direction: Direction) -> Edge {
    match (align, direction) {
        (Align::Centre, _) => Edge::Centre,
        (Align::Start, Direction::LeftToRight) | (Align::End, Direction::RightToLeft) => Edge::Left,
        (Align::Start, Direction::RightToLeft) | (Align::End, Direction::LeftToRight) => {
            Edge::Right
        }
    }
}
