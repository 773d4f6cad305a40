//! Who acts on the flow.

/// Who acts: only the reader's answers are announced to the host, and only the reader's steps move the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person in front of the screen.
    Reader,
    /// The page around the evaluator.
    Host,
}
