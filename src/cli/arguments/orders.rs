//! What can be typed to take files in and to work orders off.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::words::say;
use crate::key;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ImportCommand {
    #[command(about = say(key!("cli-import-families")))]
    Families {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-sheet")))]
        file: PathBuf,
        #[arg(long, help = say(key!("cli-arg-preview")))]
        preview: bool,
    },
    #[command(about = say(key!("cli-import-lines")))]
    Lines {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-sheet")))]
        file: PathBuf,
        #[arg(long, help = say(key!("cli-arg-preview")))]
        preview: bool,
    },
    #[command(about = say(key!("cli-import-orders")))]
    Orders {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-orders-file")))]
        file: PathBuf,
        #[arg(long, help = say(key!("cli-arg-preview")))]
        preview: bool,
    },
    #[command(about = say(key!("cli-import-sales")))]
    Sales {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-sheet")))]
        file: PathBuf,
        #[arg(long, value_name = "cash|card|transfer|wallet|voucher",
              help = say(key!("cli-arg-import-tender")))]
        tender: Option<String>,
        #[arg(long, help = say(key!("cli-arg-preview")))]
        preview: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum OrderCommand {
    #[command(about = say(key!("cli-order-take")), after_help = say(key!("cli-order-take-more")))]
    Take,
    #[command(name = "hand-over", about = say(key!("cli-order-hand-over")))]
    HandOver {
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-order")))]
        number: String,
        #[arg(long = "tender", value_name = "cash=AMOUNT", help = say(key!("cli-arg-tender")))]
        tenders: Vec<String>,
    },
    #[command(about = say(key!("cli-order-run")))]
    Run,
    #[command(about = say(key!("cli-order-cancel")))]
    Cancel {
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-order")))]
        number: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long, value_name = "AMOUNT", help = say(key!("cli-arg-keep")))]
        keep: Option<String>,
    },
    #[command(about = say(key!("cli-order-list")), after_help = say(key!("cli-order-list-more")))]
    List {
        #[arg(long, help = say(key!("cli-arg-all-orders")))]
        all: bool,
        #[arg(long, value_name = "CODE", help = say(key!("cli-arg-orders-of")))]
        family: Option<String>,
    },
    #[command(about = say(key!("cli-order-deliver")))]
    Delivered {
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-order")))]
        number: String,
        #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true,
              help = say(key!("cli-arg-received-by")))]
        received_by: String,
    },
}
