//! Lists of JSON read one element at a time, and values that are taken for what they are.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};
use std::marker::PhantomData;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::sheet::Reading;
use crate::Error;
use crate::delivery::without_mark;

/// No organisation has more to say than this.
const LARGEST_ELEMENT: u64 = 64 << 20;

/// Gives each element of the list called `list`, at the top of a document, to `take`; nothing else of it is kept.
pub(crate) fn each<T: DeserializeOwned>(
    reading: &Reading<'_>,
    input: &mut dyn Read,
    list: &'static str,
    mut take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let read = Rc::new(Cell::new(0));
    let input = without_mark(input).map_err(reading.document.unreadable())?;
    let bounded = Bounded { input, read: Rc::clone(&read) };
    let mut failed = None;
    let mut found = false;
    let mut give = |element| {
        found = true;
        read.set(0);
        take(element).map_err(|error| failed = Some(error)).is_ok()
    };
    let mut parser = serde_json::Deserializer::from_reader(io::BufReader::with_capacity(64 * 1024, bounded));
    let outcome = Top { list, give: &mut give, element: PhantomData }.deserialize(&mut parser);
    let unreadable = |reason: String| Error::Unreadable { file: reading.document.label(), reason };
    match (failed, outcome) {
        (Some(error), _) => Err(error),
        (None, Err(reason)) => Err(unreadable(reason.to_string())),
        (None, Ok(())) if !found => Err(unreadable(format!("it has no list called {list:?}"))),
        (None, Ok(())) => Ok(()),
    }
}

/// A reader that refuses an element without end.
struct Bounded<R> {
    input: R,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        if self.read.get() > LARGEST_ELEMENT {
            Err(io::Error::other("one element is larger than any published"))
        } else {
            Ok(read)
        }
    }
}

/// The object at the top.
struct Top<'a, T> {
    list: &'static str,
    give: &'a mut dyn FnMut(T) -> bool,
    element: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Top<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_map(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Top<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with a list called {:?}", self.list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == self.list {
                map.next_value_seed(Elements { give: &mut *self.give, element: PhantomData })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The list.
struct Elements<'a, T> {
    give: &'a mut dyn FnMut(T) -> bool,
    element: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Elements<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_seq(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Elements<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element()? {
            if !(self.give)(element) {
                return Err(A::Error::custom("the disk refused"));
            }
        }
        Ok(())
    }
}

/// A text, whatever it is written as: numbers and booleans count, anything else is nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text(pub(crate) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(parser: D) -> Result<Self, D::Error> {
        Ok(match serde_json::Value::deserialize(parser)? {
            serde_json::Value::String(text) => Self(text),
            serde_json::Value::Number(number) => Self(number.to_string()),
            serde_json::Value::Bool(truth) => Self(truth.to_string()),
            _ => Self::default(),
        })
    }
}

/// A list, or nothing where there is none: `null`, an empty text, elements of another shape.
#[derive(Debug, Clone)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(parser: D) -> Result<Self, D::Error> {
        let value = match serde_json::Value::deserialize(parser)? {
            // Some exports write a list as a text that holds the list.
            serde_json::Value::String(text) => serde_json::from_str(&text).unwrap_or_default(),
            value => value,
        };
        Ok(match value {
            serde_json::Value::Array(elements) => {
                Self(elements.into_iter().filter_map(|element| serde_json::from_value(element).ok()).collect())
            }
            _ => Self::default(),
        })
    }
}
