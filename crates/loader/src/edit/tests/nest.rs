//! Entries put below a key and out of it.

use nianbao_model::Form;

use super::super::{EditError, nested, unnested};
use crate::keys::Document;

const TABLES: [&str; 4] = ["主动公开", "申请", "复议", "诉讼"];
const OWN: &str = "本级";

fn nest(text: &str) -> Result<String, EditError> {
    nested(text, Document::Report(Form::latest()), &TABLES, OWN)
}

fn unnest(text: &str) -> Result<String, EditError> {
    unnested(text, Document::Report(Form::latest()), OWN)
}

const TYPED: &str = "年度: 2025 # 年\n\n# 三张表\n主动公开:\n  # 规章\n  规章: {制发: 1}\n\n# 表三\n申请:\n  本年新收:\n    自然人: {数: 3, 注: 甲} # 三件\n  # 末了\n表注: {申请: 乙}\n复议: {结果维持: 1}\n";
const NESTED: &str = "年度: 2025 # 年\n\n# 三张表\n本级:\n  主动公开:\n    # 规章\n    规章: {制发: 1}\n\n  # 表三\n  申请:\n    本年新收:\n      自然人: {数: 3, 注: 甲} # 三件\n  复议: {结果维持: 1}\n  # 末了\n表注: {申请: 乙}\n";

#[test]
fn lines_go_below_a_key_with_all_that_stands_in_them() {
    assert_eq!(nest(TYPED).as_deref(), Ok(NESTED));
    let wide = TYPED.replace('\n', "\r\n");
    assert_eq!(nest(&wide), Ok(NESTED.replace('\n', "\r\n")));
    assert_eq!(
        nest("年度: 2025\n申请: {本年新收: {自然人: 1}}").as_deref(),
        Ok("年度: 2025\n本级:\n  申请: {本年新收: {自然人: 1}}\n")
    );
    assert_eq!(nest("年度: 2025\n").as_deref(), Ok("年度: 2025\n"));
}

#[test]
fn what_was_put_below_a_key_comes_out_as_it_was() {
    let back = unnest(NESTED).expect("can be undone");
    assert_eq!(
        back.replace("  # 末了\n", ""),
        "年度: 2025 # 年\n\n# 三张表\n主动公开:\n  # 规章\n  规章: {制发: 1}\n\n# 表三\n申请:\n  本年新收:\n    自然人: {数: 3, 注: 甲} # 三件\n复议: {结果维持: 1}\n表注: {申请: 乙}\n"
    );
    assert_eq!(
        unnest("本级: # 办公室\n    # 甲\n    复议: {结果维持: 1}\n").as_deref(),
        Ok("# 办公室\n# 甲\n复议: {结果维持: 1}\n")
    );
    assert_eq!(unnest("年度: 2025\n本级:\n").as_deref(), Ok("年度: 2025\n"));
    assert_eq!(unnest("年度: 2025\n").as_deref(), Ok("年度: 2025\n"));
}

#[test]
fn what_only_a_person_can_move_is_refused() {
    let refused = |made: Result<String, EditError>| assert!(matches!(made, Err(EditError::Layout(_))), "{made:?}");
    refused(nest("{年度: 2025, 申请: {本年新收: {自然人: 1}}}"));
    refused(nest("本级:\n  复议: {结果维持: 1}\n复议: {结果维持: 2}\n"));
    refused(unnest("本级: {复议: {结果维持: 1}}\n"));
    refused(unnest("复议: {结果维持: 2}\n本级:\n  复议: {结果维持: 1}\n"));
    assert_eq!(nest("申请: [\n"), Err(EditError::Unreadable));
}
