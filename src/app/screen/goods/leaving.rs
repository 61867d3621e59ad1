//! Goods that leave the stock unsold: handed back to the family, or lost; how many,
//! of a loss why and whose it is, and then the note.

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::{Leftover, Message as Screen, item_line, noted, shown, side, title, typing};
use crate::app::context::Context;
use crate::app::screen::approval::{self, Approving, Outcome};
use crate::app::screen::frame::{cards, choosable, family_name, in_one_piece, rows, titled};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::Key as PadKey;
use crate::app::widget::{
    Icon, badge, button, chip, divider, form_field, input, notice, reckoning, scroll,
};
use crate::domain::bazaar::Beneficiary;
use crate::domain::id::{FamilyCode, GoodsNoteId};
use crate::domain::money::Money;
use crate::domain::stock::{GoodsLoss, GoodsNote, Named, NotedGoods, kept_of_price};
use crate::key;
use crate::locale::Key;
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::services::stock::{NoteRequest, act_of_loss};
use crate::store::{Recorded, StockRow};
use crate::tr;

/// How they leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    HandedBack,
    Lost,
}

/// What was noted.
#[derive(Debug, Clone)]
pub enum Noted {
    HandedBack(Recorded<GoodsNote<NotedGoods>>),
    Lost(Recorded<GoodsLoss>),
}

#[derive(Debug)]
pub struct Leaving {
    way: Way,
    id: GoodsNoteId,
    family: FamilyCode,
    goods: Vec<Leftover>,
    chosen: usize,
    /// Who takes them, if not the family itself.
    person: String,
    reason: Reason,
    /// Whose the loss is.
    borne_by: Beneficiary,
    writing: Writing<()>,
    approving: Option<Approving>,
    asking: bool,
    wrong: Option<Notice>,
    noted: Option<Box<Noted>>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    Key(PadKey),
    All,
    Everything,
    Person(String),
    Reason(usize),
    OwnReason(String),
    Write,
    BorneBy(Beneficiary),
    Confirm,
    Approval(approval::Message),
    Noted(Box<Result<Noted, Notice>>),
}

fn reasons() -> [Key; 4] {
    [
        key!("desk-loss-broken"),
        key!("desk-loss-spoiled"),
        key!("desk-loss-stolen"),
        key!("desk-loss-tasting"),
    ]
}

impl Leaving {
    pub fn new(context: &Context, way: Way, family: &FamilyCode, rows: &[StockRow]) -> Self {
        Leaving {
            way,
            id: GoodsNoteId(context.till.moments().new_id()),
            family: family.clone(),
            goods: Leftover::of(context, family, rows),
            chosen: 0,
            person: String::new(),
            reason: Reason::default(),
            borne_by: Beneficiary::Family,
            writing: Writing::new(context),
            approving: None,
            asking: false,
            wrong: None,
            noted: None,
        }
    }

