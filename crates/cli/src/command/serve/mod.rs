//! `nianbao serve`: the site in the browser while it is being written.
//!
//! What is on the disk is read into a [`Reading`](reading::Reading), of which a [`Preview`](preview::Preview) answers for as
//! long as nothing changes; a [`Watch`](watch::Watch) tells when something did. The server passes questions on and tells
//! open pages of changes. Nothing is ever written.

mod address;
mod answer;
mod clerk;
mod panel;
mod preview;
mod problem;
mod reading;
mod server;
mod site;
mod status;
mod watch;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use tokio::sync::watch as state;

use crate::args::ServeArgs;
use crate::{Ending, environment, output, workspace};
use preview::Preview;
use reading::{Reading, Wanted};
use server::Served;
use watch::Watch;

pub(crate) fn serve(folder: Option<&Path>, args: &ServeArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let wanted = Wanted {
        selection: args.selection.clone(),
        fonts: args.fonts.font_path.clone(),
        epoch: environment::source_date()?,
        folder,
    };
    let listener = address::listen(args)?;
    // From here on no change goes unnoticed, not even one made while the rest is read.
    let mut watch = Watch::begin(&wanted.folder)?;
    let mut reading = Arc::new(Reading::first(&wanted)?);
    let (sender, current) = state::channel(Arc::new(Preview::of(Arc::clone(&reading), 0)));
    output::print(&address::told(&listener, args)?)?;
    thread::spawn(move || {
        let mut number = 0;
        while watch.wait() {
            let read = Reading::again(&wanted);
            if read != *reading {
                reading = Arc::new(read);
                number += 1;
                sender.send_replace(Arc::new(Preview::of(Arc::clone(&reading), number)));
            }
        }
    });
    server::run(listener, Served { current, host: args.host.as_str().into() })?;
    Ok(Ending::Good)
}
