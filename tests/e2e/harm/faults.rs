//! A disk that refuses at any write.

use super::scenario::{Harm, Scenario, all, export, quick};
use super::wanted;

/// A full disk, one that is read-only, a quota, a disk that fails, a network drive that is gone, a right that is missing: each as
/// Linux numbers it, with what people are told of it.
const REFUSALS: [(i32, &str); 6] =
    [(28, "空间不足"), (30, "只读"), (122, "空间用完了"), (5, "磁盘出错了"), (116, "网络磁盘"), (13, "没有写权限")];

/// So many writes of one command fail in turn where not all do.
const FEW: usize = 3;

/// More of one command than these fail never in turn.
const MANY: usize = 60;

/// One write fails, or all from there on: what was there is there still, one error says why, and the next run goes on.
fn refuse(scenario: &Scenario, at: usize, (number, why): (i32, &str), goes_on: bool) {
    let fault = format!("{number}@{at}{}", if goes_on { "+" } else { "" });
    let workspace = scenario.workspace();
    let ended = scenario.act(&workspace, &Harm::At(fault.clone()));
    let found = scenario.found(&workspace);
    let name = scenario.name;
    if ended.is_good {
        assert_eq!(found, Some(1), "{name} {fault} says that it is done");
    } else {
        assert!([Some(2), Some(500)].contains(&ended.status), "{name} {fault}: {:?} {}", ended.status, ended.told);
        // Where nothing can be taken back either, the new state may stand, or the journal says how to go on.
        let is_noted = workspace.path().join(".nianbao-edits").exists();
        let is_whole = found == Some(0) || goes_on && (found.is_some() || is_noted);
        assert!(is_whole, "{name} {fault}: {found:?} {}", ended.told);
        assert!(ended.told.contains(why), "{name} {fault} says not why: {}", ended.told);
        assert!(!ended.told.contains("os error"), "{name} {fault}: {}", ended.told);
        assert!(ended.told.matches("错误：").count() <= 1, "{name} {fault}: {}", ended.told);
    }
    scenario.assert_goes_on(&workspace, &fault);
}

#[test]
fn whatever_a_disk_refuses_is_one_error_and_leaves_the_old_state() {
    let (scenarios, most) = match wanted() {
        None => (quick(), FEW),
        Some(_) => (all(), MANY),
    };
    for scenario in &scenarios {
        let count = scenario.writes.min(most);
        for round in 0..count {
            // From the first to the last, evenly.
            let at = 1 + round * (scenario.writes - 1) / (count - 1).max(1);
            let refusal = REFUSALS[(round + scenario.name.len()) % REFUSALS.len()];
            refuse(scenario, at, refusal, round % 2 == 1);
            if most == MANY {
                refuse(scenario, at, refusal, round % 2 == 0);
            }
        }
    }
}

#[test]
fn an_export_is_refused_at_each_of_its_writes() {
    let scenario = export();
    for at in 1..=scenario.writes {
        refuse(&scenario, at, REFUSALS[at % REFUSALS.len()], false);
    }
}
