//! What stands in a new form already.

use nianbao_model::{Address, Cell, Form, Report};

/// A blank report on `form` whose 上年结转 is what `previous` carried out, column by column.
pub(super) fn carried_over(form: &'static Form, year: i16, previous: Option<&Report>) -> Report {
    let mut report = Report { form, ..Report::blank(year) };
    let Some(previous) = previous else { return report };
    let (now, then) = (form.applications(), previous.form.applications());
    for applicant in &now.applicants {
        let Some(columns) = then.applicant(applicant.key) else { continue };
        let value = previous.figure(&then.carried_out.at(columns));
        let address: Address = now.carried_in.at(&applicant.columns);
        report.figures.set(&address, Cell { value, ..Cell::default() });
    }
    report
}
