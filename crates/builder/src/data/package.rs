//! data/datapackage.json: the year files as a Data Package (Frictionless), so that machines know each column.

use nianbao_model::Municipality;
use nianbao_model::form::Content;

use super::sums;
use super::year::{ABOUT, Column, REMARKS, Year};
use nianbao_model::json::Json;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const NAME: &str = "annual-reports-on-government-information-disclosure";

/// The descriptor of the files of `years`.
pub(super) fn package(municipality: &Municipality, years: &[i16]) -> Vec<u8> {
    let mut members = vec![
        ("$schema", Json::from(PROFILE)),
        ("name", Json::from(NAME)),
        ("title", Json::from(format!("{}：各年数据", municipality.site.name))),
        ("description", Json::from("各机关政府信息公开工作年度报告三张表里的数字，一年一份，一行一份报告。")),
    ];
    members.extend(municipality.site.base_url.as_ref().map(|url| ("homepage", Json::from(url))));
    let resources = years.iter().flat_map(|year| {
        let of_year = Year::new(municipality, *year);
        let sums = sums::has_sums(municipality, *year).then(|| sums_resource(&of_year));
        resources(&of_year).into_iter().chain(sums)
    });
    members.push(("resources", Json::List(resources.collect())));
    Json::object(members).into_file().into_bytes()
}

/// The files of a year that machines read; its workbook has headings on two lines, for people.
fn resources(year: &Year) -> [Json; 2] {
    let (name, title) = (year.number.to_string(), format!("{}年各机关的数字", year.number));
    let mut csv = file(&name, &title, "csv", "text/csv");
    csv.extend(table(schema(year)));
    let mut json = file(&name, &title, "json", "application/json");
    json[0].1 = Json::from(format!("{name}-json"));
    [Json::object(csv), Json::object(json)]
}

/// How the sums of a year are added up.
fn sums_resource(year: &Year) -> Json {
    let (name, title) = (format!("{}-sums", year.number), format!("{}年各份汇总由哪些报告相加", year.number));
    let mut csv = file(&name, &title, "csv", "text/csv");
    let fields = sums::ABOUT.iter().map(|about| text_field(*about)).chain(year.columns.iter().map(figure_field));
    csv.extend(table(Json::object([("fields", Json::List(fields.collect()))])));
    Json::object(csv)
}

fn file(name: &str, title: &str, ending: &str, mediatype: &str) -> Vec<(&'static str, Json)> {
    vec![
        ("name", Json::from(name)),
        ("path", Json::from(format!("{name}.{ending}"))),
        ("title", Json::from(title)),
        ("format", Json::from(ending)),
        ("mediatype", Json::from(mediatype)),
    ]
}

fn table(schema: Json) -> [(&'static str, Json); 3] {
    [("type", Json::from("table")), ("encoding", Json::from("utf-8")), ("schema", schema)]
}

/// The columns of a year's CSV file.
fn schema(year: &Year) -> Json {
    let mut fields: Vec<Json> = ABOUT.iter().map(|about| text_field(*about)).collect();
    fields.extend(year.columns.iter().map(figure_field));
    fields.push(text_field(REMARKS));
    Json::object([("fields", Json::List(fields)), ("primaryKey", Json::texts([ABOUT[0].0]))])
}

fn text_field((name, description): (&str, &str)) -> Json {
    let members = [("name", name), ("type", "string"), ("description", description)];
    Json::object(members.map(|(key, value)| (key, Json::from(value))))
}

fn figure_field(column: &Column) -> Json {
    let kind = if column.figure.content == Content::Amount { "number" } else { "integer" };
    let label = column.form.label(&column.figure.address);
    let members = [("name", column.figure.path.clone()), ("type", kind.to_owned()), ("description", label)];
    Json::object(members.map(|(key, value)| (key, Json::from(value))))
}
