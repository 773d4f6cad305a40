//! Colours and their contrast: hex notation, WCAG's contrast ratio, and the nearest colour that passes. The background
//! colours are the widget's, from `static/element/styles/base.css`; a test compares them.

use std::fmt;

/// A colour of three bytes: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The minimum contrast of text with its background (WCAG 2.2, 1.4.3).
pub const TEXT: f64 = 4.5;

/// The minimum contrast of a border or a bar with its surroundings (WCAG 2.2, 1.4.11).
pub const BORDER: f64 = 3.0;

/// The share of the accent in the widget's tinted backgrounds.
const TINT: f64 = 0.09;

/// A colour scheme, light or dark, with the colours that an accent is seen with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// `light` or `dark`.
    pub name: &'static str,
    /// The widget's background.
    pub surface: Colour,
    /// The text on a button in the accent colour, unless it cannot be read there.
    pub on_accent: Colour,
    /// The shipped accent.
    pub accent: Colour,
}

/// The light scheme.
pub const LIGHT: Scheme = Scheme {
    name: "light",
    surface: Colour([0xff, 0xff, 0xff]),
    on_accent: Colour([0xff, 0xff, 0xff]),
    accent: Colour([0x0a, 0x5c, 0x9e]),
};

/// The dark scheme.
pub const DARK: Scheme = Scheme {
    name: "dark",
    surface: Colour([0x15, 0x19, 0x1e]),
    on_accent: Colour([0x07, 0x1a, 0x2b]),
    accent: Colour([0x8a, 0xc4, 0xff]),
};

impl Colour {
    /// Reads `#rrggbb` or `#rgb`, with or without `#`, in either case.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let values: Option<Vec<u8>> = digits.chars().map(|digit| Some(digit.to_digit(16)? as u8)).collect();
        match *values?.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, r2, g, g2, b, b2] => Some(Self([r * 16 + r2, g * 16 + g2, b * 16 + b2])),
            _ => None,
        }
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        let [r, g, b] = self.0;
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    /// The contrast ratio with another colour, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Mixes this share of the colour into another, as the widget's `color-mix()` does.
    #[must_use]
    pub fn mixed_into(self, share: f64, other: Colour) -> Colour {
        let mix = |a: u8, b: u8| to_byte((f64::from(a) * share + f64::from(b) * (1.0 - share)) / 255.0);
        let ([r, g, b], [r2, g2, b2]) = (self.0, other.0);
        Colour([mix(r, r2), mix(g, g2), mix(b, b2)])
    }

    /// Hue in sixths of the circle, saturation and lightness.
    fn hsl(self) -> (f64, f64, f64) {
        let [r, g, b] = self.0.map(|byte| f64::from(byte) / 255.0);
        let (high, low) = (r.max(g).max(b), r.min(g).min(b));
        let (lightness, chroma) = ((high + low) / 2.0, high - low);
        if chroma == 0.0 {
            return (0.0, 0.0, lightness);
        }
        let hue = if high == r {
            ((g - b) / chroma + 6.0) % 6.0
        } else if high == g {
            (b - r) / chroma + 2.0
        } else {
            (r - g) / chroma + 4.0
        };
        (hue, chroma / (1.0 - (2.0 * lightness - 1.0).abs()), lightness)
    }

    fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Colour {
        let reach = saturation * lightness.min(1.0 - lightness);
        let channel = |offset: f64| {
            let turn = (offset + hue * 2.0) % 12.0;
            to_byte(lightness - reach * (turn - 3.0).min(9.0 - turn).clamp(-1.0, 1.0))
        };
        Colour([channel(0.0), channel(8.0), channel(4.0)])
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a byte
fn to_byte(share: f64) -> u8 {
    libm::round(share.clamp(0.0, 1.0) * 255.0) as u8
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// The contrasts of an accent in a scheme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The contrast of the accent as text, with the plain or the tinted background, whichever is lower.
    pub text: f64,
    /// The contrast of a button's text with the accent.
    pub button: f64,
    /// The contrast of a border in the accent colour with the plain background.
    pub border: f64,
}

impl Verdict {
    /// Whether every contrast is high enough.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.text >= TEXT && self.button >= TEXT && self.border >= BORDER
    }
}

const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([0xff; 3]);

impl Scheme {
    /// The text colour on a button in this accent: the widget's own if it can be read, else black or white, whichever
    /// has more contrast. The page in a frame follows the same rule (`static/page/accent.js`); a test compares the two.
    #[must_use]
    pub fn on(&self, accent: Colour) -> Colour {
        if accent.contrast(self.on_accent) >= TEXT {
            self.on_accent
        } else if accent.contrast(BLACK) > accent.contrast(WHITE) {
            BLACK
        } else {
            WHITE
        }
    }

    /// The contrasts of this accent in this scheme.
    #[must_use]
    pub fn judge(&self, accent: Colour) -> Verdict {
        let plain = accent.contrast(self.surface);
        Verdict {
            text: plain.min(accent.contrast(accent.mixed_into(TINT, self.surface))),
            button: accent.contrast(self.on(accent)),
            border: plain,
        }
    }

    /// The accent itself if it passes, else the colour of the same hue and saturation with the nearest lightness that
    /// passes.
    #[must_use]
    pub fn nearest(&self, accent: Colour) -> Colour {
        const STEPS: u32 = 1_000;
        if self.judge(accent).passes() {
            return accent;
        }
        let (hue, saturation, lightness) = accent.hsl();
        for step in 1..=STEPS {
            let change = f64::from(step) / f64::from(STEPS);
            for moved in [lightness - change, lightness + change] {
                if (0.0..=1.0).contains(&moved) {
                    let candidate = Colour::of_hsl(hue, saturation, moved);
                    if self.judge(candidate).passes() {
                        return candidate;
                    }
                }
            }
        }
        self.accent
    }
}
