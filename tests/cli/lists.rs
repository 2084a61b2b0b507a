//! Lists that a user lays over those of the program.

use crate::tool::Folder;

#[test]
fn the_cues_of_the_layout_can_be_extended() {
    let folder = Folder::new();
    folder.put(
        "a.txt",
        "Bulletin de liaison\n\nLe préfet a reçu les maires de la région ce matin.\n",
    );
    folder.put(
        "rules/layout/cue.tsv",
        "# extends: yes\n# columns: form\tclass\tname\nbulletin de liaison\tkind\tbulletin de liaison\n",
    );
    let kind = |arguments: &[&str]| folder.run(arguments).records()[0]["kind"].clone();
    assert_ne!(kind(&["extract", "a.txt"]), "bulletin de liaison");
    assert_eq!(
        kind(&["extract", "a.txt", "--rules", "rules"]),
        "bulletin de liaison"
    );
}

#[test]
fn a_cue_of_no_class_is_refused() {
    let folder = Folder::new();
    folder.put("a.txt", "Le préfet a reçu les maires.\n");
    folder.put(
        "rules/layout/cue.tsv",
        "# extends: yes\n# columns: form\tclass\tname\nbulletin\tkinds\t\n",
    );
    let done = folder.run(&["extract", "a.txt", "--rules", "rules"]);
    assert_ne!(done.code, 0);
    assert!(done.stderr.contains("kinds"), "{}", done.stderr);
}
