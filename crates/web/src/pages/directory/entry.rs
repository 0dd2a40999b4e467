//! `GET /directory/{key}`: what the registers know of one organisation, each fact with its source.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::directory;
use fabrique_directory::{Day, Entry, Funding, Source};
use fabrique_domain::territory;

use super::words;
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many lobbying objects and grants the page shows: the latest.
const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "directory/entry.html")]
struct EntryPage {
    frame: Frame,
    entry: Entry,
}

impl EntryPage {
    fn kind(&self) -> String {
        self.frame.t.get(format!("directory-kind-{}", words::kind(self.entry.kind))).to_string()
    }

    fn size(&self) -> String {
        self.frame.t.get(format!("directory-size-{}", words::size(self.entry.size))).to_string()
    }

    fn families(&self) -> Vec<String> {
        let [first, second] = self.entry.themes.map(|theme| theme / 1000);
        let families = [first, second].into_iter().take(if first == second { 1 } else { 2 });
        families.filter_map(|family| words::family(&self.frame, family)).collect()
    }

    fn place(&self) -> String {
        words::place(&self.entry)
    }

    fn day(&self, day: &Day) -> String {
        day.to_string().parse().map_or_else(|_| day.to_string(), |date| self.frame.date(&date))
    }

    /// Who says it: source, edition, and how sure when it is not by an identifier.
    fn sources(&self) -> Vec<String> {
        let told = |one: &fabrique_directory::Provenance| {
            let key = match one.source {
                Source::Rna => "directory-source-rna",
                Source::Amalia => "directory-source-amalia",
                Source::Hatvp => "directory-source-hatvp",
                Source::Sirene => "directory-source-sirene",
                Source::Grants => "directory-source-grants",
                Source::Institutions => "directory-source-institutions",
            };
            let named = self.frame.t.get(key).with_text("day", self.day(&one.edition)).to_string();
            if one.confidence >= 100 {
                return named;
            }
            let sure =
                self.frame.t.get("directory-source-guess").with("percent", u64::from(one.confidence)).to_string();
            format!("{named} {sure}")
        };
        self.entry.provenance.iter().map(told).collect()
    }

    /// Whole euros, grouped.
    fn euros(&self, funding: &Funding) -> String {
        self.frame.number(&(funding.cents / 100))
    }

    fn similar(&self) -> String {
        let region = territory::department(&self.entry.place.department);
        let mut query = form_urlencoded::Serializer::new(String::new());
        if region.is_some() {
            query.append_pair("department", &self.entry.place.department);
        }
        query.append_pair("family", &(self.entry.themes[0] / 1000).to_string());
        format!("/directory?{}", query.finish())
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(key): Path<String>) -> PageResult {
    let mut entry = directory::entry(&web.platform, &key)?;
    if entry.key != key {
        return Ok(Redirect::permanent(&format!("/directory/{}", entry.key)).into_response());
    }
    entry.lobbying.sort_by_key(|one| std::cmp::Reverse(one.on));
    entry.funding.sort_by_key(|one| std::cmp::Reverse(one.on));
    entry.lobbying.truncate(SHOWN);
    entry.funding.truncate(SHOWN);
    visitor.page(&EntryPage { frame: visitor.frame("directory"), entry })
}
