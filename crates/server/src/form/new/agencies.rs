//! New agencies, one or a list of them.

use nianbao_builder::address;
use nianbao_loader::Disk;
use nianbao_workspace::new::{
    Added, Agencies, LONGEST_LIST, ListError, Listed, Standing, Wrong, agencies, others_told,
};

use super::asked::AgenciesAsked;
use super::outcome::{Fault, Group, Item, Next, Outcome, plan};
use super::{Room, carry_out};
use crate::response::Response;

/// Tells what becomes of `asked`, and makes it where that was shown before.
pub(super) fn make(room: &Room, asked: AgenciesAsked) -> Result<(u16, Outcome), Response> {
    let AgenciesAsked { rows, unused, others, plan: shown } = asked;
    if rows.len() > LONGEST_LIST {
        return Err(Response::text(422, format!("{}。", ListError::TooLong(rows.len()))));
    }
    let rows: Vec<Listed> = rows.into_iter().map(Listed::from).collect();
    let mut planned = match agencies(&Disk::new(room.folder), room.municipality, &rows) {
        Ok(planned) => planned,
        Err(wrong) => return Ok((422, refused(wrong))),
    };
    let plan = plan(&planned.files);
    let done = carry_out(room, shown.as_ref(), plan.as_ref(), std::mem::take(&mut planned.files))?;
    let status = if done || shown.is_none() { 200 } else { 412 };
    let list = ToldList { rows: &rows, planned: &planned, done };
    let next = list.next(room);
    let outcome =
        Outcome { message: list.message(&unused, &others), groups: list.groups(), next, ..Outcome::default() };
    if done {
        return Ok((status, Outcome { done, ..outcome }));
    }
    Ok((status, Outcome { plan, rows: rows.into_iter().map(Into::into).collect(), unused, others, ..outcome }))
}

/// Rows that are wrong: then nothing is made.
fn refused(wrong: Vec<Wrong>) -> Outcome {
    let message = match wrong.as_slice() {
        [only] if only.place.is_empty() => "没有建；请改好下面写明的一项，再按一次。".to_owned(),
        wrong => format!("名单有 {} 行不对，什么都没有建。请改好名单，再选一次。", wrong.len()),
    };
    Outcome { message, wrong: wrong.into_iter().map(Fault::from).collect(), ..Outcome::default() }
}

/// A list and what becomes of it.
struct ToldList<'a> {
    rows: &'a [Listed],
    planned: &'a Agencies,
    done: bool,
}

impl ToldList<'_> {
    fn message(&self, unused: &[String], others: &[String]) -> String {
        let unused = if unused.is_empty() {
            String::new()
        } else {
            format!("没有用到的栏目：{}。", unused.join("、"))
        };
        let told = match (self.rows, self.planned.there.as_slice()) {
            ([row], [there]) if row.place.is_empty() => format!("“{}”已经有了，没有改动。", there.name),
            ([row], []) if row.place.is_empty() && self.done => format!("建好了“{}”。", row.name),
            _ => self.planned.told(self.done),
        };
        let telephones = self.planned.telephones_told(self.rows).unwrap_or_default();
        told + &telephones + &others_told(others).unwrap_or_default() + &unused
    }

    fn groups(&self) -> Vec<Group> {
        let title = if self.done { "新建了" } else { "会新建" };
        let added = self.planned.added.iter().map(|added| self.added(added)).collect();
        let (other, same): (Vec<_>, Vec<_>) = self.planned.there.iter().partition(|there| !there.differs.is_empty());
        let other = other.into_iter().map(|there| self.there(there)).collect();
        let same = same.into_iter().map(|there| self.there(there)).collect();
        let groups = [
            Group::of(title, added),
            Group::of("已经有了，与写的不同，没有改动；要改的，在填写页的“报告和机关”里改", other),
            Group::of("已经有了，没有改动", same),
        ];
        groups.into_iter().flatten().collect()
    }

    fn added(&self, added: &Added) -> Item {
        let row = self.rows.get(added.row);
        let address = format!("网址 /{}/", address(&added.id));
        let superior = added.superior.as_deref().unwrap_or_default();
        let told = row.into_iter().flat_map(|row| {
            let Listed { short_name, category, telephone, .. } = row;
            [("简称", short_name.as_str()), ("上级", superior), ("类别", category), ("电话", telephone)]
        });
        let told = told.filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name} {text}"));
        let place = row.map(|row| row.place.clone()).filter(|place| !place.is_empty());
        let note: Vec<String> = place.into_iter().chain([address]).chain(told).collect();
        Item { text: added.name.clone(), note: note.join("，"), href: None, offered: None }
    }

    fn there(&self, there: &Standing) -> Item {
        let place = self.rows.get(there.row).map(|row| row.place.clone()).unwrap_or_default();
        let differs =
            if there.differs.is_empty() { String::new() } else { format!("{}不同", there.differs.join("、")) };
        let note: Vec<String> = [place, differs].into_iter().filter(|text| !text.is_empty()).collect();
        Item { text: there.name.clone(), note: note.join("，"), href: None, offered: None }
    }

    /// The reports of those that were made.
    fn next(&self, room: &Room) -> Option<Next> {
        let year = room.due();
        let added = self.planned.added.as_slice();
        let (label, agencies) = match added {
            _ if !self.done => return None,
            [] => return None,
            [only] => (format!("为{}新建 {year} 年年报", only.name), Some(vec![address(&only.id).to_owned()])),
            _ => (format!("为全部机关新建 {year} 年年报"), None),
        };
        Some(Next { label, agencies, year })
    }
}
