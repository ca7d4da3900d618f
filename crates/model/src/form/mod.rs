//! The official forms: three tables each, declared once. Rows, columns, merged headers, official labels,
//! YAML keys and English names all come from here; pages, PDFs, data files, look-ups and the loader
//! walk the same declaration. Code that means a certain row or column asks for it by its meaning:
//! [`Form::disclosure`], [`Form::applications`], [`Form::proceedings`].

mod address;
mod applications;
mod axis;
mod declaration;
mod disclosure;
mod disclosure_2019;
mod forms;
mod headings;
mod item;
mod keys;
mod label;
mod layout;
mod lines;
mod parts;
mod printed;
mod proceedings;
mod table;
mod unkeyed;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

pub use address::{Address, Place};
pub use applications::{ApplicantColumn, Applications};
pub use axis::{Axis, Leaf};
pub use declaration::Declaration;
pub use disclosure::{Disclosure, Documents, Stock};
pub use forms::Forms;
pub use item::{Content, Item};
pub use keys::{KeyNode, LookupError};
pub use layout::{HeadingScope, LayoutCell, LayoutLine};
pub use lines::{Columns, Rows};
pub use proceedings::{Cases, Proceedings};
pub use table::{Table, TableBlock, TableId};
pub use unkeyed::Unkeyed;

/// The form of a span of reporting years.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// The first reporting year it is used for.
    pub since: i16,
    /// The number of the document that it was issued with.
    pub document: &'static str,
    /// Its three tables.
    pub tables: [Table; 3],
    allows_older_headings: bool,
    disclosure: Disclosure,
    applications: Applications,
    proceedings: Proceedings,
    keys: KeyNode,
    /// The longest key path of each address.
    paths: HashMap<Address, String>,
    /// The same form with （六）其他处理 in one row, where this one divides it.
    undivided: Option<Box<Form>>,
}

/// What tells it from the other forms that a workspace may have.
impl Hash for Form {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.since, self.document, self.divides_other()).hash(state);
    }
}

impl Form {
    /// The form of a declaration.
    pub fn new(declared: &Declaration) -> Self {
        let undivided = (!declared.other.is_empty()).then(|| Box::new(Self::with(declared, &[], None)));
        Self::with(declared, declared.other, undivided)
    }

    fn with(declared: &Declaration, other: &'static [Item], undivided: Option<Box<Form>>) -> Self {
        let (table_2, disclosure) = (declared.disclosure)(0);
        let first = table_2.blocks.len();
        let (table_3, applications) = applications::table(first, declared, other);
        let (table_4, proceedings) = proceedings::table(first + table_3.blocks.len(), declared);
        let tables = [table_2, table_3, table_4];
        let keys = KeyNode::of(&tables);
        Self {
            since: declared.since,
            document: declared.document,
            allows_older_headings: declared.allows_older_headings,
            disclosure,
            applications,
            proceedings,
            paths: keys.longest_paths(),
            keys,
            undivided,
            tables,
        }
    }

    /// The official form for a reporting year, if this program knows one.
    pub fn of_year(year: i16) -> Option<&'static Form> {
        Forms::default().of_year(year)
    }

    /// The newest official form.
    pub fn latest() -> &'static Form {
        Forms::default().latest()
    }

    /// Whether （六）其他处理 is divided into items.
    pub fn divides_other(&self) -> bool {
        self.undivided.is_some()
    }

    /// The same form with （六）其他处理 in one row: another one or itself.
    pub fn undivided(&'static self) -> &'static Form {
        self.undivided.as_deref().unwrap_or(self)
    }

    /// Whether sections may still be headed in the words of 条例 art. 50, as many reports of 2019 and 2020 did.
    pub fn allows_older_headings(&self) -> bool {
        self.allows_older_headings
    }

    /// The figures of table 2 by their meaning.
    pub fn disclosure(&self) -> &Disclosure {
        &self.disclosure
    }

    /// The rows and columns of table 3 by their meaning.
    pub fn applications(&self) -> &Applications {
        &self.applications
    }

    /// The figures of table 4 by their meaning.
    pub fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// The table called `id`.
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id as usize]
    }

    /// The block that `address` lies in and its table.
    pub fn block(&self, address: &Address) -> Option<(&Table, &TableBlock)> {
        self.tables
            .iter()
            .flat_map(|table| table.blocks.iter().map(move |block| (table, block)))
            .find(|(_, block)| block.index == address.block)
    }

    /// The keys of report.yaml that hold figures, as a tree.
    pub fn keys(&self) -> &KeyNode {
        &self.keys
    }

    /// What a look-up such as `申请.本年新收.总计` means; Chinese keys or English names.
    ///
    /// # Errors
    ///
    /// Where a part of the path is not known, or the path leads to figures that do not add up.
    pub fn look_up(&self, path: &str) -> Result<Address, LookupError> {
        self.keys.look_up(path)
    }
}
