//! What surrounds a page: the header, the menu, the footer.

use fabrique_domain::{
    Choice, Date, Instant, Language, LocalizedText,
    account::{Actor, Permission},
    content::Conformity,
};
use fabrique_texts::Texts;
use jiff::tz::TimeZone;

use crate::{author, state::Web, visitor::Visitor};

/// What surrounds a page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The words of the reader's language.
    pub(crate) t: Texts,
    /// The name of the site.
    pub(crate) site: String,
    /// Who operates it.
    pub(crate) operator: String,
    /// The entry of the menu where the page is.
    pub(crate) here: &'static str,
    /// Whether the reader is signed in. The header names nobody, so that readers may share a page.
    pub(crate) is_signed_in: bool,
    /// Whether the person has a desk.
    pub(crate) has_desk: bool,
    /// The same page in the other language.
    pub(crate) other_language: String,
    /// The addresses of the style sheets, the operator's last.
    pub(crate) styles: Vec<String>,
    /// The address of the icon.
    pub(crate) icon: String,
    /// The address of the operator's logo; ours is drawn in the page.
    pub(crate) logo: Option<String>,
    /// What may be said of the accessibility of the site.
    pub(crate) conformity: Conformity,
    /// The filters of the page, as the addresses of its data carry them.
    pub(crate) filters: String,
    /// The address of the page itself, whole, for sharing.
    pub(crate) address: String,
    zone: TimeZone,
    now: Instant,
}

impl Frame {
    pub(crate) fn new(web: &Web, visitor: &Visitor, here: &'static str) -> Self {
        let (site, language) = (&web.platform.site, visitor.language());
        let asset = |file: &str| web.assets.address(file).to_owned();
        let own = |file: &str| web.assets.has(file).then(|| asset(file));
        Self {
            t: visitor.texts,
            site: site.name.get(language).to_owned(),
            operator: site.operator.get(language).to_owned(),
            here,
            is_signed_in: visitor.actor.person().is_some(),
            has_desk: has_desk(&visitor.actor),
            other_language: in_other_language(visitor),
            styles: std::iter::once(asset("fabrique.css")).chain(own("theme.css")).collect(),
            icon: asset("favicon.svg"),
            logo: own("theme-logo.svg"),
            conformity: web.conformity.get(),
            filters: filters(visitor),
            address: site.url(visitor.uri.path()),
            zone: site.zone.clone(),
            now: web.platform.store.surroundings().clock.now(),
        }
    }

    /// An official text in the reader's language.
    pub(crate) fn text<'t>(&self, text: &'t LocalizedText) -> &'t str {
        text.get(self.t.language())
    }

    /// The code of the language that [`Frame::text`] really gives, for the `lang` attribute.
    pub(crate) fn language_of(&self, text: &LocalizedText) -> &'static str {
        text.language(self.t.language()).code()
    }

    /// The name of somebody, as it is shown.
    pub(crate) fn name(&self, name: &str) -> String {
        author::shown(self.t, name)
    }

    /// The date of a moment.
    pub(crate) fn day(&self, instant: &Instant) -> String {
        self.t.day(*instant, &self.zone)
    }

    /// The date and time of a moment.
    pub(crate) fn moment(&self, instant: &Instant) -> String {
        self.t.moment(*instant, &self.zone)
    }

    /// A date without its weekday.
    pub(crate) fn date(&self, date: &Date) -> String {
        self.t.short_date(*date)
    }

    /// A moment as `datetime` attributes have it: the date.
    pub(crate) fn iso(&self, instant: &Instant) -> String {
        instant.date(&self.zone).to_string()
    }

    /// A whole number, grouped.
    pub(crate) fn number(&self, number: &i64) -> String {
        self.t.number(*number)
    }

    /// A share of a whole.
    pub(crate) fn percentage(&self, part: &i64, whole: &i64) -> String {
        self.t.percentage(*part, *whole)
    }

    /// Whole days since a moment.
    pub(crate) fn days_since(&self, instant: &Instant) -> i64 {
        self.now.days_since(*instant)
    }

    /// The clock people live by.
    pub(crate) const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// When the page is made.
    pub(crate) const fn now(&self) -> Instant {
        self.now
    }

    /// Today, where people live.
    pub(crate) fn today(&self) -> Date {
        self.now.date(&self.zone)
    }
}

/// Whether a person has work to do behind the public pages.
fn has_desk(actor: &Actor) -> bool {
    Permission::ALL.iter().any(|permission| *permission != Permission::Contribute && actor.may(*permission))
        && actor.person().is_some()
}

/// What a page tells of its list that is neither where it begins, nor in which order, nor in which
/// language: `?theme=x`, or nothing.
fn filters(visitor: &Visitor) -> String {
    const OF_THE_PAGE: [&str; 7] = ["lang", "sort", "seed", "at", "page", "after", "before"];
    let query = visitor.uri.query().unwrap_or_default();
    let kept = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, value)| !OF_THE_PAGE.contains(&name.as_ref()) && !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

/// The address of the page with `lang` set to the other language.
fn in_other_language(visitor: &Visitor) -> String {
    let other = match visitor.language() {
        Language::French => Language::English,
        Language::English => Language::French,
    };
    let query = visitor.uri.query().unwrap_or_default();
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "lang");
    let query =
        form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair("lang", other.code()).finish();
    format!("{}?{query}", visitor.uri.path())
}
