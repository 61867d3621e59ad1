//! The looks there are, colour by colour: daylight, a dark hall, and the greatest
//! contrast for weak eyes or a glaring window. `colour` checks what can be read.

use super::colour::{Colours, Tint, rgb};
use iced::Color;

/// White on a strong colour.
const fn tint(solid: u32, soft: u32, ink: u32) -> Tint {
    lit(solid, 0xFFFFFF, soft, ink)
}

const fn lit(solid: u32, on_solid: u32, soft: u32, ink: u32) -> Tint {
    Tint {
        solid: rgb(solid),
        on_solid: rgb(on_solid),
        soft: rgb(soft),
        ink: rgb(ink),
    }
}

const fn sheer(hex: u32, alpha: f32) -> Color {
    Color {
        a: alpha,
        ..rgb(hex)
    }
}

impl Colours {
    /// Daylight: warm paper, deep green ink, one strong colour.
    pub const LIGHT: Self = Self {
        surface: rgb(0xF5F1E9),
        raised: rgb(0xFFFDF9),
        sunken: rgb(0xEAE4D8),
        pressed: rgb(0xEFEADF),
        key: rgb(0xE8E1D3),
        key_pressed: rgb(0xD9D0BE),
        key_off: rgb(0xF0EBE1),
        ink: rgb(0x1B2320),
        muted: rgb(0x5A635D),
        faint: rgb(0x9A9C92),
        line: rgb(0xE4DDCF),
        outline: rgb(0xD3CAB8),
        focus: rgb(0x1F8A74),
        selection: rgb(0xBFE0D6),
        veil: sheer(0x1B2320, 0.46),
        shadow: sheer(0x3A3222, 0.16),
        primary: tint(0x0E5A4B, 0xDCEBE5, 0x0B4A3E),
        primary_pressed: rgb(0x0A463A),
        success: tint(0x2C7A43, 0xDFF0E1, 0x1E5E32),
        danger: tint(0xB23A2E, 0xF9E4DF, 0x94291F),
        warning: tint(0xA66200, 0xFBECCD, 0x7C4A00),
        info: tint(0x2D6187, 0xDFEAF2, 0x214B6A),
        packages: [
            tint(0xB65B22, 0xF8E6D9, 0x8A4317),
            tint(0x7D4A8D, 0xEFE3F2, 0x613571),
            tint(0xB04467, 0xF8E1E8, 0x8C2C4D),
            tint(0x8A6A1F, 0xF3EAD0, 0x684E10),
            tint(0x2F6B8F, 0xDDEBF3, 0x1F506F),
            tint(0x55752F, 0xE6EFD9, 0x3E591E),
            tint(0x4B5A9B, 0xE3E6F5, 0x37447E),
            tint(0x17796F, 0xDAEEEB, 0x0D5B53),
        ],
        line_width: 1.0,
        least_contrast: 4.5,
    };

    /// A dark hall, an evening: deep green night, the same colours lit.
    pub const DARK: Self = Self {
        surface: rgb(0x131917),
        raised: rgb(0x1E2725),
        sunken: rgb(0x0F1413),
        pressed: rgb(0x2B3633),
        key: rgb(0x2B3633),
        key_pressed: rgb(0x3B4844),
        key_off: rgb(0x1A2220),
        ink: rgb(0xECF1EE),
        muted: rgb(0xABB7B1),
        faint: rgb(0x6B7873),
        line: rgb(0x303B38),
        outline: rgb(0x495752),
        focus: rgb(0x63D9BD),
        selection: rgb(0x235A4D),
        veil: sheer(0x000000, 0.62),
        shadow: sheer(0x000000, 0.5),
        primary: lit(0x35B093, 0x04211A, 0x17382F, 0x86DFC7),
        primary_pressed: rgb(0x2C9A80),
        success: lit(0x5CB874, 0x08210F, 0x1B3525, 0x93DDA6),
        danger: lit(0xEA7A69, 0x2A0905, 0x43241F, 0xFFB1A5),
        warning: lit(0xE0A540, 0x271800, 0x3A2E15, 0xF3CB80),
        info: lit(0x72ABD9, 0x071B2B, 0x1B3142, 0xABD3F2),
        packages: [
            lit(0xE29055, 0x2B1203, 0x40291A, 0xF5BF95),
            lit(0xBE90D0, 0x210C2A, 0x35243F, 0xDFC1EB),
            lit(0xE286A4, 0x2E0816, 0x42232F, 0xF8BACC),
            lit(0xCBA84E, 0x251A02, 0x383017, 0xEAD08A),
            lit(0x74B1D6, 0x061C2A, 0x1C3442, 0xAED6EF),
            lit(0x98BB69, 0x141F06, 0x2A361B, 0xC7E0A2),
            lit(0x97A5E4, 0x0B1136, 0x282E4B, 0xC4CCF7),
            lit(0x55BDB1, 0x03211E, 0x173632, 0x98E0D6),
        ],
        line_width: 1.0,
        least_contrast: 4.5,
    };

    /// Black on white, lines twice as wide, every colour as deep as it must be.
    pub const CONTRAST: Self = Self {
        surface: rgb(0xFFFFFF),
        raised: rgb(0xFFFFFF),
        sunken: rgb(0xECECEC),
        pressed: rgb(0xDADADA),
        key: rgb(0xFFFFFF),
        key_pressed: rgb(0xDADADA),
        key_off: rgb(0xFFFFFF),
        ink: rgb(0x000000),
        muted: rgb(0x2E2E2E),
        faint: rgb(0x6E6E6E),
        line: rgb(0x4A4A4A),
        outline: rgb(0x000000),
        focus: rgb(0x0033CC),
        selection: rgb(0xFFE380),
        veil: sheer(0x000000, 0.7),
        shadow: sheer(0x000000, 0.4),
        primary: tint(0x003F32, 0xD8F0E8, 0x002E24),
        primary_pressed: rgb(0x002018),
        success: tint(0x00521F, 0xDFF3E3, 0x003D16),
        danger: tint(0x8A0F05, 0xFCE5E1, 0x6B0A02),
        warning: tint(0x6B3D00, 0xFDEFCF, 0x4D2B00),
        info: tint(0x063F6B, 0xDFEDF7, 0x032E50),
        packages: [
            tint(0x7E3300, 0xFBE9DC, 0x5E2500),
            tint(0x561F68, 0xF2E5F5, 0x41154F),
            tint(0x84163C, 0xFBE4EB, 0x64102D),
            tint(0x584100, 0xF6EDD2, 0x423000),
            tint(0x0C4A6E, 0xDFEEF6, 0x083650),
            tint(0x36500F, 0xE9F2DC, 0x273B0A),
            tint(0x2B3A82, 0xE6E9F8, 0x1E2A62),
            tint(0x00534B, 0xDCF1EE, 0x003D37),
        ],
        line_width: 2.0,
        least_contrast: 7.0,
    };
}
