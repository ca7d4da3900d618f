//! What can be wrong with an acceptance.

use crate::{Code, Kind, Severity};

/// Every code of this module, sorted.
pub fn codes() -> &'static [&'static Code] {
    static CODES: [&Code; 3] = [&IDLE, &GRAVE, &UNKNOWN];
    &CODES
}

/// An acceptance of what was not found.
pub(super) static IDLE: Code = Code {
    id: "A001",
    kind: Kind::Values,
    severity: Severity::Warning,
    title: "说明里的问题没有出现",
    docs: "\
## 检查什么

`report.yaml` 里“说明”的每一条，都对应这份报告里现在查出的一个警告或提示。报告还读不全的时候，不检查这一项；已公开的报告照公布时的样子，也不检查。

## 依据

说明是给审核的人看的。问题已经没有了，说明还留着，以后再出现同样的问题就会被当作已经说明过。

## 例

`说明: [{规则: C004, 理由: 按原来公布的次序排列。}]`，而各部分的次序现在是对的。

## 怎样改

问题已经改好的，删去这一条；代码写错的，改成消息方括号里的那个代码。
",
};

/// An acceptance of an error.
pub(super) static GRAVE: Code = Code {
    id: "A002",
    kind: Kind::Values,
    severity: Severity::Warning,
    title: "错误不能用说明代替改正",
    docs: "\
## 检查什么

`report.yaml` 里“说明”的每一条，写的是警告或提示的代码，不是错误的代码。

## 依据

错误是读不出、算不平或者缺少内容，公开出去就是差错，写了理由也还是差错。

## 例

`说明: [{规则: B001, 理由: 系统导出的数字就是这样。}]`

## 怎样改

改正那个错误，再删去这一条。已经公开、只作记录的报告，内容上的错误本来就不妨碍发布，不需要说明。
",
};

/// An acceptance of a code that does not exist.
pub(super) static UNKNOWN: Code = Code {
    id: "A003",
    kind: Kind::Values,
    severity: Severity::Warning,
    title: "说明里的代码不存在",
    docs: "\
## 检查什么

`report.yaml` 里“说明”的“规则”，写的是问题的代码：一个大写字母和三位数字。

## 依据

代码写错了，说明就对不上任何问题，那个警告还会一直列出来。

## 例

`说明: [{规则: c004, 理由: 按原来公布的次序排列。}]`（应为 `C004`）

## 怎样改

照消息里方括号中的代码写。`nianbao explain` 列出全部代码。
",
};
