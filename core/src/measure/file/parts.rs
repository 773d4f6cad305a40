//! What can be used of a file that measures, before it becomes a programme.

use crate::input::value::Tree;

/// What can be used of a file.
pub struct Read {
    /// The ordinary assessment that it is.
    pub lowered: Tree,
    /// The indicators of each criterion.
    pub indicators: Vec<Tree>,
    /// What is said of each figure beside what every number question says.
    pub figures: Vec<FigureKeys>,
    /// What only measuring knows of the whole file.
    pub top: Tree,
    /// What each tier asks of criteria, by their ids.
    pub least: Vec<Vec<(String, f64)>>,
}

/// What a number question says that is a figure.
pub struct FigureKeys {
    /// The id of the question.
    pub id: String,
    /// The keys.
    pub keys: Tree,
}
