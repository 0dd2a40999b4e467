//! How many requests a network may make: generous for reading, less for writing. The machine itself
//! may make as many as it wants: checks of health, tests of load. A proxy on the same machine names
//! the client in `X-Forwarded-For`; what comes through it is counted, declared or not.

use std::{num::NonZeroU32, sync::Arc};

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::{client::Network, problem::Problem, state::Web};

/// Requests a second that a network may make, and in one burst: a school or a ministry is behind one.
const READING: (u32, u32) = (100, 400);
const WRITING: (u32, u32) = (10, 60);

/// The counts of every network.
#[derive(Debug)]
pub(crate) struct Limits {
    reading: DefaultKeyedRateLimiter<Network>,
    writing: DefaultKeyedRateLimiter<Network>,
    in_force: bool,
}

impl Limits {
    pub(crate) fn new(in_force: bool) -> Self {
        let limiter = |(second, burst): (u32, u32)| {
            let [second, burst] = [second, burst].map(|number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN));
            DefaultKeyedRateLimiter::keyed(Quota::per_second(second).allow_burst(burst))
        };
        Self { reading: limiter(READING), writing: limiter(WRITING), in_force }
    }

    fn allow(&self, method: &Method, network: Network) -> bool {
        let limiter = if matches!(*method, Method::GET | Method::HEAD) { &self.reading } else { &self.writing };
        if limiter.len() > 100_000 {
            limiter.retain_recent();
        }
        !self.in_force || limiter.check_key(&network).is_ok()
    }
}

pub(crate) async fn limit(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let network = Network::of_request(&web.settings, &request);
    let forwarded = request.headers().contains_key("x-forwarded-for");
    if (network.is_this_machine() && !forwarded) || web.limits.allow(request.method(), network) {
        next.run(request).await
    } else {
        Problem::TooMany(10).into_response()
    }
}
