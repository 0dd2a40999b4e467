//! Who reads: the actor, the language, where they are on the site.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use fabrique_domain::{Choice, Language, account::Actor, content::Topic, id::SessionId};
use fabrique_texts::Texts;
use uuid::Uuid;

use crate::{cache::Alike, client::Network, frame::Frame, problem::Problem, session, state::Web};

/// What a handler answers.
pub(crate) type PageResult = Result<Response, Problem>;

/// Who reads, and where.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// Who acts.
    pub(crate) actor: Actor,
    /// The session that says so.
    pub(crate) session: Option<SessionId>,
    /// The words of the reader's language.
    pub(crate) texts: Texts,
    /// The network the request comes from.
    pub(crate) network: Network,
    /// The address asked for.
    pub(crate) uri: Uri,
    web: Arc<Web>,
}

impl Visitor {
    /// Somebody who did not sign in, for the pages of problems met before introductions.
    pub(crate) fn anonymous(web: &Arc<Web>, uri: &Uri, language: Language) -> Self {
        Self {
            actor: Actor::Anonymous,
            session: None,
            texts: Texts::of(language),
            network: Network::of([0, 0, 0, 0].into()),
            uri: uri.clone(),
            web: Arc::clone(web),
        }
    }

    /// The reader's language.
    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    /// A field of the address; nothing when it was left out.
    pub(crate) fn query(&self, name: &str) -> String {
        form_urlencoded::parse(self.uri.query().unwrap_or_default().as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }

    /// What surrounds a page; `here` is the code of its entry in the menu, or nothing.
    pub(crate) fn frame(&self, here: &'static str) -> Frame {
        Frame::new(&self.web, self, here)
    }

    /// The address of a file of ours: a script.
    pub(crate) fn asset(&self, file: &str) -> String {
        self.web.assets.address(file).to_owned()
    }

    /// A page, with status 200.
    #[expect(clippy::unused_self, reason = "handlers read better as visitor.page(…)")]
    pub(crate) fn page(&self, template: &impl Template) -> PageResult {
        Ok(html(StatusCode::OK, template.render()?))
    }

    /// A page that signed-in readers without a role see alike: nothing on it is the reader's own,
    /// unless the reader has something on the subject of `unless_own`.
    pub(crate) fn page_alike(&self, template: &impl Template, unless_own: Option<(Topic, Uuid)>) -> PageResult {
        let mut response = self.page(template)?;
        response.extensions_mut().insert(Alike { unless_own });
        Ok(response)
    }

    /// A form shown again because something in it is wrong.
    #[expect(clippy::unused_self, reason = "handlers read better as visitor.again(…)")]
    pub(crate) fn again(&self, template: &impl Template) -> PageResult {
        Ok(html(StatusCode::UNPROCESSABLE_ENTITY, template.render()?))
    }
}

fn html(status: StatusCode, body: String) -> Response {
    (status, Html(body)).into_response()
}

impl FromRequestParts<Arc<Web>> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Problem> {
        Ok(parts
            .extensions
            .get::<Self>()
            .cloned()
            .unwrap_or_else(|| Self::anonymous(web, &parts.uri, language(&parts.uri, &parts.headers))))
    }
}

/// Finds out who reads, once a request, and remembers the language that the reader chose.
pub(crate) async fn introduce(State(web): State<Arc<Web>>, mut request: Request, next: Next) -> Response {
    if let Err(error) = web.conformity.refresh(&web.platform).await {
        return Problem::from(error).into_response();
    }
    let resolved = match session(&web, request.headers()) {
        Some(cookie) => web.readers.session(&web.platform, cookie).await,
        None => Ok(None),
    };
    let has_ended = matches!(resolved, Ok(None)) && has_session(&web, request.headers());
    let (actor, session) = match resolved {
        Ok(Some(resolved)) => (Actor::Person(resolved.person.clone()), Some(resolved.session_id)),
        Ok(None) => (Actor::Anonymous, None),
        Err(error) => return Problem::from(error).into_response(),
    };
    let chosen = chosen_language(request.uri());
    let language = chosen.unwrap_or_else(|| match (&actor, has_language_cookie(request.headers())) {
        (Actor::Person(person), false) => person.account.language,
        _ => language(request.uri(), request.headers()),
    });
    let visitor = Visitor {
        actor,
        session,
        texts: Texts::of(language),
        network: Network::of_request(&web.settings, &request),
        uri: request.uri().clone(),
        web: Arc::clone(&web),
    };
    let signed_in = visitor.actor != Actor::Anonymous;
    request.extensions_mut().insert(visitor.clone());
    let mut response = next.run(request).await;
    response.extensions_mut().insert(visitor);
    remember(&web, &mut response, chosen, signed_in);
    if has_ended {
        session::forget_ended(&web, &mut response);
    }
    response
}

