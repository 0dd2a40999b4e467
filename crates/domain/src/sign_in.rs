//! What a request to sign in is made of, and how long what it opens lasts.

use std::{fmt, net::IpAddr, ops::Deref};

use crate::time::{DAY, MINUTE};

/// How long the link and the code of a request can be used, in microseconds.
pub const SIGN_IN_LIFETIME: i64 = 15 * MINUTE;
/// How long the link of an invitation can be used, in microseconds: people do not read mail from
/// their administration within the quarter of an hour.
pub const INVITATION_LIFETIME: i64 = 3 * DAY;
/// How many codes can be tried on one request.
pub const MOST_CODE_ATTEMPTS: i64 = 5;
/// How long a session lasts, whatever its use, in microseconds.
pub const SESSION_LIFETIME: i64 = 30 * DAY;
/// How exactly the last use of a session is known, in microseconds.
pub const SEEN_PRECISION: i64 = 60 * MINUTE;

/// The network that a request comes from, as wide as attempts are counted: the first 24 bits of an
/// IPv4 address, the first 48 of an IPv6 address, which is what one household or office is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NetworkPrefix {
    /// The first 24 bits of an IPv4 address.
    V4([u8; 3]),
    /// The first 48 bits of an IPv6 address.
    V6([u8; 6]),
}

impl NetworkPrefix {
    /// The prefix of `address`; an IPv4 address written in IPv6 is an IPv4 address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                Self::V4([a, b, c])
            }
            IpAddr::V6(address) => {
                let [a, b, c, d, e, f, ..] = address.octets();
                Self::V6([a, b, c, d, e, f])
            }
        }
    }
}

impl fmt::Display for NetworkPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4([a, b, c]) => write!(f, "{a}.{b}.{c}.0/24"),
            Self::V6([a, b, c, d, e, g]) => write!(f, "{a:02x}{b:02x}:{c:02x}{d:02x}:{e:02x}{g:02x}::/48"),
        }
    }
}

/// Where to go once signed in: a path of this site, and never another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPath(String);

impl ReturnPath {
    /// The path, or the root of the site when `path` leads elsewhere. Browsers read `//host` and
    /// `/\host` as addresses of another site, and drop control characters before they do.
    #[must_use]
    pub fn within_site(path: &str) -> Self {
        let leads_away = !path.starts_with('/')
            || path.starts_with("//")
            || path.contains('\\')
            || path.chars().any(|c| c.is_control() || c.is_whitespace())
            || path.len() > 500;
        Self(if leads_away { "/".to_owned() } else { path.to_owned() })
    }
}

impl Default for ReturnPath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Deref for ReturnPath {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// The browser and the system of a session, which is all that is kept of what a browser tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Device(String);

/// Marks in a `User-Agent`, the most particular first: nearly all claim to be Safari too.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Device {
    /// The device that a `User-Agent` header tells; empty when it tells nothing that is known.
    #[must_use]
    pub fn of(user_agent: &str) -> Self {
        let told = |marks: &[(&str, &'static str)]| {
            marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
        };
        let parts: Vec<_> = [told(&BROWSERS), told(&SYSTEMS)].into_iter().flatten().collect();
        Self(parts.join(", "))
    }
}

impl Deref for Device {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(address: &str) -> String {
        NetworkPrefix::of(address.parse().unwrap()).to_string()
    }

    #[test]
    fn a_household_counts_as_one_network() {
        assert_eq!(prefix("192.0.2.7"), "192.0.2.0/24");
        assert_eq!(prefix("::ffff:192.0.2.9"), "192.0.2.0/24");
        assert_eq!(prefix("2001:db8:1:2::7"), prefix("2001:db8:1:ffff::9"));
        assert_ne!(prefix("2001:db8:1::1"), prefix("2001:db8:2::1"));
        assert_eq!(prefix("2001:db8:1:2::7"), "2001:0db8:0001::/48");
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        for path in
            ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\nb", "\t//evil.example", "/\t/evil"]
        {
            assert_eq!(&*ReturnPath::within_site(path), "/", "{path:?}");
        }
        assert_eq!(&*ReturnPath::within_site("/proposals/1?page=2#top"), "/proposals/1?page=2#top");
    }

    #[test]
    fn a_device_is_a_browser_and_a_system_and_nothing_more() {
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let safari =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";
        let edge = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(&*Device::of(firefox), "Firefox, Windows");
        assert_eq!(&*Device::of(safari), "Safari, iPhone");
        assert_eq!(&*Device::of(edge), "Edge, Linux");
        assert_eq!(&*Device::of("curl/8"), "");
    }
}
