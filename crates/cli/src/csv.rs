//! Fields of CSV files for Excel and WPS.

/// What such a file begins with, so that they take it for UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A line of fields. A leading `=`, `+`, `-` or `@` would be run as a formula.
pub(crate) fn line<'f>(fields: impl IntoIterator<Item = &'f str>) -> String {
    let quoted = |field: &str| {
        let guard = if field.starts_with(['=', '+', '-', '@']) && field.parse::<i64>().is_err() { "'" } else { "" };
        format!("\"{guard}{}\"", field.replace('"', "\"\""))
    };
    fields.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn quotes_commas_and_formulas_survive() {
        assert_eq!(
            line(["甲,“乙”\"丙\"", "=1+1", "-3", "0577-1"]),
            "\"甲,“乙”\"\"丙\"\"\",\"'=1+1\",\"-3\",\"0577-1\"\r\n"
        );
    }
}