/// Sets the language cookie when the reader chose one, and says what caches may do.
fn remember(web: &Web, response: &mut Response, chosen: Option<Language>, signed_in: bool) {
    let headers = response.headers_mut();
    if let Some(language) = chosen {
        let secure = if web.platform.site.is_secure() { "; Secure" } else { "" };
        let cookie = format!("language={}; Path=/; Max-Age=31536000; SameSite=Lax{secure}", language.code());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(if signed_in {
        "private, no-store"
    } else {
        "no-cache"
    }));
    headers.entry(header::VARY).or_insert(HeaderValue::from_static("accept-encoding, accept-language, cookie"));
}

/// The session that a request carries, if any.
pub(crate) fn session<'h>(web: &Web, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie(headers, session::name(web)).filter(|value| !value.is_empty())
}

/// Whether a request carries a session, valid or not.
pub(crate) fn has_session(web: &Web, headers: &HeaderMap) -> bool {
    session(web, headers).is_some()
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The language that the address asks for.
fn chosen_language(uri: &Uri) -> Option<Language> {
    form_urlencoded::parse(uri.query()?.as_bytes())
        .find(|(name, _)| name == "lang")
        .and_then(|(_, code)| Language::from_code(&code).ok())
}

fn has_language_cookie(headers: &HeaderMap) -> bool {
    cookie(headers, "language").is_some()
}

/// The language of a reader: what the address asks, what was chosen before, what the browser
/// prefers; French otherwise.
pub(crate) fn language(uri: &Uri, headers: &HeaderMap) -> Language {
    chosen_language(uri)
        .or_else(|| cookie(headers, "language").and_then(|code| Language::from_code(code).ok()))
        .or_else(|| preferred(headers))
        .unwrap_or(Language::French)
}

/// The first of our languages by the browser's weights (RFC 9110, 12.5.4).
fn preferred(headers: &HeaderMap) -> Option<Language> {
    let asked = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for part in asked.split(',') {
        let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
        let weight = parameters.trim().strip_prefix("q=").map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
        let code = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        if let Ok(language) = Language::from_code(&code)
            && weight > 0.0
            && best.is_none_or(|(found, _)| weight > found)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// Whether an address is read by programs: errors there are JSON.
pub(crate) fn wants_data(path: &str) -> bool {
    path.starts_with("/api/")
        || path.rsplit('/').next().is_some_and(|last| last.ends_with(".json") || last.ends_with(".csv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(uri: &str, cookie: &str, accepted: &str) -> Language {
        let mut headers = HeaderMap::new();
        if !cookie.is_empty() {
            headers.insert(header::COOKIE, cookie.parse().unwrap());
        }
        headers.insert(header::ACCEPT_LANGUAGE, accepted.parse().unwrap());
        language(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_address_wins_then_the_choice_then_the_browser_then_french() {
        assert_eq!(asked("/?lang=en", "language=fr", "fr"), Language::English);
        assert_eq!(asked("/", "x=1; language=en", "fr"), Language::English);
        assert_eq!(asked("/", "", "de, en-GB;q=0.8, fr;q=0.5"), Language::English);
        assert_eq!(asked("/", "", "de, es"), Language::French);
        assert_eq!(asked("/?lang=xx", "language=yy", "en;q=0"), Language::French);
    }

    #[test]
    fn data_addresses_get_their_errors_as_data() {
        assert!(wants_data("/api/v1/proposals"));
        assert!(wants_data("/plans.json") && wants_data("/consultations/x/proposals.csv"));
        assert!(!wants_data("/plans/a.jsonx") && !wants_data("/plans"));
    }
}
