//! Markdown, as people write it, to HTML that is safe to print.
//!
//! Two walls: comrak never passes raw HTML through, and ammonia keeps only a short list of elements
//! and attributes whatever comes in. Headings begin at the third level, since pages have their own
//! first two; images become links, since nothing is fetched from elsewhere.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    fmt,
    sync::{Arc, LazyLock},
};

use ammonia::{Builder, UrlRelative};
use comrak::{Arena, Options, format_html, nodes::NodeValue, parse_document};
use quick_cache::{Weighter, sync::Cache};

/// The most characters that are read; what is longer is cut. Twice the longest field.
const LONGEST: usize = 80_000;

/// The most quotes and lists that one line may open inside each other: nesting costs its square.
const DEEPEST: usize = 16;

/// The most bytes that the texts rendered lately take, with their HTML.
const MOST_KEPT: u64 = 8 * 1024 * 1024;

/// The length of an ordinary contribution with its HTML, in bytes.
const ORDINARY: u64 = 1024;

/// HTML that may be printed as it is. Copying it copies no text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(Arc<str>);

impl Html {
    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text as HTML, below the two headings that a page has of its own. What was rendered lately is
/// kept: the page of a debate is drawn again after every change, and most of its texts did not change.
#[must_use]
pub fn to_html(markdown: &str) -> Html {
    if let Some(known) = RENDERED.get(markdown) {
        return known;
    }
    let html = clean(markdown, 2);
    RENDERED.insert(markdown.into(), html.clone());
    html
}

/// The text as HTML, right below the title of a page: its first headings are of the second level.
#[must_use]
pub fn to_page(markdown: &str) -> Html {
    clean(markdown, 1)
}

fn clean(markdown: &str, above: u8) -> Html {
    Html(CLEANER.clean(&render(&bounded(markdown), above)).to_string().into())
}

/// The HTML of texts, by text: the same text always gives the same HTML, so nothing here grows old.
static RENDERED: LazyLock<Cache<Box<str>, Html, ByLength>> = LazyLock::new(|| {
    let texts = usize::try_from(MOST_KEPT / ORDINARY).unwrap_or_default();
    Cache::with_weighter(texts, MOST_KEPT, ByLength)
});

#[derive(Clone)]
struct ByLength;

impl Weighter<Box<str>, Html> for ByLength {
    fn weight(&self, markdown: &Box<str>, html: &Html) -> u64 {
        (markdown.len() + html.0.len()) as u64
    }
}

/// The words alone, on one line: for excerpts, feeds and indexes.
#[must_use]
pub fn to_text(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, &bounded(markdown), &OPTIONS);
    let mut text = String::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(block) => text.push_str(&block.literal),
            NodeValue::LineBreak | NodeValue::SoftBreak => text.push(' '),
            value if value.block() => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words alone, cut at the end of a word before `most` characters, with an ellipsis.
#[must_use]
pub fn excerpt(markdown: &str, most: usize) -> String {
    let text = to_text(markdown);
    if text.chars().count() <= most {
        return text;
    }
    let kept = cut(&text, most);
    let end = kept.rfind(' ').unwrap_or(kept.len());
    format!("{}…", kept[..end].trim_end_matches([',', ';', ':', '.', ' ', '\u{a0}', '\u{202f}']))
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The text within the bounds that keep its rendering fast, whoever wrote it.
fn bounded(markdown: &str) -> String {
    cut(markdown, LONGEST).split_inclusive('\n').map(flattened).collect()
}

/// The line without the quotes and lists that it opens beyond the deepest.
fn flattened(line: &str) -> Cow<'_, str> {
    let (mut rest, mut depth, mut kept) = (line, 0, line.len());
    while let Some(inside) = opened(rest) {
        depth += 1;
        rest = inside;
        if depth == DEEPEST {
            kept = line.len() - rest.len();
        }
    }
    if depth > DEEPEST { Cow::Owned(format!("{} {rest}", &line[..kept])) } else { Cow::Borrowed(line) }
}

/// What stands inside the quote or list item that a line opens, if it opens one.
fn opened(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t']);
    if let Some(quoted) = line.strip_prefix('>') {
        return Some(quoted);
    }
    let item = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        (number.len() < line.len()).then(|| number.strip_prefix(['.', ')'])).flatten()
    })?;
    item.starts_with([' ', '\t']).then_some(item)
}

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.render.r#unsafe = false;
    options
});

