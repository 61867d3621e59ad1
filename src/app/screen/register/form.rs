//! Writing a family: its fields in four parts, each with what is wrong below it.

use std::borrow::Cow;

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Task};

use super::Message as Screen;
use super::draft::{Draft, Field, Wrong};
use crate::app::context::Context;
use crate::app::screen::families::licence_warning;
use crate::app::screen::frame::{in_one_piece, trouble};
use crate::app::screen::writing::FormWriting;
use crate::app::theme::{Element, Ink, Surface, Theme, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Dir, Icon, Tab, button, chip, form_field, input, notice, scroll, tabs};
use crate::domain::bazaar::MoneyTaker;
use crate::domain::family::{Family, LicenceKind};
use crate::domain::id::PackageCode;
use crate::domain::money::Currency;
use crate::key;
use crate::locale::{Key, Sighting};
use crate::reports::table::read_date;
use crate::services::notice::Notice;
use crate::tr;

const LICENCES: [LicenceKind; 5] = [
    LicenceKind::Home,
    LicenceKind::Freelance,
    LicenceKind::SocialSecurity,
    LicenceKind::Charity,
    LicenceKind::OtherAuthority,
];

/// A part of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Who,
    Licence,
    Money,
    Goods,
}

impl Part {
    const ALL: [Part; 4] = [Part::Who, Part::Licence, Part::Money, Part::Goods];

    fn word(self) -> Key {
        match self {
            Part::Who => key!("desk-register-part-who"),
            Part::Licence => key!("desk-register-part-licence"),
            Part::Money => key!("desk-register-part-money"),
            Part::Goods => key!("desk-register-part-goods"),
        }
    }

    /// Where a field is written.
    fn of(field: Field) -> Self {
        match field {
            Field::Code | Field::NameAr | Field::NameEn | Field::Contact | Field::Phone => {
                Part::Who
            }
            Field::LicenceNumber | Field::LicenceExpiry | Field::Proxy => Part::Licence,
            Field::Iban
            | Field::Commission
            | Field::DayFee
            | Field::TaxNumber
            | Field::Instalment => Part::Money,
            Field::KeepsDays | Field::Support | Field::SupportFrom | Field::SupportDate => {
                Part::Goods
            }
        }
    }
}

#[derive(Debug)]
pub struct Form {
    draft: Draft,
    part: Part,
    writing: FormWriting<Field>,
    /// Whether fields that lack something say so; those that are wrong always do.
    told: bool,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Part(Part),
    Written(Field, String),
    Write(Field),
    Package(PackageCode),
    Licence(LicenceKind),
    AddProxy,
    DropProxy(usize),
    SellsThrough(Option<MoneyTaker>),
    Food(bool),
    Active(bool),
    Save,
}

impl Form {
    pub fn new(context: &Context) -> Self {
        Form::with(context, Draft::new(context))
    }

    pub fn of(context: &Context, family: &Family) -> Self {
        let currency: Currency = context.catalogue.bazaar.currency;
        Form::with(context, Draft::of(family, currency))
    }

    fn with(context: &Context, draft: Draft) -> Self {
        Form {
            draft,
            part: Part::Who,
            writing: FormWriting::new(context, Field::is_words),
            told: false,
            asking: false,
            wrong: None,
        }
    }

    pub fn is_new(&self) -> bool {
        self.draft.is_new()
    }

    /// What was refused when it was to be kept.
    pub fn refused(&mut self, wrong: Notice) {
        self.asking = false;
        self.wrong = Some(wrong);
    }

    fn field(&self) -> Option<Field> {
        self.writing.field()
    }

