//! What a person or a program is told when something does not go as asked: what happened, what to
//! do, and a way on. Never a stack, never an inner word.

use std::{any::Any, sync::Arc};

use askama::Template;
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use fabrique_app::Error;
use fabrique_texts::Texts;
use serde::Serialize;

use crate::{
    frame::Frame,
    state::Web,
    visitor::{self, Visitor},
};

/// Why a request has no ordinary answer.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// Sign in first.
    SignInNeeded,
    /// The roles of the person do not allow it.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// A field that no form of ours could have sent so.
    Invalid(&'static str),
    /// A rule says no; the code of its message.
    Refused(&'static str),
    /// Somebody else changed it in between.
    Changed,
    /// Too many requests; seconds to wait.
    TooMany(i64),
    /// The request comes from another site.
    CrossSite,
    /// The body cannot be read.
    Unreadable(StatusCode),
    /// The database is away: try later.
    Unavailable,
    /// The directory cannot be read; everything else can.
    DirectoryAway,
    /// A fault of ours.
    Internal,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::SignInNeeded => Self::SignInNeeded,
            Error::Forbidden(_) => Self::Forbidden,
            Error::NotFound => Self::NotFound,
            Error::Invalid(faults) => Self::Invalid(faults.0.first().map_or("", |(field, _)| field)),
            Error::Refused(rule) => Self::Refused(rule),
            Error::Changed => Self::Changed,
            Error::TooMany(seconds) => Self::TooMany(seconds),
            Error::Storage(error) => error.into(),
            Error::Search(error) => {
                tracing::error!(%error, "the index cannot be used");
                Self::Unavailable
            }
            // Where none is loaded, there is nothing to ask.
            Error::Directory(fabrique_directory::Error::NoSnapshot(_)) => Self::NotFound,
            Error::Directory(error) => {
                tracing::error!(%error, "the directory cannot be used; `fabrique doctor` says what to do");
                Self::DirectoryAway
            }
            Error::Internal(reason) => {
                tracing::error!(reason, "a use-case failed");
                Self::Internal
            }
        }
    }
}

impl From<fabrique_storage::Error> for Problem {
    fn from(error: fabrique_storage::Error) -> Self {
        if error.is_unavailable() {
            tracing::warn!(%error, "the database is away");
            Self::Unavailable
        } else {
            tracing::error!(%error, "the database refused");
            Self::Internal
        }
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be written");
        Self::Internal
    }
}

impl Problem {
    const fn status(&self) -> StatusCode {
        match self {
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(_) | Self::Changed => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable(status) => *status,
            Self::Unavailable | Self::DirectoryAway => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The code of its messages: `problem-<code>-title` and `problem-<code>-advice`.
    const fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "sign-in-needed",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Invalid(_) | Self::Unreadable(_) => "invalid",
            Self::Refused(_) => "refused",
            Self::Changed => "changed",
            Self::TooMany(_) => "too-many",
            Self::CrossSite => "cross-site",
            Self::Unavailable => "unavailable",
            Self::DirectoryAway => "directory-away",
            Self::Internal => "internal",
        }
    }

    /// The reason, in the reader's language.
    pub(crate) fn advice(&self, texts: Texts) -> String {
        match self {
            Self::Refused(rule) => texts.get(format!("rule-{rule}")).to_string(),
            Self::TooMany(seconds) => {
                let minutes = (seconds + 59) / 60;
                texts.get("problem-too-many-advice").with("minutes", minutes).to_string()
            }
            _ => texts.get(format!("problem-{}-advice", self.code())).to_string(),
        }
    }

    fn retry_after(&self) -> Option<i64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Unavailable => Some(5),
            _ => None,
        }
    }
}

/// Carries the problem to [`show`], which knows the reader.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    title: String,
    advice: String,
}

#[derive(Serialize)]
struct ProblemBody<'a> {
    /// The code of the problem.
    error: &'a str,
    /// What happened and what to do, in the reader's language.
    message: String,
    /// The field that is wrong, if one is.
    #[serde(skip_serializing_if = "str::is_empty")]
    field: &'a str,
}

/// Turns the problems that handlers answer into pages or JSON in the reader's language.
pub(crate) async fn show(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let language = visitor::language(request.uri(), request.headers());
    let path = request.uri().clone();
    let method = request.method().clone();
    let referer = request.headers().get(header::REFERER).cloned();
    let mut response = next.run(request).await;
    let problem = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem,
        None if is_bare(&response) => Problem::of_status(response.status()),
        None => return response,
    };
    let visitor = response.extensions_mut().remove::<Visitor>();
    let visitor = visitor.unwrap_or_else(|| Visitor::anonymous(&web, &path, language));
    if matches!(problem, Problem::SignInNeeded) && !visitor::wants_data(path.path()) {
        return to_sign_in(&method, &path, referer.as_ref());
    }
    let body = page(&visitor, &problem, path.path());
    let (mut head, _) = response.into_parts();
    head.headers.remove(header::CONTENT_TYPE);
    head.headers.remove(header::CONTENT_LENGTH);
    if let Some(seconds) = problem.retry_after() {
        head.headers.entry(header::RETRY_AFTER).or_insert(HeaderValue::from(seconds.max(1)));
    }
    (head.status, head.headers, body).into_response()
}

impl Problem {
    const fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            StatusCode::INTERNAL_SERVER_ERROR => Self::Internal,
            status => Self::Unreadable(status),
        }
    }
}

/// An error that a layer or an extractor answered without a word for the reader.
fn is_bare(response: &Response) -> bool {
    let refused = response.status().is_client_error() || response.status().is_server_error();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    refused && !kind.starts_with("text/html") && !kind.starts_with("application/json")
}

/// To the sign-in page and back to where the person was: the page of the form, when it was a form.
fn to_sign_in(method: &Method, path: &axum::http::Uri, referer: Option<&HeaderValue>) -> Response {
    let from_form =
        referer.and_then(|value| value.to_str().ok()).and_then(|value| value.parse::<axum::http::Uri>().ok());
    let back = if method == Method::GET { Some(path.clone()) } else { from_form };
    let back = back.as_ref().and_then(axum::http::Uri::path_and_query).map_or("/", |path| path.as_str());
    let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
    Redirect::to(&format!("/sign-in?return_to={back}")).into_response()
}

fn page(visitor: &Visitor, problem: &Problem, path: &str) -> Response {
    let texts = visitor.texts;
    let advice = problem.advice(texts);
    if visitor::wants_data(path) {
        let field = if let Problem::Invalid(field) = problem { field } else { "" };
        return Json(ProblemBody { error: problem.code(), message: advice, field }).into_response();
    }
    let title = texts.get(format!("problem-{}-title", problem.code())).to_string();
    let page = ProblemPage { frame: visitor.frame(""), title, advice: advice.clone() };
    page.render().map_or_else(|_| advice.into_response(), |html| Html(html).into_response())
}

/// The answer after a panic: a fault of ours, said plainly.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the payload over")]
pub(crate) fn after_panic(payload: Box<dyn Any + Send + 'static>) -> Response {
    let reason = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(reason, "a handler panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, "Une erreur est survenue de notre côté. / Something failed on our side.")
        .into_response()
}
