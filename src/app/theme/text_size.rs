//! How large type is set: small, medium, large or largest, as this till is set to.
//!
//! The scales name sizes as they are in medium. What draws type asks [`set_in`] for
//! the size in use, what is pressed asks [`grown`]; screens ask neither, since the
//! widgets do. iced hands neither a view nor a layout the theme, so the size in use
//! is kept for the thread that draws, and the shell says it before each view.

use std::cell::Cell;

use crate::settings::TextSize;

/// Type larger than this is easily read already and stays as it is.
const LARGE_ALREADY: f32 = 30.0;

thread_local! {
    static FACTOR: Cell<f32> = const { Cell::new(1.0) };
}

const fn factor(size: TextSize) -> f32 {
    match size {
        TextSize::Small => 0.9,
        TextSize::Medium => 1.0,
        TextSize::Large => 1.12,
        TextSize::Largest => 1.25,
    }
}

/// Sets the size of everything this thread draws from now on.
pub fn use_text_size(size: TextSize) {
    FACTOR.set(factor(size));
}

/// A size of type as it is set in the text size in use, in pixels.
pub fn set_in(size: f32) -> f32 {
    match size > LARGE_ALREADY {
        true => size,
        false => size * FACTOR.get(),
    }
}

/// A height or width that holds type, in the text size in use: half of it is air
/// and grows half as much as type. It never shrinks, since fingers do not.
pub fn grown(size: f32) -> f32 {
    let grows = (FACTOR.get() - 1.0).max(0.0);
    size * (1.0 + grows / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::{target, type_size};

    #[test]
    fn type_keeps_its_order_and_fits_what_it_stands_on_in_every_size() {
        let scale = [
            type_size::CAPTION,
            type_size::SMALL,
            type_size::BODY,
            type_size::STRONG,
            type_size::TITLE,
            type_size::HEADING,
            type_size::DISPLAY,
            type_size::HERO,
        ];
        let mut before = 0.0;
        for size in TextSize::ALL {
            use_text_size(size);
            assert!(set_in(type_size::BODY) > before, "{size:?}");
            before = set_in(type_size::BODY);
            let set = scale.map(set_in);
            assert!(set.is_sorted(), "{size:?}: {set:?}");
            let two_lines = set_in(type_size::BODY) + set_in(type_size::CAPTION);
            let button = grown(target::NORMAL);
            assert!(two_lines * type_size::LINE_HEIGHT <= button, "{size:?}");
            assert!(button >= target::NORMAL, "{size:?}");
        }
        use_text_size(TextSize::Medium);
        assert_eq!(scale.map(set_in), scale);
    }
}