    pub fn touch(&mut self, touch: Touch) {
        let Some(field) = self.field() else {
            return;
        };
        let text = self.draft.text_mut(field);
        self.writing.touch(field, touch, text);
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        match message {
            Message::Part(part) => {
                self.writing.end();
                self.part = part;
            }
            Message::Written(field, text) => self.draft.write(field, text),
            Message::Write(field) => self.writing.begin(field),
            Message::Package(package) => {
                let packages = &mut self.draft.packages;
                match packages.iter().position(|known| *known == package) {
                    Some(at) => drop(packages.remove(at)),
                    None => packages.push(package),
                }
            }
            // Pressed again, it is none.
            Message::Licence(kind) => {
                self.draft.licence = Some(kind).filter(|kind| self.draft.licence != Some(*kind));
            }
            Message::AddProxy => {
                self.writing.end();
                self.draft.add_proxy();
            }
            Message::DropProxy(at) => drop(self.draft.proxies.remove(at)),
            Message::SellsThrough(taker) => self.draft.sells_through = taker,
            Message::Food(is_food) => self.draft.is_food = is_food,
            Message::Active(active) => self.draft.active = active,
            Message::Save => return self.save(context),
        }
        None
    }

    fn save(&mut self, context: &Context) -> Option<Task<Screen>> {
        self.writing.end();
        match self.draft.read(context) {
            Err(wrong) => {
                self.told = true;
                let first = wrong.first().map(|(field, _)| Part::of(*field));
                self.part = first.unwrap_or(self.part);
                None
            }
            Ok(family) => {
                self.asking = true;
                let (session, is_new) = (context.session().clone(), self.is_new());
                let code = family.code.clone();
                Some(context.ask(
                    move |till| {
                        till.enter_family(&session, family, is_new)?;
                        Ok((code, till.catalogue()?))
                    },
                    Screen::Saved,
                ))
            }
        }
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let field = self.field().unwrap_or(Field::NameAr);
        let written = (field.caption(), self.draft.text(field));
        self.writing
            .over(context, page, field, written, Screen::Touch)
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let wrong = self.draft.read(context).err().unwrap_or_default();
        let parts = Part::ALL.map(|part| {
            let amiss = wrong
                .iter()
                .any(|(field, wrong)| Part::of(*field) == part && self.says(*field, wrong));
            Tab {
                text: texts.get(part.word()).into(),
                icon: amiss.then_some(Icon::Warning),
                tone: Tone::Neutral,
                shown: self.part == part,
                on_press: Screen::Form(Message::Part(part)),
            }
        });
        let fields = match self.part {
            Part::Who => self.who(context, &wrong),
            Part::Licence => self.licence(context, &wrong),
            Part::Money => self.money(context, &wrong),
            Part::Goods => self.goods(context, &wrong),
        };
        let fields = fields.spacing(space::L).padding([space::XS, 0.0]);
        let card = container(scroll::vertical(dir, fields))
            .class(Surface::Card)
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let word = match self.is_new() {
            true => tr!(texts, "desk-register-add"),
            false => tr!(texts, "desk-register-save"),
        };
        let save = button(dir, word)
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe((!self.asking).then_some(Screen::Form(Message::Save)))
            .id("save");
        column![tabs(dir, parts), card]
            .extend(trouble(context, self.wrong.as_ref()))
            .push(save)
            .spacing(space::M)
            .into()
    }

    /// Whether a field says what is wrong with it now: not while it is being written,
    /// and that it is empty only once it was to be kept.
    fn says(&self, field: Field, wrong: &Wrong) -> bool {
        self.field() != Some(field) && (self.told || *wrong != Wrong::Missing)
    }

