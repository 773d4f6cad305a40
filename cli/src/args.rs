//! The command line: which command, with which options and files.

use std::path::PathBuf;
use std::str::FromStr;

use lexopt::prelude::*;
use partner_fit_core::rank::read::numbers::Decimals;

use crate::failure::Failure;
use crate::task::{BadRows, Check, Command, Explain, Format, Input, Link, Output, Rank, Score, Template};

/// How the program is used.
const HELP: &str = "\
partner-fit: checks assessments, and scores and ranks candidates

  partner-fit check FILE…                   problems of assessments and ideal profiles   [--format text|json]
  partner-fit score ASSESSMENT [DATA]       a row in, a row out, as many as there are
      [--in csv|ndjson|long-csv] [--out csv|ndjson] [--full] [--columns score,band,…] [--map question=column]…
      [--bad-rows report|stop|skip] [--threads N] [--lang TAG]
  partner-fit rank ASSESSMENT DATA          candidates in order, and how sure that is
      [--format table|json|csv] [--weight criterion=N]… [--ideal FILE] [--limit N] [--pairs N] [--lang TAG]
  partner-fit explain ASSESSMENT DATA       a result in words          [--id ID] [--about self|candidate] [--lang TAG]
  partner-fit template ASSESSMENT           a table to fill in                           [--lang TAG]
  partner-fit link encode ASSESSMENT DATA   a link for each candidate                    [--base URL] [--names]
  partner-fit link decode ASSESSMENT DATA   the answers in links, one a line

DATA is a table (CSV), JSON, JSON lines or links, told apart by its content; - or nothing is the standard input.
Tables are also read with [--decimal comma|point] [--separator C] [--encoding utf-8|windows-1252].
Columns of score: line, name, id, score, low, high, coverage, band, bandByScore, provisional, borderline, gates, next,
and value:, points: or lost: with the id of a criterion behind it.
Exit: 0 done, 1 problems in data or a file, 2 wrong use, 3 could not read or write.
";

/// The version of this program.
const VERSION: &str = concat!("partner-fit ", env!("CARGO_PKG_VERSION"), "\n");

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Failure::Usage(error.to_string())
    }
}

/// The options and paths that were given, not yet a command.
#[derive(Default)]
struct Given {
    paths: Vec<PathBuf>,
    score: Score,
    rank: Rank,
    format: Option<String>,
    full: bool,
    id: Option<String>,
    candidate: bool,
    base: Option<String>,
    names: bool,
    used: Vec<&'static str>,
}

/// Reads the command line.
pub fn parse() -> Result<Command, Failure> {
    let mut parser = lexopt::Parser::from_env();
    let mut given = Given::default();
    let mut name = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(HELP)),
            Short('V') | Long("version") => return Ok(Command::Help(VERSION)),
            Value(word) if name.is_none() => name = Some(word.string()?),
            Value(path) => given.paths.push(path.into()),
            Long(option) => {
                let option = option.to_owned();
                given.option(&option, &mut parser)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let name = name.ok_or_else(|| Failure::Usage("expected a command, got none".to_owned()))?;
    given.command(&name)
}

/// The options of each command.
const READING: [&str; 4] = ["map", "decimal", "separator", "encoding"];
const OPTIONS: [(&str, &[&str]); 6] = [
    ("check", &["format"]),
    ("score", &["in", "out", "full", "columns", "bad-rows", "threads", "lang"]),
    ("rank", &["format", "weight", "ideal", "limit", "pairs", "lang"]),
    ("explain", &["id", "about", "lang"]),
    ("template", &["lang"]),
    ("link", &["base", "names"]),
];

fn one_of<T: Copy>(option: &str, value: &str, known: &[(&'static str, T)]) -> Result<T, Failure> {
    known.iter().find(|(name, _)| *name == value).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Failure::Usage(format!("expected --{option} to be one of {}, got {value}", names.join(", ")))
    })
}

fn number<T: FromStr>(option: &str, value: &str) -> Result<T, Failure> {
    value.parse().map_err(|_| Failure::Usage(format!("expected --{option} to be a number, got {value}")))
}

fn pair<'a>(option: &str, value: &'a str) -> Result<(&'a str, &'a str), Failure> {
    let parts = value.split_once('=').filter(|(name, _)| !name.is_empty());
    parts.ok_or_else(|| Failure::Usage(format!("expected --{option} to be two words with = between, got {value}")))
}

impl Given {
    fn option(&mut self, option: &str, parser: &mut lexopt::Parser) -> Result<(), Failure> {
        let all = OPTIONS.iter().flat_map(|(_, options)| options.iter()).chain(&READING);
        let Some(known) = all.copied().find(|known| *known == option) else {
            return Err(Failure::Usage(format!("unknown option --{option}")));
        };
        self.used.push(known);
        match known {
            "full" => self.full = true,
            "names" => self.names = true,
            _ => {
                let value = parser.value()?.string()?;
                self.value(known, value)?;
            }
        }
        Ok(())
    }

