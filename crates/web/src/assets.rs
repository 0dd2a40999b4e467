//! Style sheet, scripts and pictures, inside the binary, compressed once, named by their contents
//! so that a browser keeps them for ever.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use data_encoding::HEXLOWER;
use ring::digest::{SHA256, digest};
use rust_embed::RustEmbed;

use crate::{
    cache::{Coding, compress},
    state::{Theme, Web},
};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// One file, in the codings that browsers take.
#[derive(Debug)]
struct Asset {
    kind: HeaderValue,
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
}

/// Every file by its public name, and the public name of each file.
#[derive(Debug)]
pub(crate) struct Assets {
    by_name: BTreeMap<String, Asset>,
    names: BTreeMap<String, String>,
}

impl Assets {
    /// The files of the binary and those of the operator's theme.
    pub(crate) fn new(theme: &Theme) -> Self {
        let mut assets = Self { by_name: BTreeMap::new(), names: BTreeMap::new() };
        for file in Files::iter() {
            if let Some(embedded) = Files::get(&file) {
                assets.add(&file, embedded.data);
            }
        }
        for (file, bytes) in [("theme.css", &theme.css), ("theme-logo.svg", &theme.logo)] {
            if let Some(bytes) = bytes {
                assets.add(file, Cow::Owned(bytes.clone()));
            }
        }
        assets
    }

    fn add(&mut self, file: &str, bytes: Cow<'static, [u8]>) {
        let name = public_name(file, &bytes);
        let plain = Bytes::from(bytes.into_owned());
        let asset = Asset {
            kind: kind(file),
            gzip: compress(&plain, Coding::Gzip),
            brotli: compress(&plain, Coding::Brotli),
            plain,
        };
        self.by_name.insert(name.clone(), asset);
        self.names.insert(file.to_owned(), format!("/assets/{name}"));
    }

    /// The address of a file; of nothing when there is no such file.
    pub(crate) fn address(&self, file: &str) -> &str {
        self.names.get(file).map_or("", String::as_str)
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, file: &str) -> bool {
        self.names.contains_key(file)
    }
}

/// `fabrique.css` → `fabrique.0123456789ab.css`.
fn public_name(file: &str, bytes: &[u8]) -> String {
    let mark = HEXLOWER.encode(&digest(&SHA256, bytes).as_ref()[..6]);
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{mark}.{extension}"),
        None => format!("{file}.{mark}"),
    }
}

fn kind(file: &str) -> HeaderValue {
    HeaderValue::from_static(match file.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    })
}

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/assets/{name}", get(serve)).route("/favicon.ico", get(favicon))
}

async fn serve(State(web): State<Arc<Web>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = web.assets.by_name.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let coding = Coding::accepted(&headers);
    let body = match coding {
        Coding::Plain => &asset.plain,
        Coding::Gzip => &asset.gzip,
        Coding::Brotli => &asset.brotli,
    };
    let mut response = body.clone().into_response();
    let head = response.headers_mut();
    head.insert(header::CONTENT_TYPE, asset.kind.clone());
    head.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    head.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    head.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(name) = coding.name() {
        head.insert(header::CONTENT_ENCODING, name);
    }
    response
}

/// Browsers that ask for this name are shown the way to the real icon.
async fn favicon(State(web): State<Arc<Web>>) -> Response {
    axum::response::Redirect::permanent(web.assets.address("favicon.svg")).into_response()
}
