//! A printer that is not there: it understands what printers of this trade
//! understand, prints onto rows in memory, and goes wrong on request.
//!
//! [`Machine`] is the printer itself and knows no sockets and no clock but the
//! time it is told. [`FakePrinter`] puts one behind a TCP port in real time;
//! [`SimulatedTransport`] puts one behind a connection whose time is the
//! machine's own, so that an hour without paper takes no time at all.
//!
//! It shares no code with `print::escpos`: what one writes wrongly the other
//! must not read rightly.

mod command;
mod fault;
mod machine;
mod server;
mod simulated;

pub use fault::{BadFault, Fault, FaultKind};
pub use machine::{Machine, Make, Sheet};
pub use server::FakePrinter;
pub use simulated::SimulatedTransport;
