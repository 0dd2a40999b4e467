//! The real exports, when they are at hand: `FABRIQUE_SAMPLES` names their folder; without it, a
//! test says that it skips.

use std::{fs::File, io::BufReader, path::PathBuf};

use fabrique_app::import::{self, Files};
use fabrique_domain::account::Actor;
use fabrique_testkit::on_both_engines;

use crate::{options, outcomes, place};

#[expect(clippy::disallowed_methods, reason = "the folder of samples is named by the environment")]
fn folder() -> PathBuf {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    std::env::var_os("FABRIQUE_SAMPLES").map_or_else(|| default.into(), PathBuf::from)
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn sample(name: &str) -> Option<BufReader<File>> {
    let path = folder().join(name);
    let opened = File::open(&path).ok();
    if opened.is_none() {
        eprintln!("skipped: no sample at {}", path.display());
    }
    opened.map(BufReader::new)
}

on_both_engines! {
    async fn the_digital_republic_is_brought_whole_and_once(store) {
        let platform = store.platform();
        for created in [true, false] {
            let Some(file) = sample("republique_numerique.jsonl") else { return };
            let options = options("republique-numerique");
            let report = import::cap_collectif(&platform, &Actor::Platform, file, &options, &mut |_| {}).await.unwrap();
            let expected = if created { (4_690, 0, 0) } else { (0, 0, 4_690) };
            assert_eq!(outcomes(&report), expected);
            assert_eq!((report.collections["proposals"].read, report.collections["arguments"].read), (696, 3_994));
            assert_eq!((report.votes, report.rejected.len()), (88_622, 0));
        }
        let found = place(store, "republique-numerique").await.unwrap();
        assert!(found.proposals <= 696 && found.proposals > 600, "{}", found.proposals);
    }

    async fn the_great_debate_is_brought_whole_and_once(store) {
        let platform = store.platform();
        for created in [true, false] {
            let Some(proposals) = sample("decidim_export/propositions-libres.csv") else { return };
            let Some(comments) = sample("decidim_export/commentaires_debats.csv") else { return };
            let files = Files { proposals: vec![proposals], comments: vec![comments] };
            let options = options("grand-debat");
            let report = import::decidim(&platform, &Actor::Platform, files, &options, &mut |_| {}).await.unwrap();
            assert_eq!(outcomes(&report), if created { (889, 0, 0) } else { (0, 0, 889) });
            assert_eq!(report.collections["proposals"].read, 196);
        }
    }
}
