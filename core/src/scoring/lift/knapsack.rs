//! The cheapest way to gain enough: a knapsack over questions with two costs, how many change and by how many steps.
//!
//! Knows nothing of answers, gates or bands. A [`Table`] lists the ways to treat one question, or the questions of one
//! criterion together; [`cheapest`] takes one of each. Ties are always resolved towards the first way, so that tables
//! list them by their picks.

use crate::input::ordered::insert_ordered;

/// How near two gains, on the scale from 0 to 1, are the same: rounding in sums must not decide between two ways.
pub const SAME: f64 = 1e-12;

/// What cannot be reached.
const UNREACHABLE: f64 = f64::NEG_INFINITY;

/// One way to change some questions: at what cost, and for what gain.
#[derive(Clone, Debug)]
pub struct Combination {
    /// How many of them change.
    pub changed: usize,
    /// By how many steps together.
    pub steps: usize,
    /// What that brings.
    pub gain: f64,
    /// The pick for each question.
    pub picks: Vec<u8>,
}

/// The ways to treat some questions, by their picks; none of them if there is no way.
pub type Table = Vec<Combination>;

/// Makes the tables for a limit on questions changed and one on steps, counting the work.
type Tables<'a> = dyn Fn(usize, Option<usize>, &mut usize) -> Vec<Table> + 'a;

/// The most that can be gained at every exact cost up to a limit, by questions changed and steps.
struct Grid {
    /// How many costs in steps there are: the limit and 1.
    width: usize,
    gains: Vec<f64>,
}

impl Grid {
    fn new(changed: usize, steps: usize) -> Self {
        Self { width: steps + 1, gains: vec![UNREACHABLE; (changed + 1) * (steps + 1)] }
    }

    fn get(&self, changed: usize, steps: usize) -> f64 {
        self.gains.get(changed * self.width + steps).copied().unwrap_or(UNREACHABLE)
    }

    /// Adds `way` in front of everything that `rest` can gain.
    fn add(&mut self, way: &Combination, rest: &Grid) {
        let Some(steps) = self.width.checked_sub(way.steps) else { return };
        let rows = self.gains.chunks_exact_mut(self.width).skip(way.changed);
        for (row, rest) in rows.zip(rest.gains.chunks_exact(self.width)) {
            let cells = row.iter_mut().skip(way.steps).zip(rest.iter().take(steps));
            for (cell, rest) in cells {
                let gain = way.gain + rest;
                if gain > *cell {
                    *cell = gain;
                }
            }
        }
    }
}

/// For each table, what it and those behind it can gain; for none, nothing at no cost.
fn grids(tables: &[Table], changed: usize, steps: usize, work: &mut usize) -> Vec<Grid> {
    let mut rest = Grid::new(changed, steps);
    if let Some(nothing) = rest.gains.first_mut() {
        *nothing = 0.0;
    }
    let mut grids = vec![rest];
    for table in tables.iter().rev() {
        let mut grid = Grid::new(changed, steps);
        if let Some(rest) = grids.last() {
            table.iter().for_each(|way| grid.add(way, rest));
        }
        *work = work.saturating_sub(table.len() * grid.gains.len());
        grids.push(grid);
    }
    grids.reverse();
    grids
}

/// The first ways, table by table, that cost exactly this and gain `goal`.
fn way(tables: &[Table], grids: &[Grid], changed: usize, steps: usize, goal: f64) -> Combination {
    let mut taken = Combination { changed: 0, steps: 0, gain: 0.0, picks: Vec::new() };
    for (table, rest) in tables.iter().zip(grids.iter().skip(1)) {
        let reaches = |way: &&Combination| {
            let left = (changed.checked_sub(taken.changed + way.changed), steps.checked_sub(taken.steps + way.steps));
            matches!(left, (Some(changed), Some(steps))
                if taken.gain + way.gain + rest.get(changed, steps) >= goal - SAME)
        };
        let Some(first) = table.iter().find(reaches) else { break };
        taken.changed += first.changed;
        taken.steps += first.steps;
        taken.gain += first.gain;
        taken.picks.extend(&first.picks);
    }
    taken
}

