//! Colours by the part they play. Screens never name a colour, only a role;
//! another look of the till is another [`Colours`] value and nothing else.

use iced::Color;

/// How many colours packages take turns with.
pub const PACKAGE_COLOURS: usize = 8;

/// A colour of meaning in its three uses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tint {
    /// Strong enough to carry [`Tint::on_solid`]: a filled button, a dot, a bar.
    pub solid: Color,
    /// What is written on the solid colour.
    pub on_solid: Color,
    /// A background that only hints.
    pub soft: Color,
    /// What is written on the soft background, or on a surface.
    pub ink: Color,
}

/// Every colour of one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colours {
    /// Behind everything.
    pub surface: Color,
    /// Cards, bars, tiles, fields: what lies on the surface.
    pub raised: Color,
    /// Wells and tracks: what is let into the surface.
    pub sunken: Color,
    /// A pressed or hovered surface.
    pub pressed: Color,
    /// Text.
    pub ink: Color,
    /// Secondary text; still at least 4.5 to 1 on `surface`.
    pub muted: Color,
    /// Placeholders and things that cannot be used.
    pub faint: Color,
    /// Hairlines between things.
    pub line: Color,
    /// The outline of what can be pressed.
    pub outline: Color,
    /// Around what has the focus.
    pub focus: Color,
    /// Behind selected text.
    pub selection: Color,
    /// Over what a dialog holds back.
    pub veil: Color,
    /// Under what floats.
    pub shadow: Color,
    /// The till's own colour: the action a screen exists for.
    pub primary: Tint,
    /// The own colour while it is pressed.
    pub primary_pressed: Color,
    /// Done, balanced, paid.
    pub success: Tint,
    /// Destroys or refuses.
    pub danger: Tint,
    /// Deserves a look.
    pub warning: Tint,
    /// Says something without asking anything.
    pub info: Tint,
    /// Packages, in the order the bazaar lists them.
    pub packages: [Tint; PACKAGE_COLOURS],
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::from_rgb8(red, green, blue)
}

const fn tint(solid: u32, soft: u32, ink: u32) -> Tint {
    Tint {
        solid: rgb(solid),
        on_solid: Color::WHITE,
        soft: rgb(soft),
        ink: rgb(ink),
    }
}

/// A colour written `#rrggbb`.
fn read_hex(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    Some(rgb(u32::from_str_radix(digits, 16).ok()?))
}

/// Part of the way from one colour to another.
fn mix(from: Color, to: Color, part: f32) -> Color {
    let between = |from: f32, to: f32| from + (to - from) * part;
    Color {
        r: between(from.r, to.r),
        g: between(from.g, to.g),
        b: between(from.b, to.b),
        a: 1.0,
    }
}

/// Contrast as WCAG 2.2 reckons it, from 1 to 21.
fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (one.relative_luminance(), other.relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// `colour`, darkened until it can be read against `ground`.
fn readable(colour: Color, ground: Color) -> Color {
    let steps = (0..=20_u8).map(|step| mix(colour, Color::BLACK, f32::from(step) / 20.0));
    let mut readable = steps.filter(|colour| contrast(*colour, ground) >= READABLE);
    readable.next().unwrap_or(Color::BLACK)
}

/// The least contrast of text with its ground.
const READABLE: f32 = 4.5;

impl Tint {
    /// The three uses of a colour somebody chose, each as dark as it must be to be
    /// read, on surfaces like `raised`.
    fn of(colour: Color, raised: Color) -> Self {
        let solid = readable(colour, Color::WHITE);
        let soft = mix(raised, colour, 0.16);
        Tint {
            solid,
            on_solid: Color::WHITE,
            soft,
            ink: readable(mix(solid, Color::BLACK, 0.2), soft),
        }
    }
}

impl Colours {
    /// Daylight: warm paper, deep green ink, one strong colour.
    pub const LIGHT: Self = Self {
        surface: rgb(0xF5F1E9),
        raised: rgb(0xFFFDF9),
        sunken: rgb(0xEAE4D8),
        pressed: rgb(0xEFEADF),
        ink: rgb(0x1B2320),
        muted: rgb(0x5A635D),
        faint: rgb(0x9A9C92),
        line: rgb(0xE4DDCF),
        outline: rgb(0xD3CAB8),
        focus: rgb(0x1F8A74),
        selection: rgb(0xBFE0D6),
        veil: Color {
            a: 0.46,
            ..rgb(0x1B2320)
        },
        shadow: Color {
            a: 0.16,
            ..rgb(0x3A3222)
        },
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
    };

    /// The same look with the packages in the colours of a bazaar, `#rrggbb`, as far
    /// as it has its own.
    pub fn with_packages<'a>(mut self, own: impl Iterator<Item = Option<&'a str>>) -> Self {
        for (tint, own) in self.packages.iter_mut().zip(own) {
            if let Some(colour) = own.and_then(read_hex) {
                *tint = Tint::of(colour, self.raised);
            }
        }
        self
    }

    /// The colours of the package at `index`; after the last they begin again.
    pub fn package(&self, index: usize) -> Tint {
        self.packages[index % PACKAGE_COLOURS]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        let look = Colours::LIGHT;
        let mut pairs = vec![
            ("ink on surface", look.ink, look.surface),
            ("ink on raised", look.ink, look.raised),
            ("muted on surface", look.muted, look.surface),
            ("muted on sunken", look.muted, look.sunken),
        ];
        let tints = [
            look.primary,
            look.success,
            look.danger,
            look.warning,
            look.info,
        ];
        for tint in tints.iter().chain(&look.packages) {
            pairs.push(("on solid", tint.on_solid, tint.solid));
            pairs.push(("ink on soft", tint.ink, tint.soft));
            pairs.push(("ink on raised", tint.ink, look.raised));
        }
        // Whatever a bazaar chooses can be read as well.
        let chosen = ["#c2703d", "#ffff00", "#ffffff", "#000000", "#7fd4ff"];
        let own = look.with_packages(chosen.into_iter().map(Some));
        for tint in &own.packages {
            pairs.push(("on chosen solid", tint.on_solid, tint.solid));
            pairs.push(("ink on chosen soft", tint.ink, tint.soft));
            pairs.push(("chosen ink on raised", tint.ink, look.raised));
        }
        for (name, ink, ground) in pairs {
            let found = contrast(ink, ground);
            assert!(
                found >= READABLE,
                "{name}: {ink:?} on {ground:?} is only {found:.2}"
            );
        }
    }

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        let own = |text| {
            Colours::LIGHT
                .with_packages([Some(text)].into_iter())
                .packages[0]
        };
        let first = Colours::LIGHT.packages[0];
        for text in ["", "#fff", "red", "#12345g", "123456"] {
            assert_eq!(own(text), first, "{text}");
        }
        assert_ne!(own("#3f7d58"), first);
    }
}
