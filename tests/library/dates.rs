//! Dates through the real rules: every day of two centuries in each writing,
//! relative expressions from every day of four years against an independent
//! statement of what they mean, and what has no value.

use greffier::ingest::Document;
use greffier::pipeline::{Config, Engine, LayoutMode};
use greffier::record::{Record, WarningCode};
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const WEEKDAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

fn engine() -> Engine {
    Engine::new(Config {
        layout: LayoutMode::None,
        ..Config::default()
    })
    .expect("the built-in rules compile")
}

fn read(engine: &Engine, anchor: Option<Date>, text: &str) -> Record {
    let mut document = Document::from_text("test", text);
    document.anchor = anchor;
    engine.read(document)
}

/// Text and value of each date of a text.
fn found(record: &Record) -> Vec<(&str, &str)> {
    let pair = |d| -> (&str, &str) {
        let d: &greffier::record::Date = d;
        (&d.text, d.value.as_deref().unwrap_or("-"))
    };
    record.dates.iter().map(pair).collect()
}

fn weekday_name(day: Date) -> &'static str {
    WEEKDAYS[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()]
}

fn month_name(day: Date) -> &'static str {
    MONTHS[usize::try_from(day.month() - 1).unwrap()]
}

/// The ways to write a day.
fn writings(day: Date) -> Vec<String> {
    let (weekday, month) = (weekday_name(day), month_name(day));
    let (d, m, y) = (day.day(), day.month(), day.year());
    let first = if d == 1 {
        "1er".to_owned()
    } else {
        d.to_string()
    };
    vec![
        format!("le {first} {month} {y}"),
        format!("le {weekday} {first} {month} {y}"),
        format!("le {first} {} {y}", month.to_uppercase()),
        format!("le {d:02}/{m:02}/{y}"),
        format!("le {d:02}.{m:02}.{y}"),
        format!("le {y}-{m:02}-{d:02}"),
        format!("le {weekday} {d:02}/{m:02}/{y}"),
        format!("le {first} {} {y}", SHORT[usize::try_from(m - 1).unwrap()]),
        format!("{weekday} {first} {month} {y}"),
    ]
}

/// Every day of a year in each writing gives that day back, and covers itself.
fn check_year(engine: &Engine, year: i16) {
    let mut day = date(year, 1, 1);
    let (mut text, mut expected) = (String::new(), Vec::new());
    while day.year() == year {
        for writing in writings(day) {
            text.push_str(&writing);
            text.push_str("\n\n");
            expected.push((writing, day.to_string()));
        }
        day = day.tomorrow().unwrap();
    }
    let record = read(engine, None, &text);
    for (got, (writing, value)) in record.dates.iter().zip(&expected) {
        assert_eq!((&got.text, got.value.as_ref()), (writing, Some(value)));
        assert_eq!((&got.from, &got.to), (&got.value, &got.value));
    }
    assert_eq!(record.dates.len(), expected.len(), "{year}");
    assert!(record.warnings.is_empty(), "{:?}", record.warnings);
}

#[test]
fn each_writing_of_each_day_of_two_centuries_gives_that_day() {
    let engine = engine();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let engine = &engine;
            scope.spawn(move || {
                for year in (1900..=2100).skip(worker).step_by(workers) {
                    check_year(engine, year);
                }
            });
        }
    });
}

fn moved(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap()
}

/// The nearest day of a weekday before (-1) or after (1) a day.
fn next(day: Date, step: i64, weekday: &str) -> Date {
    let mut at = moved(day, step.days());
    while weekday_name(at) != weekday {
        at = moved(at, step.days());
    }
    at
}

fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn quarter(day: Date) -> String {
    format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1)
}

fn half(day: Date) -> String {
    format!("{:04}-H{}", day.year(), (day.month() - 1) / 6 + 1)
}

