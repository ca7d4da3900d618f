//! Pictures as they are published: each is decoded once, when all has been read, by as many threads as there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use nianbao_model::report::Image;
use nianbao_model::{Agency, AgencyId, Block, Diagnostic, Municipality, Narrative, Report, Span};
use nianbao_picture::{Fault, FaultKind, clean};
use rayon::prelude::*;

use crate::codes::{markdown, pictures};
use crate::kept::Parts;
use crate::session::Sink;
use crate::whereabouts::report_folder;

/// Puts the published picture in place of each that was read, in all reports that were read anew. Those with a fault are taken
/// out.
pub(crate) fn publish_all(sink: &mut Sink, municipality: &mut Municipality, kept: &mut Parts<Option<Arc<Report>>>) {
    let mut reports = Vec::new();
    collect(&mut municipality.root, kept, &mut reports);
    let findings: Vec<_> = reports
        .into_par_iter()
        .map(|(agency, year, report)| (agency, year, publish(&report.narrative, &mut report.images)))
        .collect();
    for (agency, year, findings) in findings {
        sink.belongs_to(Some(&agency), Some(year));
        let told = sink.found().len();
        sink.report_all(findings);
        let report = municipality.agency(&agency).and_then(|agency| agency.reports.shared(year));
        kept.became(&report_folder(&agency, year), report.cloned(), sink.found().get(told..).unwrap_or_default());
    }
}

/// The reports that show pictures and were read anew, with agency and year.
fn collect<'m>(
    agency: &'m mut Agency,
    kept: &Parts<Option<Arc<Report>>>,
    reports: &mut Vec<(AgencyId, i16, &'m mut Report)>,
) {
    let id = &agency.id;
    let unpublished = |report: &Report| !report.images.is_empty() && kept.is_new(&report_folder(id, report.year));
    reports.extend(agency.reports.alter(unpublished).map(|report| (id.clone(), report.year, report)));
    agency.children.iter_mut().for_each(|child| collect(child, kept, reports));
}

/// The same for one narrative. Says what is wrong, at each place that shows the picture.
pub(crate) fn publish(narrative: &Narrative, images: &mut BTreeMap<String, Image>) -> Vec<Diagnostic> {
    let mut places = Vec::new();
    let sections = narrative.sections.iter().map(|section| &section.blocks);
    [&narrative.introduction].into_iter().chain(sections).for_each(|blocks| shown(blocks, &mut places));
    let read: Vec<_> = std::mem::take(images).into_iter().collect();
    let outcomes: Vec<_> = read.into_par_iter().map(|(name, image)| (clean(&name, image.bytes), name)).collect();
    let mut findings = Vec::new();
    for (outcome, name) in outcomes {
        match outcome {
            Ok(bytes) => {
                images.insert(name, Image { bytes });
            }
            Err(fault) => {
                let places = places.iter().filter(|(file, _)| *file == name);
                findings.extend(places.map(|(_, place)| finding(&name, &fault, *place)));
            }
        }
    }
    findings
}

/// Each picture that blocks show, with its place.
fn shown<'n>(blocks: &'n [Block], places: &mut Vec<(&'n str, Span)>) {
    for block in blocks {
        match block {
            Block::Image { file, span, .. } => places.push((file, *span)),
            Block::List { items, .. } => items.iter().for_each(|item| shown(item, places)),
            Block::Heading { .. } | Block::Paragraph { .. } | Block::Table { .. } => {}
        }
    }
}

/// What is wrong with the picture that is shown at `place`.
pub(crate) fn finding(name: &str, fault: &Fault, place: Span) -> Diagnostic {
    let code = match fault.kind() {
        FaultKind::Format => &markdown::IMAGE_FILE,
        FaultKind::Broken => &pictures::BROKEN,
        FaultKind::Unfit => &pictures::UNFIT,
        FaultKind::Unsafe => &pictures::UNSAFE,
    };
    Diagnostic::new(code, format!("图片“{name}”{fault}")).at(place, "").help(fault.help())
}
