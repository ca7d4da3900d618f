//! The last bar: a panic within a library that decodes is a fault of the picture, not the end of the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::fault::Fault;

/// What `decode` returns. Nothing that it shares with others is left half done: it takes bytes and makes bytes.
pub(crate) fn guarded<T>(decode: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or_else(|_| Err(Fault::Broken("图片的数据读不下去".to_owned())))
}
