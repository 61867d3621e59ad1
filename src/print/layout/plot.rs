//! A plot on paper: its bars in shades of black, its words in small type.

use super::compose::{Composer, Span, line_height};
use super::frame::Item;
use super::lines::Edge;
use crate::plot::{Held, Plot, Room, Shape, Tone, Voice};
use crate::print::bitmap::Ink;
use crate::print::document::{Size, Text};

/// How much heat turns the words on it white.
const DARK: u8 = 55;

impl Composer<'_> {
    /// A plot across the paper, and a little white below it.
    pub fn plot(&mut self, plot: &Plot) {
        let right_to_left = self.direction.is_right_to_left();
        let drawing = plot.draw(Room {
            width: self.width,
            em: i32::from(Size::Small.dots(self.body)),
            right_to_left,
        });
        let top = self.y;
        for shape in drawing.shapes {
            match shape {
                Shape::Block {
                    x,
                    y,
                    width,
                    height,
                    tone,
                } => self.items.push(Item::Shade {
                    x,
                    y: top + y,
                    width,
                    height,
                    black: black(tone),
                }),
                Shape::Line {
                    points,
                    thickness,
                    tone,
                } => self.items.push(Item::Stroke {
                    points: points.iter().map(|at| (at.x, top + at.y)).collect(),
                    thickness,
                    black: black(tone),
                }),
                Shape::Area { points, base, tone } => self.items.push(Item::Ground {
                    points: points.iter().map(|at| (at.x, top + at.y)).collect(),
                    base: top + base,
                    black: black(tone),
                }),
                Shape::Word {
                    x,
                    middle,
                    width,
                    held,
                    voice,
                    text,
                } => self.plot_word((x, top + middle), width, held, voice, text),
            }
        }
        self.y = top + drawing.height + self.ems(20);
    }

    /// One line of small type held at a point; what does not fit is left out.
    fn plot_word(
        &mut self,
        (x, middle): (i32, i32),
        width: i32,
        held: Held,
        voice: Voice,
        text: String,
    ) {
        let text = match voice {
            Voice::Value => Text::new(text).small().bold(),
            Voice::Name | Voice::Axis | Voice::OnHeat(_) => Text::new(text).small(),
        };
        let paragraph = self.prepare(&text);
        let mut lines = paragraph.lines(width, self.words);
        lines.truncate(1);
        let (before, edge) = match (held, self.direction.is_right_to_left()) {
            (Held::Middle, _) => (width / 2, Edge::Centre),
            (Held::Start, false) | (Held::End, true) => (0, Edge::Left),
            (Held::End, false) | (Held::Start, true) => (width, Edge::Right),
        };
        let span = Span {
            x: x - before,
            width,
        };
        let ink = match voice {
            Voice::OnHeat(heat) if heat > DARK => Ink::White,
            _ => Ink::Black,
        };
        let top = middle - line_height(paragraph.look.size) / 2;
        self.set(&lines, paragraph.look, span, edge, top, 0, ink);
    }
}

/// How much black of a hundred a tone is.
fn black(tone: Tone) -> u8 {
    match tone {
        Tone::Grid => 18,
        Tone::Main | Tone::Group(_) => 78,
        Tone::Soft => 12,
        Tone::Other => 42,
        // A byte does not hold three times a hundred.
        Tone::Heat(heat) => 6 + heat.min(100) / 4 * 3 + heat.min(100) % 4 * 3 / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hotter_the_blacker() {
        let blacks: Vec<u8> = (0..=100).map(|heat| black(Tone::Heat(heat))).collect();
        assert!(blacks.is_sorted(), "{blacks:?}");
        assert_eq!((blacks[0], blacks[85], blacks[100]), (6, 69, 81));
    }
}
