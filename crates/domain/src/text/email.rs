//! E-mail addresses.

use std::ops::Deref;

use serde::Serialize;

use super::{Fault, fault::check_length};

/// An e-mail address: something, an at sign, a domain with a dot. The mail that answers is the proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address; the domain is lowered, since it never depends on case, and so is the
    /// local part, since no mail service in use tells them apart.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`] or [`Fault::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let address = typed.trim().to_lowercase();
        check_length(&address, 1, 254)?;
        let well_formed =
            address.split_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain));
        if well_formed { Ok(Self(address)) } else { Err(Fault::Malformed) }
    }
}

fn is_local_part(local: &str) -> bool {
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

impl Deref for EmailAddress {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_lowered() {
        assert_eq!(
            &*EmailAddress::parse(" Jeanne.Exemple@Ministere.Example ").unwrap(),
            "jeanne.exemple@ministere.example"
        );
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for typed in [
            "jeanne",
            "@example.org",
            "a@b",
            "a b@example.org",
            "a@exa mple.org",
            "a..b@example.org",
            "a@-x.org",
            "a@x\n.org",
        ] {
            assert_eq!(EmailAddress::parse(typed), Err(Fault::Malformed), "{typed}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Fault::Missing));
    }
}
