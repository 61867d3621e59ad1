//! What can go wrong with a printer, and when.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// One thing that goes wrong, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// The printed row at which it starts; for what happens on the way there
    /// ([`FaultKind::counts_bytes`]), the received byte.
    pub at: u64,
    /// How long it lasts, in milliseconds; it never ends by itself at `u64::MAX`.
    pub lasts_ms: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The roll is at its end until somebody puts in another.
    PaperOut,
    /// The lid stands open.
    CoverOpen,
    /// The cutter is jammed.
    CutterJam,
    /// Offline for a reason it does not tell.
    Offline,
    /// Switched off and on: what it had not printed is forgotten.
    PowerLoss,
    /// The connection breaks; what arrived before is still printed.
    Disconnect,
    /// It takes no connection.
    Unreachable,
    /// It takes no bytes.
    Deaf,
    /// It answers nothing, and prints.
    Mute,
    /// It sends noise in place of answers.
    Garbage,
    /// It does not say that a paper is printed.
    LostConfirmation,
    /// It says so of another paper.
    WrongConfirmation,
    /// A tenth of its speed.
    Slow,
    /// It takes a few bytes at a time.
    ShortWrites,
    /// The drawer's lock does not open.
    DrawerStuck,
}

impl FaultKind {
    pub const ALL: [FaultKind; 15] = [
        FaultKind::PaperOut,
        FaultKind::CoverOpen,
        FaultKind::CutterJam,
        FaultKind::Offline,
        FaultKind::PowerLoss,
        FaultKind::Disconnect,
        FaultKind::Unreachable,
        FaultKind::Deaf,
        FaultKind::Mute,
        FaultKind::Garbage,
        FaultKind::LostConfirmation,
        FaultKind::WrongConfirmation,
        FaultKind::Slow,
        FaultKind::ShortWrites,
        FaultKind::DrawerStuck,
    ];

    /// The name it is asked for by.
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::PaperOut => "paper-out",
            FaultKind::CoverOpen => "cover-open",
            FaultKind::CutterJam => "cutter-jam",
            FaultKind::Offline => "offline",
            FaultKind::PowerLoss => "power-loss",
            FaultKind::Disconnect => "disconnect",
            FaultKind::Unreachable => "unreachable",
            FaultKind::Deaf => "deaf",
            FaultKind::Mute => "mute",
            FaultKind::Garbage => "garbage",
            FaultKind::LostConfirmation => "lost-confirmation",
            FaultKind::WrongConfirmation => "wrong-confirmation",
            FaultKind::Slow => "slow",
            FaultKind::ShortWrites => "short-writes",
            FaultKind::DrawerStuck => "drawer-stuck",
        }
    }

    /// Whether it starts at a received byte rather than at a printed row.
    pub fn counts_bytes(self) -> bool {
        matches!(
            self,
            FaultKind::Disconnect
                | FaultKind::Unreachable
                | FaultKind::Deaf
                | FaultKind::Mute
                | FaultKind::Garbage
                | FaultKind::ShortWrites
        )
    }

    /// Whether nothing is printed while it lasts.
    pub fn stops_printing(self) -> bool {
        matches!(
            self,
            FaultKind::PaperOut
                | FaultKind::CoverOpen
                | FaultKind::CutterJam
                | FaultKind::Offline
                | FaultKind::PowerLoss
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.kind.name(), self.at)?;
        match self.lasts_ms {
            u64::MAX => Ok(()),
            lasts => write!(f, ":{lasts}"),
        }
    }
}

/// Why a text names no fault.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "{found:?} is no fault; write NAME, NAME@ROW or NAME@ROW:MILLISECONDS with a name of {names}"
)]
pub struct BadFault {
    found: String,
    names: String,
}

impl FromStr for Fault {
    type Err = BadFault;

    /// `paper-out`, `paper-out@120`, `paper-out@120:5000`.
    fn from_str(text: &str) -> Result<Self, BadFault> {
        let bad = || BadFault {
            found: text.to_owned(),
            names: FaultKind::ALL.map(FaultKind::name).join(", "),
        };
        let (name, rest) = match text.split_once('@') {
            Some((name, rest)) => (name, Some(rest)),
            None => (text, None),
        };
        let kind = FaultKind::ALL.into_iter().find(|kind| kind.name() == name);
        let kind = kind.ok_or_else(bad)?;
        let (at, lasts) = match rest.map(|rest| rest.split_once(':').unwrap_or((rest, ""))) {
            Some((at, lasts)) => (at.parse().map_err(|_| bad())?, lasts),
            None => (0, ""),
        };
        let lasts_ms = match lasts {
            "" => u64::MAX,
            lasts => lasts.parse().map_err(|_| bad())?,
        };
        Ok(Fault { kind, at, lasts_ms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_reads_back_as_written() {
        for text in ["paper-out@120:5000", "mute@0", "power-loss@7:1"] {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), text);
        }
        assert_eq!("deaf".parse::<Fault>().unwrap().to_string(), "deaf@0");
        for text in ["", "fire", "mute@", "mute@x", "mute@1:x"] {
            let told = text.parse::<Fault>().unwrap_err().to_string();
            assert!(told.contains("paper-out"), "{told}");
        }
    }
}
