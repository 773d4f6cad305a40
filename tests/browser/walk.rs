//! Answers questions as a reader does: reads a screen, answers by mouse, and moves on.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer_sheet::Sheet;
use crate::browser::Browser;

/// The content of a screen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Screen {
    /// `fallback`, `start`, `step`, `review` or `result`.
    pub name: String,
    pub heading: Option<String>,
    pub questions: Vec<Asked>,
    /// The links in the summary of errors.
    pub errors: Vec<String>,
}

/// A question on the screen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Asked {
    pub id: String,
    pub legend: String,
    /// Whether it has a number field.
    pub number: bool,
    /// The values of its radios.
    pub values: Vec<String>,
    pub checked: Option<String>,
    pub typed: Option<String>,
    pub error: Option<String>,
}

impl Browser {
    /// Waits for a screen of this name.
    #[track_caller]
    pub fn until_screen(&self, name: &str) -> Screen {
        self.until_that(&format!("the screen {name}"), "screen()", |screen: &Screen| screen.name == name)
    }

    /// Opens the page with an assessment and waits for its start screen.
    pub fn open_page(&self, assessment: &str, language: &str) -> Screen {
        self.open(&self.site.url(&format!("/?assessment={assessment}&lang={language}")));
        self.until_ready()
    }

    /// Opens a host without styles or policy, adds a widget, and waits for its start screen.
    #[track_caller]
    pub fn open_plain(&self, attributes: Value, properties: Value) -> Screen {
        self.open_host("/plain.html");
        self.put(attributes, properties);
        self.until_ready()
    }

    /// Waits for the start screen of a completely loaded widget; on a slow machine it shows before the rest has loaded.
    #[track_caller]
    pub fn until_ready(&self) -> Screen {
        self.until_some(
            "the start screen of a widget that is ready",
            "screen().name === 'start' && await widget().ready.then(screen)",
        )
    }

    /// Adds a widget to the open host.
    #[track_caller]
    pub fn put(&self, attributes: Value, properties: Value) {
        self.js_with("put(...arguments[0])", json!([attributes, properties]));
    }

    /// Clicks the button that moves on.
    #[track_caller]
    pub fn press_primary(&self) {
        self.click("part('button--primary')");
    }

    /// Answers a question by mouse.
    #[track_caller]
    pub fn answer_by_mouse(&self, asked: &Asked, answer: &Value, language: &str) {
        let id = &asked.id;
        match answer {
            Value::String(value) => {
                self.click(&format!("one('input[name=\"{id}\"][value=\"{value}\"]').closest('label')"));
            }
            number => {
                self.click(&format!("one('#question-{id} input[type=text]')"));
                self.press(written(number, language).chars());
            }
        }
    }

    /// Answers all questions of this step by mouse and moves on.
    #[track_caller]
    pub fn walk_step(&self, sheet: &Sheet, language: &str) -> Screen {
        let screen = self.until_screen("step");
        for asked in &screen.questions {
            self.answer_by_mouse(asked, &sheet[&asked.id], language);
        }
        self.press_primary();
        self.until_other(&screen)
    }

    /// Waits for a screen with another heading than this one.
    #[track_caller]
    pub fn until_other(&self, before: &Screen) -> Screen {
        let what = format!("another screen than {:?}", before.heading);
        self.until_that(&what, "screen()", |screen: &Screen| screen.heading != before.heading)
    }

    /// Presses the button that moves on without a mouse, and waits for another screen.
    #[track_caller]
    pub fn move_on(&self) -> Screen {
        self.run("await moveOn(); return screen();", ())
    }

    /// Answers every question on the screen as a reader does, without a mouse.
    #[track_caller]
    pub fn answer_all(&self, sheet: &Sheet) {
        self.js_with("answerAll(arguments[0]); await task()", sheet);
    }

    /// Goes from the start to the result by mouse, and returns the headings on the way.
    #[track_caller]
    pub fn walk_by_mouse(&self, sheet: &Sheet, language: &str) -> Vec<String> {
        let start = self.until_screen("start");
        let mut headings = vec![start.heading.clone().unwrap_or_default()];
        self.press_primary();
        let mut screen = self.until_other(&start);
        while screen.name == "step" {
            headings.push(screen.heading.clone().unwrap_or_default());
            screen = self.walk_step(sheet, language);
        }
        headings.push(screen.heading.clone().unwrap_or_default());
        assert_eq!(screen.name, "review", "{screen:?}");
        self.press_primary();
        headings.push(self.until_screen("result").heading.unwrap_or_default());
        headings
    }

    /// Goes from the start to the result as a reader does: two steps and the review by mouse, which is every kind of
    /// control, and the steps in between without.
    #[track_caller]
    pub fn walk_some_by_mouse(&self, sheet: &Sheet, language: &str) {
        let start = self.until_screen("start");
        self.press_primary();
        self.until_other(&start);
        for _ in 0..2 {
            self.walk_step(sheet, language);
        }
        self.hurry_to("review", sheet);
        self.press_primary();
        self.until_screen("result");
    }

    /// Moves on without a mouse as fast as possible, until a screen of this name.
    #[track_caller]
    pub fn hurry_to(&self, until: &str, sheet: &Sheet) {
        let name: String = self.run("return walk(...arguments[0]);", json!([sheet, until]));
        assert_eq!(name, until);
    }
}

/// A number as readers of the language type it.
pub fn written(number: &Value, language: &str) -> String {
    let text = number.to_string();
    if language == "nl" { text.replace('.', ",") } else { text }
}
