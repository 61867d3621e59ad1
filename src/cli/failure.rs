//! Whatever keeps a command from being done, and the exit code it ends with.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::domain::id::TillCode;
use crate::domain::money::Currency;
use crate::locale::{Texts, Unreadable, bidi};
use crate::print::device::DeviceFault;
use crate::services::notice::{Notice, NoticeKind};
use crate::services::{Error, Refusal};
use crate::settings::SettingsFault;
use crate::store::StoreError;
use crate::store::verify::JournalFault;
use crate::tr;

/// Why a command was not done.
#[derive(Debug)]
pub(super) enum Failure {
    Services(Error),
    Misuse(Misuse),
    /// A verification found something.
    Damaged(JournalFault),
    Settings(SettingsFault),
    NoDisplay,
    /// The window did not open, or closed by itself.
    Window(String),
    Device(DeviceFault),
    File {
        path: PathBuf,
        source: io::Error,
    },
    /// Whoever read what was printed has gone.
    Output(io::Error),
}

/// What was typed and makes no sense.
#[derive(Debug)]
pub(super) enum Misuse {
    NoDataFolder,
    NoStaff,
    NoPin,
    PinsDiffer,
    NoApproverPin,
    NotACode(String),
    NotADate(String),
    NotAnAmount {
        text: String,
        why: Unreadable,
    },
    NotAQuantity(String),
    NotDenominations(String),
    NotALine(String),
    NotATender(String),
    NotGoods(String),
    NoGoods,
    NotJson(String),
    NoTicket,
    /// A ticket line that names no goods, or two.
    SkuOrBarcode {
        line: usize,
    },
    UnknownBarcode(String),
    /// A discount that is neither a percentage nor an amount, or both.
    PercentOrAmount,
    WhichTill(Vec<TillCode>),
    NoClosedDay,
    /// A statement was to go to a file of a kind it can't be.
    NotAStatementFile(String),
    /// A page was to go to a file that is no PDF.
    NotAPdf(String),
    /// A tally was to go to a file of a kind it can't be.
    NotATallyFile(String),
    /// A tally whose sums are not those of the ledgers.
    SumsDiffer,
    /// A number the money proof has not.
    NoSuchNumber(String),
    NothingOwed(String),
    /// A backup was to be restored over a till's data.
    TillThere(PathBuf),
    /// A printer by a name this till has not given.
    UnknownPrinterName(String),
    /// Nobody said what came out of a printer.
    NothingLearned,
    /// What was learned makes no profile.
    BadProfile(String),
}

impl Failure {
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
        move |source| Failure::File {
            path: path.to_owned(),
            source,
        }
    }

    /// The same in words.
    pub fn notice(&self, texts: &'static Texts, currency: Option<Currency>) -> Notice {
        let fault = |text, hint| Notice {
            kind: NoticeKind::Fault,
            text,
            hint,
        };
        match self {
            Failure::Services(error) => Notice::of(error, texts, currency),
            Failure::Damaged(damage) => Notice::of_journal(damage, texts, currency),
            Failure::Misuse(misuse) => {
                let (text, hint) = misuse.said(texts);
                Notice {
                    kind: misuse.kind(),
                    text,
                    hint,
                }
            }
            Failure::Settings(wrong) => fault(
                tr!(
                    texts,
                    "cli-settings",
                    detail = bidi::left_to_right(&told(wrong))
                ),
                tr!(texts, "cli-do-settings"),
            ),
            Failure::NoDisplay => fault(
                tr!(texts, "cli-no-display"),
                tr!(texts, "cli-do-no-display"),
            ),
            Failure::Window(why) => fault(
                tr!(texts, "cli-window", detail = bidi::left_to_right(why)),
                tr!(texts, "cli-do-no-display"),
            ),
            Failure::Device(wrong) => fault(
                tr!(
                    texts,
                    "cli-device",
                    detail = bidi::left_to_right(&told(wrong))
                ),
                tr!(texts, "cli-do-device"),
            ),
            Failure::File { path, source } => fault(
                tr!(
                    texts,
                    "cli-file",
                    path = path.display().to_string(),
                    detail = source.to_string()
                ),
                tr!(texts, "cli-do-file"),
            ),
            Failure::Output(source) => fault(
                tr!(texts, "cli-output", detail = source.to_string()),
                tr!(texts, "cli-do-file"),
            ),
        }
    }

    /// Whether only the reader of our output went away, as `head` does.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Failure::Output(source) if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// 1 refused, 2 usage, 3 fault.