/// The last day before `day` that falls so in its year.
fn last_of(day: Date, of_year: impl Fn(i16) -> Date) -> Date {
    let this = of_year(day.year());
    if this < day {
        this
    } else {
        of_year(day.year() - 1)
    }
}

/// Expressions in their sentences, and what they mean said on `day`.
fn relative(day: Date) -> Vec<(String, String, String)> {
    let plus = |n: i64| moved(day, n.days()).to_string();
    let year = |n: i16| format!("{:04}", day.year() + n);
    let shifted = |n: i64| month(moved(day.first_of_month(), n.months()));
    let mut all = vec![
        ("Elle est venue {}.", "hier".to_owned(), plus(-1)),
        ("Elle est venue {}.", "avant-hier".to_owned(), plus(-2)),
        ("Elle viendra {}.", "demain".to_owned(), plus(1)),
        ("Elle viendra {}.", "après-demain".to_owned(), plus(2)),
        ("Elle a signé {} le texte.", "ce jour".to_owned(), plus(0)),
        ("Elle a parlé {}.", "ce matin".to_owned(), plus(0) + "TMO"),
        ("Elle a parlé {}.", "hier soir".to_owned(), plus(-1) + "TEV"),
        (
            "Elle parlera {}.",
            "demain matin".to_owned(),
            plus(1) + "TMO",
        ),
        ("Elle parlera {}.", "ce soir".to_owned(), plus(0) + "TEV"),
        (
            "Elle a parlé {}.",
            "la nuit dernière".to_owned(),
            plus(-1) + "TNI",
        ),
        (
            "Elle viendra {}.",
            "la semaine prochaine".to_owned(),
            week(moved(day, 7.days())),
        ),
        (
            "Elle est venue {}.",
            "la semaine dernière".to_owned(),
            week(moved(day, (-7).days())),
        ),
        ("Elle viendra {}.", "cette semaine".to_owned(), week(day)),
        (
            "Elle viendra {}.",
            "le mois prochain".to_owned(),
            shifted(1),
        ),
        (
            "Elle est venue {}.",
            "le mois dernier".to_owned(),
            shifted(-1),
        ),
        ("Elle viendra {}.", "ce mois-ci".to_owned(), shifted(0)),
        (
            "Elle viendra avant {}.",
            "la fin du mois".to_owned(),
            shifted(0),
        ),
        ("Elle viendra {}.", "l'an prochain".to_owned(), year(1)),
        ("Elle viendra {}.", "l'année prochaine".to_owned(), year(1)),
        ("Elle est venue {}.", "l'an dernier".to_owned(), year(-1)),
        (
            "Elle est venue {}.",
            "l'année dernière".to_owned(),
            year(-1),
        ),
        ("Elle viendra {}.", "cette année".to_owned(), year(0)),
        (
            "Elle viendra d'ici {}.",
            "la fin de l'année".to_owned(),
            year(0),
        ),
        ("Elle est venue {}.", "il y a deux ans".to_owned(), year(-2)),
        (
            "Elle est venue {}.",
            "il y a trois mois".to_owned(),
            shifted(-3),
        ),
        (
            "Elle est venue {}.",
            "il y a dix jours".to_owned(),
            plus(-10),
        ),
        (
            "Elle est venue {}.",
            "il y a deux semaines".to_owned(),
            week(moved(day, (-14).days())),
        ),
        (
            "Elle est née {}.",
            "il y a trente ans".to_owned(),
            year(-30),
        ),
        ("Elle est venue {}.", "voilà cinq ans".to_owned(), year(-5)),
        (
            "Elle est venue {}.",
            "il y a un an jour pour jour".to_owned(),
            moved(day, (-1).years()).to_string(),
        ),
        (
            "Elle a parlé {}.",
            "avant-hier soir".to_owned(),
            plus(-2) + "TEV",
        ),
        (
            "Elle parlera {}.",
            "cet après-midi".to_owned(),
            plus(0) + "TAF",
        ),
        ("Elle a dormi {}.", "cette nuit".to_owned(), plus(0) + "TNI"),
        (
            "Elle viendra {}.",
            "ce week-end".to_owned(),
            week(day) + "-WE",
        ),
        (
            "Elle viendra {}.",
            "le week-end prochain".to_owned(),
            week(moved(day, 7.days())) + "-WE",
        ),
        (
            "Elle est venue {}.",
            "le week-end dernier".to_owned(),
            week(moved(day, (-7).days())) + "-WE",
        ),
        (
            "Elle est venue {}.",
            "le trimestre dernier".to_owned(),
            quarter(moved(day.first_of_month(), (-3).months())),
        ),
        (
            "Elle viendra {}.",
            "le trimestre prochain".to_owned(),
            quarter(moved(day.first_of_month(), 3.months())),
        ),
        (
            "Elle viendra {}.",
            "le semestre prochain".to_owned(),
            half(moved(day.first_of_month(), 6.months())),
        ),
        (
            "Elle viendra au {}.",
            "premier trimestre de l'an prochain".to_owned(),
            year(1) + "-Q1",
        ),
        (
            "Elle viendra dans le mois ou {}.",
            "l'année en cours".to_owned(),
            year(0),
        ),
        (
            "Elle viendra {}.",
            "le premier mercredi du mois prochain".to_owned(),
            next(
                moved(moved(day.first_of_month(), 1.months()), (-1).days()),
                1,
                "mercredi",
            )
            .to_string(),
        ),
        (
            "Elle viendra {}.",
            "le dernier vendredi du mois prochain".to_owned(),
            next(moved(day.first_of_month(), 2.months()), -1, "vendredi").to_string(),
        ),
        (
            "Elle est venue {}.",
            "Noël dernier".to_owned(),
            last_of(day, |y| date(y, 12, 25)).to_string(),
        ),
        (
            "Elle est venue {}.",
            "le 14 juillet dernier".to_owned(),
            last_of(day, |y| date(y, 7, 14)).to_string(),
        ),
        ("Elle a grandi {}.", "la décennie dernière".to_owned(), {
            format!("{:03}", day.year() / 10 - 1)
        }),
        ("Elle a grandi {}.", "le siècle dernier".to_owned(), {
            format!("{:02}", day.year() / 100 - 1)
        }),
    ];
    for name in WEEKDAYS {
        let before = next(day, -1, name);
        let after = next(day, 1, name);
        all.push((
            "Elle est venue {}.",
            format!("{name} dernier"),
            before.to_string(),
        ));
        all.push((
            "Elle viendra {}.",
            format!("{name} prochain"),
            after.to_string(),
        ));
        all.push((
            "Elle viendra {}.",
            format!("{name} en huit"),
            moved(after, 7.days()).to_string(),
        ));
        all.push((
            "Elle viendra {}.",
            format!("{name} en quinze"),
            moved(after, 14.days()).to_string(),
        ));
        let monday = next(moved(day, 1.days()), -1, "lundi");
        let number = WEEKDAYS.iter().position(|w| *w == name).unwrap();
        let of_week = moved(monday, i64::try_from(number).unwrap().days());
        all.push((
            "Elle est venue {}.",
            format!("{name} de la semaine dernière"),
            moved(of_week, (-7).days()).to_string(),
        ));
        all.push((
            "Elle viendra {}.",
            format!("{name} de la semaine prochaine"),
            moved(of_week, 7.days()).to_string(),
        ));
    }
    for (number, name) in MONTHS.iter().enumerate() {
        let first = i8::try_from(number + 1).unwrap();
        let this = date(day.year(), first, 1);
        let last = if first < day.month() {
            this
        } else {
            moved(this, (-1).years())
        };
        let coming = if first > day.month() {
            this
        } else {
            moved(this, 1.years())
        };
        all.push((
            "Elle est venue en {}.",
            format!("{name} dernier"),
            month(last),
        ));
        all.push((
            "Elle viendra en {}.",
            format!("{name} prochain"),
            month(coming),
        ));
        // A day of the month: before, or after, the day of the text.
        let tenth = date(day.year(), first, 10);
        let last = if tenth < day {
            tenth
        } else {
            moved(tenth, (-1).years())
        };
        let coming = if tenth > day {
            tenth
        } else {
            moved(tenth, 1.years())
        };
        all.push((
            "Elle est venue {}.",
            format!("le 10 {name} dernier"),
            last.to_string(),
        ));
        all.push((
            "Elle viendra {}.",
            format!("le 10 {name} prochain"),
            coming.to_string(),
        ));
    }
    all.into_iter()
        .map(|(frame, words, value)| (frame.replace("{}", &words), words, value))
        .collect()
}

