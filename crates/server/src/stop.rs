//! Ending a server from elsewhere, such as a handler of Ctrl-C.

use std::future::pending;

use tokio::sync::oneshot;

/// Ends a server.
#[derive(Debug)]
pub struct StopHandle(Option<oneshot::Sender<()>>);

/// What a server ends at. Without its handle it never comes.
#[derive(Debug)]
pub struct StopSignal(oneshot::Receiver<()>);

/// A signal and the handle that gives it.
pub fn stop() -> (StopHandle, StopSignal) {
    let (sender, receiver) = oneshot::channel();
    (StopHandle(Some(sender)), StopSignal(receiver))
}

impl StopHandle {
    /// Ends the server; a second time is one time too many and does nothing.
    pub fn stop(&mut self) {
        // The server may have ended already.
        self.0.take().map(|sender| sender.send(()));
    }
}

impl StopSignal {
    /// Comes to an end when the server is to.
    pub(crate) async fn given(self) {
        if self.0.await.is_err() {
            pending::<()>().await;
        }
    }
}
