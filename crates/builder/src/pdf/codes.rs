//! What can be wrong with the characters of a report.

use nianbao_model::{Code, Kind, Severity};

/// A character that no font shows.
pub(crate) static NO_GLYPH: Code = Code {
    id: "U001",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "字体里没有的字",
    docs: "\
## 检查什么

标题、正文、表注和更正里的每一个字，所用的字体或后备字体都印得出来。印不出来的字在 PDF 上是一个空框，读屏软件也读不出。

## 依据

PDF/A-2（ISO 19005-2，长期保存的电子文件格式）不允许出现字体里没有的字。

## 例

人名里的 `𫠠`（U+2B820）不在自带的任何一种字体里。

## 怎样改

- 先看是不是输入错了：从网页或扫描件复制来的字，常有形近的罕用字。
- 字没有错，就把有这个字的字体文件放进 `site.yaml` 的 `字体文件夹`。
- 都办不到时，按公安、民政部门登记的写法换用规范字。
",
};

/// A character that must not be printed.
pub(crate) static UNPRINTABLE: Code = Code {
    id: "U002",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "不能印的字符",
    docs: "\
## 检查什么

标题、正文、表注和更正里没有控制字符，也没有自造字（Unicode 私用区 U+E000–U+F8FF 等）。自造字只在造字的那台电脑上看得见，换一台电脑就是空白或另一个字。

## 依据

PDF/A-2a 和 PDF/UA-1 要求每个字都有确定的含义，不允许私用区的字。

## 例

旧公文系统用私用区的 U+E863 表示 `䶮`（U+4DAE）。

## 怎样改

把自造字换成 Unicode 里的正式字；看不见的控制字符删去即可。
",
};

/// A text that a PDF cannot keep beside its pages.
pub(crate) static TOO_LONG: Code = Code {
    id: "U003",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "太长的标题或图片的文字说明",
    docs: "\
## 检查什么

正文里的标题和图片的文字说明不超过 5,000 字。

## 依据

标题印在 PDF 的书签里，图片的文字说明供读屏软件读出；PDF/A-2（ISO 19005-2）限制这些文字的长度。

## 例

整篇文章接在 `##` 后面，没有换行。

## 怎样改

标题只写一句话，其余的另起一段；图片的文字说明只写图里有什么。
",
};
