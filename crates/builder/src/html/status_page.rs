//! How far the reports of the whole city are, for the office that waits for them. It is never published.

use jiff::civil::Date;
use nianbao_model::overview::{Overview, OverviewRow, Standing};
use nianbao_model::{Agency, Municipality};
use serde::Serialize;

use crate::link;
use crate::templates::Templates;
use crate::view::{LinkView, Theme, date_text, days_left};

/// The reports of a year by how far they are.
#[derive(Debug, Clone, Serialize)]
pub struct StatusPage {
    /// What the page is called.
    pub(crate) title: String,
    /// 网站名称.
    pub(crate) site: String,
    /// The stylesheets, which stand within the page; nothing where the preview serves them.
    pub(crate) style: Option<String>,
    /// Whether the site has a colour of its own.
    pub(crate) theme: bool,
    /// The state of the workspace that it shows; nothing where nobody watches it.
    pub(crate) version: Option<String>,
    /// The reporting year.
    pub(crate) year: i16,
    /// The day that days are counted from, `2025年1月20日`.
    pub(crate) today: String,
    /// How many reports there should be.
    pub(crate) reports: usize,
    /// The years that can be chosen, the newest first; the one shown leads nowhere.
    pub(crate) years: Vec<Choice>,
    /// All reports, then those of each standing.
    pub(crate) standings: Vec<StandingChoice>,
    /// The reports that are shown, what is to be done first in front.
    pub(crate) groups: Vec<StatusGroup>,
    /// Those that their superior's list names and that have no folder.
    pub(crate) without_folder: Vec<String>,
    /// A link to the same table as CSV; nothing in a page that stands alone.
    pub(crate) csv: Option<LinkView>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Choice {
    /// The text of the choice.
    pub(crate) text: String,
    /// Where it leads; nothing where it is chosen already.
    pub(crate) href: Option<String>,
}

/// A standing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct StandingChoice {
    /// Its name in JSON, or `all`.
    pub(crate) name: &'static str,
    /// How many reports have it.
    pub(crate) count: usize,
    /// How many of these have warnings but no errors.
    pub(crate) warned: usize,
    /// What it says, and where it leads.
    #[serde(flatten)]
    pub(crate) choice: Choice,
}

/// The reports of one standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct StatusGroup {
    /// The standing's name in JSON.
    pub(crate) name: &'static str,
    /// What people call the standing.
    pub(crate) title: &'static str,
    /// What that means to whoever waits for the reports, where the name leaves it open.
    pub(crate) meaning: Option<&'static str>,
    /// The reports, in the official order.
    pub(crate) lines: Vec<StatusLine>,
}

/// A report in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct StatusLine {
    /// The name of the agency.
    pub(crate) agency: String,
    /// Its report, or its page where there is none.
    pub(crate) href: Option<String>,
    /// How many errors it has.
    pub(crate) errors: usize,
    /// How many warnings it has that it does not accept.
    pub(crate) warnings: usize,
    /// The last day for publishing it, `1月31日`.
    pub(crate) deadline: Option<String>,
    /// How long that is, `还有3天`.
    pub(crate) left: Option<String>,
    /// Whether it is over and the report cannot be published yet.
    pub(crate) late: bool,
    /// 电话 of the agency.
    pub(crate) telephone: Option<String>,
}

/// What the preview adds: links, which lead nowhere in a page that stands alone.
#[derive(Debug, Clone)]
pub struct Served {
    /// The state of the workspace.
    pub version: String,
    /// The only standing to show.
    pub only: Option<Standing>,
    /// The years that can be chosen.
    pub years: Vec<i16>,
}

impl StatusPage {
    /// The page of `overview` on the day `today`, as one file that needs no other.
    pub fn alone(municipality: &Municipality, overview: &Overview, today: Date, templates: &Templates) -> Self {
        let styles = ["assets/style.css", "preview/preview.css"].map(|name| templates.get(name).unwrap_or_default());
        let style = styles.concat() + &Theme::of(&municipality.site).map(Theme::stylesheet).unwrap_or_default();
        Self { style: Some(style), ..Self::new(municipality, overview, today, None) }
    }

