//! What can be chosen from a few: each value with its name, which is also what the element's attribute takes.

macro_rules! choices {
    ($($(#[$about:meta])* $type:ident { $first:ident = $first_name:literal, $($variant:ident = $name:literal,)* })+) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs)] // the name says what it is
        pub enum $type { #[default] $first, $($variant,)* }

        impl Choice for $type {
            const ALL: &'static [Self] = &[$type::$first, $($type::$variant,)*];

            fn name(self) -> &'static str {
                match self { $type::$first => $first_name, $($type::$variant => $name,)* }
            }
        }
    )+ };
}

/// A value out of a few, each with a name.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them, the default first.
    const ALL: &'static [Self];

    /// Its name.
    fn name(self) -> &'static str;

    /// The value of this name.
    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

choices! {
    /// Who the check is for.
    Audience { Partner = "partner", Company = "company", }
    /// The language that the widget speaks.
    Language { Page = "page", En = "en", Nl = "nl", }
    /// Which colours the widget takes.
    Theme { Auto = "auto", System = "system", Light = "light", Dark = "dark", }
    /// How much is asked at once.
    Layout { Criterion = "criterion", Question = "question", All = "all", }
    /// Where answers are kept.
    Storage { None = "none", Session = "session", Local = "local", }
    /// When the widget loads.
    Load { Lazy = "lazy", Eager = "eager", Click = "click", }
    /// How the widget stands in a site: as an element of the page, or in a frame.
    Mode { Element = "element", Frame = "frame", }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_values() {
        for theme in Theme::ALL {
            assert_eq!(Theme::of(theme.name()), Some(*theme));
        }
        assert_eq!((Theme::default(), Theme::of("Dark")), (Theme::Auto, None));
    }
}
