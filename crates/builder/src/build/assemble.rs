//! Taking over what shards made: their files as they are, once each is known to be the right one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rayon::prelude::*;

use super::printed::{PrintedPdf, PrintedPdfs, pdf_key};
use super::{Build, BuildError};
use crate::plan::Job;
use crate::publish::Print;
use crate::search::IndexPart;
use crate::shard::{INDEX, Inputs, Member, ShardFile, ShardProblem, ShardProblems, ShardSet, Shares};

impl Build<'_> {
    /// Copies the files of the shards, each of which must be there once, whole, and made from the same inputs. Says what they
    /// printed, and gives the parts of the search index that they made.
    pub(super) fn gather(
        &self,
        folders: &[PathBuf],
        inputs: &Inputs,
    ) -> Result<(PrintedPdfs, Vec<IndexPart>), BuildError> {
        let (set, mut problems) = ShardSet::open(folders, inputs);
        let shares = Shares::new(self.municipality, set.of);
        self.progress.begin("核对分片", set.members.iter().map(|member| member.manifest.files.len()).sum());
        // What cannot come together is only looked at: two shards may have the same file.
        let copies = problems.is_empty();
        let mut parts = Vec::new();
        for member in &set.members {
            problems.extend(self.other_files(member, &shares));
            problems.extend(self.take(member, copies, &mut parts)?);
        }
        if problems.is_empty() { Ok((self.printed(&set), parts)) } else { Err(ShardProblems(problems).into()) }
    }

    /// The files that a shard lists and was not assigned, or was assigned and does not list.
    fn other_files(&self, member: &Member, shares: &Shares) -> Option<ShardProblem> {
        let number = Some(member.manifest.shard.number());
        let assigned =
            self.plan.jobs.iter().filter(|job| {
                job.product.report().is_some_and(|(agency, report)| shares.number(agency, report) == number)
            });
        let assigned: BTreeSet<&String> = assigned.map(|job| &job.path).collect();
        let listed: BTreeSet<&String> = member.manifest.files.keys().collect();
        let files: Vec<String> = assigned.symmetric_difference(&listed).map(|path| (*path).clone()).collect();
        // Of other inputs other files are made.
        let wrong = member.fits && !files.is_empty();
        wrong.then(|| ShardProblem::OtherFiles { folder: member.folder.clone(), files })
    }

    /// Says which files of a shard are not as they should be, and `copies` the others into the stage, as far as they are in the plan.
    /// Its parts of the search index are added to `parts`.
    fn take(
        &self,
        member: &Member,
        copies: bool,
        parts: &mut Vec<IndexPart>,
    ) -> Result<Option<ShardProblem>, BuildError> {
        let planned: BTreeSet<&String> = self.plan.jobs.iter().map(|job| &job.path).collect();
        let files: Vec<(&String, &ShardFile)> = member.manifest.files.iter().collect();
        let taken: Result<Vec<_>, BuildError> = files
            .par_iter()
            .map(|(path, made)| {
                self.check_cancelled()?;
                self.progress.step();
                match member.file(path, made) {
                    Ok(bytes) if copies && planned.contains(path) => self.stage.write(path, &bytes).map(|()| None),
                    Ok(_) => Ok(None),
                    Err(damage) => Ok(Some(((*path).clone(), damage))),
                }
                .map_err(BuildError::from)
            })
            .collect();
        let mut files: Vec<_> = taken?.into_iter().flatten().collect();
        match member.file(INDEX, &member.manifest.index) {
            Ok(bytes) if copies => parts.extend(IndexPart::from_bytes(&bytes)?),
            Ok(_) => {}
            Err(damage) => files.push((INDEX.to_owned(), damage)),
        }
        Ok((!files.is_empty()).then(|| ShardProblem::Damaged { folder: member.folder.clone(), files }))
    }

    /// What the shards say of their PDFs.
    fn printed(&self, set: &ShardSet) -> PrintedPdfs {
        let files: BTreeMap<&str, &ShardFile> = set
            .members
            .iter()
            .flat_map(|member| &member.manifest.files)
            .map(|(path, file)| (path.as_str(), file))
            .collect();
        let printed = self.plan.jobs.iter().filter_map(Job::pdf).filter_map(|(path, agency, report)| {
            let ShardFile { bytes, sha256, pages } = files.get(path)?;
            let (path, sha256) = (path.to_owned(), sha256.clone());
            let print = Print { pages: (*pages)?, bytes: *bytes, sha256 };
            let pdf = PrintedPdf { path, print, kept: false, key: None };
            Some((pdf_key(agency, report), pdf))
        });
        printed.collect()
    }
}