    pub fn title(&self, context: &Context) -> String {
        match self.way {
            Way::HandedBack => tr!(context.texts, "desk-hand-back-title"),
            Way::Lost => tr!(context.texts, "desk-loss-title"),
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        let text = match self.way {
            Way::HandedBack => &mut self.person,
            Way::Lost => &mut self.reason.own,
        };
        self.writing.touch(touch, text);
    }

    /// What leaves, so far.
    fn named(&self) -> Vec<Named> {
        let leaving = self.goods.iter();
        let leaving = leaving.filter(|goods| goods.quantity().is_positive());
        let named = leaving.map(|goods| Named {
            sku: goods.line.sku.clone(),
            quantity: goods.quantity(),
        });
        named.collect()
    }

    fn is_ready(&self, context: &Context) -> bool {
        let reasoned =
            self.way == Way::HandedBack || !self.reason.text(context, &reasons()).is_empty();
        reasoned && !self.named().is_empty() && !self.asking
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        match message {
            Message::Choose(at) => self.chosen = at,
            Message::Key(key) => {
                if let Some(goods) = self.goods.get_mut(self.chosen) {
                    goods.press(key);
                }
            }
            Message::All => {
                if let Some(goods) = self.goods.get_mut(self.chosen) {
                    goods.take_all();
                }
            }
            Message::Everything => {
                for goods in &mut self.goods {
                    goods.take_all();
                }
            }
            Message::Person(text) => self.person = text,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::BorneBy(whose) => self.borne_by = whose,
            Message::Confirm if !self.is_ready(context) => {}
            Message::Confirm => {
                self.writing.end();
                let act = act_of_loss(self.borne_by);
                if self.way == Way::Lost && approval::is_needed(context, act) {
                    let (approving, task) = Approving::new(context, act);
                    self.approving = Some(approving);
                    return Some(task.map(|message| Screen::Leaving(Message::Approval(message))));
                }
                return Some(self.note(context, None));
            }
            Message::Approval(message) => {
                let approving = self.approving.as_mut()?;
                match approving.update(message, context) {
                    Outcome::Waiting => {}
                    Outcome::Run(task) => {
                        let wrap = |message| Screen::Leaving(Message::Approval(message));
                        return Some(task.map(wrap));
                    }
                    Outcome::Left => self.approving = None,
                    Outcome::Approved(approval) => {
                        self.approving = None;
                        return Some(self.note(context, Some(approval)));
                    }
                }
            }
            Message::Noted(noted) => {
                self.asking = false;
                match *noted {
                    Ok(noted) => self.noted = Some(Box::new(noted)),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
        }
        None
    }

    fn note(&mut self, context: &Context, approval: Option<Approval>) -> Task<Screen> {
        self.asking = true;
        let session = context.session().clone();
        let (way, borne_by, goods) = (self.way, self.borne_by, self.named());
        let request = NoteRequest {
            id: self.id,
            family: self.family.clone(),
            person: self.person.trim().to_owned(),
            remark: match way {
                Way::HandedBack => String::new(),
                Way::Lost => self.reason.text(context, &reasons()),
            },
        };
        context.ask(
            move |till| match way {
                Way::HandedBack => {
                    let noted = till.return_goods(&session, request, goods)?;
                    Ok(Noted::HandedBack(noted))
                }
                Way::Lost => {
                    let approval = approval.as_ref();
                    let noted = till.write_off(&session, request, goods, borne_by, approval)?;
                    Ok(Noted::Lost(noted))
                }
            },
            |noted| Screen::Leaving(Message::Noted(Box::new(noted))),
        )
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let (caption, text) = match self.way {
            Way::HandedBack => (tr!(context.texts, "desk-hand-back-person"), &self.person),
            Way::Lost => (tr!(context.texts, "desk-reason"), &self.reason.own),
        };
        let page = self
            .writing
            .over(context, page, caption, text, Screen::Touch);
        match &self.approving {
            None => page,
            Some(approving) => approving.over(context, page, |message| {
                Screen::Leaving(Message::Approval(message))
            }),
        }
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        match self.noted.as_deref() {
            Some(Noted::HandedBack(noted)) => back_slip(context, &noted.fact),
            Some(Noted::Lost(noted)) => loss_slip(context, &noted.fact),
            None => self.form(context),
        }
    }

    fn form<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let everything = button(dir, tr!(texts, "desk-hand-back-everything"))
            .icon(Icon::Check)
            .on_press(Screen::Leaving(Message::Everything))
            .id("everything");
        let everything = (self.way == Way::HandedBack).then(|| Element::from(everything));
        let head = [title(context, &self.family)].into_iter().chain(everything);
        let list = rows((0..self.goods.len()).map(|at| self.row(context, at)));
        let asked = match self.way {
            Way::HandedBack => self.who(context),
            Way::Lost => self.why(context),
        };
        let list = column![list, divider(), asked].spacing(space::L);
        let list = container(scroll::vertical(dir, list)).height(Fill);
        let main = column![dir.row(head), list].spacing(space::M);
        cards(context, main, self.side(context))
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let goods = &self.goods[at];
        let line = &goods.line;
        let left = shown(context, goods.left, line.unit);
        let left = tr!(texts, "app-sell-left", left = left);
        let known = format!("{} · {left}", in_one_piece(&line.sku));
        let words = titled(dir, texts.name(&line.name).to_owned(), known);
        let quantity = goods.quantity();
        let tone = match quantity > goods.left {
            true => Tone::Danger,
            false => Tone::Primary,
        };
        let count = quantity
            .is_positive()
            .then(|| badge(dir, shown(context, quantity, line.unit), tone));
        let message = Screen::Leaving(Message::Choose(at));
        let id = format!("goods-{}", line.sku);
        let parts = [words].into_iter().chain(count);
        choosable(context, parts, self.chosen == at, message, id)
    }

    fn who<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let person = input(
            dir,
            "back-person",
            &tr!(texts, "desk-intake-person-hint"),
            &self.person,
            |text| Screen::Leaving(Message::Person(text)),
        )
        .icon(Icon::Person)
        .on_touch(Screen::Leaving(Message::Write));
        form_field(dir, tr!(texts, "desk-hand-back-person"), person, None)
    }

    /// Why goods are lost, and whose the loss is.
    fn why<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let whose = [
            (
                Beneficiary::Family,
                tr!(texts, "desk-loss-of-family"),
                "loss-of-family",
            ),
            (
                Beneficiary::Organiser,
                tr!(texts, "desk-loss-of-organiser"),
                "loss-of-organiser",
            ),
        ]
        .map(|(whose, word, id)| {
            let press = Screen::Leaving(Message::BorneBy(whose));
            chip(dir, word, self.borne_by == whose, press)
                .fill()
                .id(id)
                .into()
        });
        let whose = dir.grid(whose, 2).spacing(space::S);
        let mut asked = column![form_field(dir, tr!(texts, "desk-loss-whose"), whose, None)];
        if self.borne_by == Beneficiary::Organiser
            && let Some(credit) = self.credit(context)
        {
            let word = tr!(texts, "desk-loss-credit");
            asked = asked.push(reckoning(dir, word, context.money(credit), Ink::Inherited));
        }
        asked
            .push(self.reason.view(
                context,
                &reasons(),
                2,
                |at| Screen::Leaving(Message::Reason(at)),
                |text| Screen::Leaving(Message::OwnReason(text)),
                Screen::Leaving(Message::Write),
            ))
            .spacing(space::L)
            .into()
    }

