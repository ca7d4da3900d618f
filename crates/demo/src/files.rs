//! The files of a workspace with a made-up municipality.

use std::collections::BTreeMap;

use nianbao_writer::{Style, Zeros};

use crate::report::Report;
use crate::tree::Agency;
use crate::values::{self, Cells, EMBLEM};

/// What every YAML file begins with.
const FIRST_LINES: &str = "# 演示数据：机关和数字都是虚构的。\n";
const STYLE: Style = Style { comments: true, zeros: Zeros::AsGiven };

/// A shield without any emblem on it.
const EMBLEM_PICTURE: &str = "\
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"96\" viewBox=\"0 0 90 96\">
<path d=\"M45 4 82 16v32c0 22-16 36-37 44C24 84 8 70 8 48V16z\" fill=\"#fff\" stroke=\"#8a8f98\" stroke-width=\"4\"/>
<path d=\"M24 40h42M24 54h42M31 68h28\" stroke=\"#8a8f98\" stroke-width=\"5\" stroke-linecap=\"round\" stroke-dasharray=\"9 8\"/>
</svg>
";

/// The text of every file by its path.
pub(crate) fn of(agencies: &[Agency], reports: &[Vec<Report>], seed: u64) -> BTreeMap<String, String> {
    let cells = Cells::new();
    let mut files = BTreeMap::from([
        ("content/site.yaml".to_owned(), FIRST_LINES.to_owned() + &nianbao_writer::site(&values::site())),
        (format!("content/{EMBLEM}"), EMBLEM_PICTURE.to_owned()),
    ]);
    for (place, (agency, reports)) in agencies.iter().zip(reports).enumerate() {
        let folder = agency.content_folder();
        let below: Vec<&str> =
            agencies.iter().filter(|other| other.above == Some(place)).map(|other| other.folder.as_str()).collect();
        let text = nianbao_writer::agency(&values::agency(agency, &below, seed));
        files.insert(format!("{folder}agency.yaml"), FIRST_LINES.to_owned() + &text);
        for report in reports {
            let year = report.head.year;
            let value = values::report(agency, report, !below.is_empty(), &cells);
            let text = FIRST_LINES.to_owned() + &nianbao_writer::report(&value, STYLE);
            files.insert(format!("{folder}{year}/report.yaml"), slip(text, &report.yaml_slips));
            if let Some(slips) = &report.prose_slips {
                let text = nianbao_writer::narrative(&value.narrative, value.form);
                files.insert(format!("{folder}{year}/narrative.md"), slip(text, slips));
            }
        }
    }
    files
}

fn slip(text: String, slips: &[(String, String)]) -> String {
    slips.iter().fold(text, |text, (right, wrong)| text.replacen(right, wrong, 1))
}
