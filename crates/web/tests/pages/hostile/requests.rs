//! Every route, every method, from everybody: what cannot be is 4xx, never a fault of ours.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use fabrique_app::account::{NewToken, TokenName, create_token};
use fabrique_domain::account::Actor;
use fabrique_storage::transact;
use fabrique_testkit::{Page, TestVisitor, contribution, stories};

use super::{
    Scene,
    source::{fields, routes},
};

const FORM: &str = "application/x-www-form-urlencoded";
const BASE: &str = "http://fabrique.example";

/// What stands where an identifier should.
fn identifiers() -> Vec<String> {
    let short = ["%ff%fe", "..%2F..%2F..%2Fetc%2Fpasswd", "%00", "a%00b", "-1", "99999999999999999999", "%F0%9F%A6%80"];
    let unknown =
        ["00000000-0000-0000-0000-000000000000", "0193a0b0-0000-7000-8000-000000000001", "1", "%27%3B--", "%25"];
    let long = "a".repeat(9_000);
    short.into_iter().chain(unknown).map(str::to_owned).chain([long]).collect()
}

/// What stands where a field should.
fn values() -> [String; 8] {
    let long = "é".repeat(3_000);
    ["%ff%fe", "%00", "a%00b", "-1", "99999999999999999999999", "%F0%9F%A6%80%E2%80%AE", "NaN", &long]
        .map(str::to_owned)
}

/// Every field of the site with one value: an address or a form where nothing is what it should be.
fn all_fields(value: &str) -> String {
    fields().into_iter().map(|field| format!("{field}={value}")).collect::<Vec<_>>().join("&")
}

fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let mut bodies: Vec<(&'static str, Vec<u8>)> = values()
        .iter()
        .map(|value| (FORM, all_fields(&value.chars().take(500).collect::<String>()).into_bytes()))
        .collect();
    bodies.extend([
        (FORM, Vec::new()),
        (FORM, vec![0xff; 64]),
        (FORM, b"=&&=&%&%4&=%".to_vec()),
        (FORM, "a=1&".repeat(20_000).into_bytes()),
        (FORM, vec![b'a'; 400 * 1024]),
        (FORM, b"{\"title\": 1}".to_vec()),
        ("multipart/form-data", b"--x".to_vec()),
        ("", b"title=1".to_vec()),
    ]);
    bodies
}

fn assert_no_fault_of_ours(page: &Page, sent: &str) {
    let shown: String = page.path.chars().take(300).collect();
    assert!(page.status.as_u16() < 500, "{sent} {shown}: {} {}", page.status, page.body);
    let stack =
        ["panicked at", "stack backtrace", "sqlx", "SQLITE", "src/"].iter().find(|word| page.body.contains(**word));
    assert!(stack.is_none() || page.status.is_success(), "{sent} {shown} tells {stack:?}");
}

async fn post(visitor: &mut TestVisitor, path: &str, kind: &str, body: Vec<u8>) -> Page {
    let mut request = Request::post(path).header(header::ORIGIN, BASE);
    if !kind.is_empty() {
        request = request.header(header::CONTENT_TYPE, kind);
    }
    visitor.send(request, Body::from(body)).await
}

/// Ends the session of whoever asks, or everything: tried apart, at the end.
const FAREWELLS: [&str; 2] = ["/sign-out", "/account/sessions/revoke-others"];

fn lasting_routes() -> impl Iterator<Item = String> {
    routes().into_iter().filter(|route| !FAREWELLS.contains(&route.as_str()))
}

