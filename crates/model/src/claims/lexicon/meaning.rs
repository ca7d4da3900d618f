//! The names of meanings in `words.txt`.

use crate::claims::measure::Applicant::{NaturalPerson, One, Organisation};
use crate::claims::measure::Outcome::{Concluded, Corrected, Dismissed, Other, Pending, Upheld, Won};
use crate::claims::measure::Route::{AfterReconsideration, Both, Direct, Litigation, Reconsideration};
use crate::claims::measure::{Action, DocumentKind, Measure, Published, Row};
use crate::claims::word::Word;

/// The meanings that have a name of their own.
const NAMED: [(&str, Word); 66] = [
    ("政府信息公开申请", Word::Topic),
    ("申请", Word::Request),
    ("收到", Word::Row(Row::Received)),
    ("新收", Word::Row(Row::NewlyReceived)),
    ("上年结转", Word::Row(Row::CarriedIn)),
    ("结转下年度", Word::Row(Row::CarriedOut)),
    ("结转", Word::Carry),
    ("办理", Word::Row(Row::Handled)),
    ("办结", Word::Row(Row::Concluded)),
    ("答复", Word::Row(Row::Answered)),
    ("自然人", Word::Applicant(NaturalPerson)),
    ("法人或其他组织", Word::Applicant(Organisation)),
    ("行政复议", Word::Route(Reconsideration)),
    ("行政诉讼", Word::Route(Litigation)),
    ("未经复议直接起诉", Word::Route(Direct)),
    ("复议后起诉", Word::Route(AfterReconsideration)),
    ("复议和诉讼", Word::Route(Both)),
    ("结果维持", Word::Outcome(Upheld)),
    ("结果纠正", Word::Outcome(Corrected)),
    ("其他结果", Word::Outcome(Other)),
    ("尚未审结", Word::Outcome(Pending)),
    ("审结", Word::Outcome(Concluded)),
    ("驳回", Word::Outcome(Dismissed)),
    ("法院", Word::Court),
    ("其他", Word::Rest),
    ("分别", Word::Respectively),
    ("规章", Word::Documents(DocumentKind::Regulations)),
    ("规范性文件", Word::Documents(DocumentKind::Normative)),
    ("制发", Word::Act(Action::Issued)),
    ("废止", Word::Act(Action::Repealed)),
    ("现行有效", Word::Act(Action::InForce)),
    ("行政许可", Word::Published(Published::Permits)),
    ("行政处罚", Word::Published(Published::Penalties)),
    ("行政强制", Word::Published(Published::CoerciveMeasures)),
    ("行政事业性收费", Word::Published(Published::Fees)),
    ("公开", Word::Row(Row::Disclosed)),
    ("胜诉", Word::Outcome(Won)),
    ("公开率", Word::RateOf(Measure::Requests { row: Row::Disclosed, applicant: None })),
    ("不予公开率", Word::RateOf(Measure::Requests { row: Row::Result(&["不予公开"]), applicant: None })),
    ("无法提供率", Word::RateOf(Measure::Requests { row: Row::Result(&["无法提供"]), applicant: None })),
    ("办结率", Word::RateOf(Measure::Requests { row: Row::Concluded, applicant: None })),
    ("维持率", Word::RateOf(Measure::Proceedings { route: Reconsideration, outcome: Some(Upheld) })),
    ("纠正率", Word::RateOf(Measure::Proceedings { route: Reconsideration, outcome: Some(Corrected) })),
    ("别的业务", Word::Foreign),
    ("别的东西", Word::Object),
    ("上年", Word::LastYear),
    ("下年", Word::NextYear),
    ("全部", Word::All),
    ("已", Word::Already),
    ("未", Word::Not),
    ("各单位", Word::Bodies),
    ("其中", Word::Part),
    ("渠道", Word::Channel),
    ("时段", Word::Period),
    ("内设或下属", Word::Scope),
    ("本机关", Word::Own),
    ("由", Word::From),
    ("变为", Word::To),
    ("增加", Word::Up),
    ("减少", Word::Down),
    ("同比", Word::Compared),
    ("持平", Word::Level),
    ("占", Word::Share),
    ("比率", Word::Rate),
    ("可略", Word::Filler),
    ("不相干", Word::Other),
];

/// The meaning called `name`: one with a name of its own, or a kind with the keys of table 3 that it is about, such as
/// `结果:予以公开+部分公开`. `None` where there is no such meaning.
pub(super) fn named(name: &'static str) -> Option<Word> {
    let Some((kind, keys)) = name.split_once(':') else {
        return NAMED.iter().find(|(own, _)| *own == name).map(|(_, word)| *word);
    };
    match kind {
        "结果" => Some(Word::Row(Row::Result(split(keys)))),
        "任一结果" => Some(Word::Row(Row::AnyResult(split(keys)))),
        "结果的一部分" => Some(Word::Row(Row::PartOf(split(keys)))),
        "申请人" => Some(Word::Applicant(One(keys))),
        _ => None,
    }
}

/// The keys between `+`, kept for good as the list of words is.
fn split(keys: &'static str) -> &'static [&'static str] {
    keys.split('+').collect::<Vec<_>>().leak()
}
