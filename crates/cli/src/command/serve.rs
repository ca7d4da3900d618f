//! `nianbao serve`: the site in the browser while it is being written.

use std::net::{IpAddr, SocketAddr};
use std::path::{self, Path};

use nianbao_server::{DEFAULT_PORT, Preview, PreviewOptions, StopSignal, listen, stop};

use super::new::read_list;
use crate::args::{Editor, ServeArgs};
use crate::interruption::Interruption;
use crate::{Ending, browser, environment, output, workspace};

pub(crate) fn serve(folder: Option<&Path>, args: &ServeArgs, interruption: &Interruption) -> anyhow::Result<Ending> {
    let options = PreviewOptions {
        // It may be deleted and made again, and with it the folder that we run in.
        folder: path::absolute(workspace::find(folder)?)?,
        filter: args.selection.filter(),
        fonts: environment::font_folders(&args.fonts.font_path),
        source_date: environment::source_date()?,
        today: environment::today,
        editor: args.editor.map(Editor::address),
        read_only: args.read_only,
        read_list,
    };
    let listener = listen(&args.host, args.port)?;
    let preview = Preview::open(options)?;
    let address = listener.local_addr()?;
    output::print(&greeting(address, args))?;
    if args.open {
        // What is asked before the first answer is ready waits for it.
        browser::open(&format!("http://{}/{}", shown(address), if args.read_only { "" } else { "_form/" }));
    }
    preview.serve(listener, &args.host, stopped_by(interruption))?;
    Ok(Ending::Good)
}

/// Where to look and who else can.
fn greeting(address: SocketAddr, args: &ServeArgs) -> String {
    let shown = shown(address);
    let moved = match args.port {
        None if address.port() != DEFAULT_PORT => {
            format!("端口 {DEFAULT_PORT} 已经被占用，改用 {}。\n", address.port())
        }
        _ => String::new(),
    };
    let seen = match (address.ip().is_loopback(), args.read_only) {
        (true, _) => "",
        (false, true) => "注意：网络里的其他人也能看到，包括还没有公开的报告。\n",
        (false, false) => "注意：网络里的其他人也能看到和填写，包括还没有公开的报告；只让他们看，加上 --read-only。\n",
    };
    let form = if args.read_only { String::new() } else { format!("填写：http://{shown}/_form/\n") };
    format!(
        "{moved}预览：http://{shown}/\n{form}编报情况：http://{shown}/_status/\n{seen}保存了文件，打开的网页自动刷新。按 Ctrl+C 结束。\n"
    )
}

/// The address by which this machine reaches itself.
fn shown(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        ip if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), address.port()),
        _ => address,
    }
}

/// Given at the first signal, the usual way to end it.
fn stopped_by(interruption: &Interruption) -> StopSignal {
    let (mut handle, signal) = stop();
    interruption.ends_with(Ending::Good, move || handle.stop());
    signal
}
