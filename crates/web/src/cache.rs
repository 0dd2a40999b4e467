//! Pages kept ready: for readers who are not signed in, and, where a page shows nothing of a
//! reader's own, for those who are and hold no role.
//!
//! A page is kept under the version of the data that it was made from, read *before* the data; a
//! transaction raises the version before its author is told "done". So a kept page is never older
//! than what anybody was told. It is also kept only within its minute, since pages say how long
//! something has been awaited and consultations open and close by the clock.
//! Compression is done once a page and coding, when first asked for.

use std::{
    io::Write,
    sync::{Arc, OnceLock},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use data_encoding::HEXLOWER;
use fabrique_domain::{Choice, content::Topic, time::MINUTE};
use ring::digest::{SHA256, digest};
use uuid::Uuid;

use crate::{
    memory::Memory,
    problem::Problem,
    state::Web,
    visitor::{self, Visitor},
};

/// The most that is kept, in bytes of uncompressed pages and of what goes with them.
const MOST_KEPT: usize = 24 * 1024 * 1024;
/// What a page takes beside its bytes and its name: headers, and their tables.
const FURNITURE: usize = 1024;
/// A page larger than this is not kept.
const LARGEST_PAGE: usize = 1024 * 1024;

/// A coding of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    Plain,
    Gzip,
    Brotli,
}

impl Coding {
    /// The best coding that the client takes; a coding with `q=0` is one it refuses.
    pub(crate) fn accepted(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').map(str::trim).any(|part| match part.split_once(';') {
                Some((coding, quality)) => coding.trim() == name && !matches!(quality.trim(), "q=0" | "q=0.0"),
                None => part == name,
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// Its name in `Content-Encoding`.
    pub(crate) const fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Brotli => Some(HeaderValue::from_static("br")),
        }
    }
}

/// The bytes in a coding. Memory is all it writes to, so it cannot fail; if it did, the plain
/// bytes would be labelled wrongly, so nothing is better.
pub(crate) fn compress(plain: &Bytes, coding: Coding) -> Bytes {
    match coding {
        Coding::Plain => plain.clone(),
        Coding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
            let written = encoder.write_all(plain).and_then(|()| encoder.finish());
            written.unwrap_or_default().into()
        }
        Coding::Brotli => {
            let mut encoded = Vec::new();
            {
                let mut encoder = brotli::CompressorWriter::new(&mut encoded, 16 * 1024, 5, 20);
                let _ = encoder.write_all(plain);
            }
            encoded.into()
        }
    }
}

/// A page as it is sent.
#[derive(Debug)]
struct Kept {
    headers: HeaderMap,
    etag: HeaderValue,
    plain: Bytes,
    alike: Option<Alike>,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl Kept {
    fn new(headers: HeaderMap, alike: Option<Alike>, plain: Bytes) -> Self {
        let mark = HEXLOWER.encode(&digest(&SHA256, &plain).as_ref()[..12]);
        let etag = HeaderValue::from_str(&format!("W/\"{mark}\"")).unwrap_or(HeaderValue::from_static("W/\"\""));
        Self { headers, etag, plain, alike, gzip: OnceLock::new(), brotli: OnceLock::new() }
    }

    fn body(&self, coding: Coding) -> &Bytes {
        match coding {
            Coding::Plain => &self.plain,
            Coding::Gzip => self.gzip.get_or_init(|| compress(&self.plain, coding)),
            Coding::Brotli => self.brotli.get_or_init(|| compress(&self.plain, coding)),
        }
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let unchanged = asked
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|mark| mark.trim().as_bytes() == self.etag.as_bytes());
        let coding = Coding::accepted(asked);
        let mut response = if unchanged {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Response::new(Body::from(self.body(coding).clone()))
        };
        let headers = response.headers_mut();
        headers.clone_from(&self.headers);
        headers.insert(header::ETAG, self.etag.clone());
        if let Some(name) = coding.name().filter(|_| !unchanged) {
            headers.insert(header::CONTENT_ENCODING, name);
        }
        response
    }
}

/// What a kept page is valid for: the version of the data and the minute.
type Validity = (u64, i64);

/// Marks a page that signed-in readers without a role see alike, but for those who have something
/// of their own on it: a position, a text, a mark, a follow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alike {
    /// What the page is about, if anything may be one's own there.
    pub(crate) unless_own: Option<(Topic, Uuid)>,
}

