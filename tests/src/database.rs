//! CSV files in SQLite, which adds them up without us.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run;

/// Tables made of CSV files.
#[derive(Debug)]
pub struct Database(PathBuf);

impl Database {
    /// A new one in `file`, with each of `tables` read from a CSV file.
    pub fn of(file: &Path, tables: &[(&str, &Path)]) -> Self {
        let imports = tables.iter().map(|(name, csv)| format!(".import '{}' {name}", csv.display()));
        run(Command::new("sqlite3").arg(file).arg(".mode csv").args(imports));
        Self(file.to_owned())
    }

    /// What a query gives, a line each, with `|` between the fields.
    pub fn ask(&self, query: &str) -> Vec<String> {
        run(Command::new("sqlite3").arg("-bail").arg(&self.0).arg(query)).lines().map(str::to_owned).collect()
    }

    /// The names of a table's columns.
    pub fn columns(&self, table: &str) -> Vec<String> {
        self.ask(&format!("SELECT name FROM pragma_table_info('{table}')"))
    }
}
