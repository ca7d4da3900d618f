//! Narratives: what a report says besides its tables, some of it out of them.

mod narrative;
mod overview;
mod problems;
mod proceedings;
mod quote;
mod requests;
mod words;
mod writer;

use crate::figures::Figures;
use crate::random::Random;
use crate::tree::Agency;

pub(crate) use narrative::Narrative;
pub(crate) use overview::Used;
use words::others::{BASES, DEMONSTRATION, FEES, NO_FEES, PERIODS, REMARKS};
use words::problems::PROBLEMS;
use writer::Writer;

/// What a narrative is about.
pub(crate) struct Subject<'a> {
    pub(crate) agency: &'a Agency,
    pub(crate) year: i16,
    pub(crate) figures: &'a Figures,
    pub(crate) last_year: Option<&'a Figures>,
}

/// Writes the narrative of a report. `used` are the sentences that others, and last year's, chose.
pub(crate) fn write(subject: &Subject, used: &mut Used, seed: u64) -> Narrative {
    let purpose = format!("prose/{}/{}", subject.agency.path, subject.year);
    let mut writer = Writer::new(Random::new(seed, &purpose), subject.agency, subject.year);
    let introduction = introduction(&mut writer, &subject.agency.name);
    let overview = overview::write(subject, &mut writer, used);
    let problems = problems::write(&mut writer, used);
    Narrative {
        introduction,
        opening: overview.opening,
        subsections: overview.subsections,
        numbered: overview.numbered,
        problems,
        others: others(subject, &mut writer),
    }
}

fn introduction(writer: &mut Writer, name: &str) -> Vec<String> {
    let basis = writer.one_of(&BASES).replace("〈名称〉", name);
    let period = writer.one_of(&PERIODS);
    vec![basis + &period, DEMONSTRATION.to_owned()]
}

/// 六、其他需要报告的事项.
fn others(subject: &Subject, writer: &mut Writer) -> Vec<String> {
    let fees = subject.figures.fees;
    let charged = match fees.requests {
        0 => writer.one_of(&NO_FEES),
        requests => {
            let text = writer.one_of(&FEES).replace("〈件〉", &requests.to_string());
            text.replace("〈元〉", &fees.amount.to_string())
        }
    };
    let remark = if writer.random.chance(60) { writer.one_of(&REMARKS) } else { String::new() };
    vec![charged + &remark]
}
