//! What can be wrong with the making of files.

use nianbao_model::{Code, Kind, Severity};

use crate::{pdf, templates};

/// Every code of this crate, sorted.
pub fn codes() -> &'static [&'static Code] {
    static CODES: [&Code; 6] = [
        &pdf::codes::NO_GLYPH,
        &pdf::codes::UNPRINTABLE,
        &COLLISION,
        &templates::codes::FAULT,
        &templates::codes::UNUSED,
        &templates::codes::UNREADABLE,
    ];
    &CODES
}

/// Two files would be written to one path.
pub(crate) static COLLISION: Code = Code {
    id: "U010",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "两个文件要写到同一个地址",
    docs: "\
## 检查什么

生成之前，先排出要写的全部文件。每个文件只能有一个来源。

## 依据

报告的网址由机关文件夹的名称决定，逐年不变；两个来源同写一个地址，必有一个会丢失。

## 例

有一个机关的文件夹叫 `government`，而 `government/` 是市政府本级报告的固定地址；或者叫 `2024`，而 `2024/` 是这一年全部报告的网页。
`search` 和 `pagefind` 也不能用作机关文件夹，这两个地址用来检索。

## 怎样改

给其中一个文件夹换个名称。
",
};
