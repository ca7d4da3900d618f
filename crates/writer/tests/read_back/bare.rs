//! Values without what writing does not keep: places, and how emphasis is nested and texts are cut.
//!
//! Everything is taken apart field by field, so that a new field does not compile until somebody decides about it.

use nianbao_model::report::Acceptance;
use nianbao_model::{
    Agency, Aggregation, Block, Cell, Correction, Duty, Figures, Filing, Footnote, Form, FormerName, Inline,
    Municipality, Narrative, PublishedPart, PublishedSum, Record, Report, Scope, Section, Signature, Site, Span,
    Spanned, Stated,
};

const NOWHERE: Span = Span::NOWHERE;

pub(crate) fn municipality(municipality: Municipality) -> Municipality {
    let Municipality { site, root, forms } = municipality;
    let site = Site { sponsor: site.sponsor.map(spanned), ..site };
    Municipality { site, root: agency(root), forms }
}

fn agency(agency: Agency) -> Agency {
    let Agency { id, name, former_names, short_name, category, order, contact, duty, reports, children } = agency;
    let Duty { since, until, successor, exempt, subordinates } = duty;
    let subordinates = subordinates.into_iter().map(spanned).collect();
    let duty = Duty { since, until, successor: successor.map(spanned), exempt, subordinates };
    let reports = reports.into_iter().map(|(year, of_year)| (*year, report(of_year.clone()))).collect();
    let children = children.into_iter().map(self::agency).collect();
    let former = |FormerName { name, until }| FormerName { name: spanned(name), until };
    let former_names = former_names.into_iter().map(former).collect();
    Agency { id, name: spanned(name), former_names, short_name, category, order, contact, duty, reports, children }
}

fn report(report: Report) -> Report {
    let Report {
        year,
        form,
        title,
        status,
        published,
        source,
        filing,
        signature,
        corrections,
        aggregation,
        figures: typed,
        notes,
        stated,
        acceptances,
        record,
        narrative: prose,
        images,
    } = report;
    Report {
        year,
        form,
        title: title.map(spanned),
        status,
        published: published.map(spanned),
        source: source.map(spanned),
        filing: Filing {
            index: filing.index.map(spanned),
            document: filing.document.map(spanned),
            keywords: filing.keywords,
        },
        signature: signature.map(|Signature { agency, date, sealed }| Signature {
            agency: agency.map(spanned),
            date: date.map(spanned),
            sealed,
        }),
        corrections: corrections
            .into_iter()
            .map(|Correction { date, text }| Correction { date: spanned(date), text: spanned(text) })
            .collect(),
        aggregation: aggregation.map(|sum| aggregated(sum, form)),
        figures: figures(&typed, form),
        notes: notes.into_iter().map(|(table, note)| (table, spanned(note))).collect(),
        stated: stated
            .into_iter()
            .map(|Stated { address, value, span: _ }| Stated { address, value, span: NOWHERE })
            .collect(),
        acceptances: acceptances
            .into_iter()
            .map(|Acceptance { code, reason }| Acceptance { code: spanned(code), reason: spanned(reason) })
            .collect(),
        record: record.map(|record| kept(record, form)),
        narrative: narrative(prose),
        images,
    }
}

fn kept(record: Record, form: &Form) -> Record {
    let Record { name, corrections, sum } = record;
    let part = |PublishedPart { agency, name, figures: of_part }| PublishedPart {
        agency,
        name,
        figures: figures(&of_part, form),
    };
    let sum = sum.map(|PublishedSum { figures: of_sum, parts, span: _ }| PublishedSum {
        figures: figures(&of_sum, form),
        parts: parts.into_iter().map(part).collect(),
        span: NOWHERE,
    });
    Record { name: spanned(name), corrections, sum }
}

fn aggregated(aggregation: Aggregation, form: &Form) -> Aggregation {
    let Aggregation { scope, span: _, own, typed } = aggregation;
    let scope = match scope {
        Scope::Named(names) => Scope::Named(names.into_iter().map(spanned).collect()),
        scope @ (Scope::All | Scope::Direct) => scope,
    };
    Aggregation { scope, span: NOWHERE, own: figures(&own, form), typed }
}

