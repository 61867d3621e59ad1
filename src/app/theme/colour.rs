//! Colours by the part they play. Screens never name a colour, only a role;
//! another look of the till is another [`Colours`] value and nothing else. The
//! values are in `palette`.

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
    /// What can be pressed, where it has no line around it: it stands out from
    /// `surface` and from `raised`.
    pub key: Color,
    /// The same while it is pressed, and keys that do rather than write.
    pub key_pressed: Color,
    /// The same where it can't be pressed now.
    pub key_off: Color,
    /// Text.
    pub ink: Color,
    /// Secondary text; still at least 4.5 to 1 on `surface`.
    pub muted: Color,
    /// Things that cannot be used; they need not be read.
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
    /// How wide the line around a thing is, in pixels.
    pub line_width: f32,
    /// The least contrast of text with its ground, as WCAG reckons it.
    pub least_contrast: f32,
}

pub(super) const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::from_rgb8(red, green, blue)
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

/// `colour`, moved towards `end` until it can be read against `ground`.
fn readable(colour: Color, end: Color, ground: Color, least: f32) -> Color {
    let steps = (0..=20_u8).map(|step| mix(colour, end, f32::from(step) / 20.0));
    let mut readable = steps.filter(|colour| contrast(*colour, ground) >= least);
    readable.next().unwrap_or(end)
}

impl Colours {
    /// Whether text is lighter than what it stands on.
    pub fn is_dark(&self) -> bool {
        self.surface.relative_luminance() < 0.5
    }

    /// The three uses of a colour somebody chose, each moved away from its ground
    /// until it can be read in this look.
    fn tint_of(&self, colour: Color) -> Tint {
        let least = self.least_contrast;
        let (end, on_solid, part) = match self.is_dark() {
            true => (Color::WHITE, self.surface, 0.2),
            false => (Color::BLACK, Color::WHITE, 0.16),
        };
        let solid = readable(colour, end, on_solid, least);
        let soft = mix(self.raised, colour, part);
        Tint {
            solid,
            on_solid,
            soft,
            ink: readable(mix(solid, end, 0.2), end, soft, least),
        }
    }

    /// The same look with the packages in the colours of a bazaar, `#rrggbb`, as far
    /// as it has its own.
    pub fn with_packages<'a>(mut self, own: impl Iterator<Item = Option<&'a str>>) -> Self {
        for (at, own) in own.enumerate().take(PACKAGE_COLOURS) {
            if let Some(colour) = own.and_then(read_hex) {
                self.packages[at] = self.tint_of(colour);
            }
        }
        self
    }

    /// The colours of the package at `index`; after the last they begin again.
    pub fn package(&self, index: usize) -> Tint {
        self.packages[index % PACKAGE_COLOURS]
    }

    /// So much heat of a hundred, from a hint of the till's own colour to all of it;
    /// without any it is a well.
    pub fn heat(&self, heat: u8) -> Color {
        match heat {
            0 => self.sunken,
            heat => mix(
                self.primary.soft,
                self.primary.solid,
                f32::from(heat) / 100.0,
            ),
        }
    }

    /// What is written on so much heat: black or white, one of which can be read on
    /// any colour.
    pub fn on_heat(&self, heat: u8) -> Color {
        let ground = self.heat(heat);
        let [black, white] = [Color::BLACK, Color::WHITE];
        match contrast(black, ground) > contrast(white, ground) {
            true => black,
            false => white,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_heat_it_can_be_written_on() {
        for look in [Colours::LIGHT, Colours::DARK, Colours::CONTRAST] {
            for heat in 0..=100 {
                let read = contrast(look.on_heat(heat), look.heat(heat));
                assert!(read >= 4.5, "{read} on a heat of {heat}");
            }
        }
    }

    /// Bazaars choose what they like.
    const CHOSEN: [&str; 6] = [
        "#c2703d", "#ffff00", "#ffffff", "#000000", "#7fd4ff", "#3b1f6e",
    ];

    fn looks() -> [(&'static str, Colours, f32); 3] {
        [
            ("light", Colours::LIGHT, 4.5),
            ("dark", Colours::DARK, 4.5),
            ("contrast", Colours::CONTRAST, 7.0),
        ]
    }

    /// What is written on what, in one look.
    fn pairs(look: &Colours) -> Vec<(&'static str, Color, Color)> {
        let grounds = [
            look.surface,
            look.raised,
            look.sunken,
            look.pressed,
            look.key,
        ];
        let mut pairs = Vec::new();
        for ground in grounds {
            pairs.push(("ink", look.ink, ground));
            pairs.push(("muted", look.muted, ground));
        }
        pairs.push(("ink on a pressed key", look.ink, look.key_pressed));
        pairs.push(("ink on what is selected", look.ink, look.selection));
        let tints = [
            look.primary,
            look.success,
            look.danger,
            look.warning,
            look.info,
        ];
        let own = look.with_packages(CHOSEN.into_iter().map(Some));
        let packages = look.packages.iter().chain(&own.packages);
        for tint in tints.iter().chain(packages) {
            pairs.push(("on solid", tint.on_solid, tint.solid));
            pairs.push(("ink on soft", tint.ink, tint.soft));
            pairs.push(("ink on raised", tint.ink, look.raised));
        }
        pairs.push((
            "on the pressed own colour",
            look.primary.on_solid,
            look.primary_pressed,
        ));
        pairs
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on_in_every_look() {
        for (look, colours, least) in looks() {
            assert!(colours.least_contrast >= least, "{look}");
            for (name, ink, ground) in pairs(&colours) {
                let found = contrast(ink, ground);
                assert!(
                    found >= least,
                    "{look}, {name}: {ink:?} on {ground:?} is only {found:.2}"
                );
            }
        }
    }

    #[test]
    fn what_can_be_pressed_and_what_has_the_focus_stands_out_in_every_look() {
        // WCAG 2.2 asks 3 to 1 of marks that are no text.
        for (look, colours, _) in looks() {
            for ground in [colours.surface, colours.raised, colours.sunken] {
                let found = contrast(colours.focus, ground);
                assert!(found >= 3.0, "{look}: the focus has only {found:.2}");
                for tint in [colours.success, colours.danger, colours.warning] {
                    let found = contrast(tint.solid, ground);
                    assert!(found >= 3.0, "{look}: a sign has only {found:.2}");
                }
            }
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
