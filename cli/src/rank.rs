//! `partner-fit rank`: candidates in order, and how sure that order is.

use partner_fit_core::rank::csv::csv;
use partner_fit_core::rank::ideal::wish::Ideal;
use partner_fit_core::rank::options::{PAIRS, RankOptions};
use partner_fit_core::rank::rank;
use partner_fit_core::rank::ranking::{RankedCandidate, Ranking};

use crate::failure::Failure;
use crate::task::{Format, Rank};
use crate::{files, language, output};

/// Ranks what comes in.
pub fn run(task: &Rank) -> Result<(), Failure> {
    let assessment = files::assessment(&task.assessment)?;
    let language = language::of(&assessment, task.lang.as_deref())?;
    let ideal = task.ideal.as_ref().map(|path| {
        Ideal::read(&files::json(path)?, &assessment).map_err(|problems| Failure::of(&files::name(path), &problems))
    });
    let options = RankOptions {
        language: Some(language),
        weights: task.weights.clone(),
        ideal: ideal.transpose()?,
        pairs: task.pairs.unwrap_or(PAIRS),
        limit: task.limit,
        ..RankOptions::default()
    };
    // Options are wrong use, whatever the candidates are.
    options.apply(&assessment).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Usage(told.join("\n"))
    })?;
    let read = files::candidates(&task.data, &assessment, &task.reading)?;
    let ranking =
        rank(&assessment, &read.candidates, &options).map_err(|problems| Failure::of("options", &problems))?;
    match task.format {
        Format::Table => output::all(table(&ranking))?,
        Format::Csv => output::all(csv(&ranking))?,
        Format::Json => {
            let json = serde_json::to_string(&ranking).map_err(|error| Failure::Io(error.to_string()))?;
            output::all(format!("{json}\n"))?;
        }
    }
    if read.problem_count > 0 {
        let unread = (read.unread > 0).then(|| format!("{} of {} rows were not read", read.unread, read.rows));
        return Err(Failure::Problems(unread.into_iter().collect()));
    }
    Ok(())
}

/// The Ranking for a reader: places with their ranges, and who is ahead of whom for how sure.
fn table(ranking: &Ranking) -> String {
    let mut rows =
        vec![["place", "range", "name", "score", "range", "band", "capped by", "costs most"].map(str::to_owned)];
    rows.extend(ranking.candidates.iter().map(row));
    let widths: Vec<usize> = (0..8)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in &rows {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}", width = *width)).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    for note in notes(ranking) {
        text.push_str(&format!("\n{note}\n"));
    }
    text
}

fn row(candidate: &RankedCandidate) -> [String; 8] {
    let RankedCandidate { place, place_low, place_high, score, low, high, .. } = candidate;
    let same = place_low == place_high;
    let known = high - low < 0.05;
    [
        place.map_or_else(|| "-".to_owned(), |place| format!("{place}{}", if candidate.tied { "=" } else { "" })),
        if same { String::new() } else { format!("{place_low}-{place_high}") },
        // No control characters: names have been cleaned.
        candidate.name.clone(),
        score.map_or_else(|| "-".to_owned(), |score| format!("{score:.1}")),
        if known { String::new() } else { format!("{low:.1}-{high:.1}") },
        candidate.band.label.clone(),
        candidate.gates.join(" "),
        candidate.shortfall.clone().unwrap_or_default(),
    ]
}

/// What the table does not show.
fn notes(ranking: &Ranking) -> Vec<String> {
    let mut notes = Vec::new();
    let named = |id: &str| ranking.candidates.iter().find(|one| one.id == id).map_or("", |one| &one.name);
    if let (Some(pairs), [first, second, ..]) = (&ranking.pairs, ranking.candidates.as_slice()) {
        let place = |id: &str| pairs.ids.iter().position(|known| known == id);
        if let (Some(one), Some(other)) = (place(&first.id), place(&second.id)) {
            let share =
                |matrix: &[Vec<f64>]| 100.0 * matrix.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0.5);
            let (any, same) = (share(&pairs.any_weights), share(&pairs.same_order));
            notes.push(format!(
                "{} is ahead of {} for {any:.0} % of all weightings, and for {same:.0} % of those that keep the order of importance.",
                first.name, second.name
            ));
        }
    }
    let beaten = ranking.candidates.iter().filter_map(|one| Some((one, one.dominated_by.as_deref()?)));
    let beaten: Vec<String> = beaten.map(|(one, by)| format!("{} by {}", one.name, named(by))).collect();
    if !beaten.is_empty() {
        let more = beaten.len().saturating_sub(10);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let shown: Vec<String> = beaten.into_iter().take(10).collect();
        notes.push(format!("Beaten on everything: {}{more}.", shown.join("; ")));
    }
    if let Some(agreement) = &ranking.agreement {
        notes.push(format!(
            "Four ways of ranking agree on the first {} of {} that are known without a gap. The three others change when the list changes; the score does not.",
            agreement.first,
            agreement.ids.len()
        ));
    }
    notes
}
