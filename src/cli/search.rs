//! `greffier search`: what an index holds.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use crate::output::Line;
use crate::search::{
    AgreementFilter, Answer, Ask, Catalogue, DateScope, Facet, Hit, Snippet, Sort,
};

/// Arguments of `search`.
#[derive(Debug, Args)]
#[command(after_help = "\
QUERY: words that must all be there, in any form (accord finds « accords »), with or without
accents; \"words one after the other\"; -without; one OU other; begin*. No QUERY: all documents
that the filters let through, newest first. Each filter may be repeated; all must hold.

Examples:
  greffier search base/ 'cessez-le-feu'
  greffier search base/ '\"lettre d’intention\" canons' --party Portugal
  greffier search base/ --person 'Catherine Colonna' --role ministre --country LB
  greffier search base/ --agreement treaty:signed --from 2025-01 --to 2025-06
  greffier search base/ climat --facets person,place,agreement --limit 0
  greffier search base/ --issuer Élysée --records | greffier export --to csv -o tables/")]
pub struct Search {
    /// The folder of the index.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Words to look for.
    #[arg(value_name = "QUERY")]
    words: Vec<String>,
    /// A person, by all or some of the name.
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// A function; with --person, a function of that person.
    #[arg(long, value_name = "WORDS")]
    role: Vec<String>,
    /// A place.
    #[arg(long, value_name = "NAME")]
    place: Vec<String>,
    /// A country, by ISO code (LB) or French name.
    #[arg(long, value_name = "CODE")]
    country: Vec<String>,
    /// An organisation, by name or acronym.
    #[arg(long, value_name = "NAME")]
    org: Vec<String>,
    /// An agreement: treaty, treaty:signed, :signed (see `greffier schema` for the words).
    #[arg(long, value_name = "KIND[:STATUS]")]
    agreement: Vec<AgreementFilter>,
    /// A party to an agreement; with --agreement, to an agreement of that kind.
    #[arg(long, value_name = "NAME")]
    party: Vec<String>,
    /// Who speaks.
    #[arg(long, value_name = "NAME")]
    issuer: Vec<String>,
    /// First day: 2026, 2026-01 or 2026-01-27.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Which dates --from and --to are for: issued (the dateline), mentioned, any of both.
    #[arg(long, value_name = "WHICH", default_value_t = DateScope::Any)]
    dates: DateScope,
    /// Order: relevance or date [default: relevance; date where there are no words].
    #[arg(long, value_name = "ORDER")]
    sort: Option<Sort>,
    /// How many hits to show.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// How many hits to leave out before.
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Count the values among all found documents: person, role, place, country, org, agreement, party, issuer, year.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    facets: Vec<Facet>,
    /// How many values of each.
    #[arg(long, value_name = "N", default_value_t = 10)]
    facet_limit: usize,
    /// Print the answer as JSON.
    #[arg(long, conflicts_with = "records")]
    json: bool,
    /// Print the records that were found, as JSON lines.
    #[arg(long, conflicts_with = "facets")]
    records: bool,
}

/// Runs `greffier search`.
pub fn main(args: Search) -> Exit {
    let ask = Ask {
        words: args.words.join(" "),
        people: args.person,
        roles: args.role,
        places: args.place,
        countries: args.country,
        organisations: args.org,
        agreements: args.agreement,
        parties: args.party,
        issuers: args.issuer,
        from: args.from,
        to: args.to,
        dates: args.dates,
        sort: args.sort,
        limit: args.limit,
        offset: args.offset,
        facets: args.facets,
        facet_limit: args.facet_limit.max(1),
    };
    let answer = match Catalogue::open(&args.folder).and_then(|c| c.ask(&ask)) {
        Ok(answer) => answer,
        Err(error) => return super::fail(&error),
    };
    if args.records {
        let mut lines = Vec::new();
        for hit in &answer.hits {
            lines.extend(Line::new(&hit.record).0);
        }
        return super::print(&lines);
    }
    if args.json {
        return match serde_json::to_string(&answer) {
            Ok(json) => super::print(&(json + "\n")),
            Err(error) => super::fail(&error),
        };
    }
    super::print_in_colour(&shown(&answer, args.offset))
}

const BOLD: anstyle::Style = anstyle::Style::new().bold();
const DIM: anstyle::Style = anstyle::Style::new().dimmed();

/// The answer for people.
fn shown(answer: &Answer, offset: usize) -> String {
    let mut out = match answer.total {
        0 => "no documents\n".to_owned(),
        1 => "1 document\n".to_owned(),
        total => format!("{total} documents\n"),
    };
    for (number, hit) in answer.hits.iter().enumerate() {
        show_hit(&mut out, offset + number + 1, hit);
    }
    for (facet, counts) in &answer.facets {
        let _ = writeln!(out, "\n{BOLD}{facet}{BOLD:#}");
        for count in counts {
            let _ = writeln!(out, "{:8}  {}", count.count, count.value);
        }
    }
    out
}

fn show_hit(out: &mut String, number: usize, hit: &Hit) {
    let date = hit.date.as_deref().unwrap_or("undated   ");
    let title = hit.title.as_deref().unwrap_or("(no title)");
    let _ = writeln!(out, "\n{number:3}. {date}  {BOLD}{title}{BOLD:#}");
    if let Some(issuer) = &hit.issuer {
        let _ = writeln!(out, "     {issuer}");
    }
    if let Some(snippet) = &hit.snippet {
        let _ = writeln!(out, "     … {} …", marked(snippet));
    }
    let _ = writeln!(
        out,
        "     {DIM}{}  {}{DIM:#}",
        hit.path,
        &hit.id[..hit.id.len().min(12)]
    );
}

/// The snippet with its highlights.
fn marked(snippet: &Snippet) -> String {
    let style = anstyle::AnsiColor::Yellow.on_default().bold();
    let mut out = String::new();
    let mut spans = snippet.highlights.iter().peekable();
    for (at, c) in snippet.text.chars().enumerate() {
        if spans.peek().is_some_and(|span| span.start as usize == at) {
            let _ = write!(out, "{style}");
        }
        out.push(c);
        if spans.peek().is_some_and(|span| span.end as usize == at + 1) {
            let _ = write!(out, "{style:#}");
            spans.next();
        }
    }
    out
}
