//! The codes of every part of the program.

use nianbao_model::{Code, acceptance, rules};

/// Every code, sorted.
pub(crate) fn codes() -> Vec<&'static Code> {
    let mut codes = [acceptance::codes(), nianbao_loader::codes(), nianbao_builder::codes()].concat();
    codes.extend(rules::codes());
    codes.sort_by_key(|code| code.id);
    codes
}
