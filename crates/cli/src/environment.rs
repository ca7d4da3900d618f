//! What the program takes from its environment.

use std::env;
use std::path::PathBuf;

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, Offset, TimeZone};
use nianbao_builder::pdf::FontFolders;

use crate::supplied_fonts::supplied_fonts;

/// Where fonts are looked for, before site.yaml is known: what was typed, what came with the program, else the cache of `./just`, the
/// system.
pub(crate) fn font_folders(typed: &[PathBuf]) -> FontFolders {
    FontFolders { named: typed.to_vec(), supplied: supplied_fonts().or_else(cached_fonts), system: true }
}

/// The folder where `./just` puts fonts.
fn cached_fonts() -> Option<PathBuf> {
    let cache = folder("NIANBAO_CACHE").or_else(|| {
        let caches = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?;
        Some(caches.join("nianbao"))
    });
    cache.map(|cache| cache.join("fonts"))
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// `SOURCE_DATE_EPOCH`, the date of documents that say none: seconds since 1970, in UTC.
pub(crate) fn source_date() -> anyhow::Result<Option<Date>> {
    match env::var("SOURCE_DATE_EPOCH") {
        Err(_) => Ok(None),
        Ok(text) if text.is_empty() => Ok(None),
        Ok(text) => {
            let moment = text.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
            let day = moment.map(|moment| TimeZone::UTC.to_datetime(moment).date());
            day.map(Some).with_context(|| format!("环境变量 SOURCE_DATE_EPOCH 应是 1970 年以来的秒数，现在是“{text}”"))
        }
    }
}

/// The one time zone of China.
const BEIJING: Offset = tz::offset(8);

/// The day that decides what is late: `SOURCE_DATE_EPOCH`, else today.
pub(crate) fn day() -> anyhow::Result<Date> {
    Ok(source_date()?.unwrap_or_else(today))
}

/// What day it is in China.
pub(crate) fn today() -> Date {
    BEIJING.to_datetime(Timestamp::now()).date()
}
