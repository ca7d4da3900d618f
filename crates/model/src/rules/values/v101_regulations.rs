//! 规章 are made by governments of cities and provinces and by ministries, not by bureaus and townships.

use crate::form::Stock;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::at_figure;
use crate::rules::support::places::begins_with_place;
use crate::{Code, Decimal, Diagnostic, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "V101",
        kind: Kind::Values,
        severity: Severity::Warning,
        title: "不能制定规章的机关填了规章",
        docs: "\
## 检查什么

省、市、县、区的局、委员会、办公室等部门，和乡镇、街道的报告，表二“规章”一行是 0。从名称看得出是这样的机关的才检查；政府的报告（乡镇的除外）、政府办公室的、三张表由下级加起来的，不查。

## 依据

《中华人民共和国立法法》第九十一条、第九十三条：规章由国务院各部门，省、自治区、直辖市和设区的市、自治州的人民政府制定。

## 例

海州市财政局的报告，“规章”写着现行有效 3 件：那是市政府制定、由它执行的，或者应当填在“行政规范性文件”里。

## 怎样改

- 本机关起草或者执行的规章，由制定它的政府计算，这里写 0。
- 本机关发的文件是行政规范性文件，填在下一行。
- 确实有的，在 `说明` 里写明理由。
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// How the names of departments end.
const DEPARTMENTS: [&str; 9] = ["局", "委", "委员会", "厅", "中心", "支队", "大队", "总队", "办公室"];

/// How those end that stand below the county.
const BELOW_COUNTIES: [&str; 7] = ["镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道办事处", "街道", "办事处"];

/// Bodies that may have those of a government to tell of, or whose powers hang on more than their name.
const UNCERTAIN: [&str; 3] = ["政府", "管理委员会", "管委会"];

fn check(case: &Case) -> Option<Diagnostic> {
    let name = case.agency.name_on(case.report).value.as_str();
    if case.report.is_added_up() || !makes_none(name) {
        return None;
    }
    let Stock { issued, repealed, in_force } = &case.report.form.disclosure().documents.as_ref()?.regulations;
    let columns = [("制发", issued), ("废止", repealed), ("现行有效", in_force)];
    let written = columns.into_iter().map(|(column, address)| (column, address, case.report.figure(address)));
    let written: Vec<_> = written.filter(|(_, _, figure)| *figure > Decimal::ZERO).collect();
    let (_, first, _) = written.first()?;
    let told: Vec<String> = written.iter().map(|(column, _, figure)| format!("{column} {figure}")).collect();
    let message = format!("“{name}”不能制定规章，表二“规章”却写着{}", told.join("、"));
    let help = "规章由国务院各部门、省和设区的市的人民政府制定；本机关起草、执行的不算，写 0，本机关发的文件填在“行政规范性文件”里。确实有的，在“说明”里写明理由。";
    Some(at_figure(Diagnostic::new(&RULE.code, message).help(help), case.report, first, "规章"))
}

/// Whether it is certain from its name that an agency makes no 规章.
fn makes_none(name: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let of_department = ends(&DEPARTMENTS) && !UNCERTAIN.iter().any(|word| name.contains(word));
    begins_with_place(name) && (of_department || ends(&BELOW_COUNTIES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_told() {
        for name in [
            "海州市财政局",
            "江苏省教育厅",
            "海州区城市管理局",
            "海州市卫生健康委员会",
            "海州区新海街道办事处",
            "海州区新海镇人民政府",
        ] {
            assert!(makes_none(name), "{name}");
        }
        for name in [
            "海州市人民政府",
            "新浦区人民政府",
            "海州市人民政府办公室",
            "海州经济开发区管理委员会",
            "教育部",
            "国家市场监督管理总局",
            "市场监督管理局",
            "中国人民银行",
        ] {
            assert!(!makes_none(name), "{name}");
        }
    }
}
