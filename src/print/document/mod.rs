//! What a paper says, before anybody knows how wide it is: headings, rows,
//! tables, rules, codes. Built by whoever writes the paper, from strings that
//! are already in the reader's language.
//!
//! Nothing here measures or draws; that is `layout`'s work. Sizes are relative
//! to the printer's body size, positions follow the reading direction.

mod barcode;
mod table;
mod text;

use std::sync::Arc;

use qrcode::{Color, EcLevel, QrCode};

pub use barcode::{NoBarcode, barcode};
pub use table::{Cell, Column, ColumnKind, Row, Table};
pub use text::{Align, Direction, Size, Text, TextStyle, Weight};

use super::bitmap::Bitmap;
use crate::plot::Plot;

/// A paper: blocks from top to bottom, read in one direction.
#[derive(Clone, Debug)]
pub struct Document {
    direction: Direction,
    blocks: Vec<Block>,
}

/// One piece of a paper.
#[derive(Clone, Debug)]
pub enum Block {
    Text(Text),
    /// A label at the reading start and words at the reading end, sharing lines.
    Field {
        label: Text,
        value: Text,
    },
    Table(Table),
    Rule(Rule),
    Space(Gap),
    Image {
        bitmap: Arc<Bitmap>,
        align: Align,
    },
    Plot(Plot),
    /// One dot per module, without the quiet zone.
    Qr(Arc<Bitmap>),
    /// An empty box to sign in, with its caption inside.
    Signature(Text),
    /// White letters on black, across the paper.
    Banner(Text),
    /// Parts of one width side by side, from the reading start.
    Beside(Vec<Document>),
    /// What belongs together, in a frame.
    Panel(Document),
    /// Ends a sheet: the printer feeds and cuts here.
    Cut,
}

/// A line across the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    Thin,
    /// One dot without white around it: leads the eye along the rows of a page.
    Hair,
    Thick,
    Dashed,
    Double,
}

/// White between blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// A third of a body line.
    Small,
    /// Two thirds of a body line.
    Medium,
    /// A line and a third.
    Large,
}

/// The text is too long for any QR code.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{bytes} bytes do not fit into a QR code")]
pub struct QrTooLong {
    pub bytes: usize,
}

impl Document {
    /// An empty paper read in `direction`.
    pub fn new(direction: Direction) -> Self {
        Self {
            direction,
            blocks: Vec::new(),
        }
    }

    /// The direction of every text that does not say otherwise, and of columns.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The blocks from top to bottom.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Adds any block.
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// The paper's name: large, bold, centred.
    pub fn title(&mut self, text: impl Into<String>) -> &mut Self {
        self.text(Text::new(text).title().bold().centre())
    }

    /// The name of a section: bold, a little larger, at the reading start.
    pub fn heading(&mut self, text: impl Into<String>) -> &mut Self {
        self.text(Text::new(text).large().bold())
    }

    /// A paragraph; a plain string is body text at the reading start.
    pub fn text(&mut self, text: impl Into<Text>) -> &mut Self {
        self.push(Block::Text(text.into()))
    }

    /// A label and a figure, such as money. The figure never wraps; consecutive
    /// pairs share one column, so their figures end on the same dot.
    pub fn pair(&mut self, label: impl Into<Cell>, figure: impl Into<Cell>) -> &mut Self {
        self.pair_row(Row::new([label.into(), figure.into()]))
    }

    /// A pair in bold and large: the sum a reader looks for.
    pub fn total(&mut self, label: impl Into<Cell>, figure: impl Into<Cell>) -> &mut Self {
        self.pair_row(Row::new([label.into(), figure.into()]).bold().large())
    }

    /// A pair with a style of its own.
    ///
    /// # Panics
    /// When the row does not have exactly two cells.
    pub fn pair_row(&mut self, row: Row) -> &mut Self {
        match self.blocks.last_mut() {
            Some(Block::Table(table)) if table.is_pairs() => table.push(row),
            _ => {
                let mut table = Table::pairs();
                table.push(row);
                self.blocks.push(Block::Table(table));
            }
        }
        self
    }

