//! The JSON Schema of the record.

use super::Record;

/// The JSON Schema (2020-12) of [`Record`], as pretty-printed JSON with a line
/// end: the text of `schema/greffier-1.schema.json`.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Record>();
    format!("{:#}\n", schema.to_value())
}

#[cfg(test)]
mod tests {
    #[test]
    fn committed_schema_is_current() {
        let committed = include_str!("../../schema/greffier-1.schema.json");
        assert!(
            committed == super::schema(),
            "schema/greffier-1.schema.json is stale: refresh it with \
             `cargo run -- schema > schema/greffier-1.schema.json`"
        );
    }
}
