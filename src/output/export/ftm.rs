//! Entities of FollowTheMoney, one a line.
//!
//! Ids are made of the document's id and the thing's, so that a second export
//! gives the same: whether two documents speak of the same person is for the
//! user's cross-referencing to say.

use serde_json::{Map, Value, json};

use super::{ExportError, push_line};
use crate::record::{Agreement, AgreementKind, Format, OrganisationKind, PlaceKind, Record};

/// The entities of a record.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) -> Result<(), ExportError> {
    let short = &record.id[..record.id.len().min(40)];
    let id = |local: &str| format!("greffier-{short}-{local}");
    let document = id("doc");
    let mut entities = vec![document_entity(record, &document)];
    let mut links = Vec::new();
    let mut link = |entity: &str, role: &str| {
        links.push(
            Entity::new(&format!("{entity}-in"), "Documentation")
                .with("document", [document.as_str()])
                .with("entity", [entity])
                .with("role", [role]),
        );
    };
    for person in &record.people {
        let entity = id(&person.id);
        link(&entity, "person");
        let gender = person.gender.map(|g| match g {
            crate::record::Gender::Feminine => "female",
            crate::record::Gender::Masculine => "male",
        });
        entities.push(
            Entity::new(&entity, "Person")
                .with("name", [person.name.as_str()])
                .with("firstName", person.given.as_deref())
                .with("lastName", person.family.as_deref())
                .with("gender", gender)
                .with("position", person.roles.iter().map(|r| r.title.as_str()))
                .with(
                    "country",
                    countries(person.roles.iter().filter_map(|r| r.country.as_deref())),
                )
                .with("proof", [document.as_str()]),
        );
        for (number, role) in person.roles.iter().enumerate() {
            let post = format!("{entity}-post{}", number + 1);
            entities.push(
                Entity::new(&post, "Position")
                    .with("name", [role.title.as_str()])
                    .with("country", countries(role.country.as_deref())),
            );
            entities.push(
                Entity::new(&format!("{post}-held"), "Occupancy")
                    .with("holder", [entity.as_str()])
                    .with("post", [post.as_str()])
                    .with("description", [role.status.as_str()])
                    .with("proof", [document.as_str()]),
            );
        }
    }
    for organisation in &record.organisations {
        let entity = id(&organisation.id);
        link(&entity, "organisation");
        let schema = match organisation.kind {
            Some(
                OrganisationKind::Ministry
                | OrganisationKind::State
                | OrganisationKind::Local
                | OrganisationKind::Forces,
            ) => "PublicBody",
            Some(OrganisationKind::Company) => "Company",
            _ => "Organization",
        };
        entities.push(
            Entity::new(&entity, schema)
                .with("name", [organisation.name.as_str()])
                .with("abbreviation", organisation.acronym.as_deref())
                .with("country", countries(organisation.country.as_deref()))
                .with("proof", [document.as_str()]),
        );
    }
    for place in record
        .places
        .iter()
        .filter(|p| p.kind != PlaceKind::Country)
    {
        let city = (place.kind == PlaceKind::City).then_some(place.name.as_str());
        let region = (place.kind == PlaceKind::Region).then_some(place.name.as_str());
        let number = |n: Option<f64>| n.map(|n| n.to_string());
        entities.push(
            Entity::new(&id(&place.id), "Address")
                .with("full", [place.name.as_str()])
                .with("city", city)
                .with("region", region)
                .with("country", countries(place.country.as_deref()))
                .with("latitude", number(place.latitude).as_deref())
                .with("longitude", number(place.longitude).as_deref()),
        );
    }
    for agreement in &record.agreements {
        let entity = id(&agreement.id);
        link(&entity, "agreement");
        entities.push(agreement_entity(agreement, record, &entity, &document, &id));
    }
    for entity in entities.into_iter().chain(links) {
        push_line(out, &entity.0)?;
    }
    Ok(())
}

fn document_entity(record: &Record, id: &str) -> Entity {
    let name = record.source.path.rsplit('/').next();
    let schema = match record.source.format {
        Format::Pdf => "Pages",
        Format::Html => "HyperText",
        _ => "PlainText",
    };
    let date = record.dateline.as_ref().and_then(|d| d.date.as_deref());
    Entity::new(id, schema)
        .with("fileName", name)
        .with("title", record.title.as_deref())
        .with("author", record.issuer.as_deref())
        .with("date", date)
        .with(
            "language",
            record
                .lang
                .as_deref()
                .filter(|lang| *lang == "fr")
                .map(|_| "fra"),
        )
        .with("bodyText", record.text.as_deref())
        .with(
            "country",
            countries(record.places.iter().filter_map(|p| p.country.as_deref())),
        )
}

/// A contract is one; any other agreement is an event with those involved.
fn agreement_entity(
    agreement: &Agreement,
    record: &Record,
    entity: &str,
    document: &str,
    id: &impl Fn(&str) -> String,
) -> Entity {
    let date = agreement.date.as_deref();
    let subject = agreement.subject.as_ref().map(|s| s.text.as_str());
    let party_countries = agreement
        .parties
        .iter()
        .filter_map(|p| p.country.as_deref());
    let common = |entity: Entity| {
        entity
            .with("name", [agreement.name.as_str()])
            .with("description", subject)
            .with(
                "summary",
                [format!("{} {}", agreement.kind, agreement.status).as_str()],
            )
            .with("country", countries(party_countries))
            .with("proof", [document])
    };
    if agreement.kind == AgreementKind::Contract {
        let amount = agreement.amount.as_ref().map(|a| a.value.to_string());
        let entity = Entity::new(entity, "Contract")
            .with("contractDate", date)
            .with("status", [agreement.status.as_str()])
            .with("amount", amount.as_deref())
            .with(
                "currency",
                agreement.amount.as_ref().map(|a| a.currency.as_str()),
            )
            .with("title", [agreement.name.as_str()]);
        return common(entity);
    }
    let organisations = agreement
        .parties
        .iter()
        .filter_map(|party| record.organisations.iter().find(|o| o.name == party.name));
    let involved: Vec<String> = organisations
        .map(|o| id(&o.id))
        .chain(agreement.signatories.iter().map(|person| id(person)))
        .collect();
    let entity = Entity::new(entity, "Event")
        .with("date", date)
        .with("location", agreement.place.as_deref())
        .with(
            "keywords",
            agreement.parties.iter().map(|p| p.name.as_str()),
        )
        .with("involved", involved.iter().map(String::as_str));
    common(entity)
}

/// Country codes as FollowTheMoney writes them.
fn countries<'c>(codes: impl IntoIterator<Item = &'c str>) -> Vec<String> {
    codes.into_iter().map(str::to_ascii_lowercase).collect()
}

/// An entity: id, schema, lists of values.
struct Entity(Value);

impl Entity {
    fn new(id: &str, schema: &str) -> Self {
        Entity(json!({ "id": id, "schema": schema, "properties": {} }))
    }

    /// Gives a property its values, each once; none where there are none.
    fn with<S: AsRef<str>>(mut self, name: &str, values: impl IntoIterator<Item = S>) -> Self {
        let mut list: Vec<Value> = Vec::new();
        for value in values {
            let value = Value::from(value.as_ref());
            if !list.contains(&value) && value != "" {
                list.push(value);
            }
        }
        let properties: Option<&mut Map<_, _>> = self.0["properties"].as_object_mut();
        if let Some(properties) = properties.filter(|_| !list.is_empty()) {
            properties.insert(name.to_owned(), Value::Array(list));
        }
        self
    }
}
