//! What can be typed after `sanduq`. What the commands do lives in `command`.

mod many;
mod orders;

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::words::say;
use crate::key;
use crate::locale::Language;
use crate::print::fake::Fault;
use crate::services::export::ExportFormat;
use crate::settings::DeviceSetting;
pub(super) use many::ManyWanted;
pub(super) use orders::{ImportCommand, OrderCommand};

#[derive(Debug, Parser)]
#[command(
    name = "sanduq",
    version,
    about = say(key!("cli-about")),
    after_help = say(key!("cli-after-help")),
    disable_help_flag = true,
    disable_version_flag = true,
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "DIR", help = say(key!("cli-arg-data")))]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ar|en", help = say(key!("cli-arg-language")))]
    pub language: Option<Language>,
    #[arg(long, help = say(key!("cli-arg-kiosk")))]
    pub kiosk: bool,
    #[arg(long, global = true, value_name = "CODE", help = say(key!("cli-arg-staff")))]
    pub staff: Option<String>,
    #[arg(long, global = true, value_name = "PIN", help = say(key!("cli-arg-pin")))]
    pub pin: Option<String>,
    #[arg(long, global = true, value_name = "CODE", help = say(key!("cli-arg-approver")))]
    pub approver: Option<String>,
    #[arg(long, global = true, value_name = "PIN", help = say(key!("cli-arg-approver-pin")))]
    pub approver_pin: Option<String>,
    #[arg(long, value_name = "on|off", help = say(key!("cli-arg-customer-display")))]
    pub customer_display: Option<Switch>,
    #[arg(long, help = say(key!("cli-arg-training")))]
    pub training: bool,
    #[arg(long, global = true, help = say(key!("cli-arg-json")))]
    pub json: bool,
    #[arg(long, global = true, help = say(key!("cli-arg-no-print")))]
    pub no_print: bool,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help,
          help = say(key!("cli-arg-help")))]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = say(key!("cli-arg-version")))]
    pub version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = say(key!("cli-setup")), after_help = say(key!("cli-setup-more")))]
    Setup {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-setup-file")))]
        file: PathBuf,
        #[arg(long, value_name = "CODE", help = say(key!("cli-arg-till")))]
        till: Option<String>,
    },
    #[command(about = say(key!("cli-pin")))]
    Pin {
        #[arg(value_name = "STAFF", help = say(key!("cli-arg-whose-pin")))]
        whose: String,
        #[arg(long, value_name = "PIN", help = say(key!("cli-arg-new-pin")))]
        new: Option<String>,
    },
    #[command(subcommand, about = say(key!("cli-import")))]
    Import(ImportCommand),
    #[command(subcommand, about = say(key!("cli-edition")))]
    Edition(EditionCommand),
    #[command(subcommand, about = say(key!("cli-day")))]
    Day(DayCommand),
    #[command(subcommand, about = say(key!("cli-shift")))]
    Shift(ShiftCommand),
    #[command(about = say(key!("cli-cash")))]
    Cash {
        #[arg(value_name = "in|out|drop", help = say(key!("cli-arg-cash-way")))]
        way: CashWay,
        #[arg(value_name = "AMOUNT", help = say(key!("cli-arg-amount")))]
        amount: String,
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
              help = say(key!("cli-arg-reason")))]
        reason: String,
    },
    #[command(about = say(key!("cli-door")), after_help = say(key!("cli-door-more")))]
    Door {
        #[arg(value_name = "in|out", help = say(key!("cli-arg-door-way")))]
        way: DoorWay,
        #[arg(value_name = "N", default_value = "1", hide_default_value = true,
              help = say(key!("cli-arg-people")))]
        people: String,
        #[arg(long, help = say(key!("cli-arg-correct")))]
        correct: bool,
    },
    #[command(about = say(key!("cli-visit")), after_help = say(key!("cli-visit-more")))]
    Visit {
        #[arg(value_name = "SUBJECT", help = say(key!("cli-arg-subject")))]
        subject: String,
        #[arg(long, help = say(key!("cli-arg-correct")))]
        correct: bool,
    },
    #[command(about = say(key!("cli-intake")), after_help = say(key!("cli-intake-more")))]
    Intake {
        #[command(flatten)]
        goods: NamedGoods,
        #[command(flatten)]
        batch: BatchNamed,
    },
    #[command(about = say(key!("cli-return-goods")), after_help = say(key!("cli-goods-more")))]
    ReturnGoods(NamedGoods),
    #[command(about = say(key!("cli-loss")), after_help = say(key!("cli-loss-more")))]
    Loss {
        #[command(flatten)]
        goods: NamedGoods,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long, help = say(key!("cli-arg-organiser-pays")))]
        organiser_pays: bool,
    },
    #[command(about = say(key!("cli-unsold")), after_help = say(key!("cli-unsold-more")))]
    Unsold {
        #[command(flatten)]
        goods: NamedGoods,
        #[arg(long, help = say(key!("cli-arg-stays")))]
        stays: bool,
    },
    #[command(about = say(key!("cli-families")), after_help = say(key!("cli-families-more")))]
    Families {
        #[arg(long, help = say(key!("cli-arg-warned")))]
        warned: bool,
    },
    #[command(about = say(key!("cli-stock")), after_help = say(key!("cli-stock-more")))]
    Stock {
        #[arg(long, value_name = "CODE", help = say(key!("cli-arg-only-family")))]
        family: Option<String>,
    },
    #[command(about = say(key!("cli-pictures")), after_help = say(key!("cli-pictures-more")))]
    Pictures,
    #[command(about = say(key!("cli-sell")), after_help = say(key!("cli-sell-more")))]
    Sell,
    #[command(about = say(key!("cli-refund")))]
    Refund {
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-receipt")))]
        number: String,
        #[arg(long = "line", value_name = "N=QUANTITY", help = say(key!("cli-arg-line")))]
        lines: Vec<String>,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long, help = say(key!("cli-arg-in-cash")))]
        cash: bool,
    },
    #[command(subcommand, about = say(key!("cli-order")))]
    Order(OrderCommand),
    #[command(about = say(key!("cli-report")), after_help = say(key!("cli-report-more")))]
    Report {
        #[arg(value_name = "x|z", help = say(key!("cli-arg-report")))]
        which: Report,
        #[arg(long, value_name = "DATE", help = say(key!("cli-arg-day")))]
        day: Option<String>,
    },
    #[command(about = say(key!("cli-settle")))]
    Settle {
        #[arg(long, value_name = "DATE", help = say(key!("cli-arg-day")))]
        day: Option<String>,
        #[arg(long, value_name = "CODE", help = say(key!("cli-arg-only-family")))]
        family: Option<String>,
        #[arg(long, value_name = "NUMBER", requires = "reason", conflicts_with_all = ["day", "family"],
              help = say(key!("cli-arg-reverse")))]
        reverse: Option<String>,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: Option<String>,
    },
    #[command(about = say(key!("cli-statement")), after_help = say(key!("cli-statement-more")))]
    Statement(StatementWanted),
    #[command(about = say(key!("cli-unclaimed")), after_help = say(key!("cli-unclaimed-more")))]
    Unclaimed {
        #[arg(long, value_name = "FILE.csv", help = say(key!("cli-arg-bank-file")))]
        bank_file: Option<PathBuf>,
    },
    #[command(about = say(key!("cli-payout")))]
    Payout(MoneyForFamily),
    #[command(about = say(key!("cli-collect")))]
    Collect(MoneyForFamily),
    #[command(about = say(key!("cli-take-back")))]
    TakeBack {
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-payout")))]
        payout: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long, value_name = "safe|drawer", default_value = "safe",
              hide_default_value = true, help = say(key!("cli-arg-back-to")))]
        to: Means,
    },
    #[command(about = say(key!("cli-advance")))]
    Advance {
        #[arg(value_name = "FAMILY", help = say(key!("cli-arg-family")))]
        family: String,
        #[arg(value_name = "AMOUNT", help = say(key!("cli-arg-amount")))]
        amount: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long, value_name = "safe|drawer|transfer|cheque", default_value = "safe",
              hide_default_value = true, help = say(key!("cli-arg-means")))]
        means: Means,
        #[arg(long, value_name = "AMOUNT", help = say(key!("cli-arg-instalment")))]
        instalment: Option<String>,
    },
    #[command(about = say(key!("cli-adjust")), allow_negative_numbers = true)]
    Adjust {
        #[arg(value_name = "FAMILY", help = say(key!("cli-arg-family")))]
        family: String,
        #[arg(value_name = "AMOUNT", allow_hyphen_values = true,
              help = say(key!("cli-arg-signed-amount")))]
        amount: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
    },
    #[command(subcommand, about = say(key!("cli-safe")))]
    Safe(SafeCommand),
    #[command(about = say(key!("cli-tally")), after_help = say(key!("cli-tally-more")))]
    Tally {
        #[arg(long, value_name = "family|package|hour|tender|cashier|till",
              default_value = "family", hide_default_value = true, help = say(key!("cli-arg-by")))]
        by: By,
        #[arg(long = "day", value_name = "DATE", help = say(key!("cli-arg-days")))]
        days: Vec<String>,
        #[arg(long, value_name = "table|json|csv", default_value = "table",
              hide_default_value = true, help = say(key!("cli-arg-format")))]
        format: Format,
        #[arg(long, value_name = "FILE", help = say(key!("cli-arg-out")))]
        out: Option<PathBuf>,
    },
    #[command(about = say(key!("cli-across")), after_help = say(key!("cli-across-more")))]
    Across(ManyWanted),
    #[command(about = say(key!("cli-dashboard")), after_help = say(key!("cli-dashboard-more")))]
    Dashboard {
        #[command(flatten)]
        of: FiguresWanted,
        #[arg(long, value_name = "DATE", help = say(key!("cli-arg-against")))]
        against: Option<String>,
        #[arg(long, value_name = "DB", conflicts_with = "against",
              help = say(key!("cli-arg-against-edition")))]
        against_edition: Option<PathBuf>,
    },
    #[command(about = say(key!("cli-proof")), after_help = say(key!("cli-proof-more")))]
    Proof {
        #[command(flatten)]
        of: FiguresWanted,
        #[arg(long, value_name = "NUMBER", conflicts_with = "out",
              help = say(key!("cli-arg-behind")))]
        behind: Option<String>,
    },
    #[command(about = say(key!("cli-export")), after_help = say(key!("cli-export-more")))]
    Export {
        #[arg(value_name = "xlsx|csv|agency|hledger|beancount|journal|families|lines", value_parser = export_format,
              help = say(key!("cli-arg-export")))]
        format: ExportFormat,
        #[arg(long, value_name = "FILE", help = say(key!("cli-arg-out")))]
        out: Option<PathBuf>,
    },
    #[command(about = say(key!("cli-verify")), after_help = say(key!("cli-verify-more")))]
    Verify,
    #[command(about = say(key!("cli-rebuild")))]
    Rebuild,
    #[command(about = say(key!("cli-backup")))]
    Backup {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-backup-file")))]
        file: PathBuf,
    },
    #[command(about = say(key!("cli-restore")))]
    Restore {
        #[arg(value_name = "FILE", help = say(key!("cli-arg-restore-file")))]
        file: PathBuf,
        #[arg(long, help = say(key!("cli-arg-replace")))]
        replace: bool,
    },
    #[command(about = say(key!("cli-paper")), after_help = say(key!("cli-paper-more")))]
    Paper {
        #[arg(value_name = "PAPER", help = say(key!("cli-arg-paper")))]
        paper: SalePaper,
        #[arg(value_name = "NUMBER", help = say(key!("cli-arg-sale-number")))]
        number: String,
        #[arg(long, value_name = "CODE", value_delimiter = ',',
              help = say(key!("cli-arg-kitchen-packages")))]
        packages: Vec<String>,
    },
    #[command(about = say(key!("cli-label")))]
    Label(LabelWanted),
    #[command(subcommand, about = say(key!("cli-printer")))]
    Printer(PrinterCommand),
    #[command(about = say(key!("cli-demo")), after_help = say(key!("cli-demo-more")))]
    Demo {
        #[arg(long, help = say(key!("cli-arg-headless")))]
        headless: bool,
        #[arg(long, value_name = "DIR", help = say(key!("cli-arg-demo-out")))]
        out: Option<PathBuf>,
    },
}

