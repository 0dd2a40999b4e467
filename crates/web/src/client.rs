//! Where a request comes from, as a network prefix: enough to limit, too little to follow anybody.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    http::{Extensions, HeaderMap},
};

use fabrique_domain::sign_in::NetworkPrefix;

use crate::state::Settings;

/// The network that a request comes from: /24 of an IPv4 address, /48 of an IPv6 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Network(IpAddr);

impl Network {
    /// The network of an address.
    pub(crate) fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(four) => {
                let [a, b, c, _] = four.octets();
                Self(IpAddr::from([a, b, c, 0]))
            }
            IpAddr::V6(six) => {
                let [a, b, c, ..] = six.segments();
                Self(IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
            }
        }
    }

    /// Whether the request comes from the machine that answers it.
    pub(crate) const fn is_this_machine(self) -> bool {
        match self.0 {
            IpAddr::V4(four) => four.is_loopback(),
            // The prefix of `::1`.
            IpAddr::V6(six) => six.is_unspecified(),
        }
    }

    /// The same network, as attempts are counted.
    pub(crate) fn prefix(self) -> NetworkPrefix {
        NetworkPrefix::of(self.0)
    }

    /// The network of a request; that of the proxy's client when the operator said so.
    pub(crate) fn of_request(settings: &Settings, request: &Request) -> Self {
        Self::of_parts(settings, request.headers(), request.extensions())
    }

    /// The same, from the parts of a request.
    pub(crate) fn of_parts(settings: &Settings, headers: &HeaderMap, extensions: &Extensions) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let forwarded = settings.behind_proxy.then(|| forwarded(headers)).flatten();
        Self::of(forwarded.or(peer).unwrap_or(IpAddr::from([0, 0, 0, 0])))
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The last address that our own proxy added; what stands before it, anybody may have written.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let chain = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    chain.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(address: &str) -> String {
        Network::of(address.parse().unwrap()).to_string()
    }

    #[test]
    fn an_address_is_only_known_by_its_network() {
        assert_eq!(network("192.0.2.77"), "192.0.2.0");
        assert_eq!(network("2001:db8:1:2::3"), "2001:db8:1::");
        assert_eq!(network("::ffff:192.0.2.77"), "192.0.2.0");
    }

    #[test]
    fn the_machine_itself_is_known() {
        let is_this_machine = |address: &str| Network::of(address.parse().unwrap()).is_this_machine();
        assert!(is_this_machine("127.0.0.1") && is_this_machine("::1") && is_this_machine("::ffff:127.0.0.1"));
        assert!(!is_this_machine("10.0.0.1") && !is_this_machine("2001:db8::1") && !is_this_machine("0.0.0.0"));
    }

    #[test]
    fn only_the_address_that_our_own_proxy_added_counts() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "203.0.113.9, 198.51.100.7".parse().unwrap());
        assert_eq!(forwarded(&headers), Some("198.51.100.7".parse().unwrap()));
    }
}
