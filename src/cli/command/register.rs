//! The register of families: who they are and on what licence they trade. What is
//! personal stays out of it.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::{self, Table};
use crate::domain::family::{Family, LicenceStanding};
use crate::tr;

/// Lists the families; with `only_warned` those whose licence ends soon or has ended.
pub(super) fn families(desk: &Desk, only_warned: bool) -> Result<(), Failure> {
    let (till, catalogue) = desk.shop()?;
    let today = till.day_status()?.today;
    let standing = |family: &Family| {
        let licence = family.licence.as_ref();
        licence.map(|licence| licence.standing(today))
    };
    let warned = |family: &&Family| {
        !only_warned || !matches!(standing(family), None | Some(LicenceStanding::Good))
    };
    let families: Vec<&Family> = catalogue.families().iter().filter(warned).collect();
    if desk.json {
        let all: Vec<Value> = families
            .iter()
            .map(|family| family_json(family, standing(family)))
            .collect();
        return desk.out.json(&all.into());
    }
    let texts = desk.texts;
    if families.is_empty() {
        return desk.out.line(&tr!(texts, "cli-families-none"));
    }
    let mut table = Table::new()
        .words(tr!(texts, "term-family"))
        .words("")
        .words(tr!(texts, "cli-column-package"))
        .words(tr!(texts, "cli-column-licence"))
        .words("")
        .words("");
    for family in families {
        let packages: Vec<&str> = family.packages.iter().map(|one| one.as_str()).collect();
        let licence = family.licence.as_ref();
        table.row(vec![
            family.code.to_string(),
            texts.name(&family.name).to_owned(),
            packages.join(" "),
            licence.map_or(String::new(), |licence| texts.word(&licence.kind)),
            licence.map_or(String::new(), |licence| licence.number.clone()),
            standing(family)
                .and_then(|standing| texts.licence_warning(standing))
                .unwrap_or_default(),
        ]);
    }
    desk.out.table(&table)
}

fn family_json(family: &Family, standing: Option<LicenceStanding>) -> Value {
    let licence = family.licence.as_ref();
    json!({
        "code": family.code.as_str(),
        "name": output::name(&family.name),
        "packages": family.packages.iter().map(|one| one.as_str()).collect::<Vec<_>>(),
        "active": family.active,
        "sells_through": family.sells_through,
        "food": family.food,
        "licence": licence.map(|licence| json!({
            "kind": licence.kind,
            "number": licence.number,
            "expires": licence.expires.map(output::date),
            "standing": standing.map(|standing| match standing {
                LicenceStanding::Good => "good",
                LicenceStanding::Soon { .. } => "soon",
                LicenceStanding::Expired { .. } => "expired",
            }),
        })),
    })
}