fn export_format(text: &str) -> Result<ExportFormat, String> {
    text.parse().map_err(|()| text.to_owned())
}

#[derive(Debug, Subcommand)]
pub(super) enum EditionCommand {
    #[command(about = say(key!("cli-edition-next")), after_help = say(key!("cli-edition-next-more")))]
    Next {
        #[arg(value_name = "DIR", help = say(key!("cli-arg-edition-folder")))]
        folder: PathBuf,
        #[arg(long, value_name = "CODE", help = say(key!("cli-arg-edition-code")))]
        code: Option<String>,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-edition-name-ar")))]
        name_ar: Option<String>,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-edition-name-en")))]
        name_en: Option<String>,
        #[arg(long, value_name = "DATE", value_delimiter = ',',
              help = say(key!("cli-arg-edition-days")))]
        days: Vec<String>,
        #[arg(long, help = say(key!("cli-arg-with-balances")))]
        with_balances: bool,
    },
    #[command(about = say(key!("cli-edition-back")), after_help = say(key!("cli-edition-back-more")))]
    TakeBack {
        #[arg(value_name = "CODE", help = say(key!("cli-arg-edition-back-code")))]
        code: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
        #[arg(long = "looked-in", value_name = "DIR", help = say(key!("cli-arg-looked-in")))]
        looked_in: Vec<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DayCommand {
    #[command(about = say(key!("cli-day-open")))]
    Open {
        #[arg(long, value_name = "DATE", help = say(key!("cli-arg-open-day")))]
        day: Option<String>,
        #[arg(long, help = say(key!("cli-arg-anyway")))]
        anyway: bool,
    },
    #[command(about = say(key!("cli-day-close")))]
    Close {
        #[arg(long, help = say(key!("cli-arg-carry-over")))]
        carry_over: bool,
    },
    #[command(about = say(key!("cli-day-status")), after_help = say(key!("cli-day-status-more")))]
    Status,
}

#[derive(Debug, Subcommand)]
pub(super) enum ShiftCommand {
    #[command(about = say(key!("cli-shift-open")))]
    Open {
        #[arg(long, value_name = "AMOUNT", help = say(key!("cli-arg-float")))]
        float: String,
    },
    #[command(about = say(key!("cli-shift-count")))]
    Count {
        #[arg(long, value_name = "200x3,50x2", help = say(key!("cli-arg-denominations")))]
        denominations: String,
    },
    #[command(about = say(key!("cli-shift-close")))]
    Close {
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
              help = say(key!("cli-arg-reason")))]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum SafeCommand {
    #[command(about = say(key!("cli-safe-fill")))]
    Fill {
        #[arg(value_name = "AMOUNT", help = say(key!("cli-arg-amount")))]
        amount: String,
        #[arg(long, value_name = "TEXT", help = say(key!("cli-arg-reason")))]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum PrinterCommand {
    #[command(about = say(key!("cli-printer-list")), after_help = say(key!("cli-printer-list-more")))]
    List,
    #[command(about = say(key!("cli-printer-test")))]
    Test {
        #[arg(long, value_name = "NAME", help = say(key!("cli-arg-printer-name")))]
        name: Option<String>,
    },
    #[command(about = say(key!("cli-printer-set")), after_help = say(key!("cli-printer-set-more")))]
    Set(PrinterChoice),
    #[command(about = say(key!("cli-printer-learn")), after_help = say(key!("cli-printer-learn-more")))]
    Learn(Learning),
    #[command(about = say(key!("cli-printer-queue")))]
    Queue {
        #[arg(long, value_name = "N", help = say(key!("cli-arg-paper-printed")))]
        printed: Option<i64>,
        #[arg(long, value_name = "N", help = say(key!("cli-arg-paper-give-up")))]
        give_up: Option<i64>,
        #[arg(long, value_name = "N", help = say(key!("cli-arg-paper-now")))]
        print_now: Option<i64>,
        #[arg(long, value_name = "N", help = say(key!("cli-arg-paper-copy")))]
        copy: Option<i64>,
    },
    #[command(about = say(key!("cli-printer-fake")), after_help = say(key!("cli-printer-fake-more")))]
    Fake {
        #[arg(long, value_name = "N", default_value_t = 9100, hide_default_value = true, help = say(key!("cli-arg-fake-port")))]
        port: u16,
        #[arg(long, value_name = "DIR", help = say(key!("cli-arg-fake-out")))]
        out: Option<PathBuf>,
        #[arg(long, value_name = "FAULT", help = say(key!("cli-arg-fake-fault")))]
        fault: Vec<Fault>,
        #[arg(long, value_name = "SECONDS", help = say(key!("cli-arg-fake-seconds")))]
        seconds: Option<u64>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum SalePaper {
    Receipt,
    Gift,
    Collection,
    Kitchen,
}

/// Labels of one product line.
#[derive(Debug, Args)]
pub(super) struct LabelWanted {
    #[arg(value_name = "SKU", help = say(key!("cli-arg-sku")))]
    pub sku: String,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true,
          help = say(key!("cli-arg-copies")))]
    pub copies: u32,
    #[arg(long, value_name = "DATE", help = say(key!("cli-arg-produced")))]
    pub produced: Option<String>,
    #[arg(long, value_name = "DATE", help = say(key!("cli-arg-best-before")))]
    pub best_before: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-ingredients")))]
    pub ingredients: String,
}

/// A printer of this till as it is to be.
#[derive(Debug, Args)]
pub(super) struct PrinterChoice {
    #[arg(long, value_name = "NAME", help = say(key!("cli-arg-printer-name")))]
    pub name: Option<String>,
    #[arg(long, value_name = "PROFILE", help = say(key!("cli-arg-printer-profile")))]
    pub profile: Option<String>,
    #[arg(long, value_name = "DEVICE", help = say(key!("cli-arg-printer-device")))]
    pub device: Option<DeviceSetting>,
    #[arg(long, value_name = "ROLE", value_delimiter = ',', help = say(key!("cli-arg-printer-prints")))]
    pub prints: Vec<PrinterUse>,
    #[arg(long, help = say(key!("cli-arg-printer-stands-in")))]
    pub stands_in: bool,
    #[arg(long, help = say(key!("cli-arg-printer-remove")))]
    pub remove: bool,
}

/// What somebody who looked at the rulers says of a printer.
#[derive(Debug, Args)]
pub(super) struct Learning {
    #[arg(value_name = "NAME", help = say(key!("cli-arg-learn-id")))]
    pub id: String,
    #[arg(long, value_name = "PROFILE", default_value = "generic-80",
          hide_default_value = true, help = say(key!("cli-arg-learn-from")))]
    pub from: String,
    #[arg(long, value_name = "N", help = say(key!("cli-arg-learn-dots")))]
    pub dots: Option<u16>,
    #[arg(long, value_name = "full|partial|none", help = say(key!("cli-arg-learn-cut")))]
    pub cut: Option<LearnedCut>,
    #[arg(long, value_name = "0|1", help = say(key!("cli-arg-learn-drawer")))]
    pub drawer_pin: Option<u8>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LearnedCut {
    Full,
    Partial,
    None,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PrinterUse {
    Receipts,
    CollectionSlips,
    Labels,
    Reports,
}

/// Whose statement, of which days, and where it goes.
#[derive(Debug, Args)]
pub(super) struct StatementWanted {
    #[arg(value_name = "FAMILY", required_unless_present = "all_families",
          help = say(key!("cli-arg-family")))]
    pub family: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to", "all"],
          help = say(key!("cli-arg-statement-day")))]
    pub day: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "all", help = say(key!("cli-arg-from")))]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "all", help = say(key!("cli-arg-to")))]
    pub to: Option<String>,
    #[arg(long, help = say(key!("cli-arg-whole-bazaar")))]
    pub all: bool,
    #[arg(long, conflicts_with = "family", requires = "out", help = say(key!("cli-arg-all-families")))]
    pub all_families: bool,
    #[arg(long, value_name = "FILE.pdf|FILE.png|FILE.zip|DIR", help = say(key!("cli-arg-statement-out")))]
    pub out: Option<PathBuf>,
    #[arg(long, requires = "all_families", help = say(key!("cli-arg-pictures")))]
    pub pictures: bool,
}

