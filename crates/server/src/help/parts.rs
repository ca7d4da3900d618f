//! The parts of the manual and its pictures.

/// A part of the manual.
pub(super) struct HelpPart {
    /// What it is called, also in its address; nothing for the page that leads to all parts.
    pub(super) name: &'static str,
    /// Its file below `docs/`.
    pub(super) file: &'static str,
    /// Its text, in Markdown.
    pub(super) text: &'static str,
    /// Whether it is made to be printed on a single sheet.
    pub(super) sheet: bool,
}

macro_rules! part {
    ($name:literal, $file:literal) => {
        HelpPart { name: $name, file: $file, text: include_str!(concat!("../../../../docs/", $file)), sheet: false }
    };
}

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("图/", $name), include_bytes!(concat!("../../../../docs/手册/图/", $name)).as_slice())),*]
    };
}

/// The most common mistakes.
pub(super) const MISTAKES: HelpPart = part!("常见错误", "手册/常见错误.md");

/// All codes.
pub(super) const CODES: HelpPart = part!("问题代码", "rules.md");

/// All parts, in the order in which they are listed.
pub(super) const PARTS: [HelpPart; 11] = [
    part!("", "编辑手册.md"),
    part!("填报", "手册/填报.md"),
    part!("文本填报", "手册/文本填报.md"),
    part!("政务公开办", "手册/政务公开办.md"),
    part!("安装", "手册/安装.md"),
    MISTAKES,
    HelpPart { sheet: true, ..part!("一页纸", "手册/一页.md") },
    CODES,
    part!("名称一览", "名称.md"),
    part!("审阅", "审阅.md"),
    part!("编辑器", "编辑器.md"),
];

/// The pictures, by their addresses below the manual's folder.
pub(super) const PICTURES: &[(&str, &[u8])] = pictures![
    "名单.png",
    "要看的地方.png",
    "表三.png",
    "正文.png",
    "从Word粘贴.png",
    "别处也改了.png",
    "报送.png",
    "预览.png",
    "手机.png",
    "导入核对.png",
    "印出来.png",
];
