//! Facts and totals as text for others to read: ledgers for outside checkers,
//! tables for spreadsheets; and spreadsheets of others read into records. Takes
//! values; knows neither store nor services.

pub mod agency;
pub mod beancount;
pub mod chart;
pub mod csv;
pub mod goods;
pub mod hledger;
pub mod journal;
pub mod many;
pub mod table;
pub mod transfers;
pub mod xlsx;
