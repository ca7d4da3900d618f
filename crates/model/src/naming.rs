//! What an agency is called, and was called before: a report keeps the name that it was made under.

use crate::{Agency, Report, Spanned};

/// 曾用名: a name that an agency went by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FormerName {
    /// 名称: the full official name of that time.
    pub name: Spanned<String>,
    /// 至: the last reporting year under it.
    pub until: i16,
}

impl Agency {
    /// The name under which it reports on `year`.
    pub fn name_in(&self, year: i16) -> &Spanned<String> {
        let then = self.former_names.iter().filter(|former| year <= former.until);
        then.min_by_key(|former| former.until).map_or(&self.name, |former| &former.name)
    }

    /// The name that `report` is published under: as it was kept then, otherwise that of its year.
    pub fn name_on<'a>(&'a self, report: &'a Report) -> &'a Spanned<String> {
        match &report.record {
            Some(record) => &record.name,
            None => self.name_in(report.year),
        }
    }

    /// All its full names, that of today first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let former = self.former_names.iter().map(|former| former.name.value.as_str());
        std::iter::once(self.name.value.as_str()).chain(former)
    }

    /// Whether `word` is its folder, its short name or a full name of it, of today or of former times.
    pub fn is_called(&self, word: &str) -> bool {
        let is_folder = self.id.as_str() == word.trim_matches('/');
        is_folder || self.short_name.as_deref() == Some(word) || self.names().any(|name| name == word)
    }

    /// The title of its report of `year`: as published where that differs, otherwise by the standard's pattern.
    pub fn title(&self, report: &Report) -> String {
        match &report.title {
            Some(title) => title.value.clone(),
            None => format!("{}{}年政府信息公开工作年度报告", self.name_on(report).value, report.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FormerName;
    use crate::{Agency, AgencyId, FileId, Record, Report, Span, Spanned};

    fn spanned(name: &str) -> Spanned<String> {
        Spanned::new(name.to_owned(), Span::new(FileId(0), 0, 0))
    }

    #[test]
    fn each_year_has_the_name_of_its_time() {
        let former = |name, until| FormerName { name: spanned(name), until };
        let mut agency = Agency::new(AgencyId::root(), spanned("市数据局"));
        agency.former_names = vec![former("市大数据局", 2023), former("市信息办", 2019)];
        let names = [2018, 2019, 2020, 2023, 2024].map(|year| agency.name_in(year).value.as_str());
        assert_eq!(names, ["市信息办", "市信息办", "市大数据局", "市大数据局", "市数据局"]);
        assert!(agency.is_called("市信息办") && agency.is_called("市数据局") && !agency.is_called("市水利局"));
    }

    #[test]
    fn a_record_keeps_its_name() {
        let agency = Agency::new(AgencyId::root(), spanned("市数据局"));
        let record = Some(Record { name: spanned("市大数据局"), corrections: 0, sum: None });
        let report = Report { record, ..Report::blank(2024) };
        assert_eq!(agency.name_on(&report).value, "市大数据局");
        assert_eq!(agency.title(&report), "市大数据局2024年政府信息公开工作年度报告");
        assert_eq!(agency.name_on(&Report::blank(2024)).value, "市数据局");
    }
}
