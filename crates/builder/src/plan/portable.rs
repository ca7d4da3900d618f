//! Names of files that other systems refuse.

use nianbao_disk::is_portable;
use nianbao_model::{AgencyId, Code, Diagnostic, Kind, Severity};

use super::{Page, Plan, Product, SiteFile, image_place};
use crate::templates::Templates;

/// A name that some systems do not allow.
pub(crate) static UNPORTABLE: Code = Code {
    id: "U011",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "Windows 上不能用的名称",
    docs: "\
## 检查什么

机关的文件夹、图片和 `templates/` 里的文件，名称在 Windows、macOS 和 Linux 上都能用：没有 `< > : \" | ? *` 和反斜杠，
没有控制字符，不以点号或空格结尾，也不是 Windows 留给设备的名称（`con`、`prn`、`aux`、`nul`、`com1`、`lpt1` 等）。

## 依据

生成的网站和 PDF 要交给别人，在别的电脑上打开。Windows 拷不进这样的文件。

## 例

有一个机关的文件夹叫 `con`；或者有一张图片叫 `图?.png`。

## 怎样改

换个名称；是图片的，正文里也跟着改。
",
};

impl Plan<'_> {
    /// The names that some systems do not allow, each told once.
    pub(crate) fn unportable(&self, templates: &Templates) -> Vec<Diagnostic> {
        self.jobs.iter().filter_map(|job| judge(&job.product, templates)).collect()
    }
}

fn judge(product: &Product, templates: &Templates) -> Option<Diagnostic> {
    match product {
        Product::Page(Page::Agency(agency)) if agency.id != AgencyId::root() => {
            let folder = agency.id.as_str().rsplit('/').next().filter(|folder| !is_portable(folder))?;
            let finding = told(folder).about(&agency.id, None).at(agency.name.span, "这个机关的文件夹名称要换");
            Some(finding.help("给这个文件夹换个名称，网址也随之改变。"))
        }
        Product::File(SiteFile::Image { agency, report, name, .. }) if !is_portable(name) => {
            let finding = told(name).about(&agency.id, report.year).help("给图片换个名称，正文里也跟着改。");
            Some(match image_place(report, name) {
                Some(span) => finding.at(span, ""),
                None => finding,
            })
        }
        Product::File(SiteFile::Asset { path, .. }) => {
            let step = path.split('/').find(|step| !is_portable(step))?;
            let finding = told(step).help("给 templates 里的这个文件换个名称。");
            Some(match templates.place(path) {
                Some(span) => finding.at(span, ""),
                None => finding,
            })
        }
        _ => None,
    }
}

fn told(name: &str) -> Diagnostic {
    Diagnostic::new(&UNPORTABLE, format!("“{name}”这个名称在 Windows 上不能用"))
}
