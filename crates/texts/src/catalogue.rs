//! Reading the catalogues and writing their messages.

use std::{
    borrow::Cow,
    fmt::{self, Write},
    sync::LazyLock,
};

use fabrique_domain::{Choice, Language};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// The catalogues as they stand in `locales/`: language, noun, text.
#[must_use]
pub const fn sources() -> &'static [(Language, &'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/catalogues.rs"))
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<Bundle>> = LazyLock::new(|| Language::ALL.iter().copied().map(bundle).collect());

fn bundle(language: Language) -> Bundle {
    let identifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // Isolation marks would be read aloud by some screen readers, and both languages run the same way.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::French => in_french,
        Language::English => in_english,
    }));
    for (_, _, text) in sources().iter().filter(|(of, _, _)| *of == language) {
        // What cannot be parsed is left out here and named by the test of the catalogues.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A whole number within a message, grouped as everywhere else.
fn in_french<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::French, value)
}

fn in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::English, value)
}

fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.as_string().parse().ok()?;
    Some(Texts::of(language).number(whole))
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts {
    language: Language,
}

impl Texts {
    /// The words of `language`.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// Its code, for the `lang` attribute.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.language.code()
    }

    /// The message that has `key`.
    #[must_use]
    pub fn get<'a>(self, key: impl Into<Cow<'a, str>>) -> Message<'a> {
        Message { texts: self, key: key.into(), arguments: None }
    }

    /// The word for a value of a closed choice: the message `prefix-code`.
    #[must_use]
    pub fn choice<C: Choice>(self, prefix: &str, value: C) -> Message<'static> {
        self.get(format!("{prefix}-{}", value.code().replace('_', "-")))
    }

    fn bundle(self) -> &'static Bundle {
        let index = Language::ALL.iter().position(|language| *language == self.language);
        &BUNDLES[index.unwrap_or_default()]
    }
}

/// A message with what is to be put in it.
#[derive(Debug)]
pub struct Message<'a> {
    texts: Texts,
    key: Cow<'a, str>,
    arguments: Option<FluentArgs<'a>>,
}

impl<'a> Message<'a> {
    /// Puts `value` in the place called `name`.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.arguments.get_or_insert_default().set(name, value.into());
        self
    }

    /// Puts what `value` displays in the place called `name`.
    #[must_use]
    pub fn with_text(self, name: &'a str, value: impl fmt::Display) -> Self {
        self.with(name, value.to_string())
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bundle = self.texts.bundle();
        let Some(pattern) = bundle.get_message(&self.key).and_then(|message| message.value()) else {
            return write!(f, "[{}]", self.key);
        };
        let mut faults = Vec::new();
        f.write_str(&bundle.format_pattern(pattern, self.arguments.as_ref(), &mut faults))?;
        if faults.is_empty() { Ok(()) } else { f.write_char('⁇') }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_message_are_grouped_as_each_language_does() {
        let told = |language| {
            Texts::of(language).get("transparency-headline").with("answered", 27).with("all", 10_045).to_string()
        };
        assert!(told(Language::French).contains("10\u{202f}045"), "{}", told(Language::French));
        assert!(told(Language::English).contains("10,045"), "{}", told(Language::English));
    }
}
