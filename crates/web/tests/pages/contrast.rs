//! The colours of the style sheet can be read: every pair that it declares has the contrast it
//! declares, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.6).

use std::collections::{BTreeMap, BTreeSet};

const SHEET: &str = include_str!("../../assets/fabrique.css");

/// The blocks that set the colours: by day, at night by the reader's system, at night by choice.
const LIGHT: &str = "  :root {";
const DARK_BY_SYSTEM: &str = ":root:not([data-scheme=\"light\"]) {";
const DARK_BY_CHOICE: &str = ":root[data-scheme=\"dark\"] {";

/// Colours that carry no words and no state: hairlines between things.
const DECORATION: [&str; 1] = ["--line"];

type Colours = BTreeMap<&'static str, [u8; 3]>;

/// The colours that a block sets.
fn colours(block: &str) -> Colours {
    let (_, rest) = SHEET.split_once(block).expect("the block is in the sheet");
    let (inside, _) = rest.split_once('}').expect("the block ends");
    let set = inside.split(';').filter_map(|line| line.trim().split_once(": #"));
    set.map(|(name, code)| (name, colour(code.trim()))).collect()
}

fn colour(code: &str) -> [u8; 3] {
    assert_eq!(code.len(), 6, "#{code}: six digits");
    [0, 2, 4].map(|at| u8::from_str_radix(&code[at..at + 2], 16).expect("a hexadecimal colour"))
}

/// Relative luminance: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio, from 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs that the sheet declares: foreground, background, least ratio.
fn pairs() -> Vec<(&'static str, &'static str, f64)> {
    let declared = SHEET.split("/* contrast: ").skip(1).map(|rest| rest.split(" */").next().unwrap_or_default());
    let read = |line: &'static str| match line.split(' ').collect::<Vec<_>>()[..] {
        [foreground, "on", background, ratio] => (foreground, background, ratio.parse().expect("a ratio")),
        _ => panic!("“{line}” is not “--a on --b 7”"),
    };
    declared.map(read).collect()
}

#[test]
fn the_arithmetic_is_that_of_the_standard() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    // The lightest grey that still reads on white, as every checker says.
    assert!((contrast(colour("767676"), [255; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn every_declared_pair_has_its_contrast_by_day_and_by_night() {
    let mut faults = Vec::new();
    for (scheme, colours) in [("light", colours(LIGHT)), ("dark", colours(DARK_BY_SYSTEM))] {
        for (foreground, background, least) in pairs() {
            let found = contrast(colours[foreground], colours[background]);
            if found < least {
                faults.push(format!("{scheme}: {foreground} on {background} has {found:.2}, not {least}"));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_two_nights_are_the_same_and_name_every_colour_of_the_day() {
    assert_eq!(colours(DARK_BY_SYSTEM), colours(DARK_BY_CHOICE));
    let names = |colours: Colours| colours.into_keys().collect::<Vec<_>>();
    assert_eq!(names(colours(LIGHT)), names(colours(DARK_BY_SYSTEM)));
}

#[test]
fn every_colour_stands_in_a_pair_and_none_is_written_elsewhere() {
    let paired: BTreeSet<_> = pairs().into_iter().flat_map(|(one, other, _)| [one, other]).collect();
    let alone: Vec<_> =
        colours(LIGHT).into_keys().filter(|name| !paired.contains(name) && !DECORATION.contains(name)).collect();
    assert_eq!(alone, [""; 0], "declare a pair for it");
    let (_, after) = SHEET.split_once("@layer base {").expect("the layer is in the sheet");
    for line in after.lines().filter(|line| !line.contains("url(") && !line.contains("::backdrop")) {
        let codes = line.match_indices('#').map(|(at, _)| &line[at + 1..]);
        let is_colour = |code: &str| code.bytes().take_while(u8::is_ascii_hexdigit).count() >= 3;
        assert!(!codes.clone().any(is_colour) && !line.contains("rgb"), "a colour outside the tokens: {line}");
    }
}
