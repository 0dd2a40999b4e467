//! Everything that anybody can read, watched for what is stale.

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Request, header},
};
use fabrique_testkit::{Page, TestApp, TestVisitor};

/// Where readers begin; the walk finds the rest by its links.
const DOORS: [&str; 18] = [
    "/",
    "/plans",
    "/consultations",
    "/consultations/ouvrir?q=publier",
    "/consultations/ouvrir/similar.json?text=publier",
    "/commitments",
    "/organisations",
    "/responses",
    "/transparency",
    "/moderation",
    "/open-data",
    "/accessibility",
    "/pages/guide/versions",
    "/changes.atom",
    "/api/v1/consultations",
    "/api/v1/proposals",
    "/api/v1/commitments",
    "/api/v1/responses",
];

/// How many addresses of one shape are watched.
const SAMPLES: usize = 2;

/// A page as it was last read.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    tag: Option<HeaderValue>,
    body: String,
}

/// Every page that can be read without signing in, and how it was last read.
pub(super) struct Watch<'a> {
    app: &'a TestApp,
    reader: TestVisitor,
    /// People who signed in: pages are made for them too.
    people: Vec<TestVisitor>,
    seen: BTreeMap<String, Option<Seen>>,
}

impl<'a> Watch<'a> {
    /// Walks over the site as it stands: signed out, as somebody who only reads, and as Camille, who
    /// does what the tests do.
    pub(super) async fn begin(app: &'a TestApp) -> Self {
        let people = vec![app.signed_in("sacha@example.org").await, app.signed_in("camille@example.org").await];
        let mut watch = Self { app, reader: app.visitor(), people, seen: BTreeMap::new() };
        watch.walk().await;
        watch.look("nothing").await;
        let all: Vec<_> = watch.seen.keys().cloned().collect();
        watch.look_signed_in("nothing", &all).await;
        watch
    }

    /// Watches a page that stands behind too many others of its shape.
    pub(super) async fn meet(&mut self, path: &str) {
        let page = self.reader.get(path).await;
        self.seen.insert(path.to_owned(), Some(seen(page.assert_ok())));
    }

    /// Something was done: reads everything again, and checks that it changed `pages` at least.
    pub(super) async fn after(&mut self, what: &str, pages: &[&str]) {
        let changed = self.look(what).await;
        let concerned: BTreeSet<_> = pages.iter().map(|page| (*page).to_owned()).chain(changed.clone()).collect();
        self.look_signed_in(what, &concerned.into_iter().collect::<Vec<_>>()).await;
        for page in pages {
            assert!(changed.contains(*page), "{what}: {page} did not change, only {changed:?}");
        }
        self.walk().await;
    }

    /// Reads everything again on both sites; the addresses of what changed.
    async fn look(&mut self, what: &str) -> BTreeSet<String> {
        let mut anew = self.app.visitor_elsewhere();
        let mut changed = BTreeSet::new();
        for path in self.seen.keys().cloned().collect::<Vec<_>>() {
            let made = anew.get(&path).await;
            let kept = self.read_again(&path, what).await;
            assert_eq!(kept.status, made.status, "{what}: {path} is stale");
            assert!(kept.body == made.body, "{what}: {path} is stale:\n{}", difference(&kept.body, &made.body));
            let now = made.status.is_success().then(|| seen(&kept));
            if self.seen.get(&path).is_some_and(|before| before.is_some() && *before != now) {
                changed.insert(path.clone());
            }
            self.seen.insert(path, now);
        }
        changed
    }

    /// Reads the pages again as people who signed in: each must read what is theirs and what is so now.
    async fn look_signed_in(&mut self, what: &str, paths: &[String]) {
        let data = ["/api", "/open-data", "/.well-known", ".csv", ".json", ".atom", "?"];
        for (turn, person) in self.people.iter_mut().enumerate() {
            let mut elsewhere = self.app.elsewhere(person);
            for path in paths.iter().filter(|path| !data.iter().any(|part| path.contains(part))) {
                let made = elsewhere.get(path).await;
                let kept = person.get(path).await;
                assert_eq!(kept.status, made.status, "{what}: {path} is stale for reader {turn}");
                let told = difference(&kept.body, &made.body);
                assert!(kept.body == made.body, "{what}: {path} is stale for reader {turn}:\n{told}");
            }
        }
    }

