//! The administrative tree (机关).

use std::fmt;

use crate::{Duty, FormerName, Reports, Spanned};

/// An agency's folder below `content/`, without the `agencies/` steps: empty for the municipality's
/// government itself, `tcj`, `lucheng/jtj`. It is also the agency's address on the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(String);

impl AgencyId {
    /// The municipality's government.
    pub fn root() -> Self {
        Self::default()
    }

    /// The subordinate whose folder is called `folder`.
    #[must_use]
    pub fn child(&self, folder: &str) -> Self {
        if self.0.is_empty() { Self(folder.to_owned()) } else { Self(format!("{}/{folder}", self.0)) }
    }

    /// The path with `/` between its steps.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `other` or stands below it.
    pub fn is_within(&self, other: &str) -> bool {
        other.is_empty() || self.0.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How to reach an agency (联系方式), as the introduction of a report has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Contact {
    /// 地址.
    pub address: Option<String>,
    /// 邮编.
    pub postcode: Option<String>,
    /// 电话.
    pub telephone: Option<String>,
    /// 电子邮箱.
    pub email: Option<String>,
}

/// An agency with its reports and its subordinates.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Agency {
    /// Its folder below `content/`, which is also its address.
    pub id: AgencyId,
    /// 名称: the full official name.
    pub name: Spanned<String>,
    /// 曾用名: the names that it went by, in the order written.
    pub former_names: Vec<FormerName>,
    /// 简称: the short name.
    pub short_name: Option<String>,
    /// 类别: the group it is listed under.
    pub category: Option<String>,
    /// 排序: its place in the official order; those without come last, by folder.
    pub order: Option<u32>,
    /// 联系方式.
    pub contact: Contact,
    /// Whether it owes reports, and for which years.
    pub duty: Duty,
    /// Its reports by year.
    pub reports: Reports,
    /// Its subordinates, in the official order.
    pub children: Vec<Agency>,
}

impl Agency {
    /// An agency of which nothing but its folder and its name is known.
    pub fn new(id: AgencyId, name: Spanned<String>) -> Self {
        Self {
            id,
            name,
            former_names: Vec::new(),
            short_name: None,
            category: None,
            order: None,
            contact: Contact::default(),
            duty: Duty::default(),
            reports: Reports::default(),
            children: Vec::new(),
        }
    }

    /// The agency itself, without its reports and subordinates.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self {
            id: self.id.clone(),
            name: self.name.clone(),
            former_names: self.former_names.clone(),
            short_name: self.short_name.clone(),
            category: self.category.clone(),
            order: self.order,
            contact: self.contact.clone(),
            duty: self.duty.clone(),
            reports: Reports::default(),
            children: Vec::new(),
        }
    }

    /// This agency and all below it, each before its subordinates, in the official order.
    pub fn walk(&self) -> impl Iterator<Item = &Agency> {
        let mut ahead = vec![self];
        std::iter::from_fn(move || {
            let agency = ahead.pop()?;
            ahead.extend(agency.children.iter().rev());
            Some(agency)
        })
    }
}
