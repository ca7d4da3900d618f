//! What changed, for programs. The names are a contract.

use nianbao_model::{SectionKind, Status};
use nianbao_workspace::changes::{
    AgencyChanges, AgencyEvent, BlockChange, Extent, FieldChange, FigureChange, PictureChange, PictureEvent,
    RemarkChange, ReportChanges, ReportEvent, SectionChanges, State, TextBlock,
};
use serde_json::{Value, json};

use super::sides::Origin;
use super::{ComparedStates, told};
use crate::render::values;

/// The version of the contract.
const VERSION: u32 = 1;

pub(super) fn render(compared: &ComparedStates) -> String {
    let changes = &compared.changes;
    let document = json!({
        "version": VERSION,
        "before": origin(compared.before.0),
        "after": origin(compared.after.0),
        "changed": !changes.is_empty(),
        "summary": told::summary(changes),
        "site": {
            "fields": fields(&changes.site),
            "pictures": pictures(&changes.emblem),
            "rewritten": changes.site_rewritten,
        },
        "agencies": changes.agencies.iter().map(agency).collect::<Value>(),
        "findings": {
            "new": values(compared.after.1, changes.findings.new.iter()),
            "gone": values(compared.before.1, changes.findings.gone.iter()),
        },
    });
    crate::json::document(&document)
}

fn origin(origin: &Origin) -> Value {
    match origin {
        Origin::Revision(typed, commit) => json!({
            "kind": "revision",
            "revision": typed.as_deref().unwrap_or("HEAD"),
            "commit": commit.id,
            "date": commit.date.map(|date| date.to_string()),
            "subject": commit.subject,
        }),
        Origin::Now(_) => json!({ "kind": "now" }),
        Origin::Folder(folder) => json!({ "kind": "folder", "folder": folder.to_string_lossy() }),
    }
}

fn fields(changes: &[FieldChange]) -> Value {
    let field = |change: &FieldChange| json!({ "key": change.key, "before": change.before, "after": change.after });
    changes.iter().map(field).collect()
}

fn pictures(changes: &[PictureChange]) -> Value {
    let event = |event: PictureEvent| match event {
        PictureEvent::Added => "added",
        PictureEvent::Removed => "removed",
        PictureEvent::Changed => "changed",
    };
    changes.iter().map(|change| json!({ "name": change.name, "event": event(change.event) })).collect()
}

fn agency(agency: &AgencyChanges) -> Value {
    let (event, from) = match &agency.event {
        None => (Value::Null, Value::Null),
        Some(AgencyEvent::Added) => (json!("added"), Value::Null),
        Some(AgencyEvent::Removed) => (json!("removed"), Value::Null),
        Some(AgencyEvent::Renamed(from)) => (json!("renamed"), json!(from.as_str())),
    };
    json!({
        "agency": agency.id.as_str(),
        "name": agency.name,
        "event": event,
        "from": from,
        "fields": fields(&agency.fields),
        "rewritten": agency.rewritten,
        "reports": agency.reports.iter().map(report).collect::<Value>(),
    })
}

fn report(report: &ReportChanges) -> Value {
    let tables = report.tables.iter().map(|table| {
        json!({
            "number": table.id.number(),
            "cells": figures(&table.cells),
            "totals": figures(&table.totals),
            "remarks": table.remarks.iter().map(remark).collect::<Value>(),
        })
    });
    let (event, extent) = event(report.event.as_ref());
    let unreadable = report
        .unreadable
        .iter()
        .map(|one| json!({ "state": state(one.state), "file": one.file, "places": one.places }));
    json!({
        "year": report.year,
        "event": event,
        "extent": extent,
        "unreadable": unreadable.collect::<Value>(),
        "fields": fields(&report.fields),
        "tables": tables.collect::<Value>(),
        "own_office": figures(&report.own),
        "narrative": report.narrative.iter().map(section).collect::<Value>(),
        "pictures": pictures(&report.pictures),
        "rewritten": report.rewritten,
    })
}

fn event(event: Option<&ReportEvent>) -> (Value, Value) {
    match event {
        None => (Value::Null, Value::Null),
        Some(ReportEvent::Added(extent)) => (json!("added"), self::extent(extent)),
        Some(ReportEvent::Removed(extent)) => (json!("removed"), self::extent(extent)),
        Some(ReportEvent::Unreadable(state)) => (json!(format!("unreadable-{}", self::state(*state))), Value::Null),
    }
}

fn extent(extent: &Extent) -> Value {
    let status = match extent.status {
        Status::Draft => "draft",
        Status::Released => "released",
        Status::Published => "published",
    };
    json!({ "status": status, "figures": extent.figures, "characters": extent.characters })
}

fn state(state: State) -> &'static str {
    match state {
        State::Before => "before",
        State::After => "after",
    }
}

fn figures(changes: &[FigureChange]) -> Value {
    let figure = |change: &FigureChange| {
        let FigureChange { key, label, before, after, change } = change;
        json!({ "key": key, "label": label, "before": before, "after": after, "difference": change })
    };
    changes.iter().map(figure).collect()
}

fn remark(change: &RemarkChange) -> Value {
    json!({ "label": change.label, "before": change.before, "after": change.after })
}

fn section(section: &SectionChanges) -> Value {
    let place = |kind: SectionKind| SectionKind::ALL.into_iter().position(|other| other == kind);
    json!({
        // The section's number, 0 for the introduction.
        "number": section.section.and_then(place).map_or(0, |place| place + 1),
        "heading": section.section.map_or("编制说明", SectionKind::heading),
        "changes": section.blocks.iter().map(block).collect::<Value>(),
    })
}

fn block(change: &BlockChange) -> Value {
    let (event, before, after, quoted) = match change {
        BlockChange::Added(block) => ("added", None, Some(block), false),
        BlockChange::Removed(block) => ("removed", Some(block), None, false),
        BlockChange::Changed { before, after, moved, quoted } => {
            (if *moved { "moved-and-changed" } else { "changed" }, Some(before), Some(after), *quoted)
        }
        BlockChange::Moved { before, after } => ("moved", Some(before), Some(after), false),
    };
    json!({ "event": event, "before": before.map(text), "after": after.map(text), "follows_tables": quoted })
}

fn text(block: &TextBlock) -> Value {
    json!({
        "kind": block.kind.name(),
        "section": block.section.map_or("编制说明", SectionKind::heading),
        "number": block.number,
        "under": block.under,
        "text": block.text,
    })
}
