//! What holds whatever the text.

use proptest::prelude::*;

use super::*;

fn clean(text: &str) -> String {
    markdown_from_html(text).markdown
}

/// Texts made of pieces that have a meaning in HTML or Markdown, in any order.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z .\\\\*_#>|=+-]{0,6}",
        "</?(p|br|b|i|a|ul|ol|li|div|blockquote|pre|table|tr|td|script|hr|h2|nom)>",
        "<a href=\"(https://e.fr|x)\">",
        "&(amp|lt|gt|nbsp|eacute|quot|ast|#60|#10|#39|x);?",
        Just("\n".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("\u{A0}".to_owned()),
        Just("    ".to_owned()),
        Just("<!--".to_owned()),
        Just("<SCRIPT".to_owned()),
        Just("é\t1. ".to_owned()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_twice_is_cleaning_once(text in markup()) {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once);
    }

    #[test]
    fn no_element_is_left(text in markup()) {
        let cleaned = clean(&text);
        prop_assert!(!cleaned.to_ascii_lowercase().contains("<script"));
        prop_assert!(shape(&cleaned) == Shape::Plain);
    }

    #[test]
    fn any_text_is_cleaned_without_panic(text in any::<String>()) {
        prop_assert_eq!(clean(&clean(&text)), clean(&text));
        plain_line(&text);
    }

    #[test]
    fn any_bytes_are_cleaned_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let cleaned = clean(&String::from_utf8_lossy(&bytes));
        prop_assert!(!cleaned.contains("<script"));
    }
}
