//! Reading a tree natively, from JSON or anything else that serde reads. In the wasm the browser parses JSON, and
//! serde's reading of values stays out of the download.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::input::value::{Limits, MAX_BYTES, Tree};

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes_left = Cell::new(MAX_BYTES);
        Seed(Limits::new(&bytes_left)).deserialize(deserializer)
    }
}

#[derive(Clone, Copy)]
struct Seed<'a>(Limits<'a>);

impl Seed<'_> {
    fn within(self, bytes: usize, tree: impl FnOnce() -> Tree) -> Tree {
        if self.0.take(bytes) { tree() } else { Tree::TooLarge }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data (null, true or false, a number, a string, a list or an object)")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(self.within(4, || Tree::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(self.within(4, || Tree::Bool(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(self.within(1, || Tree::Number(value)))
    }

    #[allow(clippy::cast_precision_loss)] // JavaScript's numbers are f64 as well
    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(self.within(text.len() + 2, || Tree::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let Some(inside) = self.0.deeper() else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Tree::TooDeep);
        };
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Seed(inside))? {
            items.push(item);
            if !inside.take(1) {
                items.push(Tree::TooLarge);
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let Some(inside) = self.0.deeper() else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Tree::TooDeep);
        };
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if !inside.take(key.len() + 4) {
                map.next_value::<IgnoredAny>()?;
                entries.push((key, Tree::TooLarge));
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                break;
            }
            entries.push((key, map.next_value_seed(Seed(inside))?));
        }
        Ok(Tree::Object(entries))
    }
}
