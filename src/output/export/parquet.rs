//! A Parquet file: a row a document, its facts as lists of typed groups.
//!
//! The library is used without Arrow, which would double its size for a
//! hundred lines: the record as JSON is cut into columns here, after the
//! Dremel encoding (repetition and definition levels).

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::Type;
use serde_json::{Value, json};

use super::target::Sealed;
use super::{ExportError, Exporter, Options};
use crate::record::Record;

/// Bytes of values after which a row group is written.
const GROUP: usize = 64 << 20;

/// The columns. `LIST name { … }` stands for the three levels of a list,
/// `STRINGS` for one of texts, `MENTIONS` for that of mentions.
const SCHEMA: &str = "
message record {
  required binary id (STRING);
  required binary path (STRING);
  required binary format (STRING);
  required int64 bytes;
  optional int32 pages;
  optional binary lang (STRING);
  optional binary kind (STRING);
  optional binary issuer (STRING);
  optional binary title (STRING);
  optional int32 date (DATE);
  optional binary dateline_place (STRING);
  optional binary text (STRING);
  LIST sentences { required int32 start; required int32 end; }
  LIST people {
    required binary id (STRING);
    required binary name (STRING);
    optional binary given (STRING);
    optional binary family (STRING);
    optional binary gender (STRING);
    LIST roles {
      required binary title (STRING);
      optional binary organisation (STRING);
      optional binary country (STRING);
      required binary status (STRING);
      required int32 start;
      required int32 end;
      required binary rule (STRING);
    }
    LIST mentions {
      required int32 start;
      required int32 end;
      required binary text (STRING);
      required binary form (STRING);
      required binary rule (STRING);
    }
  }
  LIST roles {
    required int32 start;
    required int32 end;
    required binary text (STRING);
    STRINGS people
    required binary rule (STRING);
  }
  LIST dates {
    required int32 start;
    required int32 end;
    required binary text (STRING);
    required binary type (STRING);
    optional binary value (STRING);
    optional binary from (STRING);
    optional binary to (STRING);
    optional int32 first_day (DATE);
    optional int32 last_day (DATE);
    required binary rule (STRING);
  }
  LIST places {
    required binary id (STRING);
    required binary name (STRING);
    required binary kind (STRING);
    optional binary country (STRING);
    optional double latitude;
    optional double longitude;
    MENTIONS
  }
  LIST organisations {
    required binary id (STRING);
    required binary name (STRING);
    optional binary acronym (STRING);
    optional binary kind (STRING);
    optional binary country (STRING);
    MENTIONS
  }
  LIST agreements {
    required binary id (STRING);
    required binary kind (STRING);
    required binary name (STRING);
    required binary status (STRING);
    LIST parties { required binary name (STRING); optional binary country (STRING); }
    STRINGS signatories
    optional binary date (STRING);
    optional binary place (STRING);
    optional double amount;
    optional binary currency (STRING);
    optional binary subject (STRING);
    MENTIONS
    required binary rule (STRING);
  }
  LIST contacts {
    required binary kind (STRING);
    required binary value (STRING);
    optional binary person (STRING);
    required int32 start;
    required int32 end;
  }
}";

/// Writes out what [`SCHEMA`] abbreviates.
fn message() -> String {
    let mentions = "LIST mentions { required int32 start; required int32 end; \
                    required binary text (STRING); required binary rule (STRING); }";
    let mut rest = SCHEMA.replace("MENTIONS", mentions);
    for name in ["people", "signatories"] {
        let list = format!(
            "required group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }} "
        );
        rest = rest.replace(&format!("STRINGS {name}"), &list);
    }
    let mut out = String::new();
    // Depth of braces at which lists were opened.
    let (mut depth, mut lists) = (0, Vec::new());
    let mut words = rest.split_inclusive([' ', '\n']).peekable();
    while let Some(word) = words.next() {
        match word.trim() {
            "LIST" => {
                let name = words.next().unwrap_or_default().trim();
                words.next();
                out.push_str(&format!(
                    "required group {name} (LIST) {{ repeated group list {{ required group element {{ "
                ));
                lists.push(depth);
                depth += 1;
            }
            "{" => {
                depth += 1;
                out.push_str(word);
            }
            "}" => {
                depth -= 1;
                out.push_str(word);
                if lists.last() == Some(&depth) {
                    lists.pop();
                    out.push_str("} } ");
                }
            }
            _ => out.push_str(word),
        }
    }
    out
}

pub(super) fn exporter(options: &Options) -> Result<Box<dyn Exporter>, ExportError> {
    let Some(path) = &options.output else {
        return Err(ExportError::Usage(
            "parquet is a file (name it with -o FILE)".to_owned(),
        ));
    };
    let schema = Arc::new(parse_message_type(&message()).map_err(failed)?);
    let mut columns = Vec::new();
    leaves(&schema, &mut columns);
    let level = ZstdLevel::try_new(3).map_err(failed)?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .build();
    let sealed = Sealed::create(path)?;
    let file = sealed.out.get_ref().reopen()?;
    let writer = SerializedFileWriter::new(file, Arc::clone(&schema), Arc::new(properties))
        .map_err(failed)?;
    Ok(Box::new(Parquet {
        sealed,
        writer,
        schema,
        columns,
        size: 0,
    }))
}

