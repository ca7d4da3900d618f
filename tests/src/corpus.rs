//! Sentences of annual reports with their figures marked by hand, and how well the reader of claims does
//! on them. `tests/corpus/README.md` explains the marks.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{AddAssign, Range};

use nianbao_loader::Disk;
use nianbao_model::claims::{Claim, Reporter, Says, Verdict, judge, read};
use nianbao_model::{Agency, Passage, Prose, Report};

use crate::Workspace;

/// What a mark says of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// `{12}`: a right claim.
    Right,
    /// `{!12}`: a wrong one.
    Wrong,
    /// `{?12}`: one that a person must judge.
    Doubtful,
    /// `{~12}`: a percentage off by rounding.
    Slip,
    /// `{+12}`: a whole that its parts do not add up to.
    Unequal,
}

/// How well the reader does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Sentences read.
    pub sentences: usize,
    /// Marked figures that were read as claims.
    pub found: usize,
    /// Marked figures that were not.
    pub missed: usize,
    /// Figures read as claims that bear no mark.
    pub imagined: usize,
    /// Faults that were reported.
    pub caught: usize,
    /// Faults that were not.
    pub overlooked: usize,
    /// Reports of what is no fault.
    pub false_alarms: usize,
}

impl Score {
    /// Of what was read as a claim, the share that is one; in percent.
    pub fn claim_precision(&self) -> f64 {
        percent(self.found, self.imagined)
    }

    /// Of the claims, the share that was read; in percent.
    pub fn claim_recall(&self) -> f64 {
        percent(self.found, self.missed)
    }

    /// Of the faults reported, the share that are faults; in percent.
    pub fn fault_precision(&self) -> f64 {
        percent(self.caught, self.false_alarms)
    }

    /// Of the faults, the share that was reported; in percent.
    pub fn fault_recall(&self) -> f64 {
        percent(self.caught, self.overlooked)
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
fn percent(good: usize, bad: usize) -> f64 {
    if good + bad == 0 { 100.0 } else { good as f64 * 100.0 / (good + bad) as f64 }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.found += other.found;
        self.missed += other.missed;
        self.imagined += other.imagined;
        self.caught += other.caught;
        self.overlooked += other.overlooked;
        self.false_alarms += other.false_alarms;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} sentences; claims: precision {:.1} %, recall {:.1} % ({} of {}); faults: precision {:.1} %, recall {:.1} % ({} of {})",
            self.sentences,
            self.claim_precision(),
            self.claim_recall(),
            self.found,
            self.found + self.missed,
            self.fault_precision(),
            self.fault_recall(),
            self.caught,
            self.caught + self.overlooked,
        )
    }
}

struct Item {
    heading: String,
    text: String,
    marks: Vec<(Range<usize>, Label)>,
}

/// Reads one file of the corpus; returns the score and a line for each mistake of the reader.
pub fn evaluate(markdown: &str) -> (Score, Vec<String>) {
    let workspace = Workspace::empty();
    let items: Vec<Item> = markdown.lines().filter_map(|line| line.strip_prefix("- ")).map(item).collect();
    workspace.write("content/site.yaml", "网站名称: 测试\n");
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n");
    let yaml = block(markdown, "report.yaml").expect("a report");
    let year = year_of(yaml);
    for (year, name) in [(year, "report.yaml"), (year - 1, "last-year.yaml")] {
        if let Some(yaml) = block(markdown, name) {
            workspace.write(&format!("content/{year}/report.yaml"), yaml);
            let items = if name == "report.yaml" { items.as_slice() } else { &[] };
            workspace.write(&format!("content/{year}/narrative.md"), narrative(items));
        }
    }
    let loaded = nianbao_loader::load(&Disk::new(workspace.path())).expect("a readable workspace");
    let root = loaded.municipality.expect("a municipality").root;
    let report = root.reports.get(&year).unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    score(&items, &root, report, root.reports.get(&(year - 1)))
}

fn block<'a>(markdown: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = markdown.split_once(&format!("```yaml {name}\n"))?;
    rest.split_once("```").map(|(yaml, _)| yaml)
}

fn year_of(yaml: &str) -> i16 {
    let year = yaml.lines().find_map(|line| line.strip_prefix("年度:"));
    year.and_then(|year| year.trim().parse().ok()).expect("年度")
}

/// `〔（二）依申请公开〕收到申请{12}件。`
fn item(line: &str) -> Item {
    let (heading, marked) = match line.strip_prefix('〔').and_then(|line| line.split_once('〕')) {
        Some((heading, rest)) => (heading.to_owned(), rest),
        None => (String::new(), line),
    };
    let (mut text, mut marks) = (String::new(), Vec::new());
    for piece in marked.split('{') {
        let Some((inside, behind)) = piece.split_once('}') else {
            text.push_str(piece);
            continue;
        };
        let (label, figure) = match inside.chars().next() {
            Some('!') => (Label::Wrong, &inside[1..]),
            Some('?') => (Label::Doubtful, &inside[1..]),
            Some('~') => (Label::Slip, &inside[1..]),
            Some('+') => (Label::Unequal, &inside[1..]),
            _ => (Label::Right, inside),
        };
        marks.push((text.len()..text.len() + figure.len(), label));
        text.push_str(figure);
        text.push_str(behind);
    }
    Item { heading, text, marks }
}

