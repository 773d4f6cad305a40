//! The element's attributes that this page offers, as the table `static/attributes.json` lists them: the values of
//! each, and its names in a settings file and in the address of a frame.

use partner_fit_core::input::value::Tree;

/// An attribute of the element.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Its name in HTML.
    pub name: String,
    /// The name of the property that reflects it.
    pub property: String,
    /// Its values.
    pub values: Values,
    /// The section of this page in which it is chosen.
    pub section: String,
    /// Whether the address of a frame can contain it.
    pub in_frame: bool,
}

/// The values of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// One of these names; without the attribute the first applies.
    Choice(Vec<String>),
    /// A level of headings from 1 to 6; without the attribute this one applies.
    Level(u8),
    /// Present or absent. If there is an opposite, files and addresses name that instead: `review` for `no-review`.
    Switch {
        /// The name for the attribute's absence.
        opposite: Option<String>,
    },
}

impl Attribute {
    /// Reads the attributes that this page offers from the table.
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

    /// The values that can be chosen, as HTML has them. [`Attribute::default`] stands for an absent attribute.
    #[must_use]
    pub fn settings(&self) -> Vec<String> {
        match &self.values {
            Values::Choice(names) => names.clone(),
            Values::Level(_) => (1..=6).map(|level| level.to_string()).collect(),
            Values::Switch { .. } => vec![String::new()],
        }
    }

    /// The value of an absent attribute; a switch has none.
    #[must_use]
    pub fn default(&self) -> Option<String> {
        match &self.values {
            Values::Choice(names) => names.first().cloned(),
            Values::Level(level) => Some(level.to_string()),
            Values::Switch { .. } => None,
        }
    }

    /// `value`, if the attribute has to be written for it: it is known and not the default.
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

    /// The value in a settings file; `None` is an absent attribute.
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

    /// Reads a value of a settings file; `None` is an absent attribute.
    ///
    /// # Errors
    /// What was expected, if the file has something else.
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

    /// The parameter in the address of a frame for a value of the attribute.
    #[must_use]
    pub fn parameter<'a>(&'a self, value: &'a str) -> (&'a str, &'a str) {
        match &self.values {
            Values::Switch { opposite: Some(opposite) } => (opposite, "no"),
            Values::Switch { opposite: None } => (&self.name, "yes"),
            _ => (&self.name, value),
        }
    }
}
