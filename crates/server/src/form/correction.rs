//! 更正: what is said of changes in a report that was published. Without it none of them is written.

use jiff::civil::Date;
use nianbao_loader::edit::{Change, KeyPath, Value, WrittenValue};
use nianbao_loader::keys::report::{CORRECTED, CORRECTED_ON, CORRECTIONS};

use super::cells::single_line;
use super::change::{CorrectionSent, FormChange};
use super::named::unnamed;
use super::refused::Refused;
use super::written_values::{WrittenValues, items};

/// A published report, which changes by corrections alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// 发布日期, if it says one.
    pub(super) published: Option<Date>,
    /// Whether its tables are added up, so that what was published of them is kept elsewhere.
    pub(super) is_added_up: bool,
}

/// A correction that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correction {
    date: Date,
    text: String,
}

impl Correction {
    /// The correction of `record` that was `sent` with `changes` on the day `today`.
    pub(super) fn of(
        sent: &CorrectionSent,
        changes: &[FormChange],
        record: Record,
        today: Date,
    ) -> Result<Self, Refused> {
        let text = single_line(&sent.text);
        if text.is_empty() {
            return Err(Refused(
                "更正的内容还没有写：请写明哪里错了、应为什么，如“会议次数由5次更正为3次”。".to_owned(),
            ));
        }
        let Ok(date) = sent.date.trim().parse::<Date>() else {
            return Err(Refused(format!(
                "更正的日期应为 {today} 这样的，这里是“{}”；请从日历里选一个日期。",
                single_line(&sent.date)
            )));
        };
        if date > today {
            return Err(Refused(format!("更正的日期 {date} 还没有到；请选今天（{today}）或者以前的日期。")));
        }
        if let Some(published) = record.published.filter(|published| date < *published) {
            return Err(Refused(format!(
                "更正的日期 {date} 早于发布日期 {published}；公布以后才有更正，请另选一个日期。"
            )));
        }
        if let Some(what) = unnamed(changes, &text) {
            return Err(Refused(format!(
                "更正的内容没有写到{what}，那里也改了：请一并写明，或者点“照改动填写内容”；不想改的，把那里改回原样。"
            )));
        }
        Ok(Self { date, text })
    }

    /// Its entry in report.yaml, which says `values`: behind those that are there.
    pub(super) fn change(&self, values: &[WrittenValue]) -> Change {
        let list = KeyPath::of([CORRECTIONS.key]);
        let entry = Value::group([(CORRECTED_ON.key, self.date.to_string()), (CORRECTED.key, self.text.clone())]);
        Change::insert(list.item(items(values, CORRECTIONS.key)), entry)
    }
}

/// Other words of a correction that was written before. Its day stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewording<'s> {
    index: usize,
    was: &'s str,
    text: String,
}

impl<'s> Rewording<'s> {
    /// What the correction `index`, which said `was`, says from now on.
    pub(super) fn typed(index: usize, was: &'s str, text: &str) -> Result<Self, Refused> {
        let text = single_line(text);
        if text.is_empty() {
            return Err(Refused("更正的内容不能空着：请写明哪里错了、应为什么。".to_owned()));
        }
        Ok(Self { index, was, text })
    }

    /// The change of report.yaml, which says `values`.
    pub(super) fn change(&self, values: &[WrittenValue]) -> Result<Change, Refused> {
        let known = WrittenValues::new(values);
        let at = |index| KeyPath::of([CORRECTIONS.key]).item(index).key(CORRECTED.key);
        let says = |index: &usize| known.text(&at(*index)).is_some_and(|text| text.trim() == self.was.trim());
        let count = items(values, CORRECTIONS.key);
        // What cannot be read is not counted in what the page was shown.
        let index = Some(self.index).filter(says).or_else(|| (0..count).find(says));
        let index =
            index.ok_or_else(|| Refused("这一条更正刚才在别处改过了，没有再改；请看看新的写法。".to_owned()))?;
        Ok(Change::set(at(index), Value::text(&self.text)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use nianbao_loader::edit::{edited, written};
    use nianbao_loader::keys::Document;
    use nianbao_model::Form;

    use super::*;

    fn of(day: &str, text: &str) -> Result<Correction, Refused> {
        let record = Record { published: Some(date(2025, 1, 20)), is_added_up: false };
        let sent = CorrectionSent { date: day.to_owned(), text: text.to_owned() };
        Correction::of(&sent, &[], record, date(2025, 3, 1))
    }

    fn write(text: &str) -> String {
        let document = Document::Report(Form::latest());
        let values = written(text, document).expect("can be read");
        let correction = of("2025-02-10", " 会议次数由5次\n更正为3次。").expect("a correction");
        edited(text, document, &[correction.change(&values)]).expect("can be edited")
    }

    #[test]
    fn a_correction_is_written_behind_the_others() {
        let entry = "日期: 2025-02-10, 内容: 会议次数由5次 更正为3次。";
        let new = write("年度: 2024\n状态: 已公开 # 存档\n");
        assert!(
            new.starts_with("年度: 2024\n状态: 已公开 # 存档\n更正:") && new.contains("会议次数由5次 更正为3次。"),
            "{new}"
        );
        let flow = "年度: 2024\n更正: [{日期: 2025-02-01, 内容: 甲。}] # 一\n";
        assert_eq!(write(flow), format!("年度: 2024\n更正: [{{日期: 2025-02-01, 内容: 甲。}}, {{{entry}}}] # 一\n"));
        let block = "年度: 2024\n更正:\n  - 日期: 2025-02-01\n    内容: 甲。\n";
        let again = write(block);
        assert!(again.starts_with(block) && again.len() > block.len(), "{again}");
    }

    #[test]
    fn an_earlier_correction_is_reworded_where_it_stands() {
        let text = "年度: 2024\n更正:\n  - 日期: 2025-02-01 # 一\n    内容: 甲。\n  - {日期: 2025-02-02, 内容: 乙。}\n";
        let values = written(text, Document::Report(Form::latest())).expect("can be read");
        let reword = |index, was, to: &str| Rewording::typed(index, was, to)?.change(&values);
        let change = reword(0, "甲。", " 丙\n丁。").expect("reworded");
        let new = edited(text, Document::Report(Form::latest()), &[change]).expect("can be edited");
        assert_eq!(new, text.replace("甲。", "丙 丁。"));
        assert_eq!(reword(0, "乙。", "丙。").ok(), reword(1, "乙。", "丙。").ok());
        assert!(reword(0, "戊。", "丙。").is_err() && reword(0, "甲。", " ").is_err());
    }

    #[test]
    fn what_no_correction_may_say_is_refused() {
        assert!(of("2025-01-20", "甲。").is_ok() && of("2025-03-01", "甲。").is_ok());
        for (day, text, told) in [
            ("2025-02-10", " \u{3000}", "还没有写"),
            ("明天", "甲。", "“明天”"),
            ("2025-03-02", "甲。", "还没有到"),
            ("2025-01-19", "甲。", "早于发布日期 2025-01-20"),
        ] {
            assert!(of(day, text).is_err_and(|Refused(why)| why.contains(told)), "{day} {text}");
        }
    }
}
