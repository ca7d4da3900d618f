//! The process that reads one file: it gets the open file, says what that shows, and ends.

use std::io::{self, Read as _};

use nianbao_importer::{ReadError, recognise};

use super::LARGEST;
use super::answer::Answer;
use super::limits::limit;
use crate::{Ending, output};

/// No reason is longer, in letters, whatever of a file is quoted in it.
const LONGEST_REASON: usize = 300;

/// Reads the file called `name` from standard input, and says what it shows to whoever asked.
pub(crate) fn answer(name: &str) -> anyhow::Result<Ending> {
    limit();
    let mut bytes = Vec::new();
    io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?;
    let answer = match nianbao_importer::read(name, &bytes) {
        Ok(document) => {
            // What recognition cannot cope with must end this process, too, and not the one that asked.
            drop(recognise(&document, None));
            Answer::Document(document)
        }
        Err(why @ ReadError::OldWord) => Answer::Convertible(why.to_string()),
        Err(why) => Answer::Refused(why.to_string().chars().take(LONGEST_REASON).collect()),
    };
    drop(bytes);
    output::hand_over(&serde_json::to_string(&answer)?)?;
    Ok(Ending::Good)
}
