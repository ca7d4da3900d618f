//! The shards that were given, held against each other and against the inputs here.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use nianbao_disk::{ReadError, read_regular};

use super::inputs::Difference;
use super::problem::Damage;
use super::{Inputs, Manifest, ShardFile, ShardProblem};
use crate::checksum::sha256;
use crate::read_error::reason;

/// The shards that were given and have manifests.
#[derive(Debug, Default)]
pub(crate) struct ShardSet {
    /// The shards in the order in which they were given.
    pub(crate) members: Vec<Member>,
    /// How many there should be.
    pub(crate) of: u16,
}

/// A shard that was given.
#[derive(Debug)]
pub(crate) struct Member {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// What it says of itself.
    pub(crate) manifest: Manifest,
    /// Whether it was made from the inputs here.
    pub(crate) fits: bool,
}

impl ShardSet {
    /// The shards in `folders`, with all that is wrong with them but for their files.
    pub(crate) fn open(folders: &[PathBuf], inputs: &Inputs) -> (Self, Vec<ShardProblem>) {
        let mut problems = Vec::new();
        let mut members = Vec::new();
        for folder in folders {
            match Manifest::read(folder) {
                Ok(manifest) => members.push(Member { folder: folder.clone(), manifest, fits: true }),
                Err(problem) => problems.push(problem),
            }
        }
        let mut set = Self { of: most(&members), members };
        problems.extend(set.leave_out_other_counts());
        problems.extend(set.doubles());
        problems.extend(set.missing());
        problems.extend(set.compare(inputs));
        (set, problems)
    }

    fn leave_out_other_counts(&mut self) -> Vec<ShardProblem> {
        let most = self.of;
        let others = self.members.extract_if(.., |member| member.manifest.shard.of() != most);
        let problem =
            |Member { folder, manifest, .. }| ShardProblem::OtherCount { folder, theirs: manifest.shard.of(), most };
        others.map(problem).collect()
    }

    fn doubles(&self) -> Vec<ShardProblem> {
        let all = self.by_number().into_iter().filter(|(_, members)| members.len() > 1);
        let folders = |members: Vec<&Member>| members.into_iter().map(|member| member.folder.clone()).collect();
        all.map(|(number, members)| ShardProblem::Twice { number, folders: folders(members) }).collect()
    }

    fn missing(&self) -> Option<ShardProblem> {
        let there = self.by_number();
        let numbers: Vec<u16> = (1..=self.of).filter(|number| !there.contains_key(number)).collect();
        (!numbers.is_empty()).then_some(ShardProblem::Missing { numbers, of: self.of })
    }

    /// Differences that several shards have are told once.
    fn compare(&mut self, inputs: &Inputs) -> Vec<ShardProblem> {
        let mut found: BTreeMap<Difference, Vec<u16>> = BTreeMap::new();
        for member in &mut self.members {
            for difference in inputs.differences(&member.manifest.inputs) {
                member.fits = false;
                found.entry(difference).or_default().push(member.manifest.shard.number());
            }
        }
        let problem = |(difference, mut numbers): (Difference, Vec<u16>)| {
            numbers.sort_unstable();
            numbers.dedup();
            ShardProblem::OtherInputs { numbers, difference }
        };
        found.into_iter().map(problem).collect()
    }

    fn by_number(&self) -> BTreeMap<u16, Vec<&Member>> {
        let mut all: BTreeMap<u16, Vec<&Member>> = BTreeMap::new();
        for member in &self.members {
            all.entry(member.manifest.shard.number()).or_default().push(member);
        }
        all
    }
}

impl Member {
    /// The bytes of a file, if they are those that were made.
    pub(crate) fn file(&self, path: &str, made: &ShardFile) -> Result<Vec<u8>, Damage> {
        let place = self.folder.join(path);
        let expected = made.bytes;
        let other_length = |found| Err(Damage::Length { expected, found });
        let bytes = match read_regular(&place, expected as u64) {
            Ok(bytes) if bytes.len() == expected => bytes,
            Ok(bytes) => return other_length(bytes.len()),
            Err(ReadError::TooLarge(_)) => return other_length(length(&place)),
            Err(error) if error.kind() == Some(ErrorKind::NotFound) => return Err(Damage::Gone),
            Err(error) => return Err(Damage::Denied(reason(&error))),
        };
        if sha256(&bytes) == made.sha256 { Ok(bytes) } else { Err(Damage::Altered) }
    }
}

fn length(file: &Path) -> usize {
    fs::metadata(file).map_or(usize::MAX, |file| usize::try_from(file.len()).unwrap_or(usize::MAX))
}

/// How many shards most of `members` are of; the larger number where that leaves a choice.
fn most(members: &[Member]) -> u16 {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(member.manifest.shard.of()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(of, count)| (*count, *of)).map_or(0, |(of, _)| of)
}
