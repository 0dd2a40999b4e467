//! What becomes of texts, by example.

use super::*;

fn clean(text: &str) -> String {
    markdown_from_html(text).markdown
}

fn lost(text: &str, loss: &Loss) -> u64 {
    let losses = markdown_from_html(text).losses;
    losses.get(loss).copied().unwrap_or(0)
}

#[test]
fn paragraphs_and_emphasis_become_markdown() {
    let html = "<p>Un <strong>droit</strong> d&rsquo;<em>acc&egrave;s</em></p>\r\n\r\n<p>pour tous</p>";
    assert_eq!(clean(html), "Un **droit** d’*accès*\n\npour tous");
}

#[test]
fn bold_around_paragraphs_begins_again_inside() {
    assert_eq!(clean("<b><p>Article 1</p></b>"), "**Article 1**");
}

#[test]
fn lists_keep_their_items_and_their_depth() {
    let html = "<ul><li>voir<ul><li>lire</li></ul></li><li>écrire</li></ul>";
    assert_eq!(clean(html), "- voir\n  - lire\n- écrire");
    assert_eq!(clean("<ol><li>un</li><li>deux</li></ol>"), "1. un\n2. deux");
}

#[test]
fn a_quotation_in_a_quotation_stays_one() {
    let html = "<blockquote><p>Dit :</p><blockquote><p>Oui</p></blockquote></blockquote>";
    assert_eq!(clean(html), "> Dit :\n>\n> > Oui");
}

#[test]
fn a_line_break_is_written_once() {
    assert_eq!(clean("<p>1° voir ;<br />\r\n2° lire</p>"), "1° voir ;\\\n2° lire");
}

#[test]
fn rows_of_a_table_become_lines() {
    let html = "<table><tr><th>An</th><th>Vues</th></tr><tr><td>1</td><td>20</td></tr></table>";
    assert_eq!(clean(html), "An | Vues\n\n1 | 20");
    assert_eq!(lost(html, &Loss::Table), 1);
}

#[test]
fn links_stay_when_they_have_a_full_address() {
    let html = r#"<p><a class="x" href="https://example.org/a?b=1&amp;c=2">ici</a></p>"#;
    assert_eq!(clean(html), "[ici](https://example.org/a?b=1&c=2)");
    let unsafe_link = r#"<p><a href="javascript:alert(1)">ici</a></p>"#;
    assert_eq!(clean(unsafe_link), "ici");
    assert_eq!(lost(unsafe_link, &Loss::Link), 1);
}

#[test]
fn what_is_dropped_is_counted() {
    let html = "<p>Avant<img src='a.png'><script>alert('</p>')</script><iframe src=x></iframe></p>";
    assert_eq!(clean(html), "Avant");
    assert_eq!(lost(html, &Loss::Image), 1);
    assert_eq!(lost(html, &Loss::Script), 1);
    assert_eq!(lost(html, &Loss::Embed), 1);
}

#[test]
fn a_script_never_closed_does_not_take_the_text_with_it() {
    assert_eq!(clean("Interdire la balise <script> partout"), "Interdire la balise partout");
}

#[test]
fn angle_brackets_that_somebody_wrote_stay_readable() {
    assert_eq!(clean("si <50 % : non"), "si <50 % : non");
    assert_eq!(clean("|<nom de famille>.fr|"), "|&lt;nom de famille>.fr|");
    assert_eq!(clean("voir <https://example.org>"), "voir <https://example.org>");
    assert_eq!(clean("<p>a &lt;b&gt; c</p>"), "a &lt;b> c");
}

#[test]
fn lines_of_a_plain_text_stay_apart() {
    assert_eq!(clean("Bonjour,\r\nmerci\r\n\r\n\r\nFin  "), "Bonjour,\\\nmerci\n\nFin");
    assert_eq!(clean("Il faut :\n- voir\n- lire"), "Il faut :\n- voir\n- lire");
}

#[test]
fn a_typed_break_and_its_line_end_are_one_break() {
    assert_eq!(clean("d'abord<br>\nensuite\nenfin"), "d'abord\\\nensuite\\\nenfin");
    assert_eq!(clean("d'abord<br>\n<br>\nensuite"), "d'abord\n\nensuite");
}

#[test]
fn dashes_under_a_line_make_no_heading() {
    assert_eq!(clean("Merci.\n---\nBonjour"), "Merci.\\\n\\---\\\nBonjour");
}

#[test]
fn non_breaking_spaces_stay_where_they_hold_something() {
    assert_eq!(clean("<p>Quoi&nbsp;?</p><p>&nbsp;</p>"), "Quoi\u{A0}?");
    assert_eq!(clean("<p>&nbsp; &nbsp;Retrait &nbsp;: non</p>"), "Retrait\u{A0}: non");
}

#[test]
fn letters_written_as_references_are_decoded_once() {
    assert_eq!(clean("l&#39;&eacute;tat &amp;amp; nous"), "l'état &amp;amp; nous");
    assert_eq!(clean("R&D, AT&T;"), "R&D, AT&T;");
}

#[test]
fn a_title_is_plain_text_on_one_line() {
    assert_eq!(plain_line("Ouvrir<br>les&nbsp;donn&eacute;es &amp;  *tout*"), "Ouvrir les\u{A0}données & *tout*");
}

#[test]
fn ten_thousand_nested_elements_do_not_overflow_the_stack() {
    for element in ["<div>", "<blockquote>", "<ul><li>", "<b><p>", "<table><td>", "<b>"] {
        let html = element.repeat(10_000) + "fond";
        assert!(clean(&html).contains("fond"), "{element}");
    }
    assert!(lost(&"<div>".repeat(10_000), &Loss::Nesting) > 9_000);
}

#[test]
fn hostile_texts_of_full_size_take_no_time() {
    let pieces = ["<p", "<!--", "<script>", "<a href=\"", "&amp;", "<b>x</b>", "<p '>", "&#1;", "<i><p>", "<td>"];
    for piece in pieces {
        let text = piece.repeat(MAX_FIELD / piece.len());
        assert!(clean(&text).len() <= MAX_FIELD, "{piece}");
    }
}

#[test]
fn a_text_beyond_the_limit_is_cut_and_counted() {
    let text = "é".repeat(MAX_FIELD);
    assert_eq!(clean(&text).len(), MAX_FIELD);
    assert_eq!(lost(&text, &Loss::Cut), 1);
}
