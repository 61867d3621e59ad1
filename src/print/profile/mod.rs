//! What is known about a printer model: its paper, its commands, its habits.
//! One TOML file each; unknown keys are errors, and every fact names its source.
//!
//! Which printer a till uses is the till's settings' business.

mod catalogue;

use serde::{Deserialize, Serialize};

use crate::locale::{Texts, bidi};
use crate::tr;

pub use catalogue::{Catalogue, ProfileFault, parse};

/// A printer model. See `printer-profiles/README.md` for every key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The version of this format; 1.
    pub schema: u32,
    /// Lower-case letters, digits and dashes; the name settings refer to.
    pub id: String,
    pub vendor: String,
    pub model: String,
    pub evidence: Evidence,
    pub sources: Vec<String>,
    #[serde(default, rename = "match")]
    pub matching: Matching,
    pub paper: Paper,
    pub raster: Raster,
    #[serde(default)]
    pub feed: Feed,
    pub cut: Cut,
    pub drawer: Drawer,
    pub status: Status,
    pub transport: Transport,
    pub speed: Speed,
    pub render: Render,
}

/// How the facts were found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    Documented,
    Emulated,
    VerifiedOnDevice,
}

/// How the printer makes itself known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Matching {
    /// Replies to `GS I 67`.
    pub gs_i_model: Vec<String>,
    /// `vendor:product`, four hexadecimal digits each.
    pub usb: Vec<String>,
}

/// What the head can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    pub width_mm: u16,
    /// Dots across. Authoritative; never computed from millimetres.
    pub dots: u16,
    /// Dots per inch.
    pub dpi: u16,
    /// Dots the printer is told to leave free at the left.
    #[serde(default)]
    pub left_offset_dots: u16,
}

/// How pictures are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raster {
    pub command: RasterCommand,
    /// Rows in one band, at most.
    pub max_band_rows: u16,
    /// Bytes of dots in one band, at most.
    pub max_band_bytes: u32,
    /// Whether the first line feed after a band moves the paper.
    #[serde(default)]
    pub lf_after: LineFeedAfter,
    /// Whether byte pairs that a printer may take for real-time commands are
    /// broken up inside bands, by one dot.
    pub dle_guard: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RasterCommand {
    /// `GS v 0`.
    #[serde(rename = "gs_v_0")]
    GsV0,
    /// `GS ( L`, and `GS 8 L` for large bands.
    #[serde(rename = "gs_8_l")]
    Gs8L,
    /// `ESC * 33`, 24 rows at a time.
    #[serde(rename = "esc_star_33")]
    EscStar33,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineFeedAfter {
    #[default]
    Printed,
    /// The first line feed after a band is lost.
    Swallowed,
}

/// How paper is moved to the cutter or the tear bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// Text lines to feed before a cut; `GS V 66` feeds by itself and needs none.
    #[serde(default)]
    pub lines_before_cut: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    pub mode: CutMode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutMode {
    /// Feeds to the cutter and cuts, leaving a corner.
    #[serde(rename = "gs_v_66")]
    FeedAndPartial,
    /// Feeds to the cutter and cuts through.
    #[serde(rename = "gs_v_65")]
    FeedAndFull,
    /// Cuts where the paper is, leaving a corner.
    #[serde(rename = "gs_v_1")]
    Partial,
    /// The old command of simple printers, cuts where the paper is.
    #[serde(rename = "esc_i")]
    EscI,
    /// No cutter: the paper is fed to the tear bar.
    None,
}

/// How a drawer behind the printer is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawer {
    pub command: DrawerCommand,
    /// 0 or 1: connector pin 2 or 5.
    #[serde(default)]
    pub main_pin: u8,
    /// Length of the pulse, 2–510 ms in steps of 2.
    pub on_ms: u16,
    /// Rest after the pulse, 2–510 ms in steps of 2, no shorter than the pulse.
    pub off_ms: u16,
    /// What the drawer sensor's high level means.
    #[serde(default)]
    pub sense: DrawerSense,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawerCommand {
    /// `ESC p` with its pin and two times.
    EscP,
    /// The real-time command `DLE DC4 1`.
    DleDc4,
    /// A bell character.
    Bel,
    /// The printer has no drawer connector.
    None,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawerSense {
    #[default]
    Unknown,
    #[serde(rename = "pin3_high_is_open")]
    HighIsOpen,
    #[serde(rename = "pin3_low_is_open")]
    LowIsOpen,
}

/// What the printer can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The arguments `DLE EOT` answers to, of 1–4; none when it is never asked.
    #[serde(default)]
    pub dle_eot: Vec<u8>,
    /// The mask of `GS a`; 0 when automatic status is not turned on.
    #[serde(default)]
    pub asb_mask: u8,
    /// Whether `GS ( H` confirms the end of printing.
    #[serde(default)]
    pub process_id: bool,
    /// Seconds to wait for that confirmation.
    #[serde(default)]
    pub confirm_timeout_s: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transport {
    pub tcp_port: u16,
    pub rx_buffer_bytes: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speed {
    /// For estimates and waiting times only.
    pub mm_per_s: u16,
}

/// How type is set for this head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Render {
    /// Dots of body text.
    pub font_px: u16,
    /// Coverage, of 255, from which a dot is black.
    pub threshold: u8,
}

/// The maker of profiles that are for whatever printer there is.
const ANY_MAKER: &str = "any";

impl Profile {
    /// Whether it is for whatever printer there is.
    pub fn is_generic(&self) -> bool {
        self.vendor == ANY_MAKER
    }

    /// What the printer is called: by its maker, or in words where none is meant.
    pub fn called(&self, texts: &Texts) -> String {
        match self.is_generic() {
            true => tr!(texts, "app-printer-generic"),
            false => bidi::left_to_right(&format!("{} {}", self.vendor, self.model)),
        }
    }

    /// The profile as a file of a profile folder.
    ///
    /// # Panics
    /// Never: a profile is plain values.
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).expect("a profile is plain values")
    }

    /// Milliseconds the head needs for `rows` rows of dots, rounded up.
    pub fn print_ms(&self, rows: usize) -> u64 {
        let micrometres = rows as u64 * 25_400 / u64::from(self.paper.dpi);
        micrometres.div_ceil(u64::from(self.speed.mm_per_s))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_time_follows_rows_and_speed() {
        let profile = Catalogue::shipped()
            .get("generic-80")
            .expect("shipped")
            .clone();
        // 1 600 rows at 203 dpi are 200.2 mm.
        let expected = 200_197_u64.div_ceil(u64::from(profile.speed.mm_per_s));
        assert_eq!(profile.print_ms(1_600), expected);
    }
}
