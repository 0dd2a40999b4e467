//! What holds whatever the bytes.

use proptest::prelude::*;

use super::records::Records;
use super::*;

const PROPOSALS: &str = "id;title/fr;body/fr;votes;created_at;url\n";
const COMMENTS: &str = "id;body;alignment;depth;commentable_id;commentable_type\n";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let export = [PROPOSALS.as_bytes(), &bytes].concat();
        read_proposals(&export[..], "fr").unwrap().count();
        let export = [COMMENTS.as_bytes(), &bytes].concat();
        read_comments(&export[..], "fr").unwrap().count();
        sniff(&bytes);
    }

    #[test]
    fn records_end_where_the_csv_crate_says(text in "([a\";\n]|;\"|\"\n){0,40}") {
        let ours: Vec<_> = Records::new(text.as_bytes())
            .filter_map(|record| Some(record.ok()?.fields))
            .collect();
        let theirs = fields_by_the_csv_crate(&text);
        prop_assert!(theirs.starts_with(&ours), "{ours:?} {theirs:?}");
        prop_assert!(theirs.len() - ours.len() <= 1, "only a truncated record is refused");
    }
}

fn fields_by_the_csv_crate(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap);
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}
