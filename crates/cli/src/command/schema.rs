//! `nianbao schema`: JSON Schema of the YAML files, for editors.

use std::path::Path;

use nianbao_disk::{NotWritten, create_folders, write_result};
use nianbao_loader::schema::{SchemaOf, schema};
use nianbao_model::Forms;

use crate::args::{SchemaArgs, SchemaName};
use crate::{Ending, output};

pub(crate) fn schema_files(folder: Option<&Path>, args: &SchemaArgs) -> anyhow::Result<Ending> {
    let wanted: Vec<SchemaOf> = match args.which {
        Some(SchemaName::Report) => vec![SchemaOf::Report],
        Some(SchemaName::Agency) => vec![SchemaOf::Agency],
        Some(SchemaName::Site) => vec![SchemaOf::Site],
        None => SchemaOf::ALL.to_vec(),
    };
    match (&args.out, wanted.as_slice()) {
        (Some(out), wanted) => write(&folder.map_or_else(|| out.clone(), |folder| folder.join(out)), wanted)?,
        (None, [one]) => output::hand_over(&schema(*one, &Forms::default()))?,
        (None, _) => anyhow::bail!("请写明要哪一个：report、agency 或 site；三个都要就用 --out 写明放进哪个文件夹"),
    }
    Ok(Ending::Good)
}

/// These files are made anew each time: nobody edits them.
fn write(out: &Path, wanted: &[SchemaOf]) -> anyhow::Result<()> {
    create_folders(out).map_err(NotWritten::at(out))?;
    for which in wanted {
        let file = out.join(which.schema_file());
        write_result(&file, schema(*which, &Forms::default()).as_bytes())?;
        output::print_line(&format!("写了 {}", file.display()))?;
    }
    Ok(())
}