pub(super) fn exit_code(kind: NoticeKind) -> ExitCode {
    ExitCode::from(match kind {
        NoticeKind::Refused => 1,
        NoticeKind::Usage => 2,
        NoticeKind::Fault => 3,
    })
}

/// A fault with what caused it.
pub(super) fn told(fault: &dyn std::error::Error) -> String {
    match fault.source() {
        Some(source) => format!("{fault}: {source}"),
        None => fault.to_string(),
    }
}

impl Misuse {
    /// Some commands are typed rightly and find nothing to do.
    fn kind(&self) -> NoticeKind {
        match self {
            Misuse::NoClosedDay
            | Misuse::NothingOwed(_)
            | Misuse::TillThere(_)
            | Misuse::SumsDiffer => NoticeKind::Refused,
            _ => NoticeKind::Usage,
        }
    }

    /// What is wrong, and what to type instead.
    fn said(&self, texts: &'static Texts) -> (String, String) {
        let help = || tr!(texts, "cli-do-help");
        match self {
            Misuse::NoDataFolder => (
                tr!(texts, "cli-no-data-folder"),
                tr!(texts, "cli-do-data-folder"),
            ),
            Misuse::NoStaff => (tr!(texts, "cli-no-staff"), tr!(texts, "cli-do-staff")),
            Misuse::NoPin => (tr!(texts, "cli-no-pin"), tr!(texts, "cli-do-pin")),
            Misuse::PinsDiffer => (
                tr!(texts, "cli-pins-differ"),
                tr!(texts, "cli-do-pin-twice"),
            ),
            Misuse::NoApproverPin => (
                tr!(texts, "cli-no-approver-pin"),
                tr!(texts, "cli-do-approver-pin"),
            ),
            Misuse::NotACode(text) => (
                tr!(texts, "cli-not-a-code", text = text),
                tr!(texts, "cli-do-code"),
            ),
            Misuse::NotAStatementFile(file) => (
                tr!(texts, "cli-not-a-statement-file", file = file),
                tr!(texts, "cli-do-statement-file"),
            ),
            Misuse::NoSuchNumber(name) => (
                tr!(texts, "cli-no-such-number", name = name),
                tr!(texts, "cli-do-number"),
            ),
            Misuse::NotAPdf(file) => (
                tr!(texts, "cli-not-a-pdf", file = file),
                tr!(texts, "cli-do-pdf"),
            ),
            Misuse::NotATallyFile(file) => (
                tr!(texts, "cli-not-a-pdf", file = file),
                tr!(texts, "cli-do-tally-file"),
            ),
            Misuse::SumsDiffer => (tr!(texts, "many-holds-not"), tr!(texts, "notice-do-report")),
            Misuse::NotADate(text) => (
                tr!(texts, "cli-not-a-date", text = text),
                tr!(texts, "cli-do-date"),
            ),
            Misuse::NotAnAmount { text, why } => {
                let hint = match why {
                    Unreadable::Ambiguous { .. } => tr!(texts, "cli-do-amount-ambiguous"),
                    Unreadable::OtherCurrency { .. } => tr!(texts, "cli-do-amount-currency"),
                    Unreadable::TooManyDecimals { .. } => tr!(texts, "cli-do-amount-decimals"),
                    Unreadable::Empty
                    | Unreadable::NotANumber { .. }
                    | Unreadable::UnknownWord { .. }
                    | Unreadable::TooLarge { .. } => tr!(texts, "cli-do-amount"),
                };
                (tr!(texts, "cli-not-an-amount", text = text), hint)
            }
            Misuse::NotAQuantity(text) => (
                tr!(texts, "cli-not-a-quantity", text = text),
                tr!(texts, "cli-do-quantity"),
            ),
            Misuse::NotDenominations(text) => (
                tr!(texts, "cli-not-denominations", text = text),
                tr!(texts, "cli-do-denominations"),
            ),
            Misuse::NotALine(text) => (
                tr!(texts, "cli-not-a-line", text = text),
                tr!(texts, "cli-do-line"),
            ),
            Misuse::NotGoods(text) => (
                tr!(texts, "cli-not-goods", text = text),
                tr!(texts, "cli-do-goods"),
            ),
            Misuse::NoGoods => (tr!(texts, "cli-no-goods"), tr!(texts, "cli-do-goods")),
            Misuse::NotATender(text) => (
                tr!(texts, "cli-not-a-tender", text = text),
                tr!(texts, "cli-do-tender"),
            ),
            Misuse::NotJson(detail) => (
                tr!(texts, "cli-not-json", detail = bidi::left_to_right(detail)),
                tr!(texts, "cli-do-json"),
            ),
            Misuse::NoTicket => (tr!(texts, "cli-no-ticket"), tr!(texts, "cli-do-json")),
            Misuse::SkuOrBarcode { line } => (
                tr!(texts, "cli-sku-or-barcode", line = line.to_string()),
                help(),
            ),
            Misuse::UnknownBarcode(barcode) => (
                tr!(texts, "cli-unknown-barcode", barcode = barcode),
                tr!(texts, "cli-do-barcode"),
            ),
            Misuse::PercentOrAmount => (tr!(texts, "cli-percent-or-amount"), help()),
            Misuse::WhichTill(tills) => {
                let tills: Vec<&str> = tills.iter().map(|till| till.as_str()).collect();
                (
                    tr!(texts, "cli-which-till", tills = tills.join(" ")),
                    tr!(texts, "cli-do-which-till"),
                )
            }
            Misuse::NoClosedDay => (
                tr!(texts, "cli-no-closed-day"),
                tr!(texts, "cli-do-close-day"),
            ),
            Misuse::NothingOwed(family) => (
                tr!(texts, "cli-nothing-owed", family = family),
                tr!(texts, "cli-do-statement"),
            ),
            Misuse::TillThere(path) => (
                tr!(texts, "cli-till-there", path = path.display().to_string()),
                tr!(texts, "cli-do-replace"),
            ),
            Misuse::UnknownPrinterName(name) => (
                tr!(texts, "cli-unknown-printer-name", name = name),
                tr!(texts, "cli-do-printer-name"),
            ),
            Misuse::NothingLearned => (
                tr!(texts, "cli-nothing-learned"),
                tr!(texts, "cli-do-learn"),
            ),
            Misuse::BadProfile(detail) => (
                tr!(
                    texts,
                    "cli-bad-profile",
                    detail = bidi::left_to_right(detail)
                ),
                tr!(texts, "cli-do-learn"),
            ),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Services(error)
    }
}

impl From<Misuse> for Failure {
    fn from(misuse: Misuse) -> Self {
        Failure::Misuse(misuse)
    }
}

impl From<SettingsFault> for Failure {
    fn from(fault: SettingsFault) -> Self {
        Failure::Settings(fault)
    }
}

impl From<DeviceFault> for Failure {
    fn from(fault: DeviceFault) -> Self {
        Failure::Device(fault)
    }
}

macro_rules! through_services {
    ($($source:ty),* $(,)?) => {
        $(impl From<$source> for Failure {
            fn from(source: $source) -> Self {
                Failure::Services(source.into())
            }
        })*
    };
}

through_services!(
    StoreError,
    Refusal,
    crate::domain::ticket::TicketRefusal,
    crate::services::set_up::SetUpRefusal,
);
