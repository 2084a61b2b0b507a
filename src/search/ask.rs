//! What is asked of an index.

use std::str::FromStr;

use jiff::civil::{Date, date};

use super::SearchError;
use super::fields::number_of;
use crate::record::{AgreementKind, AgreementStatus, vocabulary};

/// What is asked of an index. Everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Words, "phrases", -exclusions, OU between alternatives, begin*.
    pub words: String,
    /// Names of people.
    pub people: Vec<String>,
    /// Functions; with people, functions of these people.
    pub roles: Vec<String>,
    /// Places.
    pub places: Vec<String>,
    /// Countries, by code or French name.
    pub countries: Vec<String>,
    /// Organisations.
    pub organisations: Vec<String>,
    /// Kinds and status of agreements.
    pub agreements: Vec<AgreementFilter>,
    /// Parties; with agreements, parties to these agreements.
    pub parties: Vec<String>,
    /// Who speaks.
    pub issuers: Vec<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Which dates these days are for.
    pub dates: DateScope,
    /// The order of the hits.
    pub sort: Option<Sort>,
    /// How many hits to show.
    pub limit: usize,
    /// How many to leave out before them.
    pub offset: usize,
    /// What to count.
    pub facets: Vec<Facet>,
    /// How many values of each facet.
    pub facet_limit: usize,
}

impl Ask {
    /// The order of the hits: without words, none is more relevant.
    pub(super) fn sort(&self) -> Sort {
        let has_words = !self.words.trim().is_empty();
        self.sort.unwrap_or(if has_words {
            Sort::Relevance
        } else {
            Sort::Date
        })
    }

    /// The days asked for, where any are.
    pub(super) fn days(&self) -> Result<Option<(i64, i64)>, SearchError> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(None);
        }
        let from = self.from.as_deref().map(period).transpose()?;
        let to = self.to.as_deref().map(period).transpose()?;
        Ok(Some((
            from.map_or(i64::MIN, |(first, _)| first),
            to.map_or(i64::MAX, |(_, last)| last),
        )))
    }
}

/// The first and the last day of a year, a month or a day.
fn period(text: &str) -> Result<(i64, i64), SearchError> {
    let bad = || SearchError::BadDate(text.to_owned());
    let mut parts = text.splitn(3, '-');
    let year: i16 = parts.next().and_then(|y| y.parse().ok()).ok_or_else(bad)?;
    let mut number = || parts.next().map(str::parse::<i8>).transpose();
    let month = number().map_err(|_| bad())?;
    let day = number().map_err(|_| bad())?;
    let valid = |month, day| Date::new(year, month, day).map_err(|_| bad());
    let (first, last) = match (month, day) {
        (Some(month), Some(day)) => (valid(month, day)?, valid(month, day)?),
        (Some(month), None) => (valid(month, 1)?, valid(month, 1)?.last_of_month()),
        _ if (1..=9999).contains(&year) => (date(year, 1, 1), date(year, 12, 31)),
        _ => return Err(bad()),
    };
    Ok((number_of(first), number_of(last)))
}

/// A kind and a status of agreement, either of which may be left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreementFilter {
    /// Which kind.
    pub kind: Option<AgreementKind>,
    /// Which status.
    pub status: Option<AgreementStatus>,
}

impl FromStr for AgreementFilter {
    type Err = String;

    /// Reads `treaty`, `treaty:signed`, `:signed`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, status) = text.split_once(':').unwrap_or((text, ""));
        Ok(AgreementFilter {
            kind: optional(kind)?,
            status: optional(status)?,
        })
    }
}

fn optional<T: FromStr>(text: &str) -> Result<Option<T>, T::Err> {
    match text {
        "" | "*" => Ok(None),
        word => word.parse().map(Some),
    }
}

vocabulary! {
    /// Which dates a period is for.
    #[derive(Default)]
    DateScope {
        /// The dateline's, or one that the text speaks of.
        #[default]
        Any = "any",
        /// The dateline's.
        Issued = "issued",
        /// Those that the text speaks of.
        Mentioned = "mentioned",
    }
}

vocabulary! {
    /// The order of hits.
    Sort {
        /// Best first.
        Relevance = "relevance",
        /// Newest first.
        Date = "date",
    }
}

vocabulary! {
    /// What can be counted.
    Facet {
        /// People.
        Person = "person",
        /// Functions.
        Role = "role",
        /// Places.
        Place = "place",
        /// Countries, by code.
        Country = "country",
        /// Organisations.
        Org = "org",
        /// Kinds of agreements with their status.
        Agreement = "agreement",
        /// Parties to agreements.
        Party = "party",
        /// Who speaks.
        Issuer = "issuer",
        /// Years of datelines.
        Year = "year",
    }
}

impl Facet {
    /// The field of the index.
    pub(super) fn field(self) -> &'static str {
        match self {
            Facet::Org => "organisation",
            other => other.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_years_months_and_days() {
        let day = |y, m, d| number_of(date(y, m, d));
        assert_eq!(
            period("2026").unwrap(),
            (day(2026, 1, 1), day(2026, 12, 31))
        );
        assert_eq!(
            period("2024-02").unwrap(),
            (day(2024, 2, 1), day(2024, 2, 29))
        );
        assert_eq!(
            period("2024-02-03").unwrap(),
            (day(2024, 2, 3), day(2024, 2, 3))
        );
        for bad in ["", "hier", "2024-13", "2023-02-29", "0"] {
            assert!(period(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn agreements_are_kind_and_status() {
        let filter = |text: &str| text.parse::<AgreementFilter>();
        assert_eq!(
            filter("treaty:signed"),
            Ok(AgreementFilter {
                kind: Some(AgreementKind::Treaty),
                status: Some(AgreementStatus::Signed)
            })
        );
        assert_eq!(filter(":signed").unwrap().kind, None);
        assert_eq!(filter("treaty").unwrap().status, None);
        assert!(filter("traité").unwrap_err().contains("treaty"));
    }
}
