//! Closed choices: enumerations that have the same code in tables, addresses, the API and the
//! catalogues of texts.

/// A closed choice with a stable code, in `snake_case`.
pub trait Choice: Sized + Copy + PartialEq + 'static {
    /// What is being chosen, for messages ("level", "decision").
    const WHAT: &'static str;

    /// Every value, in the order in which people are shown them.
    const ALL: &'static [Self];

    /// The code of this value.
    fn code(self) -> &'static str;

    /// The value that has `code`.
    ///
    /// # Errors
    /// [`UnknownCode`] when no value has it.
    fn from_code(code: &str) -> Result<Self, UnknownCode> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.code() == code)
            .ok_or_else(|| UnknownCode { what: Self::WHAT, code: code.to_owned() })
    }
}

/// A code that names no value of a choice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no {what} is called “{code}”")]
pub struct UnknownCode {
    /// What was being chosen.
    pub what: &'static str,
    /// The code that was met.
    pub code: String,
}

/// Declares a closed choice: the enumeration, its codes, its serde form.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident ($what:literal) { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $crate::choice::Choice for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::choice::Choice::code(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(deserializer)?;
                <Self as $crate::choice::Choice>::from_code(&code).map_err(serde::de::Error::custom)
            }
        }
    };
}
