//! Requests counted by who made them: 自然人 133 名（次）, 3526 人次递交了申请书.

/// People, in whom requests are counted where the words before them say so.
const PEOPLE: [&str; 6] = ["人（次）", "名（次）", "位（次）", "人次", "名", "人"];

/// Organisations, of which requests are counted only by the time.
const ORGANISATIONS: [&str; 3] = ["家（次）", "家次", "家·次"];

/// Words for applicants that are people.
const NATURAL: [&str; 6] = ["自然人", "公民", "个人", "居民", "群众", "市民"];

/// Words for applicants that are not.
const OTHERS: [&str; 9] = ["企业", "机构", "组织", "院所", "法人", "律所", "事务所", "单位", "商业主体"];

/// What is done with organisations that make no request.
const VISITS: [&str; 9] = ["走访", "服务", "检查", "联系", "帮扶", "对接", "慰问", "调研", "指导"];

/// Words that make a list one of applicants.
const NAMED: [&str; 4] = ["自然人", "申请人", "申请主体", "公民"];

/// How many letters before a word for applicants are looked at.
const NEAR: usize = 12;

/// What is done with a request to make it one.
const MADE: [&str; 4] = ["递交", "提出", "提交", "申请"];

/// The bytes of a unit that counts requests by who made them; `None` if it counts something else.
pub(super) fn counted_applicants(before: &str, behind: &str) -> Option<usize> {
    let before = before.trim_end().trim_end_matches(['共', '有', '为']);
    let unit = |units: &[&str]| units.iter().find(|unit| behind.starts_with(**unit)).map(|unit| unit.len());
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends(&OTHERS) {
        let near = before.char_indices().rev().nth(NEAR).map_or(0, |(start, _)| start);
        let visited = VISITS.iter().any(|word| before[near..].contains(word));
        let applicants = NAMED.iter().any(|word| before[clause_start(before)..].contains(word));
        let single = || (applicants && behind.starts_with('家')).then_some('家'.len_utf8());
        return unit(&ORGANISATIONS).or_else(single).filter(|_| !visited);
    }
    let length = unit(&PEOPLE)?;
    let next = behind.get(length..).unwrap_or_default();
    let made = MADE.iter().any(|word| next.starts_with(word));
    (ends(&NATURAL) || made).then_some(length)
}

/// Where the clause begins that a text ends in, no further back than a list of applicants reaches.
fn clause_start(text: &str) -> usize {
    const LONGEST: usize = 60;
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(start, _)| start);
    text[from..].rfind(['。', '；']).map_or(from, |mark| from + mark)
}
