//! The server: passes questions on to the preview, and tells open pages when there is something new to see.

use std::convert::Infallible;
use std::future::{IntoFuture, pending};
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::future::select;
use futures_util::stream::{self, Stream};
use percent_encoding::percent_decode_str;
use tokio::runtime::Builder;
use tokio::sync::{oneshot, watch};

use super::address;
use super::answer::Answer;
use super::preview::Preview;

/// What is served.
#[derive(Clone)]
pub(super) struct Served {
    /// The state of the workspace that is shown.
    pub(super) current: watch::Receiver<Arc<Preview>>,
    /// The name that somebody gave this computer on the command line.
    pub(super) host: Arc<str>,
}

/// Serves until somebody ends it.
pub(super) fn run(listener: TcpListener, served: Served) -> anyhow::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let stopped = stopped_by_signal()?;
    let ended = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let serving = axum::serve(listener, router(served)).into_future();
        select(pin!(serving), pin!(stopped)).await;
        anyhow::Ok(())
    });
    // Nobody waits for open pages, nor for a PDF that is being printed.
    runtime.shutdown_background();
    ended
}

/// Comes to an end at the first Ctrl-C.
fn stopped_by_signal() -> anyhow::Result<impl Future<Output = ()>> {
    let (sender, receiver) = oneshot::channel();
    let mut sender = Some(sender);
    ctrlc::set_handler(move || {
        sender.take().map(|sender| sender.send(()));
    })
    .context("等不了 Ctrl+C")?;
    Ok(async {
        if receiver.await.is_err() {
            pending::<()>().await;
        }
    })
}

fn router(served: Served) -> Router {
    Router::new()
        .route("/_preview/events", get(events))
        .fallback(get(answer))
        .layer(from_fn_with_state(served.clone(), guard))
        .with_state(served)
}

/// Lets only those in who mean us, and tells browsers to keep what they get to themselves.
async fn guard(State(served): State<Served>, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(|host| address::is_ours(host, &served.host)) {
        return Answer::text(403, "这个网址不是 nianbao serve 给出的，请照它给出的网址打开。").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let said: [(HeaderName, &str); 4] = [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    headers.extend(said.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

async fn answer(State(served): State<Served>, address: Uri) -> Answer {
    let Ok(path) = percent_decode_str(address.path().trim_start_matches('/')).decode_utf8() else {
        return Answer::text(400, "网址里有不能识别的字符");
    };
    let preview = Arc::clone(&served.current.borrow());
    preview.ask(path.into_owned(), address.query().unwrap_or_default().to_owned()).await
}

/// The version that is shown now, then each that comes after it.
async fn events(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let versions = stream::unfold((served.current, true), |(mut current, first)| async move {
        if !first {
            current.changed().await.ok()?;
        }
        let version = current.borrow_and_update().version.clone();
        Some((Ok(Event::default().data(version)), (current, false)))
    });
    Sse::new(versions).keep_alive(KeepAlive::default())
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let Self { status, kind, policy, location, bytes } = self;
        let said = [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, policy)];
        let mut headers: HeaderMap =
            said.map(|(name, value)| (name, HeaderValue::from_static(value))).into_iter().collect();
        headers.extend(location.and_then(|location| Some((LOCATION, HeaderValue::try_from(location).ok()?))));
        (StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), headers, bytes).into_response()
    }
}
