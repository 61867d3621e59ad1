//! The screen: what a cashier, a supervisor and an organiser touch.
//!
//! Only this room imports iced. It shows what `services` answer and asks them
//! for what a person wants; it decides nothing about money.
//!
//! - [`intent`]: what a screen asks of the shell, and the places there are.
//! - [`screen`]: what is seen.
//! - [`theme`]: the one design system, colours by role.
//! - [`widget`]: the parts screens are put together from.

pub mod context;
pub mod intent;
pub mod scanner;
pub mod screen;
pub mod theme;
pub mod widget;
