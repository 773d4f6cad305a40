//! Hints: what the author of an input probably meant.

use crate::input::value::Tree;

/// The hint for a number that was written in quotation marks.
#[must_use]
pub fn unquoted_number(tree: &Tree) -> Option<String> {
    let Tree::Text(text) = tree else { return None };
    let mut parts = text.strip_prefix('-').unwrap_or(text).split('.');
    let digits = |part: &str| (1..=15).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none();
    is_number.then(|| format!("did you mean {text}, without quotation marks?"))
}

/// The hint for a name that is not known: the nearest known one, if it is near enough to be meant.
///
/// Near enough is an edit distance of at most a third of the name's length, and at least 2; or that one is the
/// beginning of the other.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest_of(name, &mut known.into_iter())
}

/// One function for every kind of iterator: each copy would be code that visitors download.
fn nearest_of(name: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    if name.len() > 64 {
        return None;
    }
    let near_enough = (name.chars().count() / 3).max(2);
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in known {
        let distance = strsim::osa_distance(name, candidate);
        let begins =
            candidate.len().min(name.len()) >= 3 && (name.starts_with(candidate) || candidate.starts_with(name));
        let is_near = begins || (distance <= near_enough && distance < candidate.chars().count());
        if is_near && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| format!("did you mean \"{candidate}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        let known = ["weight", "why", "title"];
        assert_eq!(nearest("wieght", known).as_deref(), Some("did you mean \"weight\"?"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("weights-of-all", known).as_deref(), Some("did you mean \"weight\"?"));
        assert_eq!(nearest("wh", ["a-wholly-other-name"]), None);
    }

    #[test]
    fn a_number_in_quotation_marks_is_offered_without_them() {
        let hint = |text: &str| unquoted_number(&Tree::Text(text.to_owned()));
        assert_eq!(hint("-0.5").as_deref(), Some("did you mean -0.5, without quotation marks?"));
        assert_eq!(["", "-", "1.2.3", "1e3", ".5", "5.", "five"].map(hint), [const { None }; 7]);
    }
}