fn figures(figures: &Figures, form: &Form) -> Figures {
    let mut bare = Figures::default();
    for address in crate::reports::cells(form) {
        if let Some(Cell { value, written, remark, span: _ }) = figures.cell(&address).cloned() {
            bare.set(&address, Cell { value, written, remark, span: None });
        }
    }
    bare
}

pub(crate) fn narrative(narrative: Narrative) -> Narrative {
    let Narrative { introduction, sections, footnotes } = narrative;
    let section = |Section { kind, title, heading: _, blocks: content }| Section {
        kind,
        title,
        heading: NOWHERE,
        blocks: blocks(content),
    };
    let footnote = |Footnote { content, span: _ }: Footnote| Footnote { content: inlines(&content), span: NOWHERE };
    Narrative {
        introduction: blocks(introduction),
        sections: sections.into_iter().map(section).collect(),
        footnotes: footnotes.into_iter().map(footnote).collect(),
    }
}

fn blocks(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> Block {
    match block {
        Block::Heading { level, number, typed_number, content, span: _ } => {
            Block::Heading { level, number, typed_number, content: inlines(&content), span: NOWHERE }
        }
        Block::Paragraph { content, span: _ } => Block::Paragraph { content: inlines(&content), span: NOWHERE },
        Block::List { start, items } => Block::List { start, items: items.into_iter().map(blocks).collect() },
        Block::Table { alignments, head, rows } => {
            let cells = |cells: Vec<Vec<Inline>>| cells.iter().map(|cell| inlines(cell)).collect();
            Block::Table { alignments, head: cells(head), rows: rows.into_iter().map(cells).collect() }
        }
        Block::Image { file, alt, span: _ } => Block::Image { file, alt, span: NOWHERE },
    }
}

/// What an inline stands in: emphasis, strong emphasis.
type Style = (bool, bool);

/// Each stretch of one style by itself.
fn inlines(content: &[Inline]) -> Vec<Inline> {
    let mut runs = Vec::new();
    collect(content, (false, false), &mut runs);
    runs.into_iter().map(|(style, inline)| styled(style, inline)).collect()
}

fn styled((emphasis, strong): Style, inline: Inline) -> Inline {
    let inline = if emphasis { Inline::Emphasis(vec![inline]) } else { inline };
    if strong { Inline::Strong(vec![inline]) } else { inline }
}

fn collect(content: &[Inline], style: Style, runs: &mut Vec<(Style, Inline)>) {
    for inline in content {
        match inline {
            Inline::Emphasis(inner) => collect(inner, (true, style.1), runs),
            Inline::Strong(inner) => collect(inner, (style.0, true), runs),
            Inline::Text { text, span: _ } => match runs.last_mut() {
                Some((before, Inline::Text { text: earlier, .. })) if *before == style => earlier.push_str(text),
                _ => runs.push((style, Inline::Text { text: text.clone(), span: NOWHERE })),
            },
            Inline::Figure { address, span: _ } => {
                runs.push((style, Inline::Figure { address: address.clone(), span: NOWHERE }));
            }
            Inline::Link { url, content } => {
                let mut inner = Vec::new();
                collect(content, (false, false), &mut inner);
                // Emphasis within emphasis says nothing.
                let inner = inner.into_iter().map(|(own, inline)| ((own.0 && !style.0, own.1 && !style.1), inline));
                let content: Vec<Inline> = inner.map(|(own, inline)| styled(own, inline)).collect();
                runs.push((style, Inline::Link { url: url.clone(), content: inlines(&content) }));
            }
            Inline::Footnote { number, first, span: _ } => {
                runs.push((style, Inline::Footnote { number: *number, first: *first, span: NOWHERE }));
            }
            // A line break is neither.
            Inline::Break => runs.push(((false, false), Inline::Break)),
        }
    }
}

fn spanned<T>(Spanned { value, span: _ }: Spanned<T>) -> Spanned<T> {
    Spanned { value, span: NOWHERE }
}
