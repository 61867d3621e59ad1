//! Writing what the next edition is called, when it is and where its data goes.

use iced::widget::{Space, column, container};
use iced::{Fill, Top};

use super::Message;
use super::draft::{Draft, Field, Wrong};
use crate::app::context::Context;
use crate::app::screen::frame::{cards, heading, trouble};
use crate::app::screen::writing::FormWriting;
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, button, form_field, input, notice, scroll};
use crate::domain::id::BazaarCode;
use crate::reports::table::read_date;
use crate::services::carrying::CarriedAway;
use crate::services::edition::NextEdition;
use crate::services::notice::Notice;
use crate::settings::DataFolder;
use crate::tr;

#[derive(Debug)]
pub struct Form {
    draft: Draft,
    writing: FormWriting<Field>,
    /// Whether fields that lack something say so; those that are wrong always do.
    told: bool,
    pub asking: bool,
    /// What went to other editions already.
    pub away: Vec<CarriedAway>,
    pub wrong: Option<Notice>,
}

impl Form {
    pub fn new(context: &Context) -> Self {
        Form {
            draft: Draft::of(&context.catalogue.bazaar),
            writing: FormWriting::new(context, Field::is_words),
            told: false,
            asking: false,
            away: Vec::new(),
            wrong: None,
        }
    }

    pub fn propose(&mut self, code: Option<&BazaarCode>, folder: Option<String>) {
        self.draft.propose(code, folder);
    }

    pub fn code(&self) -> Option<BazaarCode> {
        self.draft.code()
    }

    fn field(&self) -> Option<Field> {
        self.writing.field()
    }

    pub fn write(&mut self, field: Field, text: String) {
        self.wrong = None;
        *self.draft.text_mut(field) = text;
    }

    pub fn begin(&mut self, field: Field) {
        self.writing.begin(field);
    }

    /// Writes a touch of the keyboard, and answers to which field.
    pub fn touch(&mut self, touch: Touch) -> Option<Field> {
        let field = self.field()?;
        self.wrong = None;
        // Done writes nothing.
        match touch {
            Touch::Done => self.writing.end(),
            touch => {
                let text = self.draft.text_mut(field);
                self.writing.touch(field, touch, text);
            }
        }
        Some(field)
    }

    /// What was written; without it every field says what it lacks.
    pub fn read(&mut self) -> Option<(NextEdition, DataFolder)> {
        self.writing.end();
        self.wrong = None;
        let read = self.draft.read().ok();
        (self.told, self.asking) = (read.is_none(), read.is_some());
        read
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Message>) -> Element<'a, Message> {
        let field = self.field().unwrap_or(Field::NameAr);
        let written = (field.caption(), self.draft.text(field));
        self.writing
            .over(context, page, field, written, Message::Touch)
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let wrong = self.draft.read().err().unwrap_or_default();
        let pair = |one: Field, other: Field| {
            let fields = [one, other].map(|field| {
                let field = self.input(context, field, &wrong);
                container(field).width(Fill).into()
            });
            dir.row(fields).align_y(Top)
        };
        let fields = column![
            pair(Field::NameAr, Field::NameEn),
            pair(Field::FirstDay, Field::LastDay),
            self.input(context, Field::Code, &wrong),
            self.input(context, Field::Folder, &wrong),
            dir.label(tr!(texts, "desk-edition-folder-about"))
                .size(type_size::SMALL)
                .muted()
                .fill(),
        ];
        let fields = container(fields.spacing(space::L));
        let fields = scroll::vertical(dir, fields.padding(dir.padding(space::XS, 0.0, space::M)));
        let look = button(dir, tr!(texts, "desk-edition-look"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Eye)
            .on_press_maybe((!self.asking).then_some(Message::Look))
            .id("look");
        let carried = (!self.away.is_empty()).then(|| {
            let key = button(dir, tr!(texts, "desk-lost-title")).fill();
            let key = key.icon(Icon::Undo).on_press(Message::ShowCarried);
            key.id("carried").into()
        });
        // Not above the fields: they would move, and forget what is written to.
        let said = trouble(context, self.wrong.as_ref());
        let said = said.unwrap_or_else(|| notice(dir, Tone::Info, tr!(texts, "desk-edition-safe")));
        let side = column![
            heading(context, tr!(texts, "desk-edition-what")),
            dir.label(tr!(texts, "desk-edition-copied")).fill(),
            dir.label(tr!(texts, "desk-edition-stays")).muted().fill(),
        ]
        .extend(carried)
        .push(Space::new().height(Fill))
        .push(said)
        .push(look);
        cards(context, fields, side.spacing(space::M))
    }

    fn input<'a>(
        &'a self,
        context: &Context,
        field: Field,
        wrong: &[(Field, Wrong)],
    ) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let wrong = wrong.iter().find(|(at, _)| *at == field);
        // Not while it is being written, and that it is empty only once it is asked for.
        let says =
            |wrong: Wrong| self.field() != Some(field) && (self.told || wrong != Wrong::Missing);
        let wrong = wrong.map(|(_, wrong)| *wrong).filter(|wrong| says(*wrong));
        let text = self.draft.text(field);
        let hint = match field {
            Field::FirstDay | Field::LastDay => tr!(texts, "desk-edition-date-hint"),
            _ => String::new(),
        };
        let written = input(dir, field.id(), &hint, text, move |text| {
            Message::Written(field, text)
        });
        let written = written.refused(wrong.is_some());
        let written = written.on_touch(Message::Write(field));
        let said = wrong.map(|wrong| wrong.word(texts).into());
        let shown = form_field(dir, texts.get(field.caption()), written, said);
        match read_date(text).filter(|_| field.is_day()) {
            None => shown,
            Some(date) => {
                let told = texts.date_with_weekday(date);
                let told = dir.label(told).size(type_size::SMALL).ink(Ink::Muted);
                column![shown, told.fill()].spacing(space::XS).into()
            }
        }
    }
}
