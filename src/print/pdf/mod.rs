//! Laid-out pages as a PDF: real letters that can be selected, searched and read
//! aloud, of the bundled typeface alone, of which only the letters used go in.
//!
//! Nothing is laid out here; a page looks like its [`Frame`].

mod run;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size};
use krilla::metadata::{self, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::text::Font;

use super::bitmap::{Bitmap, Ink};
use super::document::Weight;
use super::layout::{Frame, Item, Page, font_data};
use run::Stretch;

/// Dots to an inch of a page: fine enough that whole dots show nowhere.
const DOTS_PER_INCH: f32 = 288.0;
const POINTS_PER_INCH: f32 = 72.0;
const SCALE: f32 = POINTS_PER_INCH / DOTS_PER_INCH;

/// A sheet of A4 with margins that every office printer can keep.
pub const A4: Page = Page {
    width: 2_381,
    height: 3_368,
    margin: 142,
    body: 42,
};

/// What a PDF says of itself.
#[derive(Clone, Debug)]
pub struct About {
    pub title: String,
    pub author: String,
    /// A language tag, such as `ar`.
    pub language: &'static str,
    pub right_to_left: bool,
    pub made: DateTime<FixedOffset>,
}

/// A PDF under way.
pub struct Pdf {
    document: krilla::Document,
    medium: Font,
    bold: Font,
    pages: usize,
    bookmarks: Vec<(String, usize)>,
}

impl Default for Pdf {
    fn default() -> Self {
        Self::new()
    }
}

impl Pdf {
    pub fn new() -> Self {
        let face = |weight| {
            Font::new(font_data(weight).into(), 0)
                .expect("the bundled font was checked when it was bundled")
        };
        Self {
            document: krilla::Document::new_with(SerializeSettings::default()),
            medium: face(Weight::Medium),
            bold: face(Weight::Bold),
            pages: 0,
            bookmarks: Vec::new(),
        }
    }

    /// Names the next page in the list of contents.
    pub fn bookmark(&mut self, name: impl Into<String>) {
        self.bookmarks.push((name.into(), self.pages));
    }

    /// Adds a page.
    pub fn page(&mut self, frame: &Frame) {
        let points = |dots: i32| dots as f32 * SCALE;
        let size = Size::from_wh(points(frame.width), points(frame.height))
            .expect("a page has a width and a height");
        let mut page = self.document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        let mut items = frame.items.as_slice();
        while let Some(item) = items.first() {
            match item {
                Item::Word { .. } => {
                    let (stretch, rest) = Stretch::take(items);
                    let font = match stretch.weight {
                        Weight::Medium => &self.medium,
                        Weight::Bold => &self.bold,
                    };
                    surface.set_fill(Some(solid(stretch.ink)));
                    for run in &stretch.runs {
                        surface.draw_glyphs(
                            Point::from_xy(run.x * SCALE, stretch.baseline as f32 * SCALE),
                            &run.glyphs,
                            font.clone(),
                            &run.text,
                            f32::from(stretch.size) * SCALE,
                            false,
                        );
                    }
                    items = rest;
                    continue;
                }
                Item::Fill {
                    x,
                    y,
                    width,
                    height,
                } => {
                    rectangle(&mut surface, *x, *y, *width, *height);
                }
                Item::Shade {
                    x,
                    y,
                    width,
                    height,
                    black,
                } => {
                    let corners = [
                        (*x, *y),
                        (x + width, *y),
                        (x + width, y + height),
                        (*x, y + height),
                    ];
                    figure(&mut surface, &corners, *black);
                }
                Item::Stroke {
                    points,
                    thickness,
                    black,
                } => stroke(&mut surface, points, *thickness, *black),
                Item::Ground {
                    points,
                    base,
                    black,
                } => {
                    let ends = [points.last(), points.first()].into_iter().flatten();
                    let below = ends.map(|(x, _)| (*x, *base));
                    let corners: Vec<_> = points.iter().copied().chain(below).collect();
                    figure(&mut surface, &corners, *black);
                }
                Item::Image { x, y, bitmap } => picture(&mut surface, *x, *y, bitmap),
            }
            items = &items[1..];
        }
        surface.finish();
        page.finish();
        self.pages += 1;
    }

    /// The bytes of the file.
    ///
    /// # Panics
    /// Never: what krilla refuses are standards that are not asked for here.
    pub fn finish(mut self, about: &About) -> Vec<u8> {
        let direction = if about.right_to_left {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        };
        self.document.set_metadata(
            Metadata::new()
                .title(about.title.clone())
                .authors(vec![about.author.clone()])
                .creator("Sanduq".to_owned())
                .language(about.language.to_owned())
                .text_direction(direction)
                .creation_date(moment(about.made)),
        );
        if !self.bookmarks.is_empty() {
            let mut outline = Outline::new();
            for (name, page) in self.bookmarks {
                let top = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
                outline.push_child(OutlineNode::new(name, top));
            }
            self.document.set_outline(outline);
        }
        self.document
            .finish()
            .expect("no standard is asked for that a page could fail")
    }
}

fn moment(at: DateTime<FixedOffset>) -> metadata::DateTime {
    let offset_minutes = at.offset().local_minus_utc() / 60;
    metadata::DateTime::new(at.year() as u16)
        .month(at.month() as u8)
        .day(at.day() as u8)
        .hour(at.hour() as u8)
        .minute(at.minute() as u8)
        .second(at.second() as u8)
        .utc_offset_hour((offset_minutes / 60) as i8)
        .utc_offset_minute((offset_minutes % 60).unsigned_abs() as u8)
}

fn solid(ink: Ink) -> Fill {
    let level = match ink {
        Ink::Black => 0,
        Ink::White => 255,
    };
    Fill {
        paint: luma::Color::new(level).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

/// A paint of so much black of a hundred.
fn grey(black: u8) -> luma::Color {
    luma::Color::new((255 - u32::from(black.min(100)) * 255 / 100) as u8)
}

fn path_of(points: &[(i32, i32)], closed: bool) -> Option<krilla::geom::Path> {
    let mut path = PathBuilder::new();
    for (nth, (x, y)) in points.iter().enumerate() {
        let (x, y) = (*x as f32 * SCALE, *y as f32 * SCALE);
        match nth {
            0 => path.move_to(x, y),
            _ => path.line_to(x, y),
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// A figure of straight sides, filled.
fn figure(surface: &mut Surface<'_>, corners: &[(i32, i32)], black: u8) {
    if let Some(path) = path_of(corners, true) {
        surface.set_fill(Some(Fill {
            paint: grey(black).into(),
            ..solid(Ink::Black)
        }));
        surface.draw_path(&path);
    }
}

fn stroke(surface: &mut Surface<'_>, points: &[(i32, i32)], thickness: i32, black: u8) {
    if let Some(path) = path_of(points, false) {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: grey(black).into(),
            width: thickness as f32 * SCALE,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

fn rectangle(surface: &mut Surface<'_>, x: i32, y: i32, width: i32, height: i32) {
    let [x, y, width, height] = [x, y, width, height].map(|dots| dots as f32 * SCALE);
    let Some(rect) = Rect::from_xywh(x, y, width, height) else {
        return;
    };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(solid(Ink::Black)));
        surface.draw_path(&path);
    }
}

/// A picture as the dots it is made of, run by run: krilla's pictures would bring
/// a reader for every format there is.
fn picture(surface: &mut Surface<'_>, x: i32, y: i32, bitmap: &Bitmap) {
    let mut path = PathBuilder::new();
    for row in 0..bitmap.height() {
        let mut column = 0;
        while column < bitmap.width() {
            let start = column;
            while column < bitmap.width() && bitmap.get(column, row) {
                column += 1;
            }
            if column > start {
                let (left, top) = (x + start as i32, y + row as i32);
                let dots = [left, top, (column - start) as i32, 1];
                let [left, top, width, height] = dots.map(|dots| dots as f32 * SCALE);
                if let Some(rect) = Rect::from_xywh(left, top, width, height) {
                    path.push_rect(rect);
                }
            }
            column += 1;
        }
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(solid(Ink::Black)));
        surface.draw_path(&path);
    }
}
