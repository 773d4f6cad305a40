//! The accent colour, which may differ between light and dark.

use crate::builder::colour::{Colour, LIGHT, Scheme};

/// An accent on light and on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light.
    pub light: Colour,
    /// On dark.
    pub dark: Colour,
}

impl Accent {
    /// The colour in a scheme.
    #[must_use]
    pub fn in_scheme(self, scheme: &Scheme) -> Colour {
        if scheme.name == LIGHT.name { self.light } else { self.dark }
    }

    /// With another colour in a scheme. As long as both are the same, the other scheme follows.
    #[must_use]
    pub fn with(self, scheme: &Scheme, colour: Colour) -> Self {
        if self.light == self.dark { Self { light: colour, dark: colour } } else { self.only(scheme, colour) }
    }

    /// With another colour in this scheme alone.
    #[must_use]
    pub fn only(self, scheme: &Scheme, colour: Colour) -> Self {
        if scheme.name == LIGHT.name { Self { light: colour, ..self } } else { Self { dark: colour, ..self } }
    }
}