    /// Reads a page with the tag of last time: "unchanged" must be true, and "changed" too.
    async fn read_again(&mut self, path: &str, what: &str) -> Page {
        let before = self.seen.get(path).and_then(Option::as_ref);
        let tag = before.and_then(|seen| seen.tag.clone());
        let Some(tag) = tag else { return self.reader.get(path).await };
        let asked = Request::get(path).header(header::IF_NONE_MATCH, &tag);
        let short = self.reader.send(asked, Body::empty()).await;
        let whole = self.reader.get(path).await;
        let unchanged = before.is_some_and(|before| before.body == whole.body) && whole.status.is_success();
        assert_eq!(short.status.as_u16() == 304, unchanged, "{what}: {path} answered {}", short.status);
        if unchanged {
            assert!(short.body.is_empty() && tag_of(&short.headers) == Some(tag), "{what}: {path}");
        }
        whole
    }

    /// Adds what links lead to and was not met yet, a few addresses of each shape.
    async fn walk(&mut self) {
        let mut shapes = BTreeMap::<String, usize>::new();
        for path in self.seen.keys() {
            *shapes.entry(shape(path)).or_default() += 1;
        }
        let known = self.seen.values().flatten().flat_map(|seen| links(&seen.body));
        let mut waiting: Vec<String> = DOORS.iter().map(|door| (*door).to_owned()).chain(known).collect();
        while let Some(path) = waiting.pop() {
            if self.seen.contains_key(&path) || shapes.get(&shape(&path)).is_some_and(|met| *met >= SAMPLES) {
                continue;
            }
            let page = self.reader.get(&path).await;
            if page.status.is_success() {
                waiting.extend(links(&page.body));
                *shapes.entry(shape(&path)).or_default() += 1;
                self.seen.insert(path, Some(seen(&page)));
            }
        }
    }

    /// The shapes of the addresses met.
    pub(super) fn shapes(&self) -> BTreeSet<String> {
        self.seen.keys().map(|path| shape(path).split('?').next().unwrap_or_default().to_owned()).collect()
    }
}

fn seen(page: &Page) -> Seen {
    Seen { tag: tag_of(&page.headers), body: page.body.clone() }
}

fn tag_of(headers: &HeaderMap) -> Option<HeaderValue> {
    headers.get(header::ETAG).cloned()
}

/// The links of a page to other pages that anybody reads.
fn links(body: &str) -> Vec<String> {
    let private = ["/admin", "/account", "/sign-in", "/assets", "/subscriptions", "//"];
    let found = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found
        .map(|link| link.replace("&amp;", "&").replace("&#38;", "&"))
        .map(|link| link.split('#').next().unwrap_or_default().to_owned())
        .filter(|link| link.starts_with('/') && !private.iter().any(|start| link.starts_with(start)))
        .filter(|link| !link.contains("lang="))
        .collect()
}

/// The shape of an address: what is particular in it is left out, and so is its query but for the names.
fn shape(path: &str) -> String {
    let (place, query) = path.split_once('?').unwrap_or((path, ""));
    let general: Vec<_> = place.split('/').map(|part| if is_particular(part) { "*" } else { part }).collect();
    let mut names: Vec<_> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
    names.sort_unstable();
    format!("{}?{}", general.join("/"), names.join("&"))
}

fn is_particular(part: &str) -> bool {
    let slugs = ["plan-2027", "ouvrir", "ministere-des-essais", "collectif-des-essais"];
    part.len() == 36 || slugs.contains(&part) || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first lines that two bodies do not share.
fn difference(kept: &str, made: &str) -> String {
    let lines = kept.lines().zip(made.lines()).find(|(kept, made)| kept != made);
    lines.map_or_else(String::new, |(kept, made)| format!("kept: {kept}\nmade: {made}"))
}