fn failed(error: ParquetError) -> ExportError {
    ExportError::Output(std::io::Error::other(error))
}

struct Parquet {
    sealed: Sealed,
    writer: SerializedFileWriter<std::fs::File>,
    schema: Arc<Type>,
    columns: Vec<Column>,
    size: usize,
}

/// The values of a column with their levels.
#[derive(Default)]
struct Levels {
    definition: Vec<i16>,
    repetition: Vec<i16>,
}

enum Values {
    Int32(Vec<i32>),
    Day(Vec<i32>),
    Int64(Vec<i64>),
    Double(Vec<f64>),
    Text(Vec<ByteArray>),
}

struct Column {
    values: Values,
    levels: Levels,
}

/// Makes a column for each leaf, in order.
fn leaves(schema: &Type, columns: &mut Vec<Column>) {
    match schema {
        Type::GroupType { fields, .. } => fields.iter().for_each(|field| leaves(field, columns)),
        Type::PrimitiveType {
            basic_info,
            physical_type,
            ..
        } => {
            let is_day = basic_info.logical_type_ref() == Some(&LogicalType::Date);
            let values = match physical_type {
                Physical::INT32 if is_day => Values::Day(Vec::new()),
                Physical::INT32 => Values::Int32(Vec::new()),
                Physical::INT64 => Values::Int64(Vec::new()),
                Physical::DOUBLE => Values::Double(Vec::new()),
                _ => Values::Text(Vec::new()),
            };
            let levels = Levels::default();
            columns.push(Column { values, levels });
        }
    }
}

impl Exporter for Parquet {
    fn push(&mut self, record: &Record) -> Result<(), ExportError> {
        let mut row = serde_json::to_value(record).map_err(std::io::Error::from)?;
        flatten(&mut row);
        let mut cutter = Cutter {
            columns: &mut self.columns,
            next: 0,
        };
        for field in self.schema.get_fields() {
            let size = cutter.cut(field, row.get(field.name()), 0, 0, 0);
            self.size += size;
        }
        if self.size >= GROUP {
            self.write_group()?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), ExportError> {
        self.write_group()?;
        self.writer.close().map_err(failed)?;
        Ok(self.sealed.seal()?)
    }
}

impl Parquet {
    fn write_group(&mut self) -> Result<(), ExportError> {
        let mut group = self.writer.next_row_group().map_err(failed)?;
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column().map_err(failed)? else {
                break;
            };
            let levels = std::mem::take(&mut column.levels);
            let (def, rep) = (
                Some(levels.definition.as_slice()),
                Some(levels.repetition.as_slice()),
            );
            match &mut column.values {
                Values::Int32(values) | Values::Day(values) => {
                    writer
                        .typed::<Int32Type>()
                        .write_batch(values, def, rep)
                        .map_err(failed)?;
                    values.clear();
                }
                Values::Int64(values) => {
                    writer
                        .typed::<Int64Type>()
                        .write_batch(values, def, rep)
                        .map_err(failed)?;
                    values.clear();
                }
                Values::Double(values) => {
                    writer
                        .typed::<DoubleType>()
                        .write_batch(values, def, rep)
                        .map_err(failed)?;
                    values.clear();
                }
                Values::Text(values) => {
                    writer
                        .typed::<ByteArrayType>()
                        .write_batch(values, def, rep)
                        .map_err(failed)?;
                    values.clear();
                }
            }
            writer.close().map_err(failed)?;
        }
        group.close().map_err(failed)?;
        self.size = 0;
        Ok(())
    }
}

/// Brings the values of nested objects up to where the columns are.
fn flatten(row: &mut Value) {
    let source = row["source"].take();
    for key in ["path", "format", "bytes", "pages"] {
        row[key] = source[key].clone();
    }
    let dateline = row["dateline"].take();
    row["date"] = dateline["date"].clone();
    row["dateline_place"] = dateline["place"].clone();
    for date in row["dates"].as_array_mut().into_iter().flatten() {
        date["first_day"] = date["from"].clone();
        date["last_day"] = date["to"].clone();
    }
    for agreement in row["agreements"].as_array_mut().into_iter().flatten() {
        let amount = agreement["amount"].take();
        agreement["amount"] = amount["value"].clone();
        agreement["currency"] = amount["currency"].clone();
        let subject = agreement["subject"].take();
        agreement["subject"] = json!(subject["text"]);
    }
}

/// Cuts a row into the columns.
struct Cutter<'c> {
    columns: &'c mut [Column],
    /// The column that the next leaf goes to.
    next: usize,
}

