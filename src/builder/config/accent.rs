//! The accent colour, which may differ between light and dark.

use crate::builder::colour::{Colour, LIGHT, Scheme};

/// An accent for the light scheme and one for the dark.
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

    /// Sets the colour in a scheme. As long as both schemes have the same colour, the other one follows.
    #[must_use]
    pub fn with(self, scheme: &Scheme, colour: Colour) -> Self {
        if self.light == self.dark { Self { light: colour, dark: colour } } else { self.only(scheme, colour) }
    }

    /// Sets the colour in this scheme only.
    #[must_use]
    pub fn only(self, scheme: &Scheme, colour: Colour) -> Self {
        if scheme.name == LIGHT.name { Self { light: colour, ..self } } else { Self { dark: colour, ..self } }
    }
}
