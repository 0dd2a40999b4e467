//! Somebody at a browser without script: asks for pages, keeps cookies, fills in forms, reads HTML.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;

use crate::platform::BASE;

/// Somebody at a browser.
#[derive(Debug, Clone)]
pub struct TestVisitor {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// What the browser says it reads.
    pub accept_language: String,
}

impl TestVisitor {
    /// Somebody at a site, signed out, reading French.
    #[must_use]
    pub fn of(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), accept_language: "fr".to_owned() }
    }

    /// The same person, with the same cookies, at another site.
    #[must_use]
    pub(crate) fn at(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form from one of our own pages.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, BASE);
        self.send(request, Body::from(body)).await
    }

    /// Sends a form and goes where its answer leads.
    pub async fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields).await;
        let location = answer.assert_redirect().to_owned();
        self.get(&location).await
    }

    /// Sends any request, with the cookies of this visitor.
    ///
    /// # Panics
    /// When the request cannot be built or the body cannot be read.
    #[expect(clippy::expect_used, reason = "a test")]
    pub async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let request = request
            .header(header::HOST, "fabrique.example")
            .header(header::ACCEPT_LANGUAGE, &self.accept_language)
            .header(header::COOKIE, cookies)
            .body(body)
            .expect("a request");
        let path = request.uri().to_string();
        let answer = self.router.clone().oneshot(request).await.expect("the router answers");
        self.keep_cookies(answer.headers());
        let (head, body) = answer.into_parts();
        let bytes = to_bytes(body, 64 * 1024 * 1024).await.expect("a body");
        Page { path, status: head.status, headers: head.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                if value.is_empty() || cookie.contains("Max-Age=0") {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
        }
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Page {
    /// What was asked.
    pub path: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as text.
    pub body: String,
}

impl Page {
    /// The texts of the elements that `selector` finds, white space folded.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = parse(selector);
        let document = Html::parse_document(&self.body);
        let fold = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        document.select(&selector).map(|element| fold(element.text().collect())).collect()
    }

    /// The values of an attribute of the elements that `selector` finds.
    ///
    /// # Panics
    /// When the selector is none.
    #[must_use]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = parse(selector);
        let document = Html::parse_document(&self.body);
        document.select(&selector).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// The only text that `selector` finds.
    ///
    /// # Panics
    /// When it finds none or several.
    #[track_caller]
    #[must_use]
    pub fn text(&self, selector: &str) -> String {
        let mut texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} in {}: {texts:?}", self.path);
        texts.remove(0)
    }

    /// Whether `selector` finds anything.
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// Its forms, with what stands in each field.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let document = Html::parse_document(&self.body);
        let forms = parse("form");
        document.select(&forms).map(Form::read).collect()
    }

    /// The answer is a page, status 200.
    ///
    /// # Panics
    /// When it is something else.
    #[track_caller]
    pub fn assert_ok(&self) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{}: {}", self.path, self.body);
        self
    }

    /// The answer has this status.
    ///
    /// # Panics
    /// When it has another.
    #[track_caller]
    pub fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.body);
        self
    }

    /// The answer sends elsewhere; where.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    #[expect(clippy::expect_used, reason = "a test")]
    pub fn assert_redirect(&self) -> &str {
        assert!(self.status.is_redirection(), "{}: {} {}", self.path, self.status, self.body);
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).expect("a location")
    }

    /// The answer says somewhere in its text.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn assert_says(&self, words: &str) -> &Self {
        let said = self.texts("body").join(" ");
        assert!(said.contains(words), "{} does not say “{words}”: {said}", self.path);
        self
    }
}

/// A form of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// How it is sent, in lower case.
    pub method: String,
    /// Where; nothing for its own page.
    pub action: String,
    /// Its fields, in their order.
    pub fields: Vec<Field>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub value: String,
    /// Whether one types into it freely, and nothing was chosen or hidden there.
    pub is_typed: bool,
}

impl Form {
    fn read(form: ElementRef<'_>) -> Self {
        let attribute = |name| form.attr(name).unwrap_or_default().to_owned();
        let named = parse("input[name], textarea[name], select[name], button[name]");
        let fields = form.select(&named).filter_map(Field::read).collect();
        Self { method: attribute("method").to_lowercase(), action: attribute("action"), fields }
    }
}

impl Field {
    /// What the browser would send; nothing for a box that is not ticked.
    fn read(element: ElementRef<'_>) -> Option<Self> {
        let name = element.attr("name")?.to_owned();
        let value = element.attr("value").unwrap_or_default().to_owned();
        let field = |value, is_typed| Some(Self { name, value, is_typed });
        match (element.value().name(), element.attr("type").unwrap_or("text")) {
            // The line break that a browser leaves out after the tag.
            ("textarea", _) => {
                let text: String = element.text().collect();
                field(text.strip_prefix('\n').unwrap_or(&text).to_owned(), true)
            }
            ("select", _) => {
                let (selected, all) = (parse("option[selected]"), parse("option"));
                let chosen = element.select(&selected).next().or_else(|| element.select(&all).next())?;
                field(chosen.attr("value").unwrap_or_default().to_owned(), false)
            }
            ("input", "checkbox" | "radio") if element.attr("checked").is_none() => None,
            ("input", "text" | "email" | "url" | "search" | "number" | "date" | "tel") => field(value, true),
            _ => field(value, false),
        }
    }
}

#[expect(clippy::expect_used, reason = "a test")]
fn parse(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}
