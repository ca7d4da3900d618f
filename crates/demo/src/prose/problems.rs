//! 五、存在的主要问题及改进情况.

use super::words::problems::{BEGINNINGS, TURNS};
use super::{PROBLEMS, Used, Writer};

const COUNTED: [&str; 3] = ["一是", "二是", "三是"];

/// Two or three problems and what is done about them.
pub(super) fn write(writer: &mut Writer, used: &mut Used) -> Vec<String> {
    let count = if writer.random.chance(50) { 2 } else { 3 };
    let chosen = used.choose((writer.year, "问题"), (count, PROBLEMS.len()), &mut writer.random);
    let mut problems = writer.one_of(&BEGINNINGS);
    let mut measures = writer.one_of(&TURNS);
    for (at, place) in chosen.iter().enumerate() {
        let end = if at + 1 == count { "。" } else { "；" };
        let problem = writer.fill(PROBLEMS[*place].problem);
        let measure = writer.one_of(&PROBLEMS[*place].measures);
        problems += &[COUNTED[at], &problem, end].concat();
        measures += &[COUNTED[at], &measure, end].concat();
    }
    if writer.random.chance(50) { vec![problems, measures] } else { vec![problems + &measures] }
}
