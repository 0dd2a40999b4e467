//! Pages a second, against bare axum that answers the same bytes: for readers who did not sign in,
//! and for fifty who did; then how long the start takes, what stays in memory, what the binary weighs.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use axum::http::{Method, Request, header};
use http_body_util::Full;

use crate::{
    bare::Bare,
    load::{self, Answered, Asked, CONNECTIONS},
    platform::{self, Instance, Server},
    report::{Line, float, median, milliseconds},
};

const MEGABYTE: f64 = 1e6;
const HEAVY: &str = "proposal with 200 arguments";

pub(crate) async fn run(quick: bool) -> Result<()> {
    let (people, proposals, supports, arguments) =
        if quick { (2_000, 1_000, 10_000, 2_000) } else { (20_000, 10_000, 100_000, 20_000) };
    let (turns, time) = if quick { (1, Duration::from_millis(500)) } else { (3, Duration::from_secs(3)) };
    let instance = Instance::filled(people, proposals, supports, arguments).await?;
    // The second half of the people have done nothing yet.
    let links = sign_in_links(&instance, people / 2).await?;
    let server = start(&instance).await?;
    let cookies = sign_in(&server, &links).await?;
    for (case, path) in pages(&server).await? {
        for (reader, cookies) in [("anonymous", Vec::new()), ("signed in", cookies.clone())] {
            let asked = Asked { cookies, ..Asked::of(server.address, &path) };
            compare(&format!("{case}, {reader}"), &asked, turns, time).await?;
        }
        if case == HEAVY {
            support(&server, &path, &cookies).await?;
            let asked = Asked { cookies: cookies.clone(), ..Asked::of(server.address, &path) };
            compare(&format!("{case}, signed in, all having supported it"), &asked, turns, time).await?;
        }
    }
    weigh(&server).await
}

/// The pages that are measured: their names and addresses.
async fn pages(server: &Server) -> Result<Vec<(&'static str, String)>> {
    let list = "/consultations/load-1".to_owned();
    let text = Asked::of(server.address, &format!("{list}?sort=discussed")).text().await?;
    let heavy = text.split('"').find(|part| part.starts_with("/proposals/")).context("a list without proposals")?;
    Ok(vec![
        ("list", list.clone()),
        (HEAVY, heavy.to_owned()),
        ("search", format!("{list}?q=analyses+eau")),
        ("plan", plan(&Asked::of(server.address, "/plans")).await?),
    ])
}

/// The published plan of the example.
async fn plan(plans: &Asked) -> Result<String> {
    let text = plans.text().await?;
    let plan = text.split('"').find(|part| part.starts_with("/plans/") && !part.contains("load-"));
    Ok(plan.context("no plan")?.to_owned())
}

/// Ours and bare in turn, so that a machine that tires tires both; the median of the turns.
async fn compare(case: &str, ours: &Asked, turns: usize, time: Duration) -> Result<()> {
    let bare = Bare::of(&ours.once().await?).await?;
    let bare = Asked { address: bare.address(), path: "/".to_owned(), ..ours.clone() };
    let (mut measured, mut baseline) = (Vec::new(), Vec::new());
    for _ in 0..turns {
        measured.push(ours.for_as_long(time).await?);
        baseline.push(bare.for_as_long(time).await?);
    }
    let [measured, baseline] = [measured, baseline].map(|turns| middle(&turns));
    Line::print("pages", case, measured.per_second, "answers/s", baseline.per_second);
    Line::print("pages", &format!("{case}, 99 of 100 within"), measured.p99, "ms", baseline.p99);
    Ok(())
}

fn middle(turns: &[Answered]) -> Answered {
    let of = |field: fn(&Answered) -> f64| median(turns.iter().map(field).collect());
    Answered { per_second: of(|turn| turn.per_second), p99: of(|turn| turn.p99) }
}

/// What stands in memory after all this, against the same program on an empty instance, and the
/// weight of the binary against that of the bare server.
async fn weigh(server: &Server) -> Result<()> {
    let instance = Instance::empty().await?;
    let empty = instance.serve().await?;
    Asked::of(empty.address, "/").once().await?;
    Line::print("pages", "memory in use", server.memory()?.now / MEGABYTE, "MB", empty.memory()?.now / MEGABYTE);
    let size = |file: PathBuf| -> Result<f64> { Ok(float(file.metadata()?.len()) / MEGABYTE) };
    Line::print("pages", "binary", size(platform::binary()?)?, "MB", size(std::env::current_exe()?)?);
    Ok(())
}

/// Starts the platform, timed until it answers a page, against the bare server.
async fn start(instance: &Instance) -> Result<Server> {
    let started = Instant::now();
    let server = instance.serve().await?;
    Asked::of(server.address, "/").once().await?;
    let ours = started.elapsed();
    let page = Asked::of(server.address, "/").once().await?;
    let started = Instant::now();
    let bare = Bare::of(&page).await?;
    Asked::of(bare.address(), "/").once().await?;
    Line::print("pages", "start", milliseconds(ours), "ms", milliseconds(started.elapsed()));
    Ok(server)
}

/// Links that sign in as many people as there are connections, from the one of this number.
async fn sign_in_links(instance: &Instance, first: u64) -> Result<Vec<String>> {
    let mut links = Vec::new();
    for number in first..first + CONNECTIONS as u64 {
        let said = instance.run(&["admin", "sign-in-link", &format!("charge-1-{number}@example.org")]).await?;
        let link = said["link"].as_str().context("no link")?;
        let place = link.find("/sign-in/").context("a link that leads elsewhere")?;
        links.push(link[place..].to_owned());
    }
    Ok(links)
}

/// Everybody supports a proposal, so that its page is drawn for each of them.
async fn support(server: &Server, path: &str, cookies: &[String]) -> Result<()> {
    let mut connection = load::connect(server.address).await?;
    for cookie in cookies {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{path}/position"))
            .header(header::HOST, server.address.to_string())
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::from("position=support"))?;
        connection.ready().await?;
        load::drain(connection.send_request(request).await?).await?;
    }
    Ok(())
}

/// Presses the button behind each link; the cookies of the sessions.
async fn sign_in(server: &Server, links: &[String]) -> Result<Vec<String>> {
    let mut connection = load::connect(server.address).await?;
    let mut cookies = Vec::new();
    for link in links {
        let request = Request::builder().method(Method::POST).uri(link);
        let request = request.header(header::HOST, server.address.to_string()).body(Full::default())?;
        connection.ready().await?;
        let response = connection.send_request(request).await?;
        let cookie = response.headers().get(header::SET_COOKIE).context("nobody is signed in")?;
        cookies.push(cookie.to_str()?.split(';').next().unwrap_or_default().to_owned());
        load::drain(response).await?;
    }
    Ok(cookies)
}
