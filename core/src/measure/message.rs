//! What is worth a word to a partner, or privately to whoever looks after it.

use super::tier::Change;
use crate::assessment::Condition;
use crate::assessment::text::Text;

/// A text that is ready to be sent, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its name.
    pub id: String,
    /// What can have become of the tier; anything where it is empty.
    pub change: Vec<Change>,
    /// What must hold, all of it.
    pub when: Vec<Condition>,
    /// Whether it is for whoever looks after the partner alone.
    pub private: bool,
    /// What to say. `[partner]` stands for the partner's name.
    pub text: Text,
}
