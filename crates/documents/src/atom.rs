//! News as an Atom feed (RFC 4287).

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

/// A feed of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What the feed is called.
    pub title: String,
    /// Who speaks.
    pub author: String,
    /// The code of the language it is in.
    pub language: String,
    /// The whole address of the pages that it tells of.
    pub home: String,
    /// The whole address of the feed itself, which also identifies it.
    pub address: String,
    /// When it last changed, in RFC 3339.
    pub updated: String,
    /// The news, the latest first.
    pub items: Vec<Item>,
}

/// A piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What identifies it for ever, as an IRI.
    pub id: String,
    /// What happened, and to what.
    pub title: String,
    /// The code and the word of its kind.
    pub kind: (String, String),
    /// The whole address where it can be read.
    pub address: String,
    /// When, in RFC 3339.
    pub happened: String,
}

/// A moment that is not written in RFC 3339.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a moment in RFC 3339")]
pub struct NotAMoment(pub String);

/// The feed as XML.
///
/// # Errors
/// [`NotAMoment`] when a date cannot be read.
pub fn write(news: &News) -> Result<String, NotAMoment> {
    let feed = Feed {
        title: Text::plain(&*news.title),
        id: news.address.clone(),
        updated: moment(&news.updated)?,
        authors: vec![Person { name: news.author.clone(), ..Person::default() }],
        links: vec![link("self", &news.address), link("alternate", &news.home)],
        lang: Some(news.language.clone()),
        generator: Some(Generator { value: "Fabrique".to_owned(), ..Generator::default() }),
        entries: news.items.iter().map(entry).collect::<Result<_, _>>()?,
        ..Feed::default()
    };
    Ok(feed.to_string())
}

fn entry(item: &Item) -> Result<Entry, NotAMoment> {
    let happened = moment(&item.happened)?;
    let (term, label) = item.kind.clone();
    Ok(Entry {
        title: Text::plain(&*item.title),
        id: item.id.clone(),
        updated: happened,
        published: Some(happened),
        categories: vec![Category { term, label: Some(label), ..Category::default() }],
        links: vec![link("alternate", &item.address)],
        ..Entry::default()
    })
}

fn link(relation: &str, address: &str) -> Link {
    Link { rel: relation.to_owned(), href: address.to_owned(), ..Link::default() }
}

fn moment(text: &str) -> Result<FixedDateTime, NotAMoment> {
    text.parse().map_err(|_| NotAMoment(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news() -> News {
        News {
            title: "Nouveautés <& co>".into(),
            author: "Direction des exemples".into(),
            language: "fr".into(),
            home: "https://fabrique.example/".into(),
            address: "https://fabrique.example/changes.atom".into(),
            updated: "2026-11-23T12:00:00Z".into(),
            items: vec![Item {
                id: "urn:uuid:0193a0b0-0000-7000-8000-000000000001".into(),
                title: "Consultation ouverte : « a < b »".into(),
                kind: ("consultation_opened".into(), "Consultation ouverte".into()),
                address: "https://fabrique.example/consultations/essai".into(),
                happened: "2026-11-23T12:00:00.123456Z".into(),
            }],
        }
    }

    #[test]
    fn a_feed_is_read_back_as_it_was_written() {
        let xml = write(&news()).unwrap();
        let feed: Feed = xml.parse().unwrap();
        assert_eq!(feed.title.value, "Nouveautés <& co>");
        assert_eq!(feed.lang.as_deref(), Some("fr"));
        let entry = &feed.entries[0];
        assert_eq!(entry.title.value, "Consultation ouverte : « a < b »");
        assert_eq!(entry.links[0].href, "https://fabrique.example/consultations/essai");
        assert_eq!(entry.categories[0].term, "consultation_opened");
        assert_eq!(entry.updated, entry.published.unwrap());
    }

    #[test]
    fn a_feed_without_news_is_a_feed() {
        let empty = News { items: Vec::new(), ..news() };
        assert!(write(&empty).unwrap().parse::<Feed>().unwrap().entries.is_empty());
    }

    #[test]
    fn a_date_that_is_none_is_refused() {
        let wrong = News { updated: "hier".into(), ..news() };
        assert_eq!(write(&wrong), Err(NotAMoment("hier".into())));
    }
}
