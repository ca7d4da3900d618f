//! Killed at any moment.

use super::chance::Chance;
use super::scenario::{Harm, Scenario, all, quick};
use super::wanted;

/// How many kills run with all other tests.
const FEW: usize = 10;

/// Kills the program `count` times, in turn at a random write and after a random time.
fn kill(scenarios: &[Scenario], count: usize) {
    let mut chance = Chance::new(20_260_331);
    let mut met = [0, 0, 0];
    for (round, scenario) in (0..count).zip(scenarios.iter().cycle()) {
        let harm = if round % 2 == 0 {
            Harm::At(format!("kill@{}", chance.below(scenario.writes) + 1))
        } else {
            Harm::After(chance.time(scenario.takes.mul_f64(1.1)))
        };
        let after = match &harm {
            Harm::At(fault) => fault.clone(),
            Harm::After(time) => format!("killed after {time:?}"),
            Harm::None => String::new(),
        };
        let workspace = scenario.workspace();
        scenario.act(&workspace, &harm);
        let found = scenario.found(&workspace);
        // Files that take their places together may be cut off between two of them: then the journal says so.
        let is_noted = workspace.path().join(".nianbao-edits").exists();
        assert!(found.is_some() || is_noted, "{} {after} is neither old nor new", scenario.name);
        met[found.unwrap_or(2)] += 1;
        scenario.assert_goes_on(&workspace, &after);
        if (round + 1) % 50 == 0 || round + 1 == count {
            tell(round + 1, met);
        }
    }
}

/// Tells whoever asked for more than a few what came of them so far.
#[expect(clippy::print_stderr, reason = "whoever asked wants the figures")]
fn tell(count: usize, [old, new, noted]: [usize; 3]) {
    if wanted().is_some() {
        eprintln!("{count} kills: {old} old, {new} new, {noted} with a journal; all whole after the next run");
    }
}

#[test]
fn whatever_is_killed_leaves_the_old_or_the_new_and_the_next_run_needs_no_help() {
    match wanted() {
        None => kill(&quick(), FEW),
        Some(count) => kill(&all(), count),
    }
}
