//! Why a paper does not come out, as a short list that a screen has plain words
//! for. What exactly the machine said stays beside it, for the log.

use std::fmt;

use crate::key;
use crate::locale::{Key, Worded};

/// What keeps a paper from coming out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    PaperOut,
    CoverOpen,
    CutterJammed,
    /// The printer tells of a fault and not of which.
    PrinterFault,
    /// The printer is offline and does not tell why.
    Offline,
    /// It takes a connection and says nothing.
    NoAnswer,
    /// Nobody is there: switched off, unplugged, another address.
    Unreachable,
    /// This user may not use the device.
    NotPermitted,
    /// Contact was lost while the paper was on its way.
    BrokeOff,
    /// It took everything and never said that it is printed.
    Unconfirmed,
    /// It stood still for too long to go on waiting.
    StoodStill,
    NoDrawer,
    /// The drawer was told to open and did not.
    DrawerShut,
    /// The program ended meanwhile.
    ProgramEnded,
    /// It was drawn for a printer this till no longer has.
    OtherPrinter,
    /// The stored paper is damaged.
    Unreadable,
}

impl Trouble {
    pub const ALL: [Trouble; 16] = [
        Trouble::PaperOut,
        Trouble::CoverOpen,
        Trouble::CutterJammed,
        Trouble::PrinterFault,
        Trouble::Offline,
        Trouble::NoAnswer,
        Trouble::Unreachable,
        Trouble::NotPermitted,
        Trouble::BrokeOff,
        Trouble::Unconfirmed,
        Trouble::StoodStill,
        Trouble::NoDrawer,
        Trouble::DrawerShut,
        Trouble::ProgramEnded,
        Trouble::OtherPrinter,
        Trouble::Unreadable,
    ];

    /// The name it is kept under.
    pub fn code(self) -> &'static str {
        match self {
            Trouble::PaperOut => "paper-out",
            Trouble::CoverOpen => "cover-open",
            Trouble::CutterJammed => "cutter-jammed",
            Trouble::PrinterFault => "printer-fault",
            Trouble::Offline => "offline",
            Trouble::NoAnswer => "no-answer",
            Trouble::Unreachable => "unreachable",
            Trouble::NotPermitted => "not-permitted",
            Trouble::BrokeOff => "broke-off",
            Trouble::Unconfirmed => "unconfirmed",
            Trouble::StoodStill => "stood-still",
            Trouble::NoDrawer => "no-drawer",
            Trouble::DrawerShut => "drawer-shut",
            Trouble::ProgramEnded => "program-ended",
            Trouble::OtherPrinter => "other-printer",
            Trouble::Unreadable => "unreadable",
        }
    }

    /// Whether the printer is out of reach, so that another may take its place.
    pub fn means_dead(self) -> bool {
        matches!(
            self,
            Trouble::Unreachable | Trouble::NotPermitted | Trouble::NoAnswer
        )
    }
}

impl Worded for Trouble {
    fn key(&self) -> Key {
        match self {
            Trouble::PaperOut => key!("printer-paper-out"),
            Trouble::CoverOpen => key!("printer-cover-open"),
            Trouble::CutterJammed => key!("printer-cutter-jammed"),
            Trouble::PrinterFault => key!("printer-fault"),
            Trouble::Offline => key!("printer-offline"),
            Trouble::NoAnswer => key!("printer-no-answer"),
            Trouble::Unreachable => key!("printer-unreachable"),
            Trouble::NotPermitted => key!("printer-not-permitted"),
            Trouble::BrokeOff => key!("printer-broke-off"),
            Trouble::Unconfirmed => key!("printer-unconfirmed"),
            Trouble::StoodStill => key!("printer-stood-still"),
            Trouble::NoDrawer => key!("printer-no-drawer"),
            Trouble::DrawerShut => key!("printer-drawer-shut"),
            Trouble::ProgramEnded => key!("printer-program-ended"),
            Trouble::OtherPrinter => key!("printer-other-printer"),
            Trouble::Unreadable => key!("printer-unreadable"),
        }
    }
}

/// A trouble with what the machine said of it, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub trouble: Trouble,
    pub detail: String,
}

impl Reason {
    pub fn new(trouble: Trouble, detail: impl Into<String>) -> Self {
        Self {
            trouble,
            detail: detail.into(),
        }
    }

    /// The trouble of a reason as it was kept.
    pub fn trouble_of(kept: &str) -> Option<Trouble> {
        let code = kept.split_once(": ").map_or(kept, |(code, _)| code);
        Trouble::ALL
            .into_iter()
            .find(|trouble| trouble.code() == code)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.trouble.code())?;
        match self.detail.is_empty() {
            true => Ok(()),
            false => write!(f, ": {}", self.detail),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_reason_gives_its_trouble_back() {
        for trouble in Trouble::ALL {
            for detail in ["", "till: 10.0.0.7: timed out"] {
                let kept = Reason::new(trouble, detail).to_string();
                assert_eq!(Reason::trouble_of(&kept), Some(trouble), "{kept}");
            }
        }
        assert_eq!(Reason::trouble_of("something a later release says"), None);
    }
}
