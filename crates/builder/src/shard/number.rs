//! Which shard of how many.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The most shards that a build can be split into.
const MOST: u16 = 9999;

/// One of several shards, written `3/16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Shard {
    number: u16,
    of: u16,
}

/// Why a text is no shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShardError {
    /// It is not two numbers with `/` between.
    #[error("应写成 3/16 这样，即共 16 片中的第 3 片")]
    Form,
    /// There are too few shards, or too many.
    #[error("共几片应在 1 到 {MOST} 之间")]
    Count,
    /// There is no shard of that number.
    #[error("共 {of} 片，第几片应在 1 到 {of} 之间")]
    Number {
        /// How many shards there are.
        of: u16,
    },
}

impl Shard {
    /// Its number, from 1.
    pub fn number(self) -> u16 {
        self.number
    }

    /// How many shards there are.
    pub fn of(self) -> u16 {
        self.of
    }
}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (number, of) = text.split_once('/').ok_or(ShardError::Form)?;
        let [number, of] = [number, of].map(|digits| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            // What is too large for the type is too large for everything.
            is_number.then(|| digits.parse().unwrap_or(u16::MAX)).ok_or(ShardError::Form)
        });
        let (number, of) = (number?, of?);
        if !(1..=MOST).contains(&of) {
            return Err(ShardError::Count);
        }
        if (1..=of).contains(&number) { Ok(Self { number, of }) } else { Err(ShardError::Number { of }) }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

impl TryFrom<String> for Shard {
    type Error = ShardError;

    fn try_from(text: String) -> Result<Self, ShardError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_written_as_it_is_read() {
        for text in ["1/1", "3/16", "9999/9999"] {
            assert_eq!(text.parse::<Shard>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_shard_is_refused_with_the_reason() {
        for text in ["", "x", "3", "/", "3/", "/3", "3/16/2", "-1/4", "+1/4", " 1/4", "1.0/4"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError::Form), "{text}");
        }
        for text in ["0/0", "1/0", "1/10000", "1/99999999999"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError::Count), "{text}");
        }
        for text in ["0/4", "5/4", "99999999999/4"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError::Number { of: 4 }), "{text}");
        }
    }
}
