//! The sums of a city, added up again from what is published by a tool that knows nothing of us.

use std::fs;
use std::path::Path;

use nianbao_tests::{Database, Workspace, nianbao};

/// The columns before the figures.
const ABOUT: [&str; 7] = ["机关编号", "机关", "类别", "标题", "公开日期", "网页", "注"];

/// A made-up city with counties, added up at two levels.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    for arguments in [&["demo", ".", "--agencies", "44", "--years", "1", "--seed", "5"][..], &["build", "--no-pdf"]] {
        let told = nianbao(workspace.path(), arguments).output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
    }
    workspace
}

fn database(workspace: &Workspace, year: &Path, sums: &Path) -> Database {
    let file = workspace.path().join("city.db");
    drop(fs::remove_file(&file));
    Database::of(&file, &[("year", year), ("sums", sums)])
}

fn figures(database: &Database) -> Vec<String> {
    database.columns("year").into_iter().filter(|name| !ABOUT.contains(&name.as_str())).collect()
}

/// An exact number of ten-thousandths: SQLite would add binary fractions.
fn exact(column: &str) -> String {
    format!("CAST(round({column} * 10000) AS INTEGER)")
}

/// The cells of all sums that are not what their lines come to.
fn differences(database: &Database) -> Vec<String> {
    let of_figure = |figure: &String| {
        let (part, whole) = (exact(&format!("s.\"{figure}\"")), exact(&format!("y.\"{figure}\"")));
        format!(
            "SELECT y.机关编号 || ' {figure}' FROM sums s JOIN year y ON y.机关编号 = s.汇总机关编号 \
             GROUP BY s.汇总机关编号 HAVING sum({part}) <> max({whole})"
        )
    };
    database.ask(&figures(database).iter().map(of_figure).collect::<Vec<_>>().join(" UNION ALL "))
}

#[test]
fn every_figure_of_every_sum_is_what_its_parts_come_to() {
    let workspace = city();
    let data = workspace.path().join("dist/site/data");
    let (year, sums) = (data.join("2024.csv"), data.join("2024-sums.csv"));
    let database = database(&workspace, &year, &sums);
    let figures = figures(&database);
    assert_eq!(figures.len(), 200);
    assert_eq!(differences(&database), [""; 0]);
    // The check is one: a figure of the city that is wrong by 1 is seen.
    let text = fs::read_to_string(&year).unwrap();
    let city = text.lines().nth(1).unwrap();
    let permits = database.ask("SELECT \"主动公开.行政许可\" FROM year WHERE 机关编号 = 'government'").remove(0);
    let more = (permits.parse::<u64>().unwrap() + 1).to_string();
    let wrong = workspace.path().join("wrong.csv");
    fs::write(&wrong, text.replacen(city, &city.replacen(&permits, &more, 1), 1)).unwrap();
    assert_eq!(differences(&self::database(&workspace, &wrong, &sums)), ["government 主动公开.行政许可"]);
}

#[test]
fn nobody_is_counted_twice_and_nobody_left_out() {
    let workspace = city();
    let data = workspace.path().join("dist/site/data");
    let database = database(&workspace, &data.join("2024.csv"), &data.join("2024-sums.csv"));
    assert_eq!(database.ask("SELECT count(*) FROM year"), ["44"]);
    assert!(database.ask("SELECT count(DISTINCT 汇总机关编号) FROM sums")[0].parse::<u32>().unwrap() >= 2);
    let counted_otherwise = "SELECT y.机关编号 FROM year y LEFT JOIN sums s ON s.机关编号 = y.机关编号 \
                             WHERE y.机关编号 <> 'government' GROUP BY y.机关编号 HAVING count(s.机关) <> 1";
    assert_eq!(database.ask(counted_otherwise), [""; 0]);
    // What a part brings is what its own report says.
    let figures = figures(&database);
    let other =
        figures.iter().map(|figure| format!("s.\"{figure}\" <> y.\"{figure}\"")).collect::<Vec<_>>().join(" OR ");
    let differs = format!("SELECT y.机关编号 FROM sums s JOIN year y ON y.机关编号 = s.机关编号 WHERE {other}");
    assert_eq!(database.ask(&differs), [""; 0]);
    // The city is all offices and all agencies below, whatever lies between.
    for figure in &figures {
        let (part, whole) = (exact(&format!("\"{figure}\"")), exact(&format!("\"{figure}\"")));
        let alone = format!(
            "SELECT (SELECT sum({part}) FROM sums WHERE 机关编号 NOT IN (SELECT 汇总机关编号 FROM sums)) \
             - (SELECT {whole} FROM year WHERE 机关编号 = 'government')"
        );
        assert_eq!(database.ask(&alone), ["0"], "{figure}");
    }
}
