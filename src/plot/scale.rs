//! From values to lengths, and the round values an axis is marked with.

/// How long a value is where `full` is as long as `length`; nothing below zero.
pub(super) fn length(value: i64, full: i64, length: i32) -> i32 {
    if value <= 0 || full <= 0 {
        return 0;
    }
    let long = i128::from(value) * i128::from(length) / i128::from(full);
    i32::try_from(long).unwrap_or(length).min(length)
}

/// Zero and a few round values, the last at least `largest`: steps of 1, 2 or 5
/// times a power of ten of `unit`, so that amounts are marked in whole dirhams.
pub fn ticks(largest: i64, unit: i64) -> Vec<i64> {
    const FEWEST: i64 = 4;
    let unit = unit.max(1);
    let mut steps = std::iter::successors(Some(unit), |power| power.checked_mul(10))
        .flat_map(|power| [1, 2, 5].map(|times| power.saturating_mul(times)));
    let enough = |step: &i64| step.saturating_mul(FEWEST) >= largest;
    let step = steps.find(enough).unwrap_or(i64::MAX);
    let mut ticks = vec![0];
    while ticks.last().is_some_and(|last| *last < largest) {
        ticks.push(ticks.len() as i64 * step);
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_is_marked_in_round_steps_up_to_the_largest_value() {
        let cases: [(i64, i64, &[i64]); 5] = [
            (0, 100, &[0]),
            (100, 100, &[0, 100]),
            (36_050, 100, &[0, 10_000, 20_000, 30_000, 40_000]),
            (8_001, 100, &[0, 5_000, 10_000]),
            (7, 1, &[0, 2, 4, 6, 8]),
        ];
        for (largest, unit, expected) in cases {
            assert_eq!(ticks(largest, unit), expected, "{largest}");
        }
    }

    #[test]
    fn lengths_stay_within_what_there_is() {
        assert_eq!(length(50, 100, 300), 150);
        assert_eq!(length(-5, 100, 300), 0);
        assert_eq!(length(500, 100, 300), 300);
        assert_eq!(length(1, 0, 300), 0);
        assert_eq!(length(i64::MAX / 2, i64::MAX, 1000), 499);
    }
}
