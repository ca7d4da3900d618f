//! A file of one report that could not be made: a finding about that report.

use nianbao_model::{Agency, AgencyId, Code, Diagnostic, Kind, Report, Severity, Span};

use crate::pdf::PdfError;
use crate::plan::Product;
use crate::renderer::RenderError;
use crate::templates::{Fault, Templates};

/// A report that nothing was found wrong with, and that does not come out.
pub(crate) static UNMADE: Code = Code {
    id: "U013",
    kind: Kind::Build,
    severity: Severity::Error,
    title: "这份报告没有生成",
    docs: "\
## 检查什么

检查通过的报告，网页、PDF 和数据文件都生成得出来。

## 依据

该拦下的问题都应当在检查时就说明。到生成时才出现的，是年报工坊没有料到的写法。

## 例

正文里有排版程序处理不了的内容，而检查没有发现。

## 怎样改

- 看看这份报告里有没有不寻常的写法：极长的文字、层层嵌套的列表、罕见的符号。改成普通的写法再试。
- 找不出来，请把这份报告的文件夹交给年报工坊的开发者。急用时先把它移到 `content/` 之外，其余的报告照常生成。
",
};

/// A file of one report that could not be made.
#[derive(Debug, thiserror::Error)]
#[error("{what}没有生成：{reason}")]
pub struct Unmade {
    /// The file, in words.
    what: String,
    agency: AgencyId,
    year: i16,
    place: Span,
    reason: Reason,
}

/// Why it could not be made.
#[derive(Debug, thiserror::Error)]
enum Reason {
    #[error(transparent)]
    Pdf(PdfError),
    #[error(transparent)]
    Render(RenderError),
}

impl Unmade {
    /// The PDF of a report.
    pub(super) fn pdf(agency: &Agency, report: &Report, reason: PdfError) -> Self {
        Self::new(&Product::Pdf(agency, report), agency, report, Reason::Pdf(reason))
    }

    /// A page, or another file of the site.
    pub(super) fn file(product: &Product, agency: &Agency, report: &Report, reason: RenderError) -> Self {
        Self::new(product, agency, report, Reason::Render(reason))
    }

    fn new(product: &Product, agency: &Agency, report: &Report, reason: Reason) -> Self {
        Self {
            what: product.describe(),
            agency: agency.id.clone(),
            year: report.year,
            place: report.file().map_or(agency.name.span, |file| Span::new(file, 0, 0)),
            reason,
        }
    }

    /// The faults of templates that it is about.
    pub fn faults(&self) -> &[Fault] {
        match &self.reason {
            Reason::Pdf(error) => error.faults(),
            Reason::Render(error) => error.faults(),
        }
    }

    /// The finding about the report; where the workspace has templates of its own, theirs at their places.
    pub(super) fn findings(&self, templates: &Templates) -> Vec<Diagnostic> {
        if templates.has_own("") && !self.faults().is_empty() {
            return templates.findings(self.faults(), &format!("做{}时发现", self.what));
        }
        let finding = Diagnostic::new(&UNMADE, self.to_string()).about(&self.agency, self.year).at(self.place, "");
        vec![finding.help("看看这份报告里有没有不寻常的写法；找不出来就把它的文件夹交给年报工坊的开发者。")]
    }
}
