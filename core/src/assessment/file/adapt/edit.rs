//! A file in which something changes: what its objects and lists hold, found and replaced.

use crate::input::value::Tree;

pub fn entry<'t>(object: &'t mut Tree, key: &str) -> Option<&'t mut Tree> {
    match object {
        Tree::Object(entries) => entries.iter_mut().rev().find(|(known, _)| known == key).map(|(_, value)| value),
        _ => None,
    }
}

/// The items of the list at `key`; none where there is no list.
pub fn items<'t>(object: &'t mut Tree, key: &str) -> std::slice::IterMut<'t, Tree> {
    match entry(object, key) {
        Some(Tree::List(items)) => items.iter_mut(),
        _ => [].iter_mut(),
    }
}

pub fn put(object: &mut Tree, key: &str, value: Tree) {
    if let Tree::Object(entries) = object {
        entries.push((key.to_owned(), value));
    }
}

pub fn remove(object: &mut Tree, key: &str) -> Option<Tree> {
    let Tree::Object(entries) = object else { return None };
    let place = entries.iter().position(|(known, _)| known == key)?;
    Some(entries.remove(place).1)
}

/// Keeps some items of a list. A list of which none is left goes.
#[inline(never)]
pub fn keep(object: &mut Tree, key: &str, wanted: &dyn Fn(&Tree) -> bool) {
    let Some(Tree::List(items)) = entry(object, key) else { return };
    items.retain(|item| wanted(item));
    if items.is_empty() {
        remove(object, key);
    }
}
