//! Which placeholders are nothing else, whatever the report is about: with these in it no report goes out.

/// What an editor is told to do within brackets.
const TOLD: [&str; 5] = ["此处", "填写", "填入", "插入", "请"];

/// What is still to come, where nothing else can be meant.
const TO_COME: [&str; 4] = ["待补充", "待填", "待统计", "待完善"];

/// What a form's blank is called; the brackets show that it is one.
const BLANKS: [&str; 3] = ["名称", "全称", "件数"];

/// What is counted or dated: before it belongs a figure.
const COUNTED: &str = "年月日件条份起宗次项期篇万元%％";

/// What a single letter can only stand before where a figure belongs: 少跑N次 is said of any number.
const COUNTED_ONCE: &str = "件条份起宗年";

/// What an office is called by: before it belongs its name.
const OFFICES: [&str; 13] = ["局", "委", "办", "厅", "市", "县", "区", "镇", "乡", "街道", "机关", "单位", "政府"];

/// Signs that people put in the place of a word.
const SIGNS: &str = "XxＸｘ×✕○〇◯□△某";

/// Whether what was `found` stands for something left out, by what stands `behind` it.
pub(super) fn is_certain(found: &str, behind: &str) -> bool {
    let Some(first) = found.chars().next() else { return false };
    let behind = behind.trim_start();
    let counts = || behind.starts_with(|next| COUNTED.contains(next)) || found.ends_with(|last| COUNTED.contains(last));
    match inside(found) {
        Some("") => first == '〔' || counts(),
        Some(words) => first == '‹' || says_so(words),
        None if matches!(first, '_' | '＿') => true,
        None if found.chars().all(|sign| SIGNS.contains(sign)) => {
            counts() || OFFICES.iter().any(|office| behind.starts_with(office))
        }
        None if is_single(found) => found.ends_with(|last| COUNTED_ONCE.contains(last)),
        None => counts() || !is_sign(first),
    }
}

/// The words that brackets hold.
fn inside(found: &str) -> Option<&str> {
    let mut marks = found.chars();
    let (open, close) = (marks.next()?, marks.next_back()?);
    ["（）", "()", "【】", "[]", "［］", "〔〕", "《》", "“”", "<>", "＜＞", "‹›"]
        .iter()
        .any(|pair| pair.starts_with(open) && pair.ends_with(close))
        .then(|| marks.as_str().trim())
}

fn says_so(words: &str) -> bool {
    TOLD.iter().chain(&TO_COME).any(|word| words.starts_with(word))
        || TO_COME.iter().any(|word| words.ends_with(word))
        || BLANKS.iter().any(|word| words.ends_with(word))
}

/// Whether it is one letter with what is counted.
fn is_single(found: &str) -> bool {
    let mut marks = found.chars();
    marks.next().is_some_and(is_sign) && marks.next().is_some() && marks.next().is_none()
}

/// Whether it is a sign, not the beginning of a word such as 此处填写 or #N/A.
fn is_sign(first: char) -> bool {
    SIGNS.contains(first) || "NＮ*？?…".contains(first)
}
