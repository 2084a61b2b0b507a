//! An index that is asked.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, MultiCollector, TopDocs};
use tantivy::directory::MmapDirectory;
use tantivy::query::Query;
use tantivy::{DocAddress, Index, IndexReader, Order, Searcher, TantivyDocument, TantivyError};

use super::SearchError;
use super::ask::{Ask, Facet, Sort};
use super::fields::Fields;
use super::hit::{Highlighter, Hit};
use super::query;
use super::words::tokenizers;

/// An index that is asked.
pub struct Catalogue {
    reader: IndexReader,
    fields: Fields,
}

/// What was found.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// How many documents there are in all.
    pub total: usize,
    /// Those that were asked for.
    pub hits: Vec<Hit>,
    /// The most frequent values among all found documents, for each facet asked for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub facets: BTreeMap<Facet, Vec<FacetCount>>,
}

/// A value with the number of documents that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// In how many documents.
    pub count: u64,
}

/// Opens the index in a folder.
pub(super) fn open(folder: &Path) -> Result<(Index, Fields), SearchError> {
    let name = folder.display().to_string();
    let (schema, fields) = Fields::new();
    let missing = || SearchError::Missing(name.clone());
    let directory = MmapDirectory::open(folder).map_err(|_| missing())?;
    if !Index::exists(&directory).map_err(TantivyError::from)? {
        return Err(missing());
    }
    let mut index = Index::open(directory)?;
    if index.schema() != schema {
        return Err(SearchError::OtherVersion(name));
    }
    index.set_tokenizers(tokenizers());
    Ok((index, fields))
}

impl Catalogue {
    /// Opens the index in a folder.
    ///
    /// # Errors
    ///
    /// If there is none, or one of another version.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        let (index, fields) = open(folder)?;
        Ok(Catalogue {
            reader: index.reader()?,
            fields,
        })
    }

    /// Finds what is asked for.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn ask(&self, ask: &Ask) -> Result<Answer, SearchError> {
        let searcher = self.reader.searcher();
        let query = query::of(ask, &self.fields)?;
        let mut collectors = MultiCollector::new();
        let count = collectors.add_collector(Count);
        let facets = (!ask.facets.is_empty())
            .then(|| aggregation(ask).map(|wanted| collectors.add_collector(wanted)))
            .transpose()?;
        let mut found = searcher.search(&*query, &collectors)?;
        let highlighter = Highlighter::new(&searcher, &self.fields, ask)?;
        let hits = top(&searcher, &*query, ask)?
            .into_iter()
            .map(|(score, address)| {
                let document: TantivyDocument = searcher.doc(address)?;
                let line = document.get_first(self.fields.record);
                let line = line
                    .as_ref()
                    .and_then(tantivy::schema::Value::as_bytes)
                    .unwrap_or_default();
                Hit::new(line, score, &highlighter)
            })
            .collect::<Result<_, _>>()?;
        let counted = facets.map(|handle| serde_json::to_value(handle.extract(&mut found)));
        Ok(Answer {
            total: count.extract(&mut found),
            hits,
            facets: match counted {
                Some(Ok(value)) => counts(ask, &value),
                _ => BTreeMap::new(),
            },
        })
    }
}

/// The documents to show, best or newest first.
fn top(
    searcher: &Searcher,
    query: &dyn Query,
    ask: &Ask,
) -> Result<Vec<(f32, DocAddress)>, TantivyError> {
    if ask.limit == 0 {
        return Ok(Vec::new());
    }
    let top = TopDocs::with_limit(ask.limit).and_offset(ask.offset);
    if ask.sort() == Sort::Relevance {
        return searcher.search(query, &top.order_by_score());
    }
    let newest = top.order_by_fast_field::<i64>("issued", Order::Desc);
    let found = searcher.search(query, &newest)?;
    Ok(found
        .into_iter()
        .map(|(_, address)| (0.0, address))
        .collect())
}

/// The counting of facets, in the words of the index library.
fn aggregation(ask: &Ask) -> Result<AggregationCollector, SearchError> {
    let wanted: BTreeMap<&str, Value> = ask
        .facets
        .iter()
        .map(|facet| {
            // As many values a segment as there may be, so that counts are exact.
            let terms = json!({
                "field": facet.field(), "size": ask.facet_limit, "segment_size": 60_000,
            });
            (facet.as_str(), json!({ "terms": terms }))
        })
        .collect();
    let wanted = serde_json::from_value(json!(wanted))
        .map_err(|error| TantivyError::InvalidArgument(error.to_string()))?;
    Ok(AggregationCollector::from_aggs(
        wanted,
        AggContextParams::default(),
    ))
}

/// The counts of facets, the most frequent first, then by value.
fn counts(ask: &Ask, found: &Value) -> BTreeMap<Facet, Vec<FacetCount>> {
    let of = |facet: &Facet| {
        let buckets = found[facet.as_str()]["buckets"].as_array();
        let mut counts: Vec<FacetCount> = buckets
            .into_iter()
            .flatten()
            .map(|bucket| FacetCount {
                value: bucket["key"].as_str().unwrap_or_default().to_owned(),
                count: bucket["doc_count"].as_u64().unwrap_or_default(),
            })
            .collect();
        counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        counts
    };
    ask.facets.iter().map(|facet| (*facet, of(facet))).collect()
}
