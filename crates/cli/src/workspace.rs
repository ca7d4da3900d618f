//! A workspace that was found, read and checked.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use nianbao_builder::Templates;
use nianbao_loader::Disk;
use nianbao_model::nearest::{beginning, most_alike, spelling};
use nianbao_model::{
    Agency, AgencyId, Diagnostic, Kind, Municipality, Selection, Severity, SourceMap, acceptance, diagnostic, rules,
};

use crate::args::{DenyArgs, SelectionArgs};
use crate::codes::codes;

/// Above this likeness a name is taken for a mistyped one.
const LIKE_ENOUGH: f64 = 0.6;

/// All that is known of a workspace, or of the part of it that was asked for.
#[derive(Clone, PartialEq)]
pub(crate) struct Checked {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// Its reports, if its tree could be read at all.
    pub(crate) municipality: Option<Municipality>,
    /// What is wrong, sorted by place.
    pub(crate) findings: Vec<Diagnostic>,
    /// The files that the findings point into.
    pub(crate) sources: SourceMap,
    /// Whether the whole workspace was asked for.
    pub(crate) complete: bool,
    /// The least severity that blocks.
    least: Severity,
}

/// The workspace at or above `folder`.
pub(crate) fn find(folder: Option<&Path>) -> anyhow::Result<PathBuf> {
    let start = match folder {
        Some(folder) if !folder.is_dir() => anyhow::bail!("没有“{}”这个文件夹", folder.display()),
        Some(folder) => folder.to_owned(),
        None => env::current_dir().context("不知道现在在哪个文件夹")?,
    };
    nianbao_loader::find_workspace(&start)
        .with_context(|| format!("{} 和它的上级都没有 content 文件夹；请用 -C 指定工作区", start.display()))
}

/// Reads and checks the workspace at or above `folder`, and leaves the part that was asked for.
pub(crate) fn check(folder: Option<&Path>, selection: &SelectionArgs, deny: DenyArgs) -> anyhow::Result<Checked> {
    check_all(find(folder)?, deny)?.narrowed(selection)
}

/// Reads and checks the whole workspace `folder`.
pub(crate) fn check_all(folder: PathBuf, deny: DenyArgs) -> anyhow::Result<Checked> {
    let loaded = nianbao_loader::load(&Disk::new(&folder))?;
    let mut findings = loaded.diagnostics;
    if let Some(municipality) = &loaded.municipality {
        findings.extend(rules::check(municipality, &findings));
        acceptance::apply(municipality, &mut findings, &codes());
    }
    diagnostic::sort(&mut findings);
    Ok(Checked {
        folder,
        municipality: loaded.municipality,
        findings,
        sources: loaded.sources,
        complete: true,
        least: deny.least(),
    })
}

impl Checked {
    /// The part of it that was asked for.
    pub(crate) fn narrowed(mut self, typed: &SelectionArgs) -> anyhow::Result<Self> {
        let selection = select(typed, self.municipality.as_ref(), &self.findings)?;
        self.findings.retain(|finding| selection.covers(finding.agency.as_ref(), finding.year));
        self.municipality = self.municipality.map(|municipality| selection.apply(municipality));
        self.complete = selection.is_everything();
        Ok(self)
    }

    /// The reports, which must be readable.
    pub(crate) fn municipality(&self) -> anyhow::Result<&Municipality> {
        self.municipality.as_ref().context("content 里没有可以生成的内容")
    }

    /// The workspace's templates. What is wrong with them joins the findings.
    pub(crate) fn templates(&mut self) -> Templates {
        let (templates, findings) = Templates::of_workspace(&self.folder, &mut self.sources);
        self.findings.extend(findings);
        diagnostic::sort(&mut self.findings);
        templates
    }

    /// Whether a finding keeps its report from being published.
    pub(crate) fn blocks(&self, finding: &Diagnostic) -> bool {
        match &self.municipality {
            Some(municipality) => municipality.blocks(finding, self.least),
            None => finding.severity() >= self.least,
        }
    }

    /// Whether anything keeps a report from being published.
    pub(crate) fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| self.blocks(finding))
    }

    /// How many reports there are, those included that could not be read.
    pub(crate) fn reports(&self) -> usize {
        let read = self.municipality.iter().flat_map(Municipality::reports);
        let read = read.map(|(agency, report)| (&agency.id, report.year));
        read.chain(found_fault_with(&self.findings)).collect::<BTreeSet<_>>().len()
    }
}

/// The reports that something is wrong with, those included that could not be read.
pub(crate) fn found_fault_with(findings: &[Diagnostic]) -> impl Iterator<Item = (&AgencyId, i16)> {
    // Of the city the findings may be that there is no report.
    let of_reports = findings.iter().filter(|finding| finding.code.kind != Kind::City);
    of_reports.filter_map(|finding| finding.agency.as_ref().zip(finding.year))
}

/// The templates of the workspace at `folder`, for a command that makes a single thing.
pub(crate) fn templates(folder: &Path) -> anyhow::Result<Templates> {
    let (templates, findings) = Templates::of_workspace(folder, &mut SourceMap::default());
    match findings.iter().find(|finding| finding.severity() == Severity::Error) {
        Some(finding) => anyhow::bail!("{}", finding.message),
        None => Ok(templates),
    }
}

/// What the words of `--only` and `--year` mean here.
fn select(
    typed: &SelectionArgs,
    municipality: Option<&Municipality>,
    findings: &[Diagnostic],
) -> anyhow::Result<Selection> {
    let years: BTreeSet<i16> = typed.year.iter().copied().collect();
    let Some(municipality) = municipality else {
        return Ok(Selection { years, agencies: BTreeSet::new() });
    };
    for year in &years {
        // A report that could not be read is known by what is wrong with it.
        let known = municipality.reports().any(|(_, report)| report.year == *year)
            || findings.iter().any(|finding| finding.year == Some(*year));
        anyhow::ensure!(known, "没有 {year} 年的报告");
    }
    let agencies = typed.only.iter().map(|word| agency(word, municipality)).collect::<anyhow::Result<_>>()?;
    Ok(Selection { years, agencies })
}

/// The agency called `word`: by folder, full name or short name.
pub(crate) fn agency(word: &str, municipality: &Municipality) -> anyhow::Result<AgencyId> {
    let mut found = municipality.agencies().filter(|agency| agency.is_called(word));
    match (found.next(), found.next()) {
        (Some(agency), None) => Ok(agency.id.clone()),
        (Some(one), Some(other)) => {
            anyhow::bail!("“{word}”有不止一个机关：{}、{}，请写文件夹名", one.id, other.id)
        }
        _ => match nearest(word, municipality) {
            Some(agency) => anyhow::bail!("没有叫“{word}”的机关。是不是“{}”（{}）？", agency.id, agency.name.value),
            None => anyhow::bail!("没有叫“{word}”的机关"),
        },
    }
}

/// The agency whose folder or name is most like `word`, if any is like it.
pub(crate) fn nearest<'a>(word: &str, municipality: &'a Municipality) -> Option<&'a Agency> {
    most_alike(municipality.agencies(), |agency| likeness(word, agency), LIKE_ENOUGH)
}

fn likeness(word: &str, agency: &Agency) -> f64 {
    let names = [Some(agency.id.as_str()), Some(agency.name.value.as_str()), agency.short_name.as_deref()];
    let alike = |name| beginning(word, name).max(spelling(word, name));
    names.into_iter().flatten().map(alike).fold(0.0, f64::max)
}
