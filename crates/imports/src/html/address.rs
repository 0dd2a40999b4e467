//! Addresses of links.

/// An address that means the same everywhere, safe inside quotes and inside Markdown.
pub(super) fn full_address(written: &str) -> Option<String> {
    let address = written.trim();
    let lower = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len())
        .then(|| address.chars().map(address_character).collect())
}

fn address_character(character: char) -> String {
    match character {
        ' ' | '"' | '<' | '>' | '(' | ')' | '\\' | '`' | '*' | '[' | ']' => {
            format!("%{:02X}", u32::from(character))
        }
        control if control.is_control() => String::new(),
        other => other.to_string(),
    }
}
