//! HTTP: passes requests on to the workers, and tells open pages when there is something new to see.

use std::borrow::Cow;
use std::convert::Infallible;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response as HttpResponse};
use axum::routing::get;
use futures_util::future::select;
use futures_util::stream::{self, Stream};
use hyper_util::service::TowerToHyperService;
use percent_encoding::percent_decode_str;
use tokio::runtime::Builder;
use tokio::sync::{Semaphore, watch};

use crate::connections;
use crate::form::{FOLDER, FormService, Sent, longest, refusal, too_long};
use crate::host::is_ours;
use crate::response::Response;
use crate::worker_pool::WorkerPool;
use crate::{ServeError, StopSignal};

/// What every request is answered from.
#[derive(Clone)]
pub(crate) struct HttpState {
    /// The workers of the state of the workspace that is shown.
    current: watch::Receiver<Arc<WorkerPool>>,
    /// The host that we listen on: the name that somebody gave this computer on the command line.
    host: Arc<str>,
    /// Who answers for forms; nothing where nobody may write.
    form: Option<FormService>,
    /// Room for pages that listen: others need connections, too.
    listening: Arc<Semaphore>,
}

/// How many pages are told of changes at a time. Hidden ones do not listen.
const MOST_LISTENING: usize = 64;

impl HttpState {
    /// Answers from `current`, by the name of `host`; forms, if there are any, from `form`.
    pub(crate) fn new(current: watch::Receiver<Arc<WorkerPool>>, host: &str, form: Option<FormService>) -> Self {
        Self { current, host: host.into(), form, listening: Arc::new(Semaphore::new(MOST_LISTENING)) }
    }
}

/// Serves until `stop` comes.
pub(crate) fn serve(listener: TcpListener, state: HttpState, stop: StopSignal) -> Result<(), ServeError> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let ended = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let accepting = connections::accept(listener, TowerToHyperService::new(routes(state)));
        select(pin!(accepting), pin!(stop.given())).await;
        Ok(())
    });
    // Nobody waits for open pages, nor for a PDF that is being printed.
    runtime.shutdown_background();
    ended
}

fn routes(state: HttpState) -> axum::Router {
    axum::Router::new()
        .route("/_preview/events", get(events))
        .route("/_form", get(to_forms))
        .route("/_form/", get(show_form))
        .route("/_form/{*path}", get(show_form).post(take_form))
        .fallback(get(respond))
        .layer(from_fn_with_state(state.clone(), guard))
        .with_state(state)
}

/// Lets only those in who mean us, and tells browsers to keep what they get to themselves.
async fn guard(State(state): State<HttpState>, request: Request, next: Next) -> HttpResponse {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(|host| is_ours(host, &state.host)) {
        return Response::text(403, "这个网址不是 nianbao serve 给出的，请照它给出的网址打开。").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let values: [(HeaderName, &str); 4] = [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    headers.extend(values.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

async fn respond(State(state): State<HttpState>, address: Uri) -> Response {
    let Ok(path) = percent_decode_str(address.path().trim_start_matches('/')).decode_utf8() else {
        return Response::text(400, "网址里有不能识别的字符");
    };
    let workers = Arc::clone(&state.current.borrow());
    workers.answer(path.into_owned(), address.query().unwrap_or_default().to_owned()).await
}

async fn to_forms() -> Response {
    Response::redirection(format!("/{FOLDER}"))
}

/// What stands at an address of a form.
async fn show_form(State(state): State<HttpState>, address: Uri) -> Response {
    match (form_path(&address), &state.form) {
        (Ok(path), Some(form)) => form.answer(path, None).await,
        (Err(response), _) => response,
        (_, None) => read_only(),
    }
}

/// Takes what a page of a form sends.
async fn take_form(State(state): State<HttpState>, request: Request) -> Response {
    let Some(form) = &state.form else { return read_only() };
    let path = match form_path(request.uri()) {
        Ok(path) => path,
        Err(response) => return response,
    };
    if let Some(refusal) = refused(request.headers(), form.token()) {
        return refusal;
    }
    match to_bytes(request.into_body(), longest(&path)).await {
        Ok(body) => form.answer(path, Some(body.into())).await,
        Err(_) => too_long(&path),
    }
}

/// Why a request with these headers may not write, if so.
fn refused(headers: &HeaderMap, token: &str) -> Option<Response> {
    let header = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let sent = Sent {
        host: header(HOST).unwrap_or_default(),
        origin: header(ORIGIN),
        site: header(HeaderName::from_static("sec-fetch-site")),
        kind: header(CONTENT_TYPE),
        token: header(HeaderName::from_static("x-nianbao-token")),
    };
    refusal(&sent, token)
}

/// The address below the folder of all forms, as people read it.
fn form_path(address: &Uri) -> Result<String, Response> {
    let path = address.path().trim_start_matches('/');
    let path = path.strip_prefix(FOLDER).unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8();
    path.map(Cow::into_owned).map_err(|_| Response::text(400, "网址里有不能识别的字符"))
}

fn read_only() -> Response {
    Response::text(403, "这里只能看，不能填写：程序是用 nianbao serve --read-only 打开的。")
}

/// The version that is shown now, then each that comes after it.
async fn events(
    State(state): State<HttpState>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Response> {
    let Ok(place) = state.listening.try_acquire_owned() else {
        return Err(Response::text(503, "打开的网页太多，这一页不会自动刷新"));
    };
    let versions = stream::unfold((state.current, true, place), |(mut current, first, place)| async move {
        if !first {
            current.changed().await.ok()?;
        }
        let version = current.borrow_and_update().version.clone();
        Some((Ok(Event::default().data(version)), (current, false, place)))
    });
    Ok(Sse::new(versions).keep_alive(KeepAlive::default()))
}

impl IntoResponse for Response {
    fn into_response(self) -> HttpResponse {
        let Self { status, content_type, security_policy, location, body } = self;
        let values = [(CONTENT_TYPE, content_type), (CONTENT_SECURITY_POLICY, security_policy)];
        let mut headers: HeaderMap =
            values.map(|(name, value)| (name, HeaderValue::from_static(value))).into_iter().collect();
        headers.extend(location.and_then(|location| Some((LOCATION, HeaderValue::try_from(location).ok()?))));
        (StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), headers, body).into_response()
    }
}
