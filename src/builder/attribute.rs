//! The attributes of the element that can be chosen on this page, as the table `static/attributes.json` lists them: the
//! values of each, and its names in a settings file and in the address of a frame.

use partner_fit_core::input::value::Tree;

/// An attribute of the element.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Its name in HTML.
    pub name: String,
    /// The name of the property that reflects it.
    pub property: String,
    /// What values it takes.
    pub values: Values,
    /// The section of this page in which it is chosen.
    pub section: String,
    /// Whether the address of a frame has it too.
    pub in_frame: bool,
}

/// What values an attribute takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// One of these; an absent attribute means the first.
    Choice(Vec<String>),
    /// A level of headings from 1 to 6; an absent attribute means this one.
    Level(u8),
    /// Present or absent. Where there is an opposite, files and addresses name that instead: `review` for `no-review`.
    Switch {
        /// The name of what is so while the attribute is absent.
        opposite: Option<String>,
    },
}

impl Attribute {
    /// The attributes in the table that this page offers.
    #[must_use]
    pub fn offered(table: &Tree) -> Vec<Attribute> {
        table.list("attributes").iter().filter_map(Self::read).collect()
    }

    fn read(entry: &Tree) -> Option<Self> {
        let values = match entry.text("type")? {
            "choice" => {
                let names = entry.list("values").iter().filter_map(|value| match value {
                    Tree::Text(name) => Some(name.clone()),
                    _ => None,
                });
                Values::Choice(names.collect())
            }
            "level" => Values::Level((1..=6).find(|level| entry.number("default") == Some(f64::from(*level)))?),
            "switch" => Values::Switch { opposite: entry.text("opposite").map(str::to_owned) },
            _ => return None,
        };
        Some(Self {
            name: entry.text("name")?.to_owned(),
            property: entry.text("property")?.to_owned(),
            values,
            section: entry.text("builder")?.to_owned(),
            in_frame: entry.flag("frame", false),
        })
    }

    /// What the attribute can be set to, each as it stands in HTML; an absent attribute is [`Attribute::default`].
    #[must_use]
    pub fn settings(&self) -> Vec<String> {
        match &self.values {
            Values::Choice(names) => names.clone(),
            Values::Level(_) => (1..=6).map(|level| level.to_string()).collect(),
            Values::Switch { .. } => vec![String::new()],
        }
    }

    /// What an absent attribute means; a switch has no such value.
    #[must_use]
    pub fn default(&self) -> Option<String> {
        match &self.values {
            Values::Choice(names) => names.first().cloned(),
            Values::Level(level) => Some(level.to_string()),
            Values::Switch { .. } => None,
        }
    }

    /// `value` if the attribute has to be written for it: a known value that an absent attribute does not mean.
    #[must_use]
    pub fn differing(&self, value: &str) -> Option<String> {
        let is_default = self.default().as_deref() == Some(value);
        self.settings().into_iter().find(|known| known == value && !is_default)
    }

    /// Its key in a settings file.
    #[must_use]
    pub fn key(&self) -> &str {
        match &self.values {
            Values::Switch { opposite: Some(opposite) } => opposite,
            _ => &self.property,
        }
    }

    /// What a settings file holds for a value; none means an absent attribute.
    #[must_use]
    pub fn to_file(&self, value: Option<&str>) -> Tree {
        match &self.values {
            Values::Choice(_) => Tree::Text(value.map(str::to_owned).or(self.default()).unwrap_or_default()),
            Values::Level(default) => {
                let level = (1..=6).find(|level: &u8| value == Some(level.to_string().as_str()));
                Tree::Number(f64::from(level.unwrap_or(*default)))
            }
            Values::Switch { opposite } => Tree::Bool(value.is_some() != opposite.is_some()),
        }
    }

    /// The value that a settings file names, none for an absent attribute.
    ///
    /// # Errors
    /// What is expected, where the file holds something else.
    pub fn of_file(&self, found: &Tree) -> Result<Option<String>, &'static str> {
        match (&self.values, found) {
            (Values::Choice(names), Tree::Text(name)) if names.contains(name) => Ok(self.differing(name)),
            (Values::Choice(_), _) => Err("one of the names"),
            (Values::Level(_), found) => {
                let level = (1..=6u8).find(|level| *found == Tree::Number(f64::from(*level)));
                level.map(|level| self.differing(&level.to_string())).ok_or("a whole number from 1 to 6")
            }
            (Values::Switch { opposite }, Tree::Bool(value)) => Ok((*value != opposite.is_some()).then(String::new)),
            (Values::Switch { .. }, _) => Err("true or false"),
        }
    }

    /// The name and value in the address of a frame that stand for a value of the attribute.
    #[must_use]
    pub fn parameter<'a>(&'a self, value: &'a str) -> (&'a str, &'a str) {
        match &self.values {
            Values::Switch { opposite: Some(opposite) } => (opposite, "no"),
            Values::Switch { opposite: None } => (&self.name, "yes"),
            _ => (&self.name, value),
        }
    }
}
