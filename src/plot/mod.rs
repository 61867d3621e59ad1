//! Plots as values, and where each of their bars, lines and words stands: one
//! geometry for the screen and the page. Nothing here draws, measures type or
//! knows what the values mean.
//!
//! Places are whole units of whoever draws: pixels of a window, dots of a page.
//! They are reckoned from the reading start and turned round at the end, so that an
//! Arabic plot is the mirror of an English one: its axis stands on the right and
//! its hours run to the left.

mod bars;
mod curve;
mod heat;
mod pareto;
mod scale;

pub use bars::{Bar, Bars};
pub use curve::{Curve, Series};
pub use heat::{Heat, HeatCell};
pub use pareto::{Pareto, Part};
pub use scale::ticks;

/// A plot: its values, with their words already in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plot {
    Bars(Bars),
    Curve(Curve),
    Heat(Heat),
    Pareto(Pareto),
}

/// The room a plot is drawn in; how high it gets follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    pub width: i32,
    /// The size of its type.
    pub em: i32,
    pub right_to_left: bool,
}

/// What a thing in a plot is, from which whoever draws it takes its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Lines behind everything.
    Grid,
    /// What the plot is about.
    Main,
    /// A hint of the same: the ground under a curve, the track of a bar.
    Soft,
    /// What it is compared with.
    Other,
    /// A group that has a colour of its own, such as a package.
    Group(usize),
    /// So much heat of a hundred.
    Heat(u8),
}

/// What a word in a plot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The name of a row.
    Name,
    /// The value of a thing.
    Value,
    /// What stands at an axis.
    Axis,
    /// A value on a ground of so much heat.
    OnHeat(u8),
}

/// Which of its ends a word is held by, in the reading direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// Something to draw, in the order of drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Block {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        tone: Tone,
    },
    Line {
        points: Vec<Point>,
        thickness: i32,
        tone: Tone,
    },
    /// What lies between a line and its base.
    Area {
        points: Vec<Point>,
        base: i32,
        tone: Tone,
    },
    /// A word held at (`x`, middle of its line), in a width it is cut to.
    Word {
        x: i32,
        middle: i32,
        width: i32,
        held: Held,
        voice: Voice,
        text: String,
    },
}

/// A plot with everything in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    pub shapes: Vec<Shape>,
}

impl Plot {
    /// Puts everything in its place.
    pub fn draw(&self, room: Room) -> Drawing {
        let mut sheet = Sheet {
            room,
            shapes: Vec::new(),
        };
        let height = match self {
            Plot::Bars(bars) => bars.draw(&mut sheet),
            Plot::Curve(curve) => curve.draw(&mut sheet),
            Plot::Heat(heat) => heat.draw(&mut sheet),
            Plot::Pareto(pareto) => pareto.draw(&mut sheet),
        };
        let mut drawing = Drawing {
            width: room.width,
            height,
            shapes: sheet.shapes,
        };
        if room.right_to_left {
            drawing.mirror();
        }
        drawing
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        match self {
            Plot::Bars(bars) => bars.rows.is_empty(),
            Plot::Curve(curve) => curve.slots.is_empty(),
            Plot::Heat(heat) => heat.rows.is_empty() || heat.columns.is_empty(),
            Plot::Pareto(pareto) => pareto.parts.is_empty(),
        }
    }
}

impl Drawing {
    fn mirror(&mut self) {
        for shape in &mut self.shapes {
            match shape {
                Shape::Block { x, width, .. } => *x = self.width - *x - *width,
                Shape::Word { x, .. } => *x = self.width - *x,
                Shape::Line { points, .. } | Shape::Area { points, .. } => {
                    points
                        .iter_mut()
                        .for_each(|point| point.x = self.width - point.x);
                }
            }
        }
    }
}

/// What a plot is drawn on, from left to right.
struct Sheet {
    room: Room,
    shapes: Vec<Shape>,
}

impl Sheet {
    /// So many hundredths of the size of type.
    fn em(&self, hundredths: i32) -> i32 {
        (self.room.em * hundredths + 50) / 100
    }

    fn block(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), tone: Tone) {
        if width > 0 && height > 0 {
            self.shapes.push(Shape::Block {
                x,
                y,
                width,
                height,
                tone,
            });
        }
    }

    fn word(&mut self, (x, middle): (i32, i32), width: i32, held: Held, voice: Voice, text: &str) {
        if !text.is_empty() && width > 0 {
            self.shapes.push(Shape::Word {
                x,
                middle,
                width,
                held,
                voice,
                text: text.to_owned(),
            });
        }
    }

    /// About how wide the widest of these words is: type is not measured here.
    fn about<'t>(&self, words: impl IntoIterator<Item = &'t str>) -> i32 {
        let letters = words.into_iter().map(|word| {
            let seen = |letter: &char| !letter.is_control() && !is_isolate(*letter);
            word.chars().filter(seen).count()
        });
        self.em(62) * letters.max().unwrap_or(0) as i32
    }
}