/// The ways to treat all `tables` together that gain at least `need`, what they gain counted `share` times. Of each
/// cost only the one that gains most, and none that costs more steps for no more gain: neither is ever cheapest.
pub fn combine(tables: &[Table], need: f64, share: f64, (changed, steps): (usize, usize), work: &mut usize) -> Table {
    let grids = grids(tables, changed, steps, work);
    let Some(whole) = grids.first() else { return Vec::new() };
    let mut ways: Table = Vec::new();
    for changed in 0..=changed {
        let mut most = UNREACHABLE;
        for steps in 0..=steps {
            let gain = whole.get(changed, steps);
            if gain < need || share * gain <= most + SAME {
                continue;
            }
            most = share * gain;
            // Where the gain does not count, what is needed is enough, and leaves the choice to the picks.
            let goal = if share > 0.0 { gain } else { need + SAME };
            let way = Combination { gain: most, ..way(tables, &grids, changed, steps, goal) };
            let picks = way.picks.clone();
            insert_ordered(&mut ways, way, |other| other.picks >= picks);
        }
    }
    ways
}

/// The way to treat all tables that gains at least `need` with the fewest questions changed, then the fewest steps, then
/// the highest gain, then the smallest picks in the order of the tables. `None` where there is no way.
///
/// `tables` makes the tables for limits on both costs, and without steps (all 0) where that limit is `None`. Where the
/// `work` that is left does not do for counting steps, it becomes 0 and the way is the one that gains most.
pub fn cheapest(
    questions: usize,
    most_steps: usize,
    need: f64,
    work: &mut usize,
    tables: &Tables,
) -> Option<Combination> {
    let without_steps = tables(questions, None, work);
    let free = grids(&without_steps, questions, 0, work);
    let most = |changed: usize| free.first().map_or(UNREACHABLE, |grid| grid.get(changed, 0));
    let changed = (0..=questions).find(|changed| most(*changed) >= need)?;
    // Twice as many steps each time: the last try costs as much as all before it.
    let mut limit = 8;
    while *work > 0 {
        let limited = limit.min(most_steps);
        let tables = tables(changed, Some(limited), work);
        let ways: usize = tables.iter().map(Vec::len).sum();
        if ways * (changed + 1) * (limited + 1) > *work {
            *work = 0;
            break;
        }
        let grids = grids(&tables, changed, limited, work);
        let whole = grids.first()?;
        if let Some(steps) = (0..=limited).find(|steps| whole.get(changed, *steps) >= need) {
            return Some(way(&tables, &grids, changed, steps, whole.get(changed, steps)));
        }
        if limit >= most_steps {
            return None;
        }
        limit *= 2;
    }
    Some(way(&without_steps, &free, changed, 0, most(changed)))
}

/// The way to treat all tables that gains at least `need` with the fewest steps, then the fewest questions changed, at
/// most `questions`, then the highest gain, then the smallest picks. `None` where there is no way, or where the `work`
/// that is left does not do. `tables` as in [`cheapest`].
pub fn fewest_steps(
    questions: usize,
    most_steps: usize,
    need: f64,
    work: &mut usize,
    tables: &Tables,
) -> Option<Combination> {
    let mut limit = 4;
    while *work > 0 {
        let limited = limit.min(most_steps);
        // What changes takes a step, so that there are never more changes than steps.
        let most = questions.min(limited);
        let tables = tables(most, Some(limited), work);
        let grids = grids(&tables, most, limited, work);
        let whole = grids.first()?;
        for steps in 0..=limited {
            if let Some(changed) = (0..=most).find(|changed| whole.get(*changed, steps) >= need) {
                return Some(way(&tables, &grids, changed, steps, whole.get(changed, steps)));
            }
        }
        if limited == most_steps {
            return None;
        }
        limit *= 2;
    }
    None
}
