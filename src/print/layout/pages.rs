//! Pages of one size: a long sheet is cut where its blocks and rows allow it,
//! the headings of a table are repeated, and every page gets a foot.

use super::Typesetter;
use super::compose::{Break, Strip};
use super::frame::{Frame, Item};
use crate::print::document::Document;

/// A page's size in dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    pub width: u16,
    pub height: u16,
    /// White on all four sides.
    pub margin: u16,
    /// Dots of body text.
    pub body: u16,
}

impl Page {
    /// Dots between the margins, which is how wide the typesetter's paper must be.
    pub fn inner_width(&self) -> u16 {
        self.width - 2 * self.margin
    }
}

impl Typesetter {
    /// For pages of one size; dots where coverage reaches `threshold` of 255.
    pub fn for_page(page: &Page, threshold: u8) -> Self {
        Self::new(page.inner_width(), page.body, threshold)
    }

    /// Lays out a paper on pages. `foot` writes what stands at the bottom of a
    /// page of its number among so many.
    pub fn pages(
        &mut self,
        document: &Document,
        page: &Page,
        foot: impl Fn(usize, usize) -> Document,
    ) -> Vec<Frame> {
        let margin = i32::from(page.margin);
        let inner_height = i32::from(page.height) - 2 * margin;
        let foot_height = self.foot(&foot(1, 1)).height;
        let room = inner_height - foot_height - i32::from(page.body);
        let strips = self.compose(document);
        let cut: Vec<Vec<Item>> = strips
            .into_iter()
            .flat_map(|strip| cut(strip, room))
            .collect();
        let pages = cut.len();
        cut.into_iter()
            .enumerate()
            .map(|(index, items)| {
                let foot = self.foot(&foot(index + 1, pages));
                let down = margin + inner_height - foot.height;
                let foot = foot.items.into_iter().map(|item| item.moved(margin, down));
                let items = items.into_iter().map(|item| item.moved(margin, margin));
                Frame {
                    width: i32::from(page.width),
                    height: i32::from(page.height),
                    items: items.chain(foot).collect(),
                }
            })
            .collect()
    }

    fn foot(&mut self, foot: &Document) -> Frame {
        self.lay_out(foot).pop().unwrap_or_default()
    }
}

/// Cuts a sheet into pages of at most `room` dots, as far as its breaks allow.
fn cut(strip: Strip, room: i32) -> Vec<Vec<Item>> {
    let Strip { frame, breaks } = strip;
    let end = Break {
        item: frame.items.len(),
        y: frame.height,
        heading: None,
    };
    let mut pages = Vec::new();
    let mut start = Break {
        item: 0,
        y: 0,
        heading: None,
    };
    while start.item < frame.items.len() {
        let heading = start.heading.clone();
        let repeated = heading.as_ref().map_or(0, |head| head.bottom - head.top);
        let fits = |at: &&Break| at.y - start.y + repeated <= room;
        let later = || {
            breaks
                .iter()
                .chain([&end])
                .filter(|at| at.item > start.item)
        };
        // A part longer than a page runs over: nothing is ever left out.
        let next = later().rfind(fits).or_else(|| later().next());
        let next = next.unwrap_or(&end).clone();
        let mut page = Vec::with_capacity(next.item - start.item);
        if let Some(head) = heading {
            let items = frame.items[head.items.clone()].iter().cloned();
            page.extend(items.map(|item| item.moved(0, -head.top)));
        }
        let items = frame.items[start.item..next.item].iter().cloned();
        page.extend(items.map(|item| item.moved(0, repeated - start.y)));
        pages.push(page);
        start = next;
    }
    pages
}
