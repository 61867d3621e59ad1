//! The scales every screen is built from: type sizes, spacing, corners, targets.
//!
//! All values are logical pixels. A screen names a step of a scale, never a
//! number of its own, so that the whole till keeps one rhythm.

/// Sizes of type, smallest to largest.
pub mod type_size {
    /// Captions under things, units, hints.
    pub const CAPTION: f32 = 15.0;
    /// Secondary lines: the family under a product line.
    pub const SMALL: f32 = 16.0;
    /// What is read: the smallest size a sentence is set in.
    pub const BODY: f32 = 18.0;
    /// Prices, values and names that are looked for.
    pub const STRONG: f32 = 21.0;
    /// The title of a card or a dialog.
    pub const TITLE: f32 = 24.0;
    /// The title of a screen.
    pub const HEADING: f32 = 30.0;
    /// Totals.
    pub const DISPLAY: f32 = 44.0;
    /// The one number of a screen: change due.
    pub const HERO: f32 = 96.0;
    /// A digit on a key.
    pub const KEY: f32 = 28.0;

    /// Line height as a multiple of the size. Below 1.3 Arabic marks are clipped.
    pub const LINE_HEIGHT: f32 = 1.35;
}

/// Distances between and inside things.
pub mod space {
    /// Between a symbol and the word it belongs to.
    pub const XS: f32 = 4.0;
    /// Between things of one group.
    pub const S: f32 = 8.0;
    /// Between tiles, between keys.
    pub const M: f32 = 12.0;
    /// Inside a card; the margin of a screen.
    pub const L: f32 = 16.0;
    /// Between groups.
    pub const XL: f32 = 24.0;
    /// Around what stands alone.
    pub const XXL: f32 = 32.0;
    /// Around an empty page.
    pub const HUGE: f32 = 56.0;
}

/// Rounding of corners.
pub mod radius {
    /// Badges and thin bars.
    pub const S: f32 = 8.0;
    /// Buttons, keys, fields.
    pub const M: f32 = 12.0;
    /// Cards and tiles.
    pub const L: f32 = 16.0;
    /// Dialogs.
    pub const XL: f32 = 24.0;
    /// Fully rounded: chips and dots.
    pub const PILL: f32 = 999.0;
}

/// Heights of what a finger must hit.
pub mod target {
    /// A button, a field, a row in a list: the smallest thing that can be pressed.
    pub const NORMAL: f32 = 56.0;
    /// A key of the numeric pad.
    pub const KEY: f32 = 68.0;
    /// The same where a screen has little height to spare.
    pub const LOW_KEY: f32 = 64.0;
    /// The button a screen exists for: pay, open the shift.
    pub const LARGE: f32 = 76.0;
    /// The bar across the top of a screen.
    pub const BAR: f32 = 76.0;
    /// What stands in a product tile.
    pub const TILE: f32 = 108.0;
    /// The photograph in a product tile.
    pub const PHOTO: f32 = 88.0;
    /// The least width of a product tile: three to a line beside a ticket of 400
    /// on the smallest screen.
    pub const TILE_WIDTH: f32 = 180.0;
}

/// The width of a line around the thing that has the focus or is chosen.
pub const FOCUS_LINE: f32 = 2.5;
