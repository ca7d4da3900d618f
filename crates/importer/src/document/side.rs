//! On which side the text of a cell stands.

use serde::{Deserialize, Serialize};

/// On which side the text of a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The source does not say, or says what tables are shown like anyway.
    #[default]
    Unset,
    /// On the left.
    Left,
    /// In the middle.
    Middle,
    /// On the right.
    Right,
}
