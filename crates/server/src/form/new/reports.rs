//! New reports of a year, of one agency or of all.

use std::collections::BTreeSet;

use nianbao_builder::{address, percent_encoded};
use nianbao_loader::Disk;
use nianbao_model::Agency;
use nianbao_workspace::new::{Carried, Fate, Made, NewReport, UNDECIDED, distant, files, owing, reports, undecided};

use super::asked::ReportsAsked;
use super::outcome::{Fault, Group, Item, Offered, Outcome, plan};
use super::{Room, carry_out};
use crate::form::target::FOLDER;
use crate::response::Response;

/// Tells what becomes of `asked`, and makes it where that was shown before.
pub(super) fn make(room: &Room, asked: &ReportsAsked) -> Result<(u16, Outcome), Response> {
    let agencies = match wanted(room, asked) {
        Ok(agencies) => agencies,
        Err(fault) => return Ok(refused(fault)),
    };
    let files_of_disk = Disk::new(room.folder);
    let year = i16::try_from(asked.year).unwrap_or_default();
    let new = match reports(&files_of_disk, room.checked, room.municipality, &agencies, year) {
        Ok(new) => new,
        Err(error) => return Ok(refused(Fault::new("年度", format!("{error}。")))),
    };
    let texts = files(&new);
    let plan = plan(&texts);
    let done = carry_out(room, asked.plan.as_ref(), plan.as_ref(), texts)?;
    let left = if asked.agencies.is_none() { undecided(room.checked, room.municipality, year) } else { Vec::new() };
    let told = ToldReports { new: &new, left: &left, year, done };
    let steps = if done { told.steps() } else { Vec::new() };
    let distant = distant(room.municipality, year, room.today).filter(|_| !done && plan.is_some());
    let message = told.message() + &distant.as_ref().map(|why| format!("{why}。")).unwrap_or_default();
    let ask = distant.is_some();
    let outcome = Outcome { done, message, ask, groups: told.groups(), steps, ..Outcome::default() };
    let status = if done || asked.plan.is_none() { 200 } else { 412 };
    Ok((status, Outcome { plan: plan.filter(|_| !done), ..outcome }))
}

/// The agencies that were asked for.
fn wanted<'a>(room: &'a Room, asked: &ReportsAsked) -> Result<Vec<&'a Agency>, Fault> {
    let Some(addresses) = &asked.agencies else {
        let year = i16::try_from(asked.year).unwrap_or_default();
        let all = owing(room.checked, room.municipality, year);
        return if all.is_empty() {
            Err(Fault::new("机关", "还没有要编报的机关；请先新增机关。".to_owned()))
        } else {
            Ok(all)
        };
    };
    let find = |wanted: &String| {
        let found = room.municipality.agencies().find(|agency| address(&agency.id) == wanted.as_str());
        found.ok_or_else(|| Fault::new("机关", format!("没有“{wanted}”这个机关了；请刷新这一页再选。")))
    };
    let wanted: BTreeSet<&String> = addresses.iter().collect();
    wanted.into_iter().map(find).collect()
}

fn refused(fault: Fault) -> (u16, Outcome) {
    let message = "没有建；请改好下面写明的一项，再按一次。".to_owned();
    (422, Outcome { message, wrong: vec![fault], ..Outcome::default() })
}

/// Reports and what becomes of them.
struct ToldReports<'a> {
    new: &'a [NewReport],
    /// The governments that are left out until somebody decides on them.
    left: &'a [&'a Agency],
    year: i16,
    done: bool,
}

impl ToldReports<'_> {
    fn made(&self) -> impl Iterator<Item = (&NewReport, &Made)> {
        self.new.iter().filter_map(|report| match &report.fate {
            Fate::Made(made) => Some((report, made)),
            Fate::There | Fate::NotOwed => None,
        })
    }

    fn message(&self) -> String {
        let Self { new, left: _, year, done } = self;
        let count = self.made().count();
        match (count, new) {
            (0, [only]) => {
                let reason = only.fate.reason(*year).unwrap_or_default();
                format!("{}：{reason}。", only.name)
            }
            (0, _) => format!("没有要建的 {year} 年报告。"),
            (_, [only]) if *done => format!("建好了{} {year} 年的报告。", only.name),
            (count, _) => format!("{} {count} 份 {year} 年的报告。", if *done { "新建了" } else { "会新建" }),
        }
    }

    fn groups(&self) -> Vec<Group> {
        let title = if self.done { "新建了，点名称就可以填写" } else { "会新建" };
        let made = self.made().map(|(report, made)| {
            let href = self.done.then(|| self.form(report));
            Item { text: report.name.clone(), note: made.told(self.year).join("，"), href, offered: None }
        });
        let others = |fate: &Fate| {
            let items = self.new.iter().filter(|report| report.fate == *fate).map(|report| {
                let href = (*fate == Fate::There).then(|| self.form(report));
                Item { text: report.name.clone(), note: String::new(), href, offered: None }
            });
            Group::of(fate.reason(self.year).unwrap_or_default(), items.collect())
        };
        let left = self.left.iter().map(|agency| Item {
            text: agency.name_in(self.year).value.clone(),
            note: String::new(),
            href: None,
            offered: Some(Offered { agency: address(&agency.id).to_owned(), year: self.year }),
        });
        let left = Group::of(UNDECIDED, left.collect());
        let groups = [Group::of(title, made.collect()), others(&Fate::There), others(&Fate::NotOwed), left];
        groups.into_iter().flatten().collect()
    }

    fn form(&self, report: &NewReport) -> String {
        format!("/{FOLDER}{}/{}/", percent_encoded(address(&report.agency)), self.year)
    }

    /// What whoever fills them in does now.
    fn steps(&self) -> Vec<String> {
        let summed = self.made().all(|(_, made)| made.summed);
        let figures = if summed {
            "三张表由下级的报告加起来，不用填；再写第一、五、六部分的文字。"
        } else {
            "写着“待核对”的格子都要查实，填上数，没有的填 0；再写第一、五、六部分的文字。"
        };
        let carried = self.made().any(|(_, made)| matches!(made.carried, Carried::Over { .. }));
        let confirm = carried.then_some("从上年带来的“上年结转”和联系方式，请对一遍。");
        let ready = "写好了，点最下面的“报送”。";
        [Some(figures), confirm, Some(ready)].into_iter().flatten().map(str::to_owned).collect()
    }
}
