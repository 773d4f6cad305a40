//! Insertion into a list that is kept in order. By hand, because a general sort is 5 KB of code in every download.

/// Inserts `item` before the first entry that comes after it; behind its equals, so that these keep their order.
pub fn insert_ordered<T>(list: &mut Vec<T>, item: T, comes_after: impl Fn(&T) -> bool) {
    let index = list.iter().position(comes_after).unwrap_or(list.len());
    list.insert(index, item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_the_order_in_which_they_came() {
        let mut list = Vec::new();
        for item in [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')] {
            insert_ordered(&mut list, item, |other| other.0 > item.0);
        }
        assert_eq!(list, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
