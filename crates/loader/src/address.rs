//! Addresses on the web that are too long for some of the programs that open reports.

/// The longest address in bytes that all browsers and office programs open.
const LONGEST: usize = 2000;

/// What is said of an address that is too long.
pub(crate) fn excess(address: &str) -> Option<String> {
    let length = address.len();
    (length > LONGEST).then(|| format!("太长：{length} 个字节，最多 {LONGEST} 个"))
}
