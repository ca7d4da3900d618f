//! What the schemas say of every declared key.

use nianbao_model::Forms;

use super::{SchemaOf, schema};

#[test]
fn every_schema_is_told_the_same_each_time_and_in_chinese() {
    for which in SchemaOf::ALL {
        let text = schema(which, &Forms::default());
        assert_eq!(text, schema(which, &Forms::default()));
        assert!(text.contains(which.file()), "{which:?}");
        assert!(text.lines().filter(|line| line.contains("\"description\"")).count() >= 8, "{which:?}");
    }
}

#[test]
fn both_forms_are_there_with_their_rows() {
    let text = schema(SchemaOf::Report, &Forms::default());
    for part in ["tables2019", "tables2021", "逾期不缴费", "no_correction", "待核对", "\"maximum\": 2020"] {
        assert!(text.contains(part), "{part}");
    }
}