fn render(markdown: &str, above: u8) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &OPTIONS);
    for node in root.descendants() {
        let mut data = node.data.borrow_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => heading.level = (heading.level + above).min(6),
            NodeValue::Image(image) => {
                let link = (**image).clone();
                data.value = NodeValue::Link(Box::new(link));
            }
            _ => {}
        }
    }
    let mut html = String::new();
    // Writing into a `String` cannot fail; an empty text is the safe answer if it ever did.
    if format_html(root, &OPTIONS, &mut html).is_err() {
        html.clear();
    }
    html
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "del",
            "a",
            "ul",
            "ol",
            "li",
            "blockquote",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ]))
        .clean_content_tags(HashSet::from(["script", "style", "iframe", "object"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
            ("th", HashSet::from(["align"])),
            ("td", HashSet::from(["align"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow ugc noopener"))
        .strip_comments(true);
    cleaner
});

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn html(markdown: &str) -> String {
        to_html(markdown).to_string()
    }

    #[test]
    fn ordinary_texts_keep_their_shape() {
        assert_eq!(
            html("# Titre\n\n**Oui** et ~~non~~"),
            "<h3>Titre</h3>\n<p><strong>Oui</strong> et <del>non</del></p>\n"
        );
        assert!(html("| a | b |\n|---|--:|\n| 1 | 2 |").contains(r#"<td align="right">2</td>"#));
        assert!(html("###### Six").starts_with("<h6>"));
        assert_eq!(to_page("# Titre").as_str(), "<h2>Titre</h2>\n");
    }

    #[test]
    fn a_text_is_rendered_once_and_each_use_has_its_own_headings() {
        let once = to_html("# Une seule fois");
        assert!(Arc::ptr_eq(&once.0, &to_html("# Une seule fois").0));
        assert_ne!(once, to_page("# Une seule fois"));
        assert_ne!(once, to_html("# Une autre fois"));
    }

    #[test]
    fn links_say_that_somebody_else_wrote_them() {
        let linked = r#"<a href="https://example.org/x" rel="nofollow ugc noopener">"#;
        assert!(html("[ici](https://example.org/x)").contains(linked));
        assert!(html("Voir https://example.org/x").contains(linked));
    }

    #[test]
    fn an_image_becomes_a_link_to_it() {
        assert_eq!(
            html("![Une carte](https://example.org/carte.png)"),
            "<p><a href=\"https://example.org/carte.png\" rel=\"nofollow ugc noopener\">Une carte</a></p>\n"
        );
    }

    #[test]
    fn hostile_texts_lose_their_sting() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<iframe src=https://example.org></iframe>",
            "<p style=\"position:fixed\" id=\"contenu\" class=\"button\">x</p>",
            "<svg><script>alert(1)</script></svg>",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "```\"><script>alert(1)</script>\n```",
            "[x]: javascript:alert(1)\n\n[x]",
        ] {
            let html = html(hostile);
            for sting in [
                "<script",
                "<img",
                "<iframe",
                "<svg",
                "onerror=",
                "style=",
                "id=",
                "class=",
                "=\"javascript",
                "=\"data",
                "=\"vbscript",
            ] {
                assert!(!html.to_lowercase().contains(sting), "{hostile} gave {html}");
            }
        }
    }

    #[test]
    fn a_text_without_end_is_cut() {
        assert!(html(&"a".repeat(1_000_000)).len() < 100_000);
        for deep in ["> ", "- ", "1. ", "> * "] {
            let html = html(&format!("{}fin", deep.repeat(15_000)));
            assert!(html.contains("fin") && html.len() < 2_000, "{deep}");
        }
        assert_eq!(html(&"[".repeat(20_000)).matches('[').count(), 20_000);
        assert!(html("- un\n  - deux\n    1. trois").contains("<ol>\n<li>trois</li>"));
    }

    #[test]
    fn an_excerpt_is_words_alone_and_ends_at_one() {
        assert_eq!(to_text("# Un\n\n* **deux** [trois](https://example.org)\n* `quatre`"), "Un deux trois quatre");
        assert_eq!(excerpt("Publier *toutes* les décisions, chaque mois", 25), "Publier toutes les…");
        assert_eq!(excerpt("Court", 25), "Court");
    }

    proptest! {
        #[test]
        fn whatever_comes_in_no_script_comes_out(text in r#"(?s)([<>"'()\[\]!:&#;/ ]|script|javascript|href|on|=|a|\n|.){0,80}"#) {
            let html = to_html(&text).to_string().to_lowercase();
            prop_assert!(!html.contains("<script"));
            prop_assert!(!html.contains("href=\"javascript:"));
        }
    }
}
