//! Forms: what was typed, what was wrong with it, and both shown again together.
//!
//! A handler takes [`Typed`], reads its fields into values of the domain with [`FormState::read`],
//! and either goes on or shows the same page again with the same [`FormState`].

use std::{collections::BTreeMap, convert::Infallible};

use axum::{
    extract::{FromRequest, RawForm, Request},
    response::IntoResponse,
};
use fabrique_app::Faults;
use fabrique_domain::{Choice, Localized, text::Fault};
use fabrique_texts::{Message, Texts};

use crate::problem::Problem;

/// The fields of a form, as they were typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(BTreeMap<String, Vec<String>>);

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let RawForm(bytes) = RawForm::from_request(request, state)
            .await
            .map_err(|rejection| Problem::Unreadable(rejection.status()).into_response())?;
        let mut fields = BTreeMap::<String, Vec<String>>::new();
        for (name, value) in form_urlencoded::parse(&bytes) {
            // No keyboard types a zero byte, and no text that is kept holds one.
            fields.entry(name.into_owned()).or_default().push(value.replace('\0', ""));
        }
        Ok(Self(fields))
    }
}

/// A form on its way between a person and a use-case.
#[derive(Debug, Clone, Default)]
pub(crate) struct FormState {
    typed: Typed,
    faults: Faults,
}

impl From<Typed> for FormState {
    fn from(typed: Typed) -> Self {
        Self { typed, faults: Faults::default() }
    }
}

impl FormState {
    /// A form with `value` already in the field called `name`.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.typed.0.insert(name.to_owned(), vec![value.into()]);
        self
    }

    /// The same for a field that may be given several times.
    #[must_use]
    pub(crate) fn with_all(mut self, name: &str, values: impl Iterator<Item = String>) -> Self {
        self.typed.0.insert(name.to_owned(), values.collect());
        self
    }

    /// This form with what stands in `other` over it, and the faults of `other`: a page with several
    /// forms shows all of them when one is wrong.
    #[must_use]
    pub(crate) fn under(mut self, other: Self) -> Self {
        self.typed.0.extend(other.typed.0);
        self.faults = other.faults;
        self
    }

    /// What stands in a field; nothing when it was left out.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// All that stands in a field that may be given several times: checkboxes.
    pub(crate) fn values(&self, name: &str) -> &[String] {
        self.typed.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a choice of a field is taken.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).iter().any(|taken| taken == value)
    }

    /// Reads a field; a fault is kept beside it.
    pub(crate) fn read<T>(&mut self, name: &'static str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let parsed = parse(self.value(name));
        parsed.map_err(|fault| self.faults.0.push((name, fault))).ok()
    }

    /// Reads a field that may be left empty.
    pub(crate) fn read_optional<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<Option<T>> {
        if self.value(name).trim().is_empty() { Some(None) } else { self.read(name, parse).map(Some) }
    }

    /// Reads a field in French, and the one that may hold the same in English.
    pub(crate) fn read_localized<T>(
        &mut self,
        fr: &'static str,
        en: &'static str,
        parse: impl Fn(&str) -> Result<T, Fault>,
    ) -> Option<Localized<T>> {
        let (fr, en) = (self.read(fr, &parse), self.read_optional(en, &parse));
        Some(Localized { fr: fr?, en: en? })
    }

    /// Reads the code of a closed choice.
    pub(crate) fn read_choice<C: Choice>(&mut self, name: &'static str) -> Option<C> {
        self.read(name, |code| match code {
            "" => Err(Fault::Missing),
            code => C::from_code(code).map_err(|_| Fault::Unknown),
        })
    }

    /// Adds what a use-case found wrong.
    pub(crate) fn add(&mut self, faults: Faults) {
        self.faults.0.extend(faults.0);
    }

    /// The same, where the form calls a field otherwise than the use-case: a page of several forms.
    pub(crate) fn add_renamed(&mut self, faults: Faults, from: &str, to: &'static str) {
        let renamed = faults.0.into_iter().map(|(name, fault)| (if name == from { to } else { name }, fault));
        self.faults.0.extend(renamed);
    }

    /// Adds one fault.
    pub(crate) fn fault(&mut self, name: &'static str, fault: Fault) {
        self.faults.0.push((name, fault));
    }

    /// Whether anything is wrong.
    pub(crate) fn is_faulty(&self) -> bool {
        !self.faults.0.is_empty()
    }

    /// What is wrong, in the order of reading, for the summary at the top of the page.
    pub(crate) fn faults(&self) -> &[(&'static str, Fault)] {
        &self.faults.0
    }

    /// Whether a field is wrong.
    pub(crate) fn is_wrong(&self, name: &str) -> bool {
        self.faults.of(name).is_some()
    }

    /// The message that has `key`. Macros of templates hand keys over by reference of reference,
    /// which a plain `&str` takes.
    #[expect(clippy::unused_self, reason = "templates reach it through the form they show")]
    pub(crate) fn words(&self, texts: &Texts, key: &str) -> String {
        texts.get(key).to_string()
    }

    /// The label of a field: the message `prefix-name` of the catalogues.
    #[expect(clippy::unused_self, reason = "templates reach it through the form they show")]
    pub(crate) fn label(&self, texts: &Texts, prefix: &str, name: &str) -> String {
        texts.get(format!("{prefix}-{}", name.replace('_', "-"))).to_string()
    }

    /// What to do about a field that is wrong. Askama hands names over by reference.
    pub(crate) fn message(&self, texts: &Texts, name: &str) -> String {
        self.faults.of(name).map(|fault| message(*texts, fault).to_string()).unwrap_or_default()
    }

    /// What to do about a fault of the summary.
    #[expect(clippy::unused_self, reason = "templates reach it through the form they show")]
    pub(crate) fn advice(&self, texts: &Texts, fault: &Fault) -> String {
        message(*texts, *fault).to_string()
    }
}

/// The message of a fault.
pub(crate) fn message(texts: Texts, fault: Fault) -> Message<'static> {
    let message = texts.get(format!("fault-{}", fault.code().replace('_', "-")));
    match fault.limit() {
        Some(limit) => message.with("limit", limit),
        None => message,
    }
}

/// Reads a value that has its own way of being read ([`std::str::FromStr`]): an identifier, a date.
pub(crate) fn parsed<T: std::str::FromStr>(typed: &str) -> Result<T, Fault> {
    match typed.trim() {
        "" => Err(Fault::Missing),
        typed => typed.parse().map_err(|_| Fault::Malformed),
    }
}

/// Reads a whole number.
pub(crate) fn number(typed: &str) -> Result<i64, Fault> {
    parsed(typed)
}

impl From<Infallible> for Problem {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use fabrique_domain::{Language, text::Line};

    use super::*;

    type Title = Line<5, 10>;

    #[test]
    fn what_was_typed_and_what_is_wrong_stay_together() {
        let mut form = FormState::default().with("title", "non");
        assert!(form.read("title", Title::parse).is_none());
        assert!(form.is_faulty() && form.is_wrong("title"));
        assert_eq!(form.value("title"), "non");
        let message = form.message(&Texts::of(Language::English), "title");
        assert!(message.contains('5'), "{message}");
    }

    #[test]
    fn an_optional_field_left_empty_is_no_fault() {
        let mut form = FormState::default().with("title", "  ");
        assert_eq!(form.read_optional("title", Title::parse), Some(None));
        assert!(!form.is_faulty());
    }
}