    /// What the family is credited where the organiser bears the loss; nothing where
    /// something has no price.
    fn credit(&self, context: &Context) -> Option<Money> {
        let lost = self.goods.iter();
        let lost = lost.filter(|goods| goods.quantity().is_positive());
        let credits =
            lost.map(|goods| kept_of_price(&context.catalogue, &goods.line, goods.quantity()).ok());
        let credits: Option<Vec<Money>> = credits.collect();
        credits.map(|credits| credits.into_iter().sum())
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Leaving(message);
        let typing = self.goods.get(self.chosen).map(|goods| {
            let all = button(dir, tr!(texts, "desk-hand-back-all"))
                .fill()
                .icon(Icon::Check)
                .on_press(own(Message::All))
                .id("all-left");
            typing(context, &goods.line, goods.quantity(), move |key| {
                own(Message::Key(key))
            })
            .push(all)
        });
        let count = self.named().len();
        let word = match self.way {
            Way::HandedBack => tr!(texts, "desk-hand-back-confirm", count = count),
            Way::Lost => tr!(texts, "desk-loss-confirm", count = count),
        };
        let ready = self.is_ready(context).then_some(own(Message::Confirm));
        let confirm = button(dir, word).large().fill().on_press_maybe(ready);
        let confirm = match self.way {
            Way::HandedBack => confirm.primary().icon(Icon::Package),
            Way::Lost => confirm.danger(),
        };
        let confirm = confirm.id("confirm");
        side(context, typing, self.wrong.as_ref(), confirm.into())
    }
}

fn back_slip<'a>(context: &Context, note: &GoodsNote<NotedGoods>) -> Element<'a, Screen> {
    let told: Vec<_> = note
        .lines
        .iter()
        .map(|item| item_line(context, item))
        .collect();
    let family = family_name(context, &note.family);
    let said = tr!(context.texts, "desk-unsold-returned", family = family);
    let print = tr!(context.texts, "desk-hand-back-print");
    noted(
        context,
        Tone::Success,
        said,
        (note.id, &note.number),
        told,
        print,
    )
}

fn loss_slip<'a>(context: &Context, loss: &GoodsLoss) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let note = &loss.note;
    let lines = note.lines.iter();
    let mut told: Vec<_> = lines.map(|line| item_line(context, &line.item)).collect();
    told.push(match loss.borne_by {
        Beneficiary::Organiser => {
            let word = tr!(texts, "desk-loss-credit");
            let credit = context.money(loss.credit());
            reckoning(dir, word, credit, Ink::Of(Tone::Success))
        }
        Beneficiary::Family => notice(dir, Tone::Info, tr!(texts, "desk-loss-not-credited")),
    });
    let family = family_name(context, &note.family);
    let said = tr!(texts, "desk-loss-noted", family = family);
    let print = tr!(texts, "desk-hand-back-print");
    noted(
        context,
        Tone::Warning,
        said,
        (note.id, &note.number),
        told,
        print,
    )
}