#[test]
fn relative_expressions_mean_what_they_say_from_every_day_of_four_years() {
    let engine = engine();
    let mut day = date(2021, 1, 1);
    while day.year() <= 2024 {
        let cases = relative(day);
        let text: Vec<&str> = cases.iter().map(|(s, ..)| s.as_str()).collect();
        let record = read(&engine, Some(day), &text.join(" "));
        let got = found(&record);
        for (got, (sentence, words, value)) in got.iter().zip(&cases) {
            assert_eq!(
                *got,
                (words.as_str(), value.as_str()),
                "{sentence} said on {day}"
            );
        }
        assert_eq!(got.len(), cases.len());
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn neighbours_complete_what_is_missing() {
    let engine = engine();
    let cases = [
        (
            "Il ira du 12 au 14 mars 2026 à Rome.",
            "12=2026-03-12 14 mars 2026=2026-03-14",
        ),
        (
            "Il ira du 28 décembre au 2 janvier 2026.",
            "28 décembre=2025-12-28 2 janvier 2026=2026-01-02",
        ),
        (
            "Ils iront les 20 et 21 septembre.",
            "20=2025-09-20 21 septembre=2025-09-21",
        ),
        (
            "Il est allé du dimanche 19 au mardi 21 janvier à Lyon.",
            "dimanche 19=2025-01-19 mardi 21 janvier=2025-01-21",
        ),
        (
            "Les travaux dureront de mai à décembre 2026.",
            "mai=2026-05 décembre 2026=2026-12",
        ),
        (
            "La mairie fermera les 25 décembre et 1er janvier.",
            "25 décembre=2025-12-25 1er janvier=2026-01-01",
        ),
        (
            "Ouvert le mercredi 11 juin à 9h30.",
            "le mercredi 11 juin=2025-06-11 9h30=2025-06-11T09:30",
        ),
        (
            "Bal demain de 21h30 à 1h du matin.",
            "demain=2025-06-02 21h30=2025-06-02T21:30 1h du matin=2025-06-03T01:00",
        ),
        (
            "Signé le premier juin deux mille vingt-trois.",
            "le premier juin deux mille vingt-trois=2023-06-01",
        ),
        (
            "Elle est arrivée le 3 mars 2025. Le lendemain, elle a signé.",
            "le 3 mars 2025=2025-03-03 Le lendemain=2025-03-04",
        ),
        ("Il a été élu maire de 1983 à 1995.", "1983=1983 1995=1995"),
        ("Une durée de trois à neuf mois.", "trois=P3M neuf mois=P9M"),
        (
            "Réunion le premier mercredi du mois prochain.",
            "le premier mercredi du mois prochain=2025-07-02",
        ),
        (
            "Réunion tous les deux ans, chaque jeudi.",
            "tous les deux ans=P2Y chaque jeudi=XXXX-WXX-4",
        ),
        (
            "Il habitait là dans les années 1990, au XIXe siècle.",
            "les années 1990=199 XIXe siècle=18",
        ),
    ];
    for (text, expected) in cases {
        let record = read(&engine, Some(date(2025, 6, 1)), text);
        let got: Vec<String> = found(&record)
            .iter()
            .map(|(t, v)| format!("{t}={v}"))
            .collect();
        assert_eq!(got.join(" "), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_is_said_and_not_made_up() {
    let engine = engine();
    let codes = |record: &Record| record.warnings.iter().map(|w| w.code).collect::<Vec<_>>();
    let record = read(
        &engine,
        Some(date(2025, 6, 1)),
        "Il viendra le 31 février 2026 à Lyon.",
    );
    assert_eq!(found(&record), [("le 31 février 2026", "-")]);
    assert_eq!(codes(&record), [WarningCode::ImpossibleDate]);
    let record = read(&engine, None, "Il viendra le lundi 3 mars 2026 à Lyon.");
    assert_eq!(codes(&record), [WarningCode::WeekdayMismatch]);
    let record = read(&engine, None, "Il est venu hier à Lyon.");
    assert_eq!(found(&record), [("hier", "-")]);
    assert_eq!(codes(&record), [WarningCode::NoDateline]);
}

#[test]
fn names_ages_and_numbers_are_no_dates() {
    let engine = engine();
    for text in [
        "Le plan France 2030 avance.",
        "Les Jeux de Paris 2024 ont eu lieu.",
        "Une femme âgée de 42 ans est venue.",
        "Le décret n° 2024-318 est paru.",
        "Appelez le 01 42 19 30 12.",
        "Il a reçu 2000 euros.",
    ] {
        let record = read(&engine, Some(date(2025, 6, 1)), text);
        assert_eq!(found(&record), [("", ""); 0], "{text}");
    }
}

/// Text, value, and the days from the first to the last that it covers, said on 15 May 2025.
#[test]
fn each_family_has_its_value_and_covers_its_days() {
    let engine = engine();
    let cases = [
        (
            "Livré au {}.",
            "deuxième trimestre 2026",
            "2026-Q2",
            "2026-04-01",
            "2026-06-30",
        ),
        (
            "Livré au {}.",
            "second semestre 2026",
            "2026-H2",
            "2026-07-01",
            "2026-12-31",
        ),
        (
            "Livré depuis {}.",
            "l'automne 2021",
            "2021-FA",
            "2021-09-01",
            "2021-11-30",
        ),
        (
            "Livré dans {}.",
            "les années 1990",
            "199",
            "1990-01-01",
            "1999-12-31",
        ),
        (
            "Bâti au {}.",
            "XIXe siècle",
            "18",
            "1800-01-01",
            "1899-12-31",
        ),
        (
            "Signé {}.",
            "le 14-Juillet",
            "2025-07-14",
            "2025-07-14",
            "2025-07-14",
        ),
        (
            "Fermé {}.",
            "le lundi de Pâques",
            "2025-04-21",
            "2025-04-21",
            "2025-04-21",
        ),
        (
            "Fermé pour {}.",
            "la Pentecôte 2026",
            "2026-05-24",
            "2026-05-24",
            "2026-05-24",
        ),
        (
            "Attaqué dans {}.",
            "la nuit de mardi à mercredi",
            "2025-05-13TNI",
            "2025-05-13T18:00",
            "2025-05-14T06:00",
        ),
        (
            "Il viendra {}.",
            "mardi soir",
            "2025-05-20TEV",
            "2025-05-20T18:00",
            "2025-05-20T23:59",
        ),
        (
            "Il viendra {}.",
            "cette semaine",
            "2025-W20",
            "2025-05-12",
            "2025-05-18",
        ),
        (
            "Il viendra {}.",
            "ce week-end",
            "2025-W20-WE",
            "2025-05-17",
            "2025-05-18",
        ),
        (
            "Livré en {}.",
            "février 2028",
            "2028-02",
            "2028-02-01",
            "2028-02-29",
        ),
        (
            "Livré d'ici {}.",
            "la fin de l'année",
            "2025",
            "2025-01-01",
            "2025-12-31",
        ),
        (
            "Le jury se réunit demain à {}.",
            "14 h 30",
            "2025-05-16T14:30",
            "2025-05-16T14:30",
            "2025-05-16T14:30",
        ),
        (
            "Deux ruptures en {} déjà.",
            "97",
            "1997",
            "1997-01-01",
            "1997-12-31",
        ),
        (
            "Ils se sont mariés {}.",
            "le 12 juillet 47",
            "1947-07-12",
            "1947-07-12",
            "1947-07-12",
        ),
        (
            "Il vit ainsi depuis {}.",
            "mai 68",
            "1968-05",
            "1968-05-01",
            "1968-05-31",
        ),
    ];
    for (frame, words, value, from, to) in cases {
        let record = read(
            &engine,
            Some(date(2025, 5, 15)),
            &frame.replace("{}", words),
        );
        let found = record
            .dates
            .last()
            .unwrap_or_else(|| panic!("{words}: nothing found"));
        assert_eq!(
            (found.text.as_str(), found.value.as_deref()),
            (words, Some(value))
        );
        assert_eq!(
            (found.from.as_deref(), found.to.as_deref()),
            (Some(from), Some(to)),
            "{words}"
        );
    }
}

/// What lies nowhere: lengths, what comes again, what is only before or after.
#[test]
fn what_covers_no_days_has_a_value_without_bounds() {
    let engine = engine();
    let cases = [
        ("Il a attendu {} devant la gare.", "une demi-heure", "PT30M"),
        (
            "Il a attendu {} devant la gare.",
            "un quart d'heure",
            "PT15M",
        ),
        (
            "Il a couru en {} ce parcours.",
            "1 h 35 min 20 s",
            "PT1H35M20S",
        ),
        ("Un prêt sur {}.", "deux ans et demi", "P30M"),
        ("Dans un délai de {}.", "douze (12) mois", "P12M"),
        ("Cela dure depuis {}.", "une quinzaine d'années", "P15Y"),
        ("Pendant {}, rien.", "de longs mois", "PXM"),
        ("Dans {}, il partira.", "les jours qui viennent", "PXD"),
        ("Ouvert {}.", "toute l'année", "P1Y"),
        ("Il écrit {}.", "chaque année", "P1Y"),
        ("Il court {}.", "tous les soirs", "XXXX-XX-XXTEV"),
        ("Il court {}.", "chaque dimanche matin", "XXXX-WXX-7TMO"),
        (
            "Il se réunit {}.",
            "tous les premiers jeudis du mois",
            "XXXX-WXX-4",
        ),
        ("{}, rien ne change.", "Pour l'instant", "PRESENT_REF"),
        ("{}, les cours continuent.", "D'ici là", "FUTURE_REF"),
        ("Il vivait, à {}, à Lyon.", "l'époque", "PAST_REF"),
    ];
    for (frame, words, value) in cases {
        let record = read(
            &engine,
            Some(date(2025, 5, 15)),
            &frame.replace("{}", words),
        );
        assert_eq!(found(&record), [(words, value)]);
        assert_eq!(
            (&record.dates[0].from, &record.dates[0].to),
            (&None, &None),
            "{words}"
        );
    }
}

#[test]
fn the_time_zone_of_the_machine_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    std::fs::write(
        &file,
        "Paris, le 26 octobre 2025\n\nIl est venu hier à 2 h 30 et repart demain à minuit ; le 30 mars 2025 à 2 h 30 aussi.\n",
    )
    .unwrap();
    let run = |zone: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_greffier"))
            .arg("extract")
            .arg(&file)
            .env("TZ", zone)
            .output()
            .unwrap()
            .stdout
    };
    let here = run("UTC");
    assert!(String::from_utf8_lossy(&here).contains("2025-03-30T02:30"));
    for zone in ["Europe/Paris", "Pacific/Kiritimati", "America/Anchorage"] {
        assert_eq!(run(zone), here, "{zone}");
    }
}
