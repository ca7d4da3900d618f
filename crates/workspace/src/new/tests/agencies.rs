//! Lists become agencies.

use nianbao_loader::Memory;

use super::super::{Agencies, Wrong, agencies, listed};
use super::{checked, city, table, with};

fn plan(files: &Memory, text: &str) -> Result<Agencies, Vec<Wrong>> {
    let checked = checked(files);
    agencies(files, checked.municipality().unwrap(), &listed(&table(text)).unwrap().rows)
}

fn added(plan: &Agencies) -> Vec<(&str, &str)> {
    plan.added.iter().map(|added| (added.id.as_str(), added.name.as_str())).collect()
}

fn faults(text: &str) -> Vec<String> {
    let wrong = plan(&city(), text).unwrap_err();
    wrong.into_iter().map(|wrong| format!("{}：{}", wrong.place, wrong.message)).collect()
}

const LIST: &str = "\
名称|简称|类别|上级|电话
海州市第一中学||学校|市教育局|
海州市教育局|市教育局|市政府工作部门||0518-80000001
海州市经济局||市政府工作部门||
海州市交通局||市政府工作部门||
海州市新浦区教育局||区政府工作部门|新浦区|
海州市人民政府||||
海州市财政局|财政局|||
海州市连云区人民政府||县区||
";

#[test]
fn folders_come_from_initials_and_no_two_are_alike() {
    let plan = plan(&city(), LIST).unwrap();
    assert_eq!(
        added(&plan),
        [
            ("jyj", "海州市教育局"),
            ("jjj", "海州市经济局"),
            ("jtj", "海州市交通局"),
            ("lyq", "海州市连云区人民政府"),
            ("jyj/dyzx", "海州市第一中学"),
            ("xpq/jyj", "海州市新浦区教育局"),
        ]
    );
    assert_eq!(plan.there.len(), 2);
    assert_eq!((plan.there[1].name.as_str(), plan.there[1].differs.as_slice()), ("海州市财政局", ["简称"].as_slice()));
    let (path, text) = &plan.files[0];
    assert_eq!(path, "content/agencies/jyj/agency.yaml");
    let values =
        "名称: 海州市教育局\n简称: 市教育局\n类别: 市政府工作部门\n排序: 30\n联系方式:\n  电话: 0518-80000001\n";
    assert!(text.starts_with("# ") && text.ends_with(values), "{text}");
}

#[test]
fn what_was_made_is_read_without_a_fault_and_made_once() {
    let plan_of = |files: &Memory| plan(files, LIST).unwrap();
    let files = with(city(), &plan_of(&city()).files);
    let found = checked(&files).findings;
    assert!(found.iter().all(|finding| !finding.is_unreadable()), "{found:?}");
    let again = plan_of(&files);
    assert_eq!((again.added.len(), again.files.len(), again.there.len()), (0, 0, 8));
    let more = plan(&files, &format!("{LIST}海州市金融局||||\n")).unwrap();
    assert_eq!(added(&more), [("jrj", "海州市金融局")]);
}

#[test]
fn a_folder_that_a_run_left_empty_is_used_and_one_that_is_taken_is_not() {
    let mut files = city();
    files.insert("content/agencies/jyj/2024/report.yaml", "年度: 2024\n");
    files.insert("content/agencies/jjj/agencies/x/.nianbao-1.tmp", "");
    assert_eq!(
        added(&plan(&files, "名称\n海州市教育局\n海州市经济局\n海州市检验局\n").unwrap()),
        [("jyj2", "海州市教育局"), ("jjj", "海州市经济局"), ("jyj3", "海州市检验局")]
    );
}