/// The pages kept ready, by their names.
#[derive(Debug)]
pub(crate) struct PageCache(Memory<Validity, String, Arc<Kept>>);

impl Default for PageCache {
    fn default() -> Self {
        Self(Memory::of(MOST_KEPT))
    }
}

/// Answers readers who are not signed in from what is kept, or makes the page and keeps it.
pub(crate) async fn serve(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let Some(key) = key(&web, &request) else { return next.run(request).await };
    let validity = validity(&web);
    if let Some(page) = web.cache.0.find(&key, validity) {
        return page.answer(request.headers());
    }
    let asked = request.headers().clone();
    let response = next.run(request).await;
    if may_be_kept(&response) { keep(&web, key, validity, &asked, response).await } else { response }
}

/// The same for signed-in readers without a role, for pages that are [`Alike`]. It stands behind the
/// introduction: the session was found in force by this very request.
pub(crate) async fn serve_alike(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let Some(key) = key_alike(&visitor, &request) else { return Ok(next.run(request).await) };
    let validity = validity(&web);
    let kept = web.cache.0.find(&key, validity);
    if let Some(page) = &kept
        && !has_own(&web, &visitor, page.alike).await?
    {
        return Ok(page.answer(request.headers()));
    }
    let asked = request.headers().clone();
    let response = next.run(request).await;
    let alike = response.extensions().get::<Alike>().copied();
    // Whoever had something of their own when the page was drawn and took it back since raised the
    // version: what is kept here under the older one is given to nobody.
    let keeps = kept.is_none() && response.status() == StatusCode::OK && alike.is_some();
    if keeps && !has_own(&web, &visitor, alike).await? {
        return Ok(keep(&web, key, validity, &asked, response).await);
    }
    Ok(response)
}

fn validity(web: &Web) -> Validity {
    let store = &web.platform.store;
    (store.version(), store.surroundings().clock.now().micros() / MINUTE)
}

/// Whether the reader has something of their own on a page.
async fn has_own(web: &Web, visitor: &Visitor, alike: Option<Alike>) -> Result<bool, Problem> {
    let Some((topic, subject)) = alike.and_then(|alike| alike.unless_own) else { return Ok(false) };
    Ok(web.readers.has_own(&web.platform, &visitor.actor, topic, subject).await?)
}

/// Keeps a page, and answers it as a kept one is.
async fn keep(web: &Web, key: String, validity: Validity, asked: &HeaderMap, response: Response) -> Response {
    let (head, body) = response.into_parts();
    let alike = head.extensions.get::<Alike>().copied();
    match to_bytes(body, LARGEST_PAGE).await {
        Ok(bytes) => {
            let page = Arc::new(Kept::new(head.headers, alike, bytes));
            let weight = page.plain.len() + key.len() + FURNITURE;
            web.cache.0.keep(key, validity, Arc::clone(&page), weight);
            page.answer(asked)
        }
        Err(error) => {
            tracing::error!(%error, "a page is larger than what may be kept");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The name of a page that all readers who are not signed in see alike: its address and language.
fn key(web: &Web, request: &Request) -> Option<String> {
    let headers = request.headers();
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = visitor::has_session(web, headers) || headers.contains_key(header::AUTHORIZATION);
    let plain = reading && !known;
    plain.then(|| {
        let language = visitor::language(request.uri(), request.headers());
        let head = if request.method() == Method::HEAD { "HEAD" } else { "" };
        format!("{head}{} {}", language.code(), request.uri().path_and_query().map_or("/", |path| path.as_str()))
    })
}

/// The name of a page that signed-in readers without a role may see alike.
fn key_alike(visitor: &Visitor, request: &Request) -> Option<String> {
    let person = visitor.actor.person()?;
    let reading = *request.method() == Method::GET && person.grants.is_empty();
    reading.then(|| {
        let address = request.uri().path_and_query().map_or("/", |path| path.as_str());
        format!("signed in {} {address}", visitor.language().code())
    })
}

fn may_be_kept(response: &Response) -> bool {
    let headers = response.headers();
    let control = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok()).unwrap_or_default();
    response.status() == StatusCode::OK
        && !headers.contains_key(header::SET_COOKIE)
        && control.contains("no-cache")
        && response.extensions().get::<Streamed>().is_none()
}

/// Marks a response that is sent piece by piece and never held whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Streamed;
