//! What the declaration says of a row or column by its meaning is what the keys of report.yaml say.

use crate::form::{Cases, Form, Forms};

/// Panics, naming the path, where it leads elsewhere.
fn leads(form: &Form, path: &str, address: &crate::Address) {
    assert_eq!(form.look_up(path).as_ref(), Ok(address), "{path} on the form of {}", form.since);
}

#[test]
fn rows_and_columns_of_table_three_are_where_the_keys_lead() {
    for form in Forms::default().all() {
        let table = form.applications();
        let columns = [("自然人", &table.natural_person), ("总计", &table.total)];
        let columns = columns.into_iter().chain(table.applicants.iter().map(|one| (one.key, &one.columns)));
        for (key, column) in columns {
            for (row, rows) in [
                ("本年新收", &table.received),
                ("上年结转", &table.carried_in),
                ("予以公开", &table.granted),
                ("部分公开", &table.partially_granted),
                ("不予公开", &table.refused),
                ("无法提供", &table.unavailable),
                ("不予处理", &table.not_processed),
                ("其他处理", &table.other),
                ("办理结果总计", &table.concluded),
                ("结转下年度", &table.carried_out),
            ] {
                assert_eq!(table.rows(row).as_ref(), Some(rows), "{row}");
                // 其他处理.其他 is the row.
                if !(form.divides_other() && (row, key) == ("其他处理", "其他")) {
                    leads(form, &format!("申请.{row}.{key}"), &rows.at(column));
                }
            }
        }
        assert_eq!(table.applicants.len(), 6);
        assert_eq!(table.organisations.each().count(), 5);
        assert!(table.organisations.each().eq(table.applicants.iter().skip(1).map(|one| one.columns.clone())));
        assert_eq!(table.refused.each().count(), 8);
    }
}

#[test]
fn rows_are_found_by_their_keys() {
    let table = Form::latest().applications();
    let secret = table.rows("不予公开.属于国家秘密").expect("a row");
    leads(Form::latest(), "申请.不予公开.属于国家秘密.总计", &secret.at(&table.total));
    assert_eq!(table.refused.each().next(), Some(secret));
    assert_eq!((table.rows("不予公开.没有这一项"), table.rows("")), (None, None));
    assert!(table.rows("其他处理.其他").is_some());
    assert!(Form::latest().undivided().applications().rows("其他处理.其他").is_none());
}

#[test]
fn figures_of_table_two_are_where_the_keys_lead() {
    let form = Form::latest();
    let table = form.disclosure();
    let documents = table.documents.as_ref().expect("documents");
    for (row, stock) in [("规章", &documents.regulations), ("行政规范性文件", &documents.normative_documents)]
    {
        leads(form, &format!("主动公开.{row}.制发"), &stock.issued);
        leads(form, &format!("主动公开.{row}.废止"), &stock.repealed);
        leads(form, &format!("主动公开.{row}.现行有效"), &stock.in_force);
    }
    leads(form, "主动公开.行政许可", &table.permits);
    leads(form, "主动公开.行政处罚", &table.penalties);
    leads(form, "主动公开.行政强制", &table.coercive_measures);
    leads(form, "主动公开.行政事业性收费", table.fees.as_ref().expect("fees"));
    let older = Form::of_year(2019).expect("a form");
    let table = older.disclosure();
    assert_eq!((&table.documents, &table.fees), (&None, &None));
    leads(older, "主动公开.行政许可.处理决定", &table.permits);
    leads(older, "主动公开.行政处罚.处理决定", &table.penalties);
    leads(older, "主动公开.行政强制.处理决定", &table.coercive_measures);
}

#[test]
fn figures_of_table_four_are_where_the_keys_lead() {
    for form in Forms::default().all() {
        let table = form.proceedings();
        for (path, Cases { upheld, corrected, other, pending, total }) in [
            ("复议", &table.reconsideration),
            ("诉讼.未经复议直接起诉", &table.direct),
            ("诉讼.复议后起诉", &table.after_reconsideration),
        ] {
            for (key, address) in [
                ("结果维持", upheld),
                ("结果纠正", corrected),
                ("其他结果", other),
                ("尚未审结", pending),
                ("总计", total),
            ] {
                leads(form, &format!("{path}.{key}"), address);
            }
        }
        leads(form, "诉讼", &table.litigation);
    }
}
