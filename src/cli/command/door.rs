//! The door and the advice corner.

use serde_json::{Value, json};

use crate::cli::arguments::DoorWay;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::domain::door::{Advice, DoorCount, Visitors, Way};
use crate::locale::reading;
use crate::tr;

/// Counts people in or out.
pub(super) fn door(
    desk: &Desk,
    way: DoorWay,
    people: &str,
    correction: bool,
) -> Result<(), Failure> {
    let wrong = || Misuse::NotAQuantity(people.to_owned());
    let people = reading::read_whole(people).map_err(|_| wrong())?;
    let people = u32::try_from(people).map_err(|_| wrong())?;
    let (till, catalogue) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let way = match way {
        DoorWay::In => Way::In,
        DoorWay::Out => Way::Out,
    };
    let count = DoorCount {
        way,
        people,
        correction,
    };
    let visitors = till.count_at_door(&session, count)?;
    if desk.json {
        let mut answer = visitors_json(&visitors);
        answer["full"] = visitors.fill(&catalogue.bazaar).into();
        answer["hall_limit"] = catalogue.bazaar.hall_limit.into();
        return desk.out.json(&answer);
    }
    show_visitors(desk, &visitors)?;
    match visitors.fill(&catalogue.bazaar) {
        true => desk
            .out
            .line(&desk.out.strong(&tr!(desk.texts, "cli-door-full"))),
        false => Ok(()),
    }
}

/// Counts a visitor who was advised.
pub(super) fn visit(desk: &Desk, subject: &str, correction: bool) -> Result<(), Failure> {
    let subject = desk.code(subject)?;
    let (till, catalogue) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let advice = Advice {
        subject,
        correction,
    };
    let visitors = till.count_advice(&session, advice.clone())?;
    if desk.json {
        return desk.out.json(&visitors_json(&visitors));
    }
    let known = catalogue.bazaar.subject(&advice.subject);
    let known = known.expect("a subject that was counted is the bazaar's");
    let count = visitors.advised.get(&advice.subject).copied().unwrap_or(0);
    desk.out.line(&tr!(
        desk.texts,
        "cli-labelled",
        label = desk.texts.name(&known.name),
        value = count.to_string()
    ))
}

/// One line about the visitors of a day; none where nobody was counted.
pub(super) fn show_visitors(desk: &Desk, visitors: &Visitors) -> Result<(), Failure> {
    if visitors.is_empty() {
        return Ok(());
    }
    desk.out.line(&tr!(
        desk.texts,
        "cli-visitors",
        entered = visitors.entered,
        inside = visitors.inside(),
        advised = visitors.advised_in_all()
    ))
}

pub(super) fn visitors_json(visitors: &Visitors) -> Value {
    json!({
        "entered": visitors.entered,
        "left": visitors.left,
        "inside": visitors.inside(),
        "advised": visitors.advised,
    })
}
