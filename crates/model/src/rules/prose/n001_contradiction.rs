//! What the prose says of requests and cases goes with the tables.

use super::claimed;
use crate::claims::Verdict;
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity};

const HELP: &str = "看是正文写错了还是表填错了，改错的那个。";

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "N001",
        kind: Kind::Prose,
        severity: Severity::Error,
        title: "正文的数与表格矛盾",
        docs: "\
## 检查什么

正文里说到申请、办理结果、行政复议、行政诉讼的数，与表三、表四是不是一致；规章和行政规范性文件的制发、废止、现行有效，行政许可、行政处罚、行政强制的决定，行政事业性收费的数，与表二是不是一致。认得的说法很多：收到、受理、收办、新收、上年结转、办结、答复、予以公开、不予公开、结转下年度、维持、纠正，自然人、法人或其他组织，`未收到申请`、`均已办结`、`无行政复议`、`均维持`、`全部胜诉`、`未制发规范性文件`；件、起、宗、条、次；十二件、１２件、3,646 件、184万余件、7.27亿元。

只要有一种合理的读法对得上就不报：

- `收到`、`受理` 可以是本年新收，也可以是本年新收加上年结转；
- `予以公开和部分公开` 是两项之和，`不予公开` 是下面各项之和；
- `行政复议 N 件` 可以是总计，也可以只是已审结的；行政诉讼可以分开说，也可以合起来说；
- 约数有它的范围：`3500余件` 是 3500 到 3599，`近4000件` 不到 4000 而靠近它，`约3500件` 是四舍五入，`突破3500件` 比它多；写到万、亿的，按写出的位数。

只有没有别的理解的句子才报错误；前面有读不懂的字、有内设或下属单位的，是警告 N002。

消息里写着“或”的，前后是几种读法各自的结果，正文与哪一种都对不上。

与表格无关的数（微信多少篇、热线多少件、培训多少次）不管，受理的许可申请、公示的处罚信息、政策性文件、别的机关和整个系统的数也不管；`narrative.md` 自己的表格里的数不核对。

## 依据

国办公开办函〔2021〕30号：文字和表格是同一份报告，说的是同一年的事。

## 例

`处理依申请公开件1起，已按时限办结`，而表三办理结果各项都是 0，结转下年度是 1：正文称“1起，已按时限办结”（读作办结 1 件），而表三（七）总计为 0、结转下年度为 1。

## 怎样改

看是正文写错了还是表填错了，改错的那个。正文的数可以不手写，写成 `{{ 申请.本年新收.总计 }}`，程序从表里取，就不会再对不上。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let findings = case.claims.iter().filter_map(|(claim, verdict)| match verdict {
        Verdict::Wrong(readings) => Some(claimed::contradicts(case, claim, readings, &RULE.code).help(HELP)),
        _ => None,
    });
    findings.collect()
}
