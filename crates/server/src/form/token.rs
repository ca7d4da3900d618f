//! What a request that writes has to show: a word that is new at every start, which only pages of this program know.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use sha2::{Digest, Sha256};

/// A new token. The keys of hash maps come from the system's source of random numbers.
pub(super) fn new() -> String {
    let mut digest = Sha256::new();
    for number in 0..8_u64 {
        digest.update(RandomState::new().hash_one(number).to_le_bytes());
    }
    hex(&digest.finalize())
}

/// Whether two words are the same; how long that takes does not tell where they differ.
pub(super) fn is(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// The bytes of a digest as people write them.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
