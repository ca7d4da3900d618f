//! The six sections of a report (格式2021, part 一 to 六).

use crate::{Form, TableId};

/// One of the six sections, in the official order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// 一、总体情况: narrative.
    Overview,
    /// 二、主动公开政府信息情况: table 2.
    Disclosure,
    /// 三、收到和处理政府信息公开申请情况: table 3.
    Applications,
    /// 四、政府信息公开行政复议、行政诉讼情况: table 4.
    Proceedings,
    /// 五、存在的主要问题及改进情况: narrative.
    Problems,
    /// 六、其他需要报告的事项: narrative.
    Other,
}

impl SectionKind {
    /// All six, in order.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Disclosure, Self::Applications, Self::Proceedings, Self::Problems, Self::Other];

    /// The sections that an editor writes in narrative.md.
    pub const NARRATIVE: [Self; 3] = [Self::Overview, Self::Problems, Self::Other];

    /// The Chinese numeral before the heading.
    pub fn numeral(self) -> &'static str {
        match self {
            Self::Overview => "一",
            Self::Disclosure => "二",
            Self::Applications => "三",
            Self::Proceedings => "四",
            Self::Problems => "五",
            Self::Other => "六",
        }
    }

    /// The official heading, without its number.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overview => "总体情况",
            Self::Disclosure => "主动公开政府信息情况",
            Self::Applications => "收到和处理政府信息公开申请情况",
            Self::Proceedings => "政府信息公开行政复议、行政诉讼情况",
            Self::Problems => "存在的主要问题及改进情况",
            Self::Other => "其他需要报告的事项",
        }
    }

    /// Headings in the words of 条例 art. 50, which were usual before 格式2021 and still turn up.
    pub fn older_headings(self) -> &'static [&'static str] {
        match self {
            Self::Proceedings => &["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
            Self::Problems => &["政府信息公开工作存在的主要问题及改进情况"],
            _ => &[],
        }
    }

    /// The heading that a report on `form` prints where `written` was written: the same, if the form allows it.
    pub fn printed_heading(self, form: &Form, written: &str) -> &'static str {
        let older = self.older_headings().iter().find(|older| **older == written);
        older.filter(|_| form.allows_older_headings()).copied().unwrap_or(self.heading())
    }

    /// The table that stands in this section, if it is one of the three that hold a table.
    pub fn table(self) -> Option<TableId> {
        match self {
            Self::Disclosure => Some(TableId::Disclosure),
            Self::Applications => Some(TableId::Applications),
            Self::Proceedings => Some(TableId::Proceedings),
            _ => None,
        }
    }

    /// The section whose official or earlier heading is `heading`, numbers and spaces left out.
    pub fn from_heading(heading: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.heading() == heading || kind.older_headings().contains(&heading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_heading_is_printed_on_the_older_form_only() {
        let older = "政府信息公开工作存在的主要问题及改进情况";
        let printed = |year| {
            let form = Form::of_year(year).expect("a form");
            SectionKind::Problems.printed_heading(form, older)
        };
        assert_eq!((printed(2020), printed(2021)), (older, "存在的主要问题及改进情况"));
        assert_eq!(SectionKind::Problems.printed_heading(Form::latest(), ""), SectionKind::Problems.heading());
    }
}
