//! What can be wrong with templates.

use nianbao_model::{Code, Kind, Severity};

/// A template that cannot be used as it is written.
pub(crate) static FAULT: Code = Code {
    id: "U020",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "模板写错了",
    docs: "\
## 检查什么

工作区 `templates/` 里的模板能用：网页模板（`html/`）写法对，用到的过滤器、组件和数据都有；PDF 模板（`pdf/`）能排版。

## 依据

docs/模板.md。模板有错，全市的网页或 PDF 都出不来，所以原来发布的内容保持不动。

## 例

`templates/html/city.html` 里写了 `{{ site.nmae }}`，而数据里只有 `site.name`。

## 怎样改

- 按指出的行和列改。引号里是模板程序的原话，可以在 docs/模板.md 里查数据的名称。
- 暂时不需要这个模板，就删掉它，改用自带的。
",
};

/// A file that nothing uses.
pub(crate) static UNUSED: Code = Code {
    id: "U021",
    kind: Kind::Build,
    severity: Severity::Warning,
    title: "没有用到的模板文件",
    docs: "\
## 检查什么

`templates/` 里的每个文件都用得上：要么与自带的模板同名（替换它），要么有别的模板提到它。

## 依据

文件名差一个字母，模板就不起作用，而生成照常进行，不容易发现。

## 例

想替换报告的网页，却把文件写成了 `templates/html/raport.html`。

## 怎样改

- 写错了名称，就改成提示的名称。
- 不再需要，就删掉它。
",
};

/// A file that cannot be read.
pub(crate) static UNREADABLE: Code = Code {
    id: "U022",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "读不了的模板文件",
    docs: "\
## 检查什么

`templates/` 里的文件都能读，是普通文件，不是链接（快捷方式）、管道之类；模板、样式和脚本是 UTF-8 编码的文本，每个文件不超过 64 MB。

## 依据

读不了就不知道该印成什么样，不能悄悄改用自带的模板。链接可能指向不该公开的文件。

## 例

用旧编辑器把 `templates/html/base.html` 存成了 GBK 编码。

## 怎样改

用编辑器另存为 UTF-8 编码；没有读取权限的，请管理员开通；是链接的，换成真正的文件。
",
};
