//! `GET /shortlists/{id}/coverage`: what a list covers, what nobody on it does, who is asked too often and who never.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    Error,
    shortlist::{self, ListCoverage},
};
use fabrique_directory::Kind;
use fabrique_domain::territory;

use super::{head::Head, identifier};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/coverage.html")]
struct CoveragePage {
    frame: Frame,
    head: Head,
    /// Nothing while there is no directory.
    told: Option<ListCoverage>,
}

/// A line of what is covered: its word, how many, and where to look for more.
struct Line {
    word: String,
    count: i64,
    path: String,
}

impl CoveragePage {
    fn family(&self, family: u32) -> String {
        self.frame.t.get(format!("directory-family-{family:02}")).to_string()
    }

    fn kind(&self, kind: Kind) -> String {
        self.frame.t.get(format!("directory-kind-{}", code(kind))).to_string()
    }

    fn line(&self, word: String, count: usize, name: &str, value: &str) -> Line {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &self.head.title).append_pair(name, value);
        Line { word, count: i64::try_from(count).unwrap_or(i64::MAX), path: format!("/directory?{}", query.finish()) }
    }

    fn region(&self, code: &str, count: usize) -> Line {
        self.line(territory::region(code).unwrap_or(code).to_owned(), count, "region", code)
    }

    /// The lines of what is covered and of what is not: the end of the key of each heading, then both.
    fn sides(&self, told: &ListCoverage) -> [(&'static str, Vec<Line>, Vec<Line>); 3] {
        let cover = &told.coverage;
        let family = |family: u32, count| self.line(self.family(family), count, "family", &family.to_string());
        let kind = |kind: Kind, count| self.line(self.kind(kind), count, "kind", code(kind));
        [
            (
                "families",
                cover.families.iter().map(|(one, count)| family(*one, *count)).collect(),
                cover.missing_families.iter().map(|one| family(*one, 0)).collect(),
            ),
            (
                "regions",
                cover.regions.iter().map(|(code, count)| self.region(code, *count)).collect(),
                told.without_region.iter().map(|code| self.region(code, 0)).collect(),
            ),
            (
                "kinds",
                cover.kinds.iter().map(|(one, count)| kind(*one, *count)).collect(),
                cover.missing_kinds.iter().map(|one| kind(*one, 0)).collect(),
            ),
        ]
    }

    fn number(&self, count: &usize) -> i64 {
        i64::try_from(*count).unwrap_or(i64::MAX)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id = identifier(&id)?;
    let mut reader = web.platform.store.read().await?;
    let frame = visitor.frame("account");
    match shortlist::coverage(&web.platform, &visitor.actor, &mut reader, id).await {
        Ok(told) => visitor.page(&CoveragePage { head: Head::new(&told.access, "coverage"), told: Some(told), frame }),
        Err(Error::Directory(fabrique_directory::Error::NoSnapshot(_))) => {
            let page = shortlist::show(&web.platform, &visitor.actor, &mut reader, id).await?;
            visitor.page(&CoveragePage { head: Head::new(&page.access, "coverage"), told: None, frame })
        }
        Err(error) => Err(error.into()),
    }
}

/// The code of a kind in addresses and catalogues.
const fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Association => "association",
        Kind::Foundation => "foundation",
        Kind::Professional => "professional",
        Kind::Company => "company",
        Kind::Ministry => "ministry",
        Kind::Directorate => "directorate",
        Kind::Authority => "authority",
        Kind::Agency => "agency",
        Kind::LocalBody => "local-body",
        Kind::Other => "other",
    }
}
