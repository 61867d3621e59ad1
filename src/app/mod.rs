//! The screen: what a cashier, a supervisor and an organiser touch.
//!
//! Only this room imports iced. It shows what `services` answer and asks them
//! for what a person wants; it decides nothing about money.
//!
//! - [`theme`]: the one design system, colours by role.
//! - [`widget`]: the parts screens are put together from.

pub mod theme;
pub mod widget;
