//! What is said to whoever writes a section in the form: the words of the workbook that is filled in, in a line.

use nianbao_model::SectionKind;

use crate::data::guidance;

/// What belongs into a section, or with none in front of the first one.
pub fn form_guidance(kind: Option<SectionKind>, year: i16) -> String {
    match kind {
        None => guidance::INTRODUCTION.to_owned(),
        Some(SectionKind::Overview) => {
            let names = guidance::OVERVIEW.map(|(name, _)| name).join("、");
            format!("分小标题写：{names}。小标题可以改，也可以增加。")
        }
        Some(kind) => guidance::of_section(kind, year),
    }
}
