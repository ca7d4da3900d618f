//! What was decoded once in a process is not decoded again: a preview reads a whole city at each save.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::fault::Fault;

/// Bytes of pictures that are remembered; above it everything is forgotten.
const ROOM: usize = 256 << 20;

/// Two hashes with secret keys, so that nobody can make two pictures that share them.
type Key = (u64, u64, usize);

static MEMO: LazyLock<Memo> = LazyLock::new(Memo::default);

#[derive(Default)]
struct Memo {
    keys: [RandomState; 2],
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    outcomes: HashMap<Key, Outcome>,
    bytes: usize,
}

#[derive(Clone)]
enum Outcome {
    /// The bytes are clean as they are.
    AsIs,
    Cleaned(Vec<u8>),
    Faulty(Fault),
}

/// The picture called `name` as it is published: sound, upright, without metadata, and a drawing without anything that
/// runs or comes from elsewhere.
///
/// # Errors
///
/// What is wrong with it.
pub fn clean(name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Fault> {
    let key = MEMO.key(name, &bytes);
    let known = MEMO.lock().outcomes.get(&key).cloned();
    let outcome = known.unwrap_or_else(|| {
        let outcome = match crate::decoded(name, &bytes) {
            Ok(clean) if clean == bytes => Outcome::AsIs,
            Ok(clean) => Outcome::Cleaned(clean),
            Err(fault) => Outcome::Faulty(fault),
        };
        MEMO.remember(key, outcome.clone());
        outcome
    });
    match outcome {
        Outcome::AsIs => Ok(bytes),
        Outcome::Cleaned(clean) => Ok(clean),
        Outcome::Faulty(fault) => Err(fault),
    }
}

impl Memo {
    fn key(&self, name: &str, bytes: &[u8]) -> Key {
        let [first, second] = self.keys.each_ref().map(|keys| keys.hash_one((name, bytes)));
        (first, second, bytes.len())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, key: Key, outcome: Outcome) {
        let bytes = size_of::<Outcome>() + if let Outcome::Cleaned(clean) = &outcome { clean.len() } else { 0 };
        let mut known = self.lock();
        if known.bytes + bytes > ROOM {
            *known = Known::default();
        }
        known.bytes += bytes;
        known.outcomes.insert(key, outcome);
    }
}
