//! Why a change cannot be made.

use super::KeyPath;

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The file has mistakes of syntax, or uses anchors, tags or several documents.
    #[error("文件里有读不出的地方，请先改正")]
    Unreadable,
    /// No such key may stand there.
    #[error("没有“{0}”这一项")]
    UnknownKey(KeyPath),
    /// The list has fewer items.
    #[error("“{0}”没有这么多项")]
    NoItem(KeyPath),
    /// A single value stands where the path goes on.
    #[error("“{0}”是单个的值，下面不能再写")]
    SingleValue(KeyPath),
    /// Another kind of value belongs there.
    #[error("“{0}”不能这样填写")]
    WrongKind(KeyPath),
    /// The file is written in a way that no splice can keep.
    #[error("“{0}”附近的写法程序改不了，请手工修改")]
    Layout(KeyPath),
}
