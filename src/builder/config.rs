//! The configuration: everything that was chosen. `read` reads a settings file, `write` writes one.

mod accent;
mod adaptation;
mod hand_off;
mod read;
mod settings;
mod write;

pub use self::accent::Accent;
pub use self::adaptation::{Adaptation, MAX_WEIGHT};
pub use self::hand_off::{HandOff, HandOffField};
pub use self::read::{is_forbidden, read};
pub use self::settings::{Config, MAX_TEXT};
pub(crate) use self::write::{ids_tree, texts_tree, weights_tree};
pub use self::write::{tree, write};
