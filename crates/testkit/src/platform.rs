//! How the platform of a test presents itself.

use fabrique_app::Site;
use fabrique_domain::LocalizedText;
use jiff::tz::TimeZone;

/// The root address of every test platform.
pub const BASE: &str = "http://fabrique.example";

/// A site without TLS, on the clock of Paris.
#[must_use]
pub fn site() -> Site {
    Site {
        name: LocalizedText::french("Fabrique"),
        operator: LocalizedText::both("Direction des exemples", "Directorate of examples"),
        base: BASE.to_owned(),
        sender: "fabrique@example.org".to_owned(),
        security_contact: "security@example.org".to_owned(),
        zone: TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC),
    }
}