/// Figures of which days, and where they go.
#[derive(Debug, Args)]
pub(super) struct FiguresWanted {
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to", "all"],
          help = say(key!("cli-arg-figures-day")))]
    pub day: Option<String>,
    #[arg(long, value_name = "DATE", requires = "to", conflicts_with = "all",
          help = say(key!("cli-arg-from")))]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE", requires = "from", conflicts_with = "all",
          help = say(key!("cli-arg-to")))]
    pub to: Option<String>,
    #[arg(long, help = say(key!("cli-arg-all-days")))]
    pub all: bool,
    #[arg(long, value_name = "FILE.pdf", help = say(key!("cli-arg-pdf-out")))]
    pub out: Option<PathBuf>,
}

/// A payout to a family, or money it brings.
#[derive(Debug, Args)]
pub(super) struct MoneyForFamily {
    #[arg(value_name = "FAMILY", help = say(key!("cli-arg-family")))]
    pub family: String,
    #[arg(value_name = "AMOUNT", help = say(key!("cli-arg-amount-or-all")))]
    pub amount: Option<String>,
    #[arg(long, value_name = "safe|drawer|transfer|cheque", default_value = "safe",
          hide_default_value = true, help = say(key!("cli-arg-means")))]
    pub means: Means,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-reference")))]
    pub reference: String,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-collected-by")))]
    pub collected_by: String,
}

/// Goods of a family that change hands or are counted.
#[derive(Debug, Args)]
pub(super) struct NamedGoods {
    #[arg(value_name = "FAMILY", help = say(key!("cli-arg-family")))]
    pub family: String,
    #[arg(value_name = "SKU=QUANTITY", help = say(key!("cli-arg-goods")))]
    pub goods: Vec<String>,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-goods-by")))]
    pub by: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-goods-note")))]
    pub note: String,
}

/// What is known of all goods named by arguments.
#[derive(Debug, Args)]
pub(super) struct BatchNamed {
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true,
          help = say(key!("cli-arg-batch")))]
    pub batch: String,
    #[arg(long, value_name = "DATE", help = say(key!("cli-arg-produced")))]
    pub produced: Option<String>,
    #[arg(long, value_name = "DATE", help = say(key!("cli-arg-batch-best-before")))]
    pub best_before: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum CashWay {
    In,
    Out,
    Drop,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum DoorWay {
    In,
    Out,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Switch {
    On,
    Off,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Report {
    X,
    Z,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Means {
    Safe,
    Drawer,
    Transfer,
    Cheque,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum By {
    Family,
    Package,
    Hour,
    Tender,
    Cashier,
    Till,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
}
