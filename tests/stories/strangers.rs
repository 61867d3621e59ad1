//! An edition laid beside this one, in which some codes mean somebody or something
//! else: nothing of theirs stands beside, and it is said.

use sanduq::domain::figures::{Figures, Period};
use sanduq::domain::id::{Bilingual, Sku};
use sanduq::locale::{Digits, Language, Texts};
use sanduq::plot::Plot;
use sanduq::services::dashboard::{Reader, Section, plots};
use sanduq::services::day::ParkedAtClose;

use crate::bazaar::{Story, TERMS, card, family};

/// A day on which one jam and two coffees were sold.
fn a_day(story: &Story) {
    story.open();
    story.sell(&story.ticket(&[("JAM", 1000)]), &[card(2250)]);
    story.sell(&story.ticket(&[("COFFEE", 2000)]), &[card(1600)]);
    story.count_and_close(20_000, "").unwrap();
    let parked = ParkedAtClose::Refuse;
    story.till.close_day(&story.badr, parked).unwrap();
}

#[test]
fn another_family_of_the_same_code_stands_beside_nobody() {
    let terms = TERMS.replace("STORY1", "STORY0");
    let earlier = Story::at_till("T1", &terms, "2025-11-20T11:00:00Z");
    let catalogue = earlier.till.catalogue().unwrap();
    let mut noura = catalogue.family(&family("F05")).unwrap().clone();
    noura.name = Bilingual::new("مريم", "Mariam");
    let coffee = catalogue.line(&Sku::new("COFFEE").unwrap()).unwrap();
    // The same in other letters.
    let mut same = coffee.clone();
    same.name.ar = format!("{} ", coffee.name.ar.replace('ة', "ه"));
    let lines = vec![same];
    let (till, huda) = (&earlier.till, &earlier.huda);
    till.register(huda, vec![noura], lines, None).unwrap();
    a_day(&earlier);
    let copy = earlier.folder().join("earlier.sqlite");
    till.backup(&copy, |_| {}).unwrap();

    let story = Story::begin();
    a_day(&story);
    let own = story.till.figures(Period::Bazaar).unwrap();
    let other = story.till.other_edition(&copy).unwrap();
    let beside = other.beside(&own).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    let staff = story.till.staff().unwrap();
    for language in Language::ALL {
        let reader = Reader {
            texts: Texts::of(language, Digits::Latin),
            catalogue: &catalogue,
            staff: &staff,
        };
        let bars = |section| beside_of(&reader, &own, &beside, section);
        assert_eq!(bars(Section::Families), [None, Some(1600)]);
        assert_eq!(bars(Section::Goods), [None, Some(1600)]);
        let said = reader.strangers(&own, &beside).unwrap();
        let name = reader
            .texts
            .name(&Bilingual::new("مريم", "Mariam"))
            .to_owned();
        assert!(said.contains("F05") && said.contains(&name), "{said}");
        assert!(!said.contains("COFFEE") && !said.contains("JAM"), "{said}");
    }
}

/// What stands beside each bar, the most paid for first.
fn beside_of(
    reader: &Reader<'_>,
    own: &Figures,
    beside: &Figures,
    section: Section,
) -> Vec<Option<i64>> {
    let all = plots(reader, own, Some(beside));
    let plot = all.into_iter().find(|(known, _)| *known == section);
    match plot {
        Some((_, Plot::Bars(bars))) => bars.rows.iter().map(|row| row.other).collect(),
        other => panic!("{other:?}"),
    }
}
