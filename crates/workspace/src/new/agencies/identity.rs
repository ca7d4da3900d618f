//! Which rows are agencies that are there already, and which one a row means by its superior.

use std::collections::BTreeMap;

use nianbao_model::{Agency, AgencyId, Municipality};

use super::Listed;
use super::differences::Standing;
use super::government;
use super::row::Fault;

/// Whom a row means by its superior.
pub(super) enum Superior {
    /// An agency that is there.
    There(AgencyId),
    /// That of another row.
    Row(usize),
}

/// What is known of agencies and rows by their names.
pub(super) struct Known<'a> {
    municipality: &'a Municipality,
    agencies: BTreeMap<&'a str, &'a Agency>,
    /// Agencies by short name; `None` where several share it.
    short: BTreeMap<&'a str, Option<&'a Agency>>,
    listed: &'a [Listed],
    rows: BTreeMap<&'a str, usize>,
    /// Rows by short name; `None` where several share it.
    short_rows: BTreeMap<&'a str, Option<usize>>,
    /// The agency of each row that is there already.
    there: Vec<Option<&'a Agency>>,
}

impl<'a> Known<'a> {
    pub(super) fn of(municipality: &'a Municipality, rows: &'a [Listed]) -> Self {
        let mut known = Self {
            municipality,
            agencies: BTreeMap::new(),
            short: BTreeMap::new(),
            listed: rows,
            rows: BTreeMap::new(),
            short_rows: BTreeMap::new(),
            there: Vec::new(),
        };
        for agency in municipality.agencies() {
            for name in agency.names() {
                known.agencies.entry(name).or_insert(agency);
            }
            if let Some(short) = &agency.short_name {
                known.short.entry(short).and_modify(|it| *it = None).or_insert(Some(agency));
            }
        }
        for (at, row) in rows.iter().enumerate() {
            known.rows.entry(&row.name).or_insert(at);
            if !row.short_name.is_empty() {
                known.short_rows.entry(&row.short_name).and_modify(|it| *it = None).or_insert(Some(at));
            }
        }
        known.there = rows.iter().map(|row| known.agencies.get(row.name.as_str()).copied()).collect();
        known
    }

    /// What is wrong with a row by itself or beside the others.
    pub(super) fn fault(&self, at: usize, row: &Listed) -> Option<Fault> {
        let repeated = || {
            let first = self.rows.get(row.name.as_str()).filter(|first| **first != at)?;
            let first = self.listed.get(*first)?;
            Some(Fault::new("名称", format!("“{}”写了两次，{}也是它；请删去一行", row.name, first.place)))
        };
        row.fault().or_else(repeated)
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.there.len()
    }

    /// The agency of a row that is there already.
    pub(super) fn agency(&self, at: usize) -> Option<&'a Agency> {
        self.there.get(at).copied().flatten()
    }

    /// The agencies of the list that are there already.
    pub(super) fn there(&self, rows: &[Listed]) -> Vec<Standing> {
        let there = self.there.iter().zip(rows.iter().enumerate());
        there.filter_map(|(agency, row)| Some(Standing::new((*agency)?, row, self.municipality))).collect()
    }

    /// Whom a row means by its superior.
    pub(super) fn superior(&self, at: usize, row: &Listed) -> Result<Superior, String> {
        let word = row.superior.as_str();
        if government::is_unsaid(word) {
            return Ok(Superior::There(AgencyId::root()));
        }
        if word == row.name {
            return Err("上级写的是它自己；没有上级的空着".to_owned());
        }
        if let Some(agency) = self.agencies.get(word) {
            return Ok(Superior::There(agency.id.clone()));
        }
        if let Some(above) = self.rows.get(word).or_else(|| self.short_rows.get(word).and_then(Option::as_ref)) {
            return if *above == at {
                Err("上级写的是它自己；没有上级的空着".to_owned())
            } else {
                Ok(Superior::Row(*above))
            };
        }
        if let Some(Some(agency)) = self.short.get(word) {
            return Ok(Superior::There(agency.id.clone()));
        }
        if self.short.contains_key(word) || self.short_rows.contains_key(word) {
            return Err(format!("有不止一个机关的简称是“{word}”；上级请写全称"));
        }
        let root = &self.municipality.root;
        if government::is_meant(root, word) {
            return Ok(Superior::There(AgencyId::root()));
        }
        let government = &root.name.value;
        let by_folder = self.municipality.agencies().find(|agency| agency.id.as_str() == word.trim_matches('/'));
        match by_folder {
            Some(agency) => Ok(Superior::There(agency.id.clone())),
            None if self.listed.len() == 1 => {
                Err(format!("没有叫“{word}”的上级；上级是{government}的，空着；别的请核对名称，或者先建它"))
            }
            None => {
                Err(format!("没有叫“{word}”的上级；上级是{government}的，空着；别的请核对名称，或者在名单里加上它"))
            }
        }
    }
}