#[test]
fn every_wrong_row_is_named_and_nothing_comes_of_the_others() {
    let text = "\
名称|文件夹|上级|电话
海州市教育局||市经济局|
海州市甲局|Jia||
海州市乙局|czj||
海州市丙局|2024||
海州市丁局|../ding||
海州市戊局|con||
海州市戊局|wu||
|ji||
说明：以上共7个|||
海州市庚局|geng||
海州市辛局|geng||
龘龘||海州市龘局|
";
    assert_eq!(
        faults(text),
        [
            "第 2 行：没有叫“市经济局”的上级；上级是海州市人民政府的，空着；别的请核对名称，或者在名单里加上它",
            "第 8 行：“海州市戊局”写了两次，第 7 行也是它；请删去一行",
            "第 9 行：没有写机关的名称",
            "第 10 行：“说明：以上共7个”不像机关的名称；请写全称，不是机关的行请删去",
            "第 13 行：没有叫“海州市龘局”的上级；上级是海州市人民政府的，空着；别的请核对名称，或者在名单里加上它",
        ]
    );
    let text =
        text.lines().filter(|line| !["教育局", "戊局|wu", "|ji", "说明", "龘"].iter().any(|word| line.contains(word)));
    assert_eq!(
        faults(&text.collect::<Vec<_>>().join("\n")),
        [
            "第 2 行：文件夹“Jia”不能用；只能有小写英文字母、数字和短横线，最多 40 个，如 tcj",
            "第 3 行：文件夹“czj”已经有了（海州市财政局）；请换一个",
            "第 4 行：文件夹“2024”另有用处，不能做机关的文件夹；请换一个，如 2024j",
            "第 5 行：文件夹“../ding”不能用；只能有小写英文字母、数字和短横线，最多 40 个，如 tcj",
            "第 6 行：文件夹“con”另有用处，不能做机关的文件夹；请换一个，如 conj",
            "第 8 行：文件夹“geng”前面的机关已经用了；请换一个",
        ]
    );
}

#[test]
fn the_government_as_superior_is_understood() {
    for word in ["", "市政府", "市人民政府", "海州市人民政府", "海州市政府", "海州市", "本市政府"]
    {
        assert_eq!(
            added(&plan(&city(), &format!("名称|上级\n海州市教育局|{word}\n")).unwrap()),
            [("jyj", "海州市教育局")]
        );
        let again = plan(&city(), &format!("名称|上级\n海州市财政局|{word}\n")).unwrap();
        assert!(again.there[0].differs.is_empty(), "{word}");
    }
    let told = "第 2 行：没有叫“区政府”的上级；上级是海州市人民政府的，空着；别的请核对名称，或者先建它";
    assert_eq!(faults("名称|上级\n海州市教育局|区政府\n"), [told]);
}

#[test]
fn a_telephone_without_its_zero_is_told() {
    let text = "名称|电话\n海州市教育局|5998832005\n海州市经济局|13812345678\n海州市交通局|4001234567\n海州市审计局|0518-80000001\n海州市统计局|51880000001\n海州市财政局|5188000000\n";
    let rows = listed(&table(text)).unwrap().rows;
    let told = plan(&city(), text).unwrap().telephones_told(&rows).unwrap();
    assert_eq!(
        told,
        "第 2 行的电话 5998832005、第 6 行的电话 51880000001可能少了最前面的 0（表格会去掉数字前面的 0），请核对。"
    );
    let rows = listed(&table(LIST)).unwrap().rows;
    assert_eq!(plan(&city(), LIST).unwrap().telephones_told(&rows), None);
}

#[test]
fn superiors_in_a_circle_are_told() {
    assert_eq!(
        faults("名称|上级\n海州市甲局|海州市乙局\n海州市乙局|海州市甲局\n海州市丙局|\n"),
        [
            "第 2 行：上级连成了一圈，没有一个在最上面；请核对“上级”一栏",
            "第 3 行：上级连成了一圈，没有一个在最上面；请核对“上级”一栏"
        ]
    );
    assert_eq!(faults("名称|上级\n海州市甲局|海州市甲局\n"), ["第 2 行：上级写的是它自己；没有上级的空着"]);
}

#[test]
fn three_hundred_agencies_get_three_hundred_folders() {
    let rows: String = (0..300).map(|number| format!("海州市第{number}教育局|\n")).collect::<Vec<_>>().concat();
    let plan = plan(&city(), &format!("名称|电话\n{rows}")).unwrap();
    let folders: std::collections::BTreeSet<&str> = plan.added.iter().map(|added| added.id.as_str()).collect();
    assert_eq!((plan.added.len(), folders.len(), plan.files.len()), (300, 300, 300));
}
