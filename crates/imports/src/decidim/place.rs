//! Names of places on a Decidim site: Ruby classes and addresses.

use crate::{Place, PlaceKind};

/// What a Ruby class name (`Decidim::Debates::Debate`) stands for.
pub(super) fn kind_of_type(class: &str) -> PlaceKind {
    match class {
        "Decidim::Proposals::Proposal" => PlaceKind::Proposal,
        "Decidim::Debates::Debate" => PlaceKind::Debate,
        "Decidim::Comments::Comment" => PlaceKind::Comment,
        other => PlaceKind::Other(other.to_owned()),
    }
}

/// The place that an address such as `https://…/f/112/debates/23` names.
pub(super) fn place_of_url(url: &str) -> Option<Place> {
    let path = url.split(['?', '#']).next()?;
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let id = parts.next().filter(|id| !id.is_empty())?;
    let kind = match parts.next()? {
        "proposals" => PlaceKind::Proposal,
        "debates" => PlaceKind::Debate,
        other if url.contains("://") && !other.is_empty() => PlaceKind::Other(other.to_owned()),
        _ => return None,
    };
    Some(Place { kind, external_id: id.to_owned() })
}
