//! Draws from a seed: numbers, words, trees of untrusted data, and changes to a tree.

use partner_fit_core::input::value::Tree;

/// Numbers drawn from a seed (splitmix64, by Sebastiano Vigna).
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `count`, which is above 0.
    #[allow(clippy::cast_possible_truncation)] // below a usize
    pub fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// Whether something of this chance, one in `count`, happens.
    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// From 0 to 1, often one of the two or a simple fraction.
    #[allow(clippy::cast_precision_loss)] // 53 bits
    pub fn share(&mut self) -> f64 {
        match self.below(5) {
            0 => 0.0,
            1 => 1.0,
            2 => self.below(21) as f64 / 20.0,
            _ => (self.next() >> 11) as f64 / (1_u64 << 53) as f64,
        }
    }

    /// Any number: small and whole, a bound, or any bits.
    #[allow(clippy::cast_precision_loss)] // small
    pub fn number(&mut self) -> f64 {
        match self.below(6) {
            0 => self.below(200) as f64 - 20.0,
            1 => self.share(),
            2 => *self.pick(&[0.0, -0.0, f64::MAX, f64::MIN, 5e-324, 1e-7, 1e-6, 1e6, 1e15, 1e16, 0.1, 0.5]),
            3 => *self.pick(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
            4 => f64::from_bits(self.next()),
            _ => 1000.0 * self.share(),
        }
    }

    /// A character, often one that means something to some reader of a text.
    pub fn character(&mut self) -> char {
        const SIGNS: &str =
            "{}<>\"'`&%$#@=+-;,:/\\[]()\t\n\r\0\u{7f}\u{200b}\u{202e}\u{2028}\u{2066}\u{3164}\u{e0041}“”«»’ａ＝ñ🎉";
        match self.below(3) {
            0 => SIGNS.chars().nth(self.below(SIGNS.chars().count())).unwrap_or(' '),
            1 => char::from(b'a' + u8::try_from(self.below(26)).unwrap_or(0)),
            _ => u32::try_from(self.below(0x11_0000)).ok().and_then(char::from_u32).unwrap_or('x'),
        }
    }

    pub fn text(&mut self, most: usize) -> String {
        let length = self.below(most + 1);
        (0..length).map(|_| self.character()).collect()
    }

    /// A word that means something in one of our formats, or any text.
    pub fn word(&mut self) -> String {
        const WORDS: [&str; 34] = [
            "id",
            "choice",
            "number",
            "unsure",
            "n/a",
            "en",
            "nl",
            "log",
            "ready",
            "not-yet",
            "__proto__",
            "constructor",
            "{vendor}",
            "{",
            "",
            "criteria",
            "questions",
            "is",
            "options",
            "value",
            "weight",
            "profile",
            "vendor",
            "when",
            "rules",
            "reason",
            "cap",
            "below",
            "atLeast",
            "points",
            "ideal",
            "adapted",
            "handOff",
            "texts",
        ];
        if self.one_in(3) { self.text(12) } else { (*self.pick(&WORDS)).to_owned() }
    }

    /// Any tree, at most `depth` deep.
    pub fn tree(&mut self, depth: usize) -> Tree {
        match self.below(if depth == 0 { 6 } else { 8 }) {
            0 => Tree::Null,
            1 => Tree::Bool(self.one_in(2)),
            2 | 3 => Tree::Number(self.number()),
            4 => Tree::Text(self.word()),
            5 if self.one_in(8) => Tree::TooDeep,
            5 if self.one_in(8) => Tree::TooLarge,
            5 => Tree::Text(self.text(60)),
            6 => Tree::List((0..self.below(5)).map(|_| self.tree(depth - 1)).collect()),
            _ => Tree::Object((0..self.below(5)).map(|_| (self.word(), self.tree(depth - 1))).collect()),
        }
    }

    /// Changes a tree in some places: another value, a value of another place, an entry twice or gone, a number near by.
    pub fn change(&mut self, tree: &mut Tree) {
        for _ in 0..=self.below(4) {
            let other = place(tree, self.below(places(tree))).map(|tree| tree.clone());
            let number = self.share();
            let Some(found) = place(tree, self.below(places(tree))) else { continue };
            match (self.below(6), found) {
                (0, found) => *found = self.tree(3),
                (1, found) => *found = other.unwrap_or(Tree::Null),
                (2, Tree::List(items)) if !items.is_empty() => drop(items.remove(self.below(items.len()))),
                (2, Tree::Object(entries)) if !entries.is_empty() => drop(entries.remove(self.below(entries.len()))),
                (3, Tree::List(items)) if !items.is_empty() => items.push(items[self.below(items.len())].clone()),
                (3, Tree::Object(entries)) => entries.push((self.word(), other.unwrap_or(Tree::Null))),
                (_, Tree::Number(found)) => *found = if self.one_in(3) { self.number() } else { number },
                (_, Tree::Text(found)) => *found = if self.one_in(3) { self.word() } else { self.text(40) },
                (_, found) => *found = self.tree(2),
            }
        }
    }
}

/// How many places a tree has.
fn places(tree: &Tree) -> usize {
    1 + match tree {
        Tree::List(items) => items.iter().map(places).sum::<usize>(),
        Tree::Object(entries) => entries.iter().map(|(_, value)| places(value)).sum(),
        _ => 0,
    }
}

/// What is at place number `index`, counted from the outside in.
fn place(tree: &mut Tree, index: usize) -> Option<&mut Tree> {
    if index == 0 {
        return Some(tree);
    }
    let mut left = index - 1;
    let children: Vec<&mut Tree> = match tree {
        Tree::List(items) => items.iter_mut().collect(),
        Tree::Object(entries) => entries.iter_mut().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    for child in children {
        let count = places(child);
        if left < count {
            return place(child, left);
        }
        left -= count;
    }
    None
}