impl Cutter<'_> {
    /// Cuts a value: `rep` and `def` are its levels, `depth` how many lists it
    /// is in. Returns about how many bytes it takes.
    fn cut(
        &mut self,
        field: &Type,
        value: Option<&Value>,
        rep: i16,
        def: i16,
        depth: i16,
    ) -> usize {
        let value = value.filter(|value| !value.is_null());
        let info = field.get_basic_info();
        let is_optional = info.has_repetition() && info.repetition() == Repetition::OPTIONAL;
        let def = def + i16::from(is_optional && value.is_some());
        if !field.is_group() {
            return self.leaf(value, rep, def, is_optional);
        }
        let fields = field.get_fields();
        let is_list = matches!(info.logical_type_ref(), Some(LogicalType::List))
            || info.converted_type() == parquet::basic::ConvertedType::LIST;
        if is_list {
            // The repeated group has one field, the element.
            let element = &fields[0].get_fields()[0];
            let first = self.next;
            let items = value
                .and_then(Value::as_array)
                .map_or(&[][..], Vec::as_slice);
            if items.is_empty() {
                return self.nothing(element, rep, def);
            }
            let mut size = 0;
            for (number, item) in items.iter().enumerate() {
                self.next = first;
                let rep = if number == 0 { rep } else { depth + 1 };
                size += self.cut(element, Some(item), rep, def + 1, depth + 1);
            }
            return size;
        }
        let members = fields.iter();
        members
            .map(|member| {
                self.cut(
                    member,
                    value.and_then(|v| v.get(member.name())),
                    rep,
                    def,
                    depth,
                )
            })
            .sum()
    }

    /// Notes for each leaf that there is nothing.
    fn nothing(&mut self, field: &Type, rep: i16, def: i16) -> usize {
        if field.is_group() {
            let members = field.get_fields().iter();
            return members.map(|member| self.nothing(member, rep, def)).sum();
        }
        self.note(rep, def);
        4
    }

    fn note(&mut self, rep: i16, def: i16) -> &mut Values {
        let column = &mut self.columns[self.next];
        self.next += 1;
        column.levels.definition.push(def);
        column.levels.repetition.push(rep);
        &mut column.values
    }

    fn leaf(&mut self, value: Option<&Value>, rep: i16, def: i16, is_optional: bool) -> usize {
        if value.is_none() && is_optional {
            self.note(rep, def);
            return 4;
        }
        let day = value.and_then(Value::as_str).and_then(day);
        if matches!(self.columns[self.next].values, Values::Day(_)) && day.is_none() {
            self.note(rep, def - i16::from(is_optional));
            return 4;
        }
        match self.note(rep, def) {
            Values::Day(values) => values.extend(day),
            Values::Int32(values) => {
                values.push(value.and_then(Value::as_i64).unwrap_or_default() as i32);
            }
            Values::Int64(values) => values.push(value.and_then(Value::as_i64).unwrap_or_default()),
            Values::Double(values) => {
                values.push(value.and_then(Value::as_f64).unwrap_or_default());
            }
            Values::Text(values) => {
                let text = value.and_then(Value::as_str).unwrap_or_default();
                values.push(ByteArray::from(text));
                return text.len() + 8;
            }
        }
        8
    }
}

/// Days since 1970 of the day that a text begins with.
fn day(text: &str) -> Option<i32> {
    let date: jiff::civil::Date = text.split('T').next()?.parse().ok()?;
    let since = jiff::civil::Date::constant(1970, 1, 1).until(date).ok()?;
    Some(since.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_cut_into_levels() {
        let text = "message m { required group a (LIST) { repeated group list { required group element { \
                    optional int32 x; required group b (LIST) { repeated group list { required binary element (STRING); } } \
                    } } } }";
        let schema = parse_message_type(text).unwrap();
        let mut columns = Vec::new();
        leaves(&schema, &mut columns);
        let rows = [
            json!({ "a": [{ "x": 1, "b": ["p", "q"] }, { "b": [] }] }),
            json!({ "a": [] }),
        ];
        for row in &rows {
            let mut cutter = Cutter {
                columns: &mut columns,
                next: 0,
            };
            cutter.cut(&schema.get_fields()[0], row.get("a"), 0, 0, 0);
        }
        let levels = |at: usize| {
            (
                &columns[at].levels.definition[..],
                &columns[at].levels.repetition[..],
            )
        };
        assert_eq!(levels(0), (&[2, 1, 0][..], &[0, 1, 0][..]));
        assert_eq!(levels(1), (&[2, 2, 1, 0][..], &[0, 2, 1, 0][..]));
    }

    #[test]
    fn the_schema_is_one() {
        let schema = parse_message_type(&message()).unwrap();
        let mut columns = Vec::new();
        leaves(&schema, &mut columns);
        assert!(columns.len() > 70);
    }
}
