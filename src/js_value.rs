//! Plain data between JavaScript and the core: values become trees on their way in, and anything serialisable becomes a
//! value on its way out. What is small (an event's detail, problems) is written entry by entry, because serde's writer is
//! more code than it. The callers decide what the data means.

use std::cell::Cell;

use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::{Limits, MAX_BYTES, Tree};

/// Converts data to a plain JavaScript value. Our own data always serialises; `undefined` would be a defect.
pub fn plain<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// Makes a plain object of entries; those that are undefined are left out.
#[inline(never)]
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let pairs = Array::new();
    for (key, value) in entries.iter().filter(|(_, value)| !value.is_undefined()) {
        pairs.push(&Array::of2(&(*key).into(), value));
    }
    from_pairs(&pairs)
}

/// `define_property` creates a property for each entry, whatever its name is; it could only fail for a bad list.
fn from_pairs(pairs: &Array) -> JsValue {
    Object::from_entries(pairs).map_or(JsValue::NULL, JsValue::from)
}

/// Converts problems to what is thrown or passed on: a list of plain objects.
pub fn problems(problems: Vec<Problem>) -> JsValue {
    let list = Array::new();
    for Problem { path, message, hint } in problems {
        list.push(&object(&[("path", path.into()), ("message", message.into()), ("hint", hint.into())]));
    }
    list.into()
}

/// Converts untrusted data to a tree: what `JSON.parse` gives, or an object made by the page. It is read by hand,
/// because serde's reading of values, with the float formatting of its messages, would add 10 KB to the download.
///
/// # Errors
/// One problem, if the value is not plain data, or throws when it is read.
pub fn tree(value: &JsValue) -> Result<Tree, JsValue> {
    let bytes_left = Cell::new(MAX_BYTES);
    branch(value, Limits::new(&bytes_left)).ok_or_else(|| {
        let message = "expected plain data (null, true or false, numbers, strings, lists, objects), got something else";
        problems(vec![Problem { path: String::new(), message: message.to_owned(), hint: None }])
    })
}

/// Converts a tree to a plain value. An undefined entry becomes null.
pub fn value(tree: &Tree) -> JsValue {
    match tree {
        Tree::Null | Tree::TooDeep | Tree::TooLarge => JsValue::NULL,
        Tree::Bool(flag) => JsValue::from_bool(*flag),
        Tree::Number(number) => JsValue::from_f64(*number),
        Tree::Text(text) => JsValue::from_str(text),
        Tree::List(items) => items.iter().map(value).collect::<Array>().into(),
        Tree::Object(entries) => {
            from_pairs(&entries.iter().map(|(key, item)| Array::of2(&key.into(), &value(item))).collect())
        }
    }
}

#[wasm_bindgen]
extern "C" {
    // Those of `js_sys` let an exception pass. It would leave the wasm's own stacks as they were in the middle of a call:
    // a thousand getters that throw, and the module is dead for every widget on the page.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> Result<String, JsValue>;
}

/// Reads a value; `None` if it, or anything in it, is no plain data or throws when it is read.
fn branch(value: &JsValue, limits: Limits) -> Option<Tree> {
    let scalar = if value.is_null() || value.is_undefined() {
        (4, Tree::Null)
    } else if let Some(value) = value.as_bool() {
        (4, Tree::Bool(value))
    } else if let Some(number) = value.as_f64() {
        (1, Tree::Number(number))
    } else if value.is_string() {
        // Looked at before it is copied.
        if value.unchecked_ref::<JsString>().length() as usize > MAX_BYTES {
            return Some(Tree::TooLarge);
        }
        let text = value.as_string()?;
        (text.len() + 2, Tree::Text(text))
    } else if value.is_object() {
        return match limits.deeper() {
            Some(inside) => children(value, inside),
            None => Some(Tree::TooDeep),
        };
    } else {
        return None;
    };
    Some(if limits.take(scalar.0) { scalar.1 } else { Tree::TooLarge })
}

fn children(value: &JsValue, inside: Limits) -> Option<Tree> {
    if is_array(value).ok()? {
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64()?;
        let mut items = Vec::new();
        let mut index = 0_u32;
        while f64::from(index) < length {
            items.push(branch(&Reflect::get_u32(value, index).ok()?, inside)?);
            if !inside.take(1) {
                items.push(Tree::TooLarge);
                break;
            }
            index += 1;
        }
        return Some(Tree::List(items));
    }
    let kind = tag(value).ok()?;
    // The bytes of a buffer, and millions of them.
    if kind.ends_with("Array]") || kind.ends_with("Buffer]") {
        return None;
    }
    let keys = own_keys(value).ok()?;
    // What a date, a map or a node is does not show in its keys: taken for an empty object, it would be lost.
    if keys.length() == 0 && kind != "[object Object]" {
        return None;
    }
    let mut entries = Vec::new();
    for key in keys.iter() {
        let name = key.as_string().unwrap_or_default();
        if !inside.take(name.len() + 4) {
            entries.push((name, Tree::TooLarge));
            break;
        }
        entries.push((name, branch(&Reflect::get(value, &key).ok()?, inside)?));
    }
    Some(Tree::Object(entries))
}
