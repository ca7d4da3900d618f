//! The codes of every part of the program.

use nianbao_model::{Code, acceptance, rules};

/// Every code, sorted by id; `above` are those of the crates above this one.
pub fn codes(above: &[&'static Code]) -> Vec<&'static Code> {
    let mut codes = [acceptance::codes(), nianbao_loader::codes(), above].concat();
    codes.extend(rules::codes());
    codes.sort_by_key(|code| code.id);
    codes
}
