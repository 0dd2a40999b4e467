//! What protects people: headers, cookies over TLS, limits of size and of pace, and where to report
//! a fault.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, header},
};
use fabrique_app::{Platform, Site};
use fabrique_testkit::{Engine, Page, TestStore, TestVisitor, site, stories};
use fabrique_web::{Settings, Web};

/// A site as its operator set it, and the store it stands on.
async fn site_with(site: Site, settings: Settings) -> (TestStore, TestVisitor) {
    let store = TestStore::fresh(Engine::Sqlite).await;
    let platform = Arc::new(Platform { site, ..store.platform() });
    let visitor = TestVisitor::of(fabrique_web::router(Web::new(platform, settings)));
    (store, visitor)
}

fn spared() -> Settings {
    Settings { unlimited: true, ..Settings::default() }
}

/// A form sent from a network.
async fn post_from(visitor: &mut TestVisitor, network: &str, path: &str) -> Page {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("x-forwarded-for", format!("198.51.100.9, {network}"));
    visitor.send(request, Body::from("email=")).await
}

#[tokio::test]
async fn behind_tls_browsers_come_back_over_tls_only_and_protect_the_session_themselves() {
    let (store, mut visitor) = site_with(Site { base: "https://fabrique.example".into(), ..site() }, spared()).await;
    let page = visitor.get("/").await;
    assert_eq!(page.headers[header::STRICT_TRANSPORT_SECURITY], "max-age=63072000; includeSubDomains");
    let chosen = visitor.get("/?lang=en").await;
    assert!(chosen.headers[header::SET_COOKIE].to_str().unwrap().ends_with("; SameSite=Lax; Secure"));
    let left = visitor.send(Request::post("/sign-out").header("sec-fetch-site", "same-origin"), Body::empty()).await;
    let cookie = left.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("__Host-fabrique=;"), "{cookie}");
    for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.split("; ").any(|found| found == part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "a name that begins with __Host- has no domain: {cookie}");
    store.finish().await;
}

#[tokio::test]
async fn without_tls_nothing_is_promised_about_it() {
    let (store, mut visitor) = site_with(site(), spared()).await;
    let page = visitor.get("/?lang=en").await;
    assert!(!page.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    assert!(!page.headers[header::SET_COOKIE].to_str().unwrap().contains("Secure"));
    store.finish().await;
}

#[tokio::test]
async fn a_network_that_writes_too_fast_waits_and_the_others_do_not() {
    let settings = Settings { behind_proxy: true, ..Settings::default() };
    let (store, mut visitor) = site_with(site(), settings).await;
    let mut answers = Vec::new();
    for _ in 0..80 {
        answers.push(post_from(&mut visitor, "203.0.113.1", "/sign-in").await);
    }
    let limited = answers.iter().find(|page| page.status == 429).expect("sixty at once are enough");
    assert!(answers[..60].iter().all(|page| page.status == 422), "the first ones are heard");
    assert_eq!(limited.headers[header::RETRY_AFTER], "10");
    limited.assert_says("Trop de demandes");
    assert_eq!(post_from(&mut visitor, "203.0.113.200", "/sign-in").await.status, 429, "the same network");
    assert_eq!(post_from(&mut visitor, "192.0.2.1", "/sign-in").await.status, 422, "another one");
    visitor.get("/consultations").await.assert_ok();
    store.finish().await;
}

#[tokio::test]
async fn where_to_report_a_fault_is_said_as_the_standard_asks() {
    for (contact, line) in [
        ("security@example.org", "Contact: mailto:security@example.org"),
        ("mailto:security@example.org", "Contact: mailto:security@example.org"),
        ("https://example.org/security", "Contact: https://example.org/security"),
    ] {
        let (store, mut visitor) = site_with(Site { security_contact: contact.into(), ..site() }, spared()).await;
        let file = visitor.get("/.well-known/security.txt").await;
        assert_eq!(file.assert_ok().body.lines().next(), Some(line));
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
        for field in
            ["Expires: 2027-05-22T", "Preferred-Languages: fr, en", "Canonical: http://fabrique.example/.well-known/"]
        {
            assert!(file.body.lines().any(|line| line.starts_with(field)), "{field} in {}", file.body);
        }
        store.finish().await;
    }
    let (store, mut visitor) = site_with(Site { security_contact: String::new(), ..site() }, spared()).await;
    visitor.get("/.well-known/security.txt").await.assert_status(404);
    store.finish().await;
}

stories! {
    async fn everything_that_leaves_forbids_what_is_not_ours(app) {
        let mut reader = app.visitor();
        let style = reader.get("/").await.attributes("link[rel=stylesheet]", "href").remove(0);
        let paths = ["/", "/nowhere", "/sign-in", "/api/v1/proposals", "/open-data/proposals.csv", "/changes.atom", &style];
        for path in paths {
            let page = reader.get(path).await;
            assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert!(page.headers.contains_key("x-request-id"), "{path}");
            if path != style {
                let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
                assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{path}: {policy}");
                for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
                    assert!(policy.contains(part), "{path}: {part}");
                }
            }
        }
    }

    async fn a_body_that_is_too_large_is_refused_before_it_is_read(app) {
        let request = Request::post("/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let large = app.visitor().send(request, Body::from(vec![b'a'; 256 * 1024 + 1])).await;
        large.assert_status(413);
        let request = Request::post("/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        app.visitor().send(request, Body::from(vec![b'a'; 256 * 1024])).await.assert_status(422);
    }

    async fn two_requests_never_have_the_same_identifier(app) {
        let mut reader = app.visitor();
        let (one, other) = (reader.get("/").await, reader.get("/").await);
        assert_ne!(one.headers["x-request-id"], other.headers["x-request-id"], "a kept page neither");
        assert_eq!(one.headers["x-request-id"].len(), 16);
    }
}
