//! A paragraph's words and how they look.

pub use crate::locale::Direction;

/// Where a line stands in its column, along the reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Align {
    #[default]
    Start,
    Centre,
    End,
}

/// How heavy letters are. Thermal paper needs Medium at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Weight {
    #[default]
    Medium,
    Bold,
}

/// How large letters are, relative to the printer's body size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Size {
    /// 86 % of the body size: notes.
    Small,
    #[default]
    Body,
    /// 124 %: headings and totals.
    Large,
    /// 160 %: the paper's name.
    Title,
    /// 220 %: a number called out across a hall.
    Huge,
    /// 360 %: the one sum of a whole page.
    Giant,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct TextStyle {
    pub size: Size,
    pub weight: Weight,
    pub align: Align,
    /// The base direction; the paper's own when absent.
    pub direction: Option<Direction>,
}

/// Words in the reader's language with their look. They may mix scripts and hold
/// isolates (U+2066–U+2069); a line feed starts a new line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub content: String,
    pub style: TextStyle,
}

impl Size {
    /// Dots of the em square for a body size of `body` dots.
    pub fn dots(self, body: u16) -> u16 {
        let percent = match self {
            Size::Small => 86,
            Size::Body => 100,
            Size::Large => 124,
            Size::Title => 160,
            Size::Huge => 220,
            Size::Giant => 360,
        };
        ((u32::from(body) * percent + 50) / 100) as u16
    }
}

impl Text {
    /// Body text at the reading start.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            style: TextStyle::default(),
        }
    }

    pub fn size(mut self, size: Size) -> Self {
        self.style.size = size;
        self
    }

    pub fn small(self) -> Self {
        self.size(Size::Small)
    }

    pub fn large(self) -> Self {
        self.size(Size::Large)
    }

    pub fn title(self) -> Self {
        self.size(Size::Title)
    }

    pub fn huge(self) -> Self {
        self.size(Size::Huge)
    }

    pub fn giant(self) -> Self {
        self.size(Size::Giant)
    }

    pub fn bold(mut self) -> Self {
        self.style.weight = Weight::Bold;
        self
    }

    pub fn centre(mut self) -> Self {
        self.style.align = Align::Centre;
        self
    }

    pub fn end(mut self) -> Self {
        self.style.align = Align::End;
        self
    }

    /// A base direction other than the paper's: the English line of an Arabic
    /// paper. It also moves the reading start to that direction's edge.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.style.direction = Some(direction);
        self
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Text::new(content)
    }
}

impl From<String> for Text {
    fn from(content: String) -> Self {
        Text::new(content)
    }
}