    /// The same in the preview.
    pub fn served(municipality: &Municipality, overview: &Overview, today: Date, served: &Served) -> Self {
        Self::new(municipality, overview, today, Some(served))
    }

    fn new(municipality: &Municipality, overview: &Overview, today: Date, served: Option<&Served>) -> Self {
        let year = overview.year;
        let only = served.and_then(|served| served.only);
        let shown = |standing: &Standing| only.is_none_or(|only| only == *standing) && overview.count(*standing) > 0;
        Self {
            title: format!("{year}年政府信息公开工作年度报告编报情况"),
            site: municipality.site.name.clone(),
            style: None,
            theme: Theme::of(&municipality.site).is_some(),
            version: served.map(|served| served.version.clone()),
            year,
            today: date_text(today),
            reports: overview.rows.len(),
            years: served.map(|served| years(served, year)).unwrap_or_default(),
            standings: standings(overview, served),
            groups: Standing::ALL
                .into_iter()
                .filter(shown)
                .map(|standing| group(overview, standing, today, served.is_some()))
                .collect(),
            without_folder: overview.without_folder.iter().map(|name| (*name).to_owned()).collect(),
            csv: served.map(|_| LinkView {
                text: "下载（CSV，带联系方式）".to_owned(), href: format!("{year}.csv")
            }),
        }
    }
}

fn years(served: &Served, shown: i16) -> Vec<Choice> {
    let choice =
        |year: &i16| Choice { text: format!("{year}年"), href: (*year != shown).then(|| format!("?year={year}")) };
    served.years.iter().rev().map(choice).collect()
}

/// In the preview they choose what is shown; in a page that stands alone they lead to its parts.
fn standings(overview: &Overview, served: Option<&Served>) -> Vec<StandingChoice> {
    let year = overview.year;
    let only = served.and_then(|served| served.only);
    let choice = |standing: Option<Standing>| {
        let name = standing.map_or("all", Standing::name);
        let count = standing.map_or(overview.rows.len(), |standing| overview.count(standing));
        let href = match (served, standing) {
            (Some(_), None) => Some(format!("?year={year}")),
            (Some(_), Some(_)) => Some(format!("?year={year}&standing={name}")),
            (None, Some(_)) => Some(format!("#{name}")),
            (None, None) => None,
        };
        let chosen = served.is_some() && only == standing;
        let text = standing.map_or("全部", Standing::title).to_owned();
        let warned = standing.map_or(0, |standing| overview.count_warned(standing));
        StandingChoice { name, count, warned, choice: Choice { text, href: href.filter(|_| !chosen && count > 0) } }
    };
    std::iter::once(None).chain(Standing::ALL.map(Some)).map(choice).collect()
}

fn group(overview: &Overview, standing: Standing, today: Date, linked: bool) -> StatusGroup {
    let rows = overview.rows.iter().filter(|row| row.standing == standing);
    StatusGroup {
        name: standing.name(),
        title: standing.title(),
        meaning: (standing == Standing::Ready).then_some("已经报送，等公布"),
        lines: rows.map(|row| line(row, overview.year, today, linked)).collect(),
    }
}

fn line(row: &OverviewRow, year: i16, today: Date, linked: bool) -> StatusLine {
    let begun = row.standing.is_begun();
    let left = row.days_left(today);
    let telephone = row.agency.contact.telephone.clone();
    StatusLine {
        agency: row.agency.name.value.clone(),
        href: linked.then(|| address(row.agency, row.standing, year)),
        errors: if begun { row.errors } else { 0 },
        warnings: if begun { row.warnings } else { 0 },
        deadline: row.deadline.map(|day| format!("{}月{}日", day.month(), day.day())),
        left: left.map(|days| days_left(days).replace(' ', "")),
        late: matches!(row.standing, Standing::Missing | Standing::Unfilled | Standing::Faulty)
            && left.is_some_and(|days| days < 0),
        telephone,
    }
}

fn address(agency: &Agency, standing: Standing, year: i16) -> String {
    let root = link::root(1);
    match standing {
        Standing::Missing => link::agency(&root, &agency.id),
        _ => link::report(&root, &agency.id, year),
    }
}
