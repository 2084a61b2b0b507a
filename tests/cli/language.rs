//! Texts that are not French: said to be so, and left alone unless told otherwise.

use crate::tool::Folder;

const FOREIGN: [(&str, &str); 3] = [
    (
        "en",
        "PRESS RELEASE\n\nLondon, 12 March 2025\n\nMinister signs defence agreement with France\n\n\
         The Minister of Defence, Mr John Smith, signed an agreement with his French counterpart in \
         Paris on Tuesday. Both ministers welcomed the progress that has been made since last year \
         and announced that they would meet again in London in June.\n",
    ),
    (
        "es",
        "COMUNICADO DE PRENSA\n\nMadrid, 12 de marzo de 2025\n\nEl ministro firma un acuerdo con Francia\n\n\
         El ministro de Defensa, don Javier Gutiérrez, ha firmado hoy en París un acuerdo de cooperación \
         con su homóloga francesa. Ambos ministros han celebrado los avances que se han producido desde \
         el año pasado y han anunciado que volverán a reunirse en Madrid.\n",
    ),
    (
        "de",
        "PRESSEMITTEILUNG\n\nBerlin, 12. März 2025\n\nMinister unterzeichnet Abkommen mit Frankreich\n\n\
         Der Verteidigungsminister Jürgen Baumgartner hat heute in Paris ein Abkommen mit seinem \
         französischen Amtskollegen unterzeichnet. Beide Minister begrüßten die Fortschritte, die seit \
         dem vergangenen Jahr gemacht wurden.\n",
    ),
];

const LISTS: [&str; 7] = [
    "people",
    "roles",
    "places",
    "organisations",
    "dates",
    "agreements",
    "contacts",
];

#[test]
fn other_languages_are_left_alone_unless_told_otherwise() {
    let folder = Folder::new();
    for (lang, text) in FOREIGN {
        folder.put(&format!("{lang}.txt"), text);
        let name = format!("{lang}.txt");
        let done = folder.run(&["extract", &name]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let record = &done.records()[0];
        assert_eq!(record["lang"], lang);
        assert_eq!(record["warnings"][0]["code"], "not_french", "{record}");
        for list in LISTS {
            let found = record[list].as_array().map_or(0, Vec::len);
            assert_eq!(found, 0, "{lang}: {list} in {record}");
        }
        assert!(
            record["title"].is_string(),
            "the layout is read all the same"
        );

        let forced = folder.run(&["extract", &name, "--any-language"]);
        let record = &forced.records()[0];
        assert_eq!(record["warnings"][0]["code"], "not_french");
        let places = record["places"].as_array().map_or(0, Vec::len);
        assert!(places > 0, "{lang}: {record}");
    }
}

#[test]
fn short_and_odd_french_texts_are_french() {
    let folder = Folder::new();
    let texts = [
        "Paris, le 3 mars 2025",
        "Mme Alice Martin est nommée préfète.",
        "DÉCÈS DE JEAN DUPONT",
        "Nominations\n\nM. John Smith, Mme Maria Gutiérrez, M. Hans Müller et Mme Giulia Bianchi sont nommés administrateurs.",
        "- Abdoulaye SARR, Inspecteur, Directeur général\n- Fatou NDIAYE, Magistrat, Présidente\n- Moussa BA, Ingénieur, Coordonnateur",
        "Contact presse : Anna Schmidt, Head of Communications, +41 22 555 00 00, press@example.org",
        "Le Big Data Summit by Tech Africa ouvre ses portes à Dakar : keynotes, workshops, start-up village.",
    ];
    for (number, text) in texts.iter().enumerate() {
        let name = format!("{number}.txt");
        folder.put(&name, text);
        let record = &folder.run(&["extract", &name]).records()[0];
        let lang = record["lang"].as_str().unwrap_or("fr");
        assert_eq!(lang, "fr", "{text}");
    }
}
