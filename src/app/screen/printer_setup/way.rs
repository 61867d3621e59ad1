//! How a printer can be connected, in words.

use crate::app::widget::Icon;
use crate::key;
use crate::locale::{Key, Worded};
use crate::services::printing::trial::Typed;
use crate::settings::PrinterRole;

/// How a printer can be connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Typed(Typed),
    Usb,
    /// No printer: papers become pictures.
    Pictures,
}

impl Way {
    /// The usual ones first.
    pub const ALL: [Way; 7] = [
        Way::Typed(Typed::Address),
        Way::Usb,
        Way::Typed(Typed::Serial),
        Way::Typed(Typed::Queue),
        Way::Typed(Typed::Node),
        Way::Typed(Typed::File),
        Way::Pictures,
    ];

    pub fn icon(self) -> Icon {
        match self {
            Way::Typed(Typed::Address) => Icon::Network,
            Way::Usb => Icon::Printer,
            Way::Typed(Typed::Serial) => Icon::Barcode,
            Way::Typed(Typed::Queue) => Icon::Inbox,
            Way::Typed(Typed::Node) => Icon::Settings,
            Way::Typed(Typed::File) => Icon::Statement,
            Way::Pictures => Icon::Eye,
        }
    }

    pub fn words(self) -> (Key, Key) {
        match self {
            Way::Typed(Typed::Address) => (
                key!("app-printer-network"),
                key!("app-printer-network-hint"),
            ),
            Way::Usb => (key!("app-printer-usb"), key!("app-printer-usb-hint")),
            Way::Typed(Typed::Serial) => {
                (key!("app-printer-serial"), key!("app-printer-serial-hint"))
            }
            Way::Typed(Typed::Queue) => (key!("app-printer-queue"), key!("app-printer-queue-hint")),
            Way::Typed(Typed::Node) => (key!("app-printer-node"), key!("app-printer-node-hint")),
            Way::Typed(Typed::File) => (key!("app-printer-file"), key!("app-printer-file-hint")),
            Way::Pictures => (
                key!("app-printer-pictures"),
                key!("app-printer-pictures-hint"),
            ),
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Way::Typed(Typed::Address) => "way-network",
            Way::Usb => "way-usb",
            Way::Typed(Typed::Serial) => "way-serial",
            Way::Typed(Typed::Queue) => "way-queue",
            Way::Typed(Typed::Node) => "way-node",
            Way::Typed(Typed::File) => "way-file",
            Way::Pictures => "way-pictures",
        }
    }
}

/// What is said around the field a way is named in: its caption, where the name is
/// found, and that what was typed is none.
pub(super) fn about(typed: Typed) -> (Key, Key, Key) {
    match typed {
        Typed::Address => (
            key!("app-printer-address"),
            key!("app-printer-address-hint"),
            key!("app-printer-no-address"),
        ),
        Typed::Serial => (
            key!("app-printer-serial-name"),
            key!("app-printer-serial-name-hint"),
            key!("app-printer-no-path"),
        ),
        Typed::Queue => (
            key!("app-printer-queue-name"),
            key!("app-printer-queue-name-hint"),
            key!("app-printer-no-queue"),
        ),
        Typed::Node => (
            key!("app-printer-node-name"),
            key!("app-printer-node-name-hint"),
            key!("app-printer-no-path"),
        ),
        Typed::File => (
            key!("app-printer-file-name"),
            key!("app-printer-file-name-hint"),
            key!("app-printer-no-path"),
        ),
    }
}

/// What a name of the way looks like.
pub(super) fn example(typed: Typed) -> &'static str {
    match typed {
        Typed::Address => "192.168.1.100",
        Typed::Serial => "/dev/ttyUSB0",
        Typed::Queue => "counter",
        Typed::Node => "/dev/usb/lp0",
        Typed::File => "/home/till/papers.bin",
    }
}

impl Worded for PrinterRole {
    fn key(&self) -> Key {
        match self {
            PrinterRole::Receipts => key!("app-printer-prints-receipts"),
            PrinterRole::CollectionSlips => key!("app-printer-prints-slips"),
            PrinterRole::Labels => key!("app-printer-prints-labels"),
            PrinterRole::Reports => key!("app-printer-prints-reports"),
        }
    }
}

pub(super) fn role_id(role: PrinterRole) -> &'static str {
    match role {
        PrinterRole::Receipts => "prints-receipts",
        PrinterRole::CollectionSlips => "prints-slips",
        PrinterRole::Labels => "prints-labels",
        PrinterRole::Reports => "prints-reports",
    }
}