    fn who<'a>(&'a self, context: &Context, wrong: &[(Field, Wrong)]) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let code = match self.draft.known() {
            // A code stands on papers and in accounts, and never changes.
            Some(known) => form_field(
                dir,
                tr!(texts, "desk-register-code"),
                dir.label(in_one_piece(&known.code))
                    .size(type_size::STRONG)
                    .bold()
                    .fill(),
                None,
            ),
            None => self.input(context, Field::Code, wrong),
        };
        let packages = context.catalogue.bazaar.packages.iter().map(|package| {
            let chosen = self.draft.packages.contains(&package.code);
            let press = Screen::Form(Message::Package(package.code.clone()));
            chip(dir, texts.name(&package.name).to_owned(), chosen, press)
                .fill()
                .id(format!("package-{}", package.code))
                .into()
        });
        let packages = dir.grid(packages, 3).spacing(space::S);
        let fields = [
            code,
            self.input(context, Field::Contact, wrong),
            self.input(context, Field::NameAr, wrong),
            self.input(context, Field::NameEn, wrong),
            self.input(context, Field::Phone, wrong),
            self.chips(
                context,
                key!("desk-register-active"),
                [
                    (true, key!("desk-register-active-yes"), "active-yes"),
                    (false, key!("desk-register-active-no"), "active-no"),
                ],
                self.draft.active,
                Message::Active,
            ),
        ];
        column![
            pairs(dir, fields),
            form_field(dir, tr!(texts, "desk-register-packages"), packages, None)
        ]
    }

    fn licence<'a>(
        &'a self,
        context: &Context,
        wrong: &[(Field, Wrong)],
    ) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let kinds = LICENCES.iter().enumerate().map(|(at, kind)| {
            let press = Screen::Form(Message::Licence(*kind));
            chip(
                dir,
                texts.word(kind),
                self.draft.licence == Some(*kind),
                press,
            )
            .fill()
            .id(format!("licence-{at}"))
            .into()
        });
        let kinds = dir.grid(kinds, 3).spacing(space::S);
        let fields = [
            self.input(context, Field::LicenceNumber, wrong),
            self.input(context, Field::LicenceExpiry, wrong),
        ];
        let proxies = self.draft.proxies.iter().enumerate().map(|(at, name)| {
            let press = Screen::Form(Message::DropProxy(at));
            button(dir, name.clone())
                .small()
                .after(Icon::Close)
                .fill()
                .on_press(press)
                .id(format!("drop-proxy-{at}"))
                .into()
        });
        let add = button(dir, tr!(texts, "desk-add"))
            .icon(Icon::Plus)
            .on_press(Screen::Form(Message::AddProxy))
            .id("add-proxy");
        let next = dir.row([
            container(self.bare(context, Field::Proxy, false))
                .width(Fill)
                .into(),
            add.into(),
        ]);
        let proxies = column![dir.grid(proxies, 3).spacing(space::S), next].spacing(space::S);
        let about = dir
            .label(tr!(texts, "desk-register-proxies-about"))
            .size(type_size::SMALL)
            .muted()
            .fill();
        column![
            form_field(dir, tr!(texts, "desk-register-licence-kind"), kinds, None),
            pairs(dir, fields),
        ]
        .extend(self.warning(context))
        .push(form_field(
            dir,
            tr!(texts, "desk-register-proxies"),
            column![proxies, about].spacing(space::S),
            None,
        ))
    }

    /// That the licence ends soon or has ended, as it is written.
    fn warning<'a>(&self, context: &Context) -> Option<Element<'a, Screen>> {
        let warning = licence_warning(context, &self.draft.read_licence()?)?;
        Some(container(warning).id("licence-warning").into())
    }

    fn money<'a>(
        &'a self,
        context: &Context,
        wrong: &[(Field, Wrong)],
    ) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let takers = self.chips(
            context,
            key!("desk-register-sells"),
            [
                (None, key!("desk-register-sells-usual"), "sells-usual"),
                (
                    Some(MoneyTaker::Staff),
                    key!("desk-register-sells-staff"),
                    "sells-staff",
                ),
                (
                    Some(MoneyTaker::Family),
                    key!("desk-register-sells-itself"),
                    "sells-itself",
                ),
            ],
            self.draft.sells_through,
            Message::SellsThrough,
        );
        let fields = [
            Field::Iban,
            Field::Commission,
            Field::DayFee,
            Field::Instalment,
            Field::TaxNumber,
        ];
        let fields = fields.map(|field| self.input(context, field, wrong));
        let about = notice(dir, Tone::Info, tr!(texts, "desk-register-money-about"));
        column![takers, pairs(dir, fields), about]
    }

    fn goods<'a>(
        &'a self,
        context: &Context,
        wrong: &[(Field, Wrong)],
    ) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let food = self.chips(
            context,
            key!("desk-register-food"),
            [
                (false, key!("desk-register-food-no"), "food-no"),
                (true, key!("desk-register-food-yes"), "food-yes"),
            ],
            self.draft.is_food,
            Message::Food,
        );
        let mut all = column![food];
        if self.draft.is_food {
            let about = dir
                .label(tr!(texts, "desk-register-food-about"))
                .size(type_size::SMALL)
                .muted()
                .fill();
            let keeps = [self.input(context, Field::KeepsDays, wrong), about.into()];
            all = all.push(pairs(dir, keeps));
        }
        let support =
            [Field::Support, Field::SupportDate].map(|field| self.input(context, field, wrong));
        let about = dir
            .label(tr!(texts, "desk-register-support-about"))
            .size(type_size::SMALL)
            .muted()
            .fill();
        all.push(pairs(dir, support))
            .push(self.input(context, Field::SupportFrom, wrong))
            .push(about)
    }

    /// Choices of which one holds, under their caption.
    fn chips<'a, T: Copy + PartialEq, const N: usize>(
        &self,
        context: &Context,
        caption: Key,
        choices: [(T, Key, &'static str); N],
        chosen: T,
        choose: fn(T) -> Message,
    ) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let chips = choices.map(|(value, word, id)| {
            let press = Screen::Form(choose(value));
            chip(dir, texts.get(word), chosen == value, press)
                .fill()
                .id(id)
                .into()
        });
        let chips = dir.grid(chips, N).spacing(space::S);
        form_field(dir, texts.get(caption), chips, None)
    }

    /// A field under its caption, with what is wrong, or what was understood, below.
    fn input<'a>(
        &'a self,
        context: &Context,
        field: Field,
        wrong: &[(Field, Wrong)],
    ) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let wrong = wrong.iter().find(|(at, _)| *at == field);
        let wrong = wrong.filter(|(_, wrong)| self.says(field, wrong));
        let said: Option<Cow<'a, str>> = wrong.map(|(_, wrong)| wrong.word(texts).into());
        let written = self.bare(context, field, said.is_some());
        let understood = match field {
            Field::LicenceExpiry | Field::SupportDate => read_date(self.draft.text(field)),
            _ => None,
        };
        let shown = form_field(dir, texts.get(field.caption()), written, said);
        match understood {
            None => shown,
            Some(date) => {
                let date = texts.date_in_both(date, Sighting::default());
                let date = dir.label(date).size(type_size::SMALL).ink(Ink::Muted);
                column![shown, date.fill()].spacing(space::XS).into()
            }
        }
    }

    fn bare<'a>(&'a self, context: &Context, field: Field, refused: bool) -> Element<'a, Screen> {
        let text = self.draft.text(field);
        let hint = match field {
            Field::LicenceExpiry | Field::SupportDate => {
                tr!(context.texts, "desk-register-date-hint")
            }
            _ => String::new(),
        };
        input(context.dir, field.id(), &hint, text, move |text| {
            Screen::Form(Message::Written(field, text))
        })
        .refused(refused)
        .on_touch(Screen::Form(Message::Write(field)))
        .into()
    }
}

/// Fields two to a line, those of a line with their captions at one height.
fn pairs<'a>(
    dir: Dir,
    fields: impl IntoIterator<Item = Element<'a, Screen>>,
) -> Column<'a, Screen, Theme> {
    let mut fields = fields.into_iter();
    let mut lines = Column::new().spacing(space::M);
    while let Some(first) = fields.next() {
        let second = fields.next().unwrap_or_else(|| Space::new().into());
        let line = [first, second].map(|field| container(field).width(Fill).into());
        lines = lines.push(dir.row(line).align_y(iced::Top));
    }
    lines
}
