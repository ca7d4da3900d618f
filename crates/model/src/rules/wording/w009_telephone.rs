//! The introduction gives the telephone number that the agency has.

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W009",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "编制说明里的电话不是本机关的",
        docs: "\
## 检查什么

还没有公开的报告，编制说明里的电话，与 agency.yaml 的 `联系方式` 里的电话有一个相同。

区号写不写、怎样隔开不论。监督、投诉、举报、咨询、热线的电话不算；agency.yaml 里没有写电话的，已公开的报告，不检查。

## 依据

《中华人民共和国政府信息公开条例》第四十九条要求年度报告向社会公布；报告里的联系方式应当打得通，与机关的网页一致。

## 例

联系方式里的电话已经改成 0571-66668888，编制说明里还写着“电话：0571-88812349”。

## 怎样改

- 电话换了的，把编制说明里的也换成新的；联系方式写错了的，改联系方式。
- 两个电话都用的，都写在联系方式里。
- 从别的报告抄来、没有改的，改成本机关的。
",
    },
    check,
};

/// The fewest digits of a telephone's own number; hotlines such as 12345 have fewer.
const DIGITS: usize = 7;

/// Telephones of another purpose.
const OTHERS: [&str; 6] = ["监督", "投诉", "举报", "咨询", "热线", "服务"];

const WORD: &str = "电话";

fn check(case: &Case) -> Vec<Diagnostic> {
    let own = case.agency.contact.telephone.as_deref().filter(|own| !case.is_public() && !numbers(own).is_empty());
    let introduction = case.prose.section(None);
    own.map(|own| introduction.flat_map(|passage| check_passage(passage, own)).collect()).unwrap_or_default()
}

fn check_passage(passage: &Passage, own: &str) -> Vec<Diagnostic> {
    let known = numbers(own);
    let finding = |place: Range<usize>| {
        let written = passage.text.get(place.clone())?;
        let given = numbers(written);
        let is_other = !given.is_empty() && !given.iter().any(|number| known.contains(number));
        let message = format!("编制说明里的电话是“{written}”，本机关的联系方式里是“{own}”");
        let help = "电话换了的，把这里也换成新的；联系方式里写错了的，改联系方式。";
        is_other.then(|| Some(Diagnostic::new(&RULE.code, message).help(help).at(passage.span(&place)?, ""))).flatten()
    };
    written(&passage.text).into_iter().filter_map(finding).collect()
}

/// Where a text writes telephone numbers, several behind one word together.
fn written(text: &str) -> Vec<Range<usize>> {
    let of_another = |at: usize| OTHERS.iter().any(|other| text.get(..at).is_some_and(|text| text.ends_with(other)));
    let places = text.match_indices(WORD).filter(|(at, _)| !of_another(*at)).map(|(at, word)| {
        let behind = text.get(at + word.len()..).unwrap_or_default();
        let rest = behind.trim_start_matches(['号', '码', '为', '是', ':', '：', ' ']);
        let length = rest.find(|mark: char| !is_of_numbers(mark)).unwrap_or(rest.len());
        let numbers = rest.get(..length).unwrap_or_default();
        let start = text.len() - rest.len();
        let trimmed = numbers.trim_end_matches(|mark: char| !mark.is_ascii_digit());
        start..start + trimmed.len()
    });
    places.filter(|place| !place.is_empty()).collect()
}

fn is_of_numbers(mark: char) -> bool {
    mark.is_ascii_digit() || "-－—–（）() 、，,/／".contains(mark)
}

/// The last digits of each number, which the area does not change.
fn numbers(text: &str) -> Vec<String> {
    let is_between = |mark: char| !(mark.is_ascii_digit() || "-－—–（）() ".contains(mark));
    let digits = text.split(is_between).map(|part| part.chars().filter(char::is_ascii_digit).collect::<String>());
    digits.filter_map(|digits| Some(digits.get(digits.len().checked_sub(DIGITS)?..)?.to_owned())).collect()
}