    /// A label and words, such as a name: both wrap.
    pub fn field(&mut self, label: impl Into<Text>, value: impl Into<Text>) -> &mut Self {
        self.push(Block::Field {
            label: label.into(),
            value: value.into(),
        })
    }

    /// A table with columns of its own.
    pub fn table(&mut self, table: Table) -> &mut Self {
        self.push(Block::Table(table))
    }

    /// A line across the paper.
    pub fn rule(&mut self, rule: Rule) -> &mut Self {
        self.push(Block::Rule(rule))
    }

    /// White between blocks.
    pub fn space(&mut self, gap: Gap) -> &mut Self {
        self.push(Block::Space(gap))
    }

    /// A logo or other picture, one dot to a dot; wider than the paper it shrinks.
    pub fn image(&mut self, bitmap: impl Into<Arc<Bitmap>>, align: Align) -> &mut Self {
        self.push(Block::Image {
            bitmap: bitmap.into(),
            align,
        })
    }

    /// A plot across the paper.
    pub fn plot(&mut self, plot: Plot) -> &mut Self {
        self.push(Block::Plot(plot))
    }

    /// A QR code, centred, with 15 % error correction.
    ///
    /// # Errors
    /// When `data` is longer than a QR code can hold.
    pub fn qr(&mut self, data: impl AsRef<[u8]>) -> Result<&mut Self, QrTooLong> {
        let data = data.as_ref();
        let code = QrCode::with_error_correction_level(data, EcLevel::M)
            .map_err(|_| QrTooLong { bytes: data.len() })?;
        let width = code.width();
        let mut modules = Bitmap::new(width, width);
        for (index, color) in code.into_colors().into_iter().enumerate() {
            if color == Color::Dark {
                modules.set(index % width, index / width);
            }
        }
        Ok(self.push(Block::Qr(Arc::new(modules))))
    }

    /// A box to sign in, with a caption.
    pub fn signature(&mut self, caption: impl Into<Text>) -> &mut Self {
        self.push(Block::Signature(caption.into()))
    }

    /// White letters on black across the paper: COPY, TRAINING.
    pub fn banner(&mut self, text: impl Into<String>) -> &mut Self {
        self.push(Block::Banner(Text::new(text).large().bold().centre()))
    }

    /// Parts of one width side by side, from the reading start.
    ///
    /// # Panics
    /// Without parts.
    pub fn beside(&mut self, parts: Vec<Document>) -> &mut Self {
        assert!(!parts.is_empty(), "something stands side by side");
        self.push(Block::Beside(parts))
    }

    /// What belongs together, in a frame across the paper.
    pub fn panel(&mut self, content: Document) -> &mut Self {
        self.push(Block::Panel(content))
    }

    /// The same with a hair line between the rows of its tables, for pages so wide
    /// that the eye loses a row.
    pub fn guided(mut self) -> Self {
        for block in &mut self.blocks {
            match block {
                Block::Table(table) => table.guide(),
                Block::Beside(parts) => {
                    let guided = std::mem::take(parts).into_iter().map(Document::guided);
                    *parts = guided.collect();
                }
                _ => {}
            }
        }
        self
    }

    /// Ends this sheet; what follows is printed on the next. A paper need not
    /// end with a cut: the last sheet is cut anyway.
    pub fn cut(&mut self) -> &mut Self {
        self.push(Block::Cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consecutive_pairs_share_one_table() {
        let mut paper = Document::new(Direction::RightToLeft);
        paper
            .pair("cash", "46.50")
            .pair("card", "163.67")
            .total("sum", "210.17");
        paper.rule(Rule::Thin).pair("change", "3.50");
        let rows: Vec<usize> = paper
            .blocks()
            .iter()
            .filter_map(|block| match block {
                Block::Table(table) => Some(table.rows().len()),
                _ => None,
            })
            .collect();
        assert_eq!(rows, [3, 1]);
    }

    #[test]
    fn a_code_longer_than_any_qr_code_is_refused() {
        let mut paper = Document::new(Direction::LeftToRight);
        assert_eq!(
            paper.qr(vec![b'a'; 3_000]).err(),
            Some(QrTooLong { bytes: 3_000 })
        );
        assert!(paper.qr("صندوق").is_ok());
    }
}