/// Marks of direction around a code or an amount take no room.
fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plots() -> Vec<Plot> {
        let text = |word: &str| word.to_owned();
        vec![
            Plot::Bars(Bars {
                rows: [("تمور", 400), ("قهوة", 100), ("مرتجع", -50)]
                    .into_iter()
                    .map(|(name, value)| Bar {
                        name: text(name),
                        value,
                        shown: value.to_string(),
                        other: Some(value / 2),
                        group: Some(1),
                    })
                    .collect(),
            }),
            Plot::Curve(Curve {
                slots: ["16", "17", "18"].map(text).to_vec(),
                ticks: vec![(0, text("0")), (100, text("100"))],
                series: vec![Series {
                    name: text("day"),
                    values: vec![Some(10), None, Some(100)],
                }],
            }),
            Plot::Heat(Heat {
                columns: ["16", "17"].map(text).to_vec(),
                rows: ["one", "two"].map(text).to_vec(),
                cells: [[10, 0], [5, 100]]
                    .map(|row| {
                        row.map(|value| HeatCell {
                            value,
                            shown: value.to_string(),
                        })
                        .to_vec()
                    })
                    .to_vec(),
            }),
            Plot::Pareto(Pareto {
                parts: [("F01", 60), ("F02", 40)]
                    .map(|(name, value)| Part {
                        name: text(name),
                        value,
                    })
                    .to_vec(),
                percents: vec![(50, text("50 %")), (100, text("100 %"))],
            }),
        ]
    }

    fn room(width: i32, right_to_left: bool) -> Room {
        Room {
            width,
            em: 16,
            right_to_left,
        }
    }

    #[test]
    fn everything_stands_inside_the_drawing_in_both_directions() {
        for plot in plots() {
            for width in [220, 640, 2000] {
                for right_to_left in [false, true] {
                    let drawing = plot.draw(room(width, right_to_left));
                    let inside = |x: i32, y: i32| {
                        (0..=drawing.width).contains(&x) && (0..=drawing.height).contains(&y)
                    };
                    for shape in &drawing.shapes {
                        let ok = match shape {
                            Shape::Block {
                                x,
                                y,
                                width,
                                height,
                                ..
                            } => inside(*x, *y) && inside(x + width, y + height),
                            Shape::Line { points, .. } | Shape::Area { points, .. } => {
                                points.iter().all(|point| inside(point.x, point.y))
                            }
                            Shape::Word { x, middle, .. } => inside(*x, *middle),
                        };
                        assert!(ok, "{shape:?} in {}×{}", drawing.width, drawing.height);
                    }
                }
            }
        }
    }

    #[test]
    fn an_arabic_plot_is_the_mirror_of_an_english_one() {
        for plot in plots() {
            let mut mirrored = plot.draw(room(640, false));
            mirrored.mirror();
            assert_eq!(mirrored, plot.draw(room(640, true)));
        }
    }

    /// The widths of the blocks of a tone.
    fn widths(plot: &Plot, tone: Tone) -> Vec<i32> {
        let shapes = plot.draw(room(640, false)).shapes.into_iter();
        let blocks = shapes.filter_map(|shape| match shape {
            Shape::Block {
                width, tone: of, ..
            } if of == tone => Some(width),
            _ => None,
        });
        blocks.collect()
    }

    #[test]
    fn bars_are_as_long_as_their_values_and_nothing_below_zero_is_drawn() {
        let bars = widths(&plots()[0], Tone::Group(1));
        assert_eq!(bars.len(), 2);
        assert!((bars[0] - 4 * bars[1]).abs() <= 4, "{bars:?}");
        let others = widths(&plots()[0], Tone::Other);
        assert!((bars[0] - 2 * others[0]).abs() <= 2, "{bars:?} {others:?}");
    }

    #[test]
    fn a_curve_has_no_line_over_an_hour_without_a_value() {
        let drawing = plots()[1].draw(room(640, false));
        let lines = drawing.shapes.iter().filter(|shape| {
            matches!(shape, Shape::Line { points, tone: Tone::Main, .. } if points.len() > 1)
        });
        assert_eq!(lines.count(), 0);
        // Each of the two hours is a point.
        let points = drawing.shapes.iter().filter(|shape| {
            matches!(shape, Shape::Block { tone: Tone::Main, width, height, .. } if width == height)
        });
        assert_eq!(points.count(), 2);
    }

    #[test]
    fn the_hottest_cell_is_hottest_and_an_empty_one_has_no_heat() {
        let drawing = plots()[2].draw(room(640, false));
        let heats = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Block {
                tone: Tone::Heat(heat),
                ..
            } => Some(*heat),
            _ => None,
        });
        assert_eq!(heats.collect::<Vec<_>>(), [10, 0, 5, 100]);
    }

    #[test]
    fn the_line_of_a_pareto_ends_at_the_whole() {
        let drawing = plots()[3].draw(room(640, false));
        let line = drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Line {
                points,
                tone: Tone::Other,
                ..
            } => Some(points.clone()),
            _ => None,
        });
        let line = line.unwrap();
        let hundred = drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Word { middle, text, .. } if text == "100 %" => Some(*middle),
            _ => None,
        });
        assert_eq!(line.last().unwrap().y, hundred.unwrap());
        assert!(line[0].y > line[1].y, "it rises");
    }
}