stories! {
    async fn no_address_breaks_anything(app) {
        let mut scene = Scene::set(app).await;
        let mut visitors = std::mem::take(&mut scene.visitors);
        for (turn, route) in lasting_routes().enumerate() {
            for (place, identifier) in identifiers().iter().enumerate() {
                let query = all_fields(&values()[(turn + place) % 7]);
                let whole = scene.address(&route, identifier, identifier);
                let half = scene.address(&route, "", identifier);
                let path = if (turn + place) % 2 == 0 { whole } else { format!("{half}?{query}") };
                assert_no_fault_of_ours(&visitors[(turn / 2 + place) % 4].get(&path).await, "GET");
                if !route.contains('{') && place > 3 {
                    break;
                }
            }
        }
    }

    async fn no_form_breaks_anything(app) {
        let mut scene = Scene::set(app).await;
        let mut visitors = std::mem::take(&mut scene.visitors);
        for (turn, route) in lasting_routes().enumerate() {
            let path = scene.address(&route, "", "1");
            // Every body meets every kind of route, and each route half of the bodies.
            for (place, (kind, body)) in bodies().into_iter().enumerate().filter(|(place, _)| (turn + place) % 2 == 0) {
                let visitor = &mut visitors[(turn + place / 2) % 4];
                assert_no_fault_of_ours(&post(visitor, &path, kind, body).await, "POST");
            }
            for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::HEAD] {
                let request = Request::builder().method(method.clone()).uri(&path).header(header::ORIGIN, BASE);
                assert_no_fault_of_ours(&visitors[turn % 4].send(request, Body::from("x")).await, method.as_str());
            }
        }
        for route in FAREWELLS {
            for visitor in &mut visitors {
                assert_no_fault_of_ours(&post(visitor, route, FORM, vec![0xff; 9]).await, "POST");
            }
        }
    }

    async fn no_body_of_the_api_breaks_anything(app) {
        let scene = Scene::set(app).await;
        let person = contribution::person(&app.platform.store, "Dominique", &[]).await;
        let input = NewToken { name: TokenName::parse("essai").unwrap(), days: 30 };
        let actor = Actor::Person(person);
        let token: fabrique_app::Result<_> =
            transact!(app.platform.store, |tx| create_token(&app.platform, &actor, tx, &input).await);
        let bearer = format!("Bearer {}", token.unwrap().reveal());
        let deep = "[".repeat(20_000);
        let long = format!("{{\"title\": \"{}\"}}", "é".repeat(100_000));
        let bodies: [&[u8]; 13] = [
            b"", b"{", b"[]", b"null", b"\"x\"", b"1e999", b"{\"title\": 5, \"body\": null}", b"\xff\xfe{}",
            b"{\"title\": \"\\ud800\"}", b"{\"position\": \"enthusiasm\"}", b"{\"title\": \"a\\u0000b\", \"body\": \"\\u0000 eight or more\", \"position\": \"\\u0000\", \"side\": \"for\"}",
            deep.as_bytes(), long.as_bytes(),
        ];
        for route in routes().into_iter().filter(|route| route.starts_with("/api/v1/")) {
            for first in ["", "%00", "%ff", "1", "00000000-0000-0000-0000-000000000000"] {
                let path = scene.address(&route, first, "%00");
                for (method, body) in [Method::POST, Method::PUT, Method::DELETE].iter().flat_map(|m| bodies.map(|b| (m, b))) {
                    let request = Request::builder()
                        .method(method)
                        .uri(&path)
                        .header(header::CONTENT_TYPE, "application/json")
                        .header(header::AUTHORIZATION, &bearer);
                    let answer = app.visitor().send(request, Body::from(body.to_vec())).await;
                    assert_no_fault_of_ours(&answer, method.as_str());
                    let kind = answer.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
                    assert!(kind.is_none_or(|kind| kind.starts_with("application/json")), "{path}: problems are data");
                }
            }
        }
    }

    async fn no_header_breaks_anything(app) {
        Scene::set(app).await;
        let long = "a".repeat(60_000);
        let headers: [(&str, &[u8]); 14] = [
            ("cookie", long.as_bytes()),
            ("cookie", b"fabrique=\xff\xfe; language=\xff"),
            ("cookie", b"fabrique=; ;;==; fabrique=a=b; language=xx"),
            ("cookie", b"fabrique=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            ("authorization", b"Bearer \xff"),
            ("authorization", b"Basic Og=="),
            ("accept-language", b";;;,q=NaN,fr;q=inf,en;q=-1,\xff"),
            ("accept-encoding", b"br;q=x,\xff"),
            ("if-none-match", b"\xff, \"\", W/, *"),
            ("referer", b"\xff://"),
            ("referer", b"http://[::1"),
            ("x-forwarded-for", b"\xff, ::::, 999.1.1.1"),
            ("user-agent", b"\xff\xfe"),
            ("sec-fetch-site", b"\xff"),
        ];
        for (name, value) in headers {
            for path in ["/", "/consultations/ouvrir", "/account", "/api/v1/proposals", "/nowhere"] {
                let request = Request::get(path).header(name, value);
                assert_no_fault_of_ours(&app.visitor().send(request, Body::empty()).await, name);
                let request = Request::post(path).header(name, value).header(header::CONTENT_TYPE, FORM);
                assert_no_fault_of_ours(&app.visitor().send(request, Body::empty()).await, name);
            }
        }
    }
}