    fn value(&mut self, option: &str, value: String) -> Result<(), Failure> {
        let (score, rank) = (&mut self.score, &mut self.rank);
        match option {
            "in" => {
                let known = [("csv", Input::Csv), ("ndjson", Input::Ndjson), ("long-csv", Input::LongCsv)];
                score.input = Some(one_of(option, &value, &known)?);
            }
            "out" => score.output = one_of(option, &value, &[("csv", Output::Csv), ("ndjson", Output::Ndjson)])?,
            "bad-rows" => {
                let known = [("stop", BadRows::Stop), ("report", BadRows::Report), ("skip", BadRows::Skip)];
                score.bad_rows = one_of(option, &value, &known)?;
            }
            "columns" => score.columns = Some(value),
            "threads" => score.threads = Some(number::<usize>(option, &value)?.clamp(1, 64)),
            "lang" => score.lang = Some(value),
            "format" => self.format = Some(value),
            "id" => self.id = Some(value),
            "about" => self.candidate = one_of(option, &value, &[("self", false), ("candidate", true)])?,
            "base" => self.base = Some(value),
            "ideal" => rank.ideal = Some(value.into()),
            "limit" => rank.limit = Some(number(option, &value)?),
            "pairs" => rank.pairs = Some(number(option, &value)?),
            "weight" => {
                let (criterion, weight) = pair(option, &value)?;
                rank.weights.insert(criterion, number(option, weight)?);
            }
            "map" => {
                let (question, column) = pair(option, &value)?;
                score.reading.map.insert(question, column.to_owned());
            }
            "decimal" => {
                let known = [("comma", Decimals::Comma), ("point", Decimals::Point)];
                score.reading.decimal = Some(one_of(option, &value, &known)?);
            }
            "separator" => {
                let word = if value == "tab" { "\t" } else { &value };
                let [separator] = word.as_bytes() else {
                    return Err(Failure::Usage(format!(
                        "expected --separator to be one character or tab, got {value}"
                    )));
                };
                score.reading.separator = Some(*separator);
            }
            _ => score.reading.windows_1252 = one_of(option, &value, &[("utf-8", false), ("windows-1252", true)])?,
        }
        Ok(())
    }

    fn command(mut self, name: &str) -> Result<Command, Failure> {
        let Some((_, options)) = OPTIONS.iter().find(|(command, _)| *command == name) else {
            return Err(Failure::Usage(format!("unknown command {name}")));
        };
        let reads = !matches!(name, "check" | "template");
        let foreign = self.used.iter().find(|used| !(options.contains(used) || reads && READING.contains(used)));
        if let Some(foreign) = foreign {
            return Err(Failure::Usage(format!("{name} has no option --{foreign}")));
        }
        if name == "check" {
            if self.paths.is_empty() {
                return Err(Failure::Usage("expected files to check, got none".to_owned()));
            }
            let json =
                self.format.as_deref().map(|format| one_of("format", format, &[("text", false), ("json", true)]));
            return Ok(Command::Check(Check { files: self.paths, json: json.transpose()?.unwrap_or(false) }));
        }
        let mut paths = std::mem::take(&mut self.paths).into_iter();
        let decode = match name {
            "link" => {
                let word = paths.next().unwrap_or_default();
                one_of("link", &word.to_string_lossy(), &[("encode", false), ("decode", true)])
                    .map_err(|_| Failure::Usage("expected link encode or link decode".to_owned()))?
            }
            _ => false,
        };
        let assessment =
            paths.next().ok_or_else(|| Failure::Usage("expected the file of an assessment, got none".to_owned()))?;
        let data = paths.next();
        if let Some(more) = paths.next().or(data.clone().filter(|_| name == "template")) {
            return Err(Failure::Usage(format!("expected no more files, got {}", more.display())));
        }
        let data = data.unwrap_or_else(|| PathBuf::from("-"));
        let (reading, lang) = (std::mem::take(&mut self.score.reading), self.score.lang.take());
        Ok(match name {
            "score" => {
                let output = if self.full { Output::Full } else { self.score.output };
                Command::Score(Box::new(Score { assessment, data, reading, lang, output, ..self.score }))
            }
            "rank" => {
                let known = [("table", Format::Table), ("json", Format::Json), ("csv", Format::Csv)];
                let format = self.format.as_deref().map(|format| one_of("format", format, &known));
                let format = format.transpose()?.unwrap_or_default();
                Command::Rank(Box::new(Rank { assessment, data, reading, lang, format, ..self.rank }))
            }
            "explain" => {
                Command::Explain(Explain { assessment, data, id: self.id, candidate: self.candidate, reading, lang })
            }
            "template" => Command::Template(Template { assessment, lang }),
            _ => Command::Link(Link { assessment, data, decode, base: self.base, names: self.names, reading }),
        })
    }
}