/// The sentences as a narrative, each a paragraph below its heading; those of section six at the end.
fn narrative(items: &[Item]) -> String {
    let (sixth, first): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.heading == "六");
    let plain: String =
        first.iter().filter(|item| item.heading.is_empty()).map(|item| format!("{}\n\n", item.text)).collect();
    let headed: String = first
        .iter()
        .filter(|item| !item.heading.is_empty())
        .map(|item| format!("## {}\n\n{}\n\n", item.heading, item.text))
        .collect();
    let sixth: String = sixth.iter().map(|item| format!("{}\n\n", item.text)).collect();
    format!(
        "# 一、总体情况\n\n{plain}{headed}# 五、存在的主要问题及改进情况\n\n问题，改进。\n\n# 六、其他需要报告的事项\n\n{sixth}未收取信息处理费。\n"
    )
}

fn score(items: &[Item], agency: &Agency, report: &Report, last_year: Option<&Report>) -> (Score, Vec<String>) {
    let prose = Prose::of(&report.narrative, &report.figures);
    let reporter = Reporter { year: report.year, names: &[&agency.name.value] };
    let mut by_passage: BTreeMap<usize, Vec<(Claim, Verdict)>> = BTreeMap::new();
    for claim in read(&prose, reporter) {
        let verdict = judge(&claim, report, last_year);
        if verdict != Verdict::Open {
            by_passage.entry(claim.passage).or_default().push((claim, verdict));
        }
    }
    let (mut score, mut mistakes) = (Score::default(), Vec::new());
    for item in items {
        let same = |passage: &&Passage| passage.text == item.text;
        let passage =
            prose.passages.iter().position(|passage| same(&passage)).unwrap_or_else(|| panic!("lost: {}", item.text));
        let read = by_passage.get(&passage).map(Vec::as_slice).unwrap_or_default();
        score += score_item(item, read, &mut mistakes);
    }
    (score, mistakes)
}

fn score_item(item: &Item, read: &[(Claim, Verdict)], mistakes: &mut Vec<String>) -> Score {
    let mut score = Score { sentences: 1, ..Score::default() };
    let mut tell = |what: &str, range: &Range<usize>| {
        mistakes.push(format!("{what} “{}”: {}", &item.text[range.clone()], item.text));
    };
    for (range, label) in &item.marks {
        let meant: Vec<&(Claim, Verdict)> = read.iter().filter(|(claim, _)| concerns(claim, range, *label)).collect();
        if meant.is_empty() {
            score.missed += 1;
            tell("not read", range);
        } else {
            score.found += 1;
        }
        // Where parts do not add up, a part that is wrong tells as much.
        let all = read.iter().filter(|_| *label == Label::Unequal);
        let reported = meant.iter().copied().chain(all).any(|(_, verdict)| is_fault(verdict));
        match (*label == Label::Right, reported) {
            (true, true) => tell("false alarm", range),
            (false, true) => score.caught += 1,
            (false, false) => {
                score.overlooked += 1;
                tell("overlooked", range);
            }
            (true, false) => {}
        }
        let meant_fault = meant.iter().any(|(_, verdict)| is_fault(verdict));
        if meant_fault && !meant.iter().any(|(_, verdict)| fits(*label, verdict)) {
            tell(
                &format!("{label:?} taken for {:?}", meant.iter().map(|(_, verdict)| verdict).collect::<Vec<_>>()),
                range,
            );
        }
    }
    // The parts of a whole are claims of their own, which such items leave unmarked.
    let unmarked = if item.marks.iter().any(|(_, label)| *label == Label::Unequal) { &[] } else { read };
    for (claim, verdict) in unmarked {
        let meant = item.marks.iter().any(|(range, label)| concerns(claim, range, *label));
        if !meant {
            score.imagined += 1;
            tell("imagined", &claim.quote);
        }
        let fault = item.marks.iter().any(|(range, label)| concerns(claim, range, *label) && *label != Label::Right);
        if is_fault(verdict) && !fault {
            score.false_alarms += 1;
            tell("reported", &claim.quote);
        }
    }
    score
}

/// Whether a claim is about the marked figure: its own, or one of the words that make it a claim where the
/// fault may be seen in either.
fn concerns(claim: &Claim, mark: &Range<usize>, label: Label) -> bool {
    let meets = |range: &Range<usize>| range.start < mark.end && mark.start < range.end;
    let wordy =
        matches!(claim.says, Says::Finished { .. } | Says::None { .. } | Says::Growth { .. } | Says::Share { .. });
    meets(&claim.figure) || wordy && label != Label::Right && meets(&claim.quote)
}

fn is_fault(verdict: &Verdict) -> bool {
    !matches!(verdict, Verdict::Right | Verdict::Open)
}

fn fits(label: Label, verdict: &Verdict) -> bool {
    match label {
        Label::Right => false,
        Label::Wrong => {
            matches!(verdict, Verdict::Wrong(_) | Verdict::Doubtful(_) | Verdict::Off(_) | Verdict::Charged(_))
        }
        Label::Doubtful => matches!(verdict, Verdict::Doubtful(_)),
        Label::Slip => matches!(verdict, Verdict::Slip(_)),
        Label::Unequal => matches!(verdict, Verdict::Unequal(_)),
    }
}
