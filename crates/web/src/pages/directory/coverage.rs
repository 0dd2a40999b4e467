//! What nobody on a list covers, with a link to who would.

use fabrique_directory::Coverage;
use fabrique_domain::territory;

use super::words;
use crate::{frame::Frame, narrowing};

/// How many gaps of a sort are shown: the widest.
const SHOWN: usize = 8;

/// How many words of the subject the links search for.
const WORDS: usize = 3;

/// The gaps of one sort.
pub(super) struct Gaps {
    pub(super) title: String,
    pub(super) links: Vec<(String, String)>,
}

/// The themes, the regions and the kinds that are near the subject and that nobody on the list has.
pub(super) fn gaps(frame: &Frame, coverage: &Coverage, words: &[String]) -> Vec<Gaps> {
    let subject = words.iter().take(WORDS).map(String::as_str).collect::<Vec<_>>().join(" ");
    let query = narrowing::Query { path: "/directory", pairs: vec![("q", subject.as_str())] };
    let families = coverage
        .missing_families
        .iter()
        .filter_map(|family| Some((words::family(frame, *family)?, query.with("family", &family.to_string()))));
    let regions = coverage
        .missing_regions
        .iter()
        .filter_map(|region| Some((territory::region(region)?.to_owned(), query.with("region", region))));
    let kinds = coverage.missing_kinds.iter().map(|kind| {
        let word = frame.t.get(format!("directory-kind-{}", kind.code())).to_string();
        (word, query.with("kind", kind.code()))
    });
    let sort = |key: &'static str, links: Vec<_>| Gaps { title: frame.t.get(key).to_string(), links };
    let sorts = [
        sort("directory-families", families.take(SHOWN).collect()),
        sort("directory-regions", regions.take(SHOWN).collect()),
        sort("directory-kinds", kinds.take(SHOWN).collect()),
    ];
    sorts.into_iter().filter(|gaps| !gaps.links.is_empty()).collect()
}
