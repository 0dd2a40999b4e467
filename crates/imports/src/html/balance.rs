//! Writes a balanced and shallow HTML, which a converter can take without surprise.
//!
//! A browser's parser repairs broken HTML by repeating elements, which lets a short hostile text grow
//! without measure, and a converter that recurses would overflow its stack on ten thousand nested
//! elements. Here every element is closed where it must be, and none is deeper than [`MAX_DEPTH`].

/// How deep elements may nest: a list in a quotation in a list has four.
const MAX_DEPTH: usize = 32;

/// HTML being written.
pub(super) struct Balanced {
    html: String,
    open: Vec<&'static str>,
    /// How many elements beyond the depth are open and unwritten.
    too_deep: usize,
}

impl Balanced {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), open: Vec::new(), too_deep: 0 }
    }

    /// Writes words or an element without content.
    pub(super) fn write(&mut self, html: &str) {
        self.html.push_str(html);
    }

    pub(super) fn ends_with(&self, end: &str) -> bool {
        self.html.ends_with(end)
    }

    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.contains(&name)
    }

    /// Opens an element; false when that would be too deep.
    pub(super) fn open(&mut self, name: &'static str, attributes: &str) -> bool {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return false;
        }
        self.open.push(name);
        let name = written(name);
        self.html.extend(["<", name, attributes, ">"]);
        true
    }

    /// Closes the innermost element of this name, and all inside it. Without one, nothing.
    pub(super) fn close(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(at) = self.open.iter().rposition(|open| *open == name) {
            self.close_above(at);
        }
    }

    /// Makes place for a block: closes what is open inside the line, then a paragraph or list item
    /// left open, as browsers do. Gives what may begin again in the block, outermost first.
    pub(super) fn begin_paragraph(&mut self, block: &str) -> Vec<&'static str> {
        let around = self.close_inline();
        let last = self.open.last().copied();
        if last == Some("p") || (block == "li" && last == Some("li")) {
            self.close_above(self.open.len() - 1);
        }
        around
    }

    /// Closes what is open inside the line; gives all of it but links, outermost first.
    pub(super) fn close_inline(&mut self) -> Vec<&'static str> {
        let block = self.open.iter().rposition(|name| !is_inline(name));
        let first = block.map_or(0, |block| block + 1);
        let mut around = self.open[first..].to_vec();
        around.retain(|name| *name != "a");
        self.close_above(first);
        around
    }

    /// The whole, with everything closed.
    pub(super) fn finish(mut self) -> String {
        self.close_above(0);
        self.html
    }

    /// Closes everything from this depth on, innermost first.
    fn close_above(&mut self, depth: usize) {
        for name in self.open.drain(depth..).rev() {
            self.html.extend(["</", written(name), ">"]);
        }
    }
}

fn is_inline(name: &str) -> bool {
    matches!(name, "strong" | "em" | "a")
}

/// The name under which an element is written: tables and kept lines become blocks of text.
fn written(name: &str) -> &str {
    match name {
        "table" | "tr" | "pre" => "div",
        other => other,
    }
}
