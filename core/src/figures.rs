//! The shapes of a result's pictures, as plain data: where a bar begins and how long it is, where a mark stands. A view
//! only turns them into marks on a screen or on paper, and says nothing by them that the words beside them do not. All
//! measures run from 0 to 100 along the reading direction.

pub mod comparison;
pub mod hatch;
pub mod measured;
pub mod points;
pub mod track;
pub mod weights;
