//! The pages that an instance comes with, in French and in English.

use fabrique_domain::{
    Instant, LocalizedText,
    content::Page,
    id::{Id, PageId},
};
use uuid::Uuid;

/// The pages that every instance has, in the order in which they are shown.
pub const SLUGS: [&str; 5] = ["guide", "rules", "legal", "accessibility", "privacy"];

/// Each page as it came: its slug, then its titles, then its texts.
const PAGES: [(&str, [&str; 2], [&str; 2]); 5] = [
    (
        SLUGS[0],
        ["Guide du gouvernement ouvert", "Guide to open government"],
        [include_str!("default/fr/guide.md"), include_str!("default/en/guide.md")],
    ),
    (
        SLUGS[1],
        ["Règles de participation", "Rules for taking part"],
        [include_str!("default/fr/rules.md"), include_str!("default/en/rules.md")],
    ),
    (
        SLUGS[2],
        ["Mentions légales", "Legal notice"],
        [include_str!("default/fr/legal.md"), include_str!("default/en/legal.md")],
    ),
    (
        SLUGS[3],
        ["Déclaration d’accessibilité", "Accessibility statement"],
        [include_str!("default/fr/accessibility.md"), include_str!("default/en/accessibility.md")],
    ),
    (
        SLUGS[4],
        ["Données personnelles", "Personal data"],
        [include_str!("default/fr/privacy.md"), include_str!("default/en/privacy.md")],
    ),
];

/// The identifier of what nobody wrote here.
pub(super) fn nobody() -> PageId {
    PageId::from_uuid(Uuid::nil())
}

/// The page called `slug` as it came.
pub(super) fn page(slug: &str) -> Option<Page> {
    let (slug, titles, bodies) = PAGES.iter().find(|(known, ..)| *known == slug)?;
    Some(Page {
        id: nobody(),
        slug: (*slug).to_owned(),
        title: LocalizedText::both(titles[0], titles[1]),
        body: LocalizedText::both(bodies[0].trim(), bodies[1].trim()),
        version: 1,
        updated_at: Instant::default(),
    })
}

#[cfg(test)]
mod tests {
    use fabrique_domain::content::{PageBody, PageTitle};

    use super::*;

    #[test]
    fn every_page_comes_written_in_both_languages_and_can_be_edited() {
        for slug in SLUGS {
            let page = page(slug).unwrap();
            for text in [Some(&page.body.fr), page.body.en.as_ref()] {
                assert_eq!(&*PageBody::parse(text.unwrap()).unwrap(), text.unwrap(), "{slug}");
            }
            for title in [Some(&page.title.fr), page.title.en.as_ref()] {
                PageTitle::parse(title.unwrap()).unwrap();
            }
        }
    }

    #[test]
    fn no_other_page_comes() {
        assert_eq!(page("contact"), None);
    }
}
