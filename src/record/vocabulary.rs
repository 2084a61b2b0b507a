//! The closed vocabularies of the record.

/// Defines an enum of plain words, written in `snake_case` in the record.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
            serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$word_meta])* #[serde(rename = $text)] $word,)+
        }

        impl $name {
            /// Every word, in the order of the schema.
            pub const ALL: &'static [$name] = &[$($name::$word),+];

            /// The word as the record writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$word => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            /// Reads the word as the record writes it.
            fn from_str(text: &str) -> Result<Self, String> {
                match text {
                    $($text => Ok($name::$word),)+
                    _ => Err(format!(
                        "expected one of {}, found {text:?}",
                        [$($text),+].join(", "),
                    )),
                }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// The form a document had.
    Format {
        /// Plain text.
        Text = "text",
        /// Text with Markdown marks.
        Markdown = "markdown",
        /// A web page.
        Html = "html",
        /// A PDF file.
        Pdf = "pdf",
        /// A Word document.
        Docx = "docx",
    }
}

vocabulary! {
    /// What part of a document a section is.
    SectionKind {
        /// Who writes: names of bodies and offices, logos, references, what the document calls itself.
        Letterhead = "letterhead",
        /// The title, with its subtitle.
        Title = "title",
        /// Place and date of issue.
        Dateline = "dateline",
        /// A heading inside the document.
        Heading = "heading",
        /// Prose.
        Body = "body",
        /// List items.
        List = "list",
        /// A paragraph that is a quotation as a whole.
        Quotation = "quotation",
        /// A table, row by row.
        Table = "table",
        /// Who signs, at the end.
        Signature = "signature",
        /// What the issuer says of itself in every document.
        About = "about",
        /// Footnotes and notes to editors.
        Notes = "notes",
        /// How to reach the press office.
        Contacts = "contacts",
        /// Addresses, legal lines, end marks.
        Footer = "footer",
        /// Anything else that is no prose.
        Other = "other",
    }
}

vocabulary! {
    /// Grammatical gender that the text gives a person.
    Gender {
        /// Feminine.
        Feminine = "f",
        /// Masculine.
        Masculine = "m",
    }
}

vocabulary! {
    /// How a function is held.
    RoleStatus {
        /// Held now.
        Current = "current",
        /// Held once.
        Former = "former",
        /// Held for the time being, in place of another.
        Acting = "acting",
        /// Just given.
        Appointed = "appointed",
        /// About to be left.
        Leaving = "leaving",
    }
}

vocabulary! {
    /// Kind of a TIMEX3 expression.
    DateType {
        /// A day or a longer period of the calendar.
        Date = "date",
        /// A time of the day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// A time that comes again.
        Set = "set",
    }
}

vocabulary! {
    /// Kind of a place.
    PlaceKind {
        /// A State.
        Country = "country",
        /// A division above a town, or an area above a State.
        Region = "region",
        /// A town or village.
        City = "city",
        /// A building, monument, base or street.
        Site = "site",
        /// A sea, river or lake.
        Water = "water",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// Kind of an organisation.
    OrganisationKind {
        /// A ministry.
        Ministry = "ministry",
        /// Another body of a State: presidency, parliament, court, authority, directorate, agency.
        State = "state",
        /// A town, department or region as a body.
        Local = "local",
        /// A body of several States, or a coalition or alliance of them.
        International = "international",
        /// Armed forces, police, their units.
        Forces = "forces",
        /// A company or a bank.
        Company = "company",
        /// A school, university or research body.
        Education = "education",
        /// A hospital or other body of care.
        Health = "health",
        /// A museum, theatre or other body of culture.
        Culture = "culture",
        /// A newspaper, broadcaster or press agency.
        Media = "media",
        /// A political party or movement.
        Party = "party",
        /// An association, union, federation, foundation or order.
        Association = "association",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// Form of an agreement.
    AgreementKind {
        /// « accord »
        Agreement = "agreement",
        /// « mémorandum », « protocole d’entente »
        Memorandum = "memorandum",
        /// « convention »
        Convention = "convention",
        /// « protocole », « protocole d’accord »
        Protocol = "protocol",
        /// « traité »
        Treaty = "treaty",
        /// « déclaration conjointe », « déclaration d’intention »
        Declaration = "declaration",
        /// « lettre d’intention »
        LetterOfIntent = "letter_of_intent",
        /// « contrat », « marché », « commande »
        Contract = "contract",
        /// « partenariat »
        Partnership = "partnership",
        /// « charte »
        Charter = "charter",
        /// « pacte »
        Pact = "pact",
        /// « cessez-le-feu », « trêve »
        Ceasefire = "ceasefire",
        /// « arrangement »
        Arrangement = "arrangement",
        /// « feuille de route »
        Roadmap = "roadmap",
        /// « avenant »
        Amendment = "amendment",
        /// « échange de lettres »
        ExchangeOfLetters = "exchange_of_letters",
    }
}

vocabulary! {
    /// Where an agreement stands, as the text says.
    AgreementStatus {
        /// Signed, concluded, sealed, initialled.
        Signed = "signed",
        /// Adopted, ratified, approved.
        Adopted = "adopted",
        /// In force, being applied.
        InForce = "in_force",
        /// To be signed, announced.
        Planned = "planned",
        /// Being negotiated.
        Negotiating = "negotiating",
        /// Renewed, extended.
        Renewed = "renewed",
        /// Denounced, suspended, expired.
        Ended = "ended",
        /// Only referred to.
        Mentioned = "mentioned",
    }
}

vocabulary! {
    /// Kind of a contact.
    ContactKind {
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A web address.
        Url = "url",
        /// A postal address.
        Address = "address",
    }
}

vocabulary! {
    /// What was doubtful in the reading of a document.
    WarningCode {
        /// No text could be read from some or all pages: they are images.
        NoTextLayer = "no_text_layer",
        /// The fonts of some pages do not tell their text.
        GarbledText = "garbled_text",
        /// Some pages were read by character recognition (`--ocr`).
        Recognised = "ocr",
        /// Character recognition was asked for and is not installed, or failed on some pages.
        NotRecognised = "ocr_failed",
        /// The text is not in French.
        NotFrench = "not_french",
        /// No dateline: relative dates have no anchor, or the one given on the command line.
        NoDateline = "no_dateline",
        /// The text was cut at the limit of its size.
        Truncated = "truncated",
        /// Not all pages were read: there are more than the limit.
        PageLimit = "page_limit",
        /// Bytes that mean nothing in the text's encoding were replaced by U+FFFD.
        BadEncoding = "bad_encoding",
        /// The file is damaged: what could be read was read.
        Damaged = "damaged",
        /// Part of the file could not be turned into text.
        UnreadablePart = "unreadable_part",
        /// The date that came with the document is no date.
        BadDate = "bad_date",
        /// A date of the text is none of the calendar (31 February): it has no value.
        ImpossibleDate = "impossible_date",
        /// A date of the text has a weekday that is not its own.
        WeekdayMismatch = "weekday_mismatch",
        /// Some facts were left out, because the document has too many.
        TooMany = "too_many",
    }
}
