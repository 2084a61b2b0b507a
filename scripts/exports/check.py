"""Reads back what `greffier export` writes, each format with the library it is for.

Usage: check.py GREFFIER FOLDER, where FOLDER/records.jsonl are the records.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

GREFFIER, FOLDER = sys.argv[1], Path(sys.argv[2])
RECORDS = [json.loads(line) for line in (FOLDER / "records.jsonl").open(encoding="utf-8")]
BY_ID = {r["id"]: r for r in RECORDS}
PASSED = FAILED = 0


def run(*args, **options):
    done = subprocess.run([GREFFIER, *args], capture_output=True, check=False, **options)
    assert done.returncode == 0, (args, done.stderr.decode())
    return done.stdout.decode()


def export(to, *args):
    return run("export", "--to", to, *map(str, args), str(FOLDER / "records.jsonl"))


def equal(what, found, wanted):
    assert found == wanted, f"{what}: found {found!r:.400}, wanted {wanted!r:.400}"


def marks(record, *kinds):
    """(label, start, end) of every mark that annotation formats carry."""
    all_marks = [
        ("PER", m) for p in record["people"] for m in p["mentions"] if m["form"] not in ("role", "pronoun")
    ]
    all_marks += [("ROLE", m) for m in record["roles"]] + [("DATE", m) for m in record["dates"]]
    for label, key in (("LOC", "places"), ("ORG", "organisations"), ("AGR", "agreements")):
        all_marks += [(label, m) for item in record[key] for m in item["mentions"]]
    return sorted((label, m["start"], m["end"]) for label, m in all_marks if not kinds or label in kinds)


def check_opensearch():
    from opensearchpy import OpenSearch
    from osmem_server import OsmemServer

    settings = json.loads(run("export", "--to", "opensearch", "--settings"))
    with OsmemServer.start() as server:
        client = OpenSearch(hosts=[server.url], timeout=60)
        client.indices.create(index="communiques", body=settings)
        export("opensearch", "--split", "64K", "-o", FOLDER / "bulk")
        parts = sorted((FOLDER / "bulk").iterdir())
        assert len(parts) > 1
        feeds = 0
        for again in (False, True):
            for part in parts:
                assert part.stat().st_size <= 64 * 1024 or part.read_bytes().count(b"\n") == 2, part
                answer = client.bulk(body=part.read_text(encoding="utf-8"), refresh=True)
                assert not answer["errors"], json.dumps(answer)[:600]
                feeds += len(answer["items"])
            equal("documents", client.count(index="communiques")["count"], len(RECORDS))
        equal("fed twice", feeds, 2 * len(RECORDS))

        def ids(query):
            found = client.search(index="communiques", body={"query": query, "size": 1000, "_source": False})
            return sorted(hit["_id"] for hit in found["hits"]["hits"])

        signed = lambda a: a["kind"] == "treaty" and a["status"] == "signed"
        equal(
            "treaties that are signed",
            ids({"nested": {"path": "agreements", "query": {"bool": {"filter": [
                {"term": {"agreements.kind": "treaty"}}, {"term": {"agreements.status": "signed"}}]}}}}),
            sorted(r["id"] for r in RECORDS if any(map(signed, r["agreements"]))),
        )
        person = next(p for r in RECORDS for p in r["people"] if p["roles"])
        role = person["roles"][0]["title"]
        found = ids({"nested": {"path": "people", "query": {"bool": {"filter": [
            {"match_phrase": {"people.name": person["name"]}},
            {"match_phrase": {"people.roles.title": role}}]}}}})
        assert any(r["id"] in found for r in RECORDS if person in r["people"]), (person["name"], found)
        year = [r["id"] for r in RECORDS if r.get("dateline", {}).get("date", "").startswith("2025")]
        equal("issued in 2025", ids({"range": {"date": {"gte": "2025-01-01", "lte": "2025-12-31"}}}), sorted(year))
        countries = client.search(index="communiques", body={"size": 0, "aggs": {"p": {
            "nested": {"path": "places"}, "aggs": {"c": {"terms": {"field": "places.country", "size": 500}}}}}})
        buckets = countries["aggregations"]["p"]["c"]["buckets"]
        wanted = Counter(p["country"] for r in RECORDS for p in r["places"] if "country" in p)
        equal("countries", {b["key"]: b["doc_count"] for b in buckets}, dict(wanted))
        text = next(r for r in RECORDS if "convention" in r["text"])
        assert text["id"] in ids({"match": {"text": "conventions"}}), "French stems"
    return "osmem-server, opensearch-py"


def check_servers():
    """No server to be had: the shape of what they are fed, against their settings."""
    for to, key in (("meilisearch", "filterableAttributes"), ("typesense", "fields"), ("quickwit", "doc_mapping")):
        rows = [json.loads(line) for line in export(to).splitlines()]
        equal(to, [r["id"] for r in rows], [r["id"] for r in RECORDS])
        settings = json.loads(run("export", "--to", to, "--settings", "--index", "x"))
        paths = set()

        def walk(value, path):
            paths.add(path)
            if isinstance(value, dict):
                for name, inner in value.items():
                    walk(inner, f"{path}.{name}".strip("."))
            elif isinstance(value, list):
                for inner in value:
                    walk(inner, path)

        walk(rows, "")
        named = settings[key]
        if to == "meilisearch":
            named = named + settings["searchableAttributes"]
        elif to == "typesense":
            named = [field["name"] for field in named]
        else:
            named = [field["name"] for field in named["field_mappings"]]
        # No document of the archive has an amount.
        unknown = [n for n in named if n not in paths and n not in ("_geo", "agreements.amount")]
        assert not unknown, (to, unknown)
    return "json, against the settings"


def check_csv():
    export("csv", "-o", FOLDER / "tables")
    tables = {}
    for path in (FOLDER / "tables").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    equal("documents", [r["document_id"] for r in tables["documents"]], [r["id"] for r in RECORDS])
    for name, key in (("people", "people"), ("dates", "dates"), ("places", "places"),
                      ("organisations", "organisations"), ("agreements", "agreements")):
        equal(name, len(tables[name]), sum(len(r[key]) for r in RECORDS))
    equal("roles", len(tables["roles"]), sum(len(p["roles"]) for r in RECORDS for p in r["people"]))
    equal("parties", len(tables["parties"]), sum(len(a["parties"]) for r in RECORDS for a in r["agreements"]))
    for row in tables["mentions"]:
        text = BY_ID[row["document_id"]]["text"]
        equal("mention", text[int(row["start"]):int(row["end"])], row["text"])
    export("csv", "--table", "people", "--excel", "-o", FOLDER / "people.csv")
    raw = (FOLDER / "people.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument_id;person_id;name") and b"\r\n" in raw
    return "csv of Python"


def check_parquet():
    import duckdb

    file = FOLDER / "records.parquet"
    export("parquet", "-o", file)
    rows = duckdb.sql(f"select * from '{file}'").fetchall()
    names = [d[0] for d in duckdb.sql(f"select * from '{file}'").description]
    equal("rows", len(rows), len(RECORDS))
    for values, record in zip(rows, RECORDS):
        row = dict(zip(names, values))
        for key in ("id", "title", "issuer", "text", "lang", "kind"):
            equal(key, row[key], record.get(key))
        equal("date", row["date"] and row["date"].isoformat(), record.get("dateline", {}).get("date"))
        strip = lambda item: {k: v for k, v in item.items() if v is not None}
        for key in ("roles", "places", "organisations", "contacts", "sentences"):
            equal(key, [strip(i) for i in row[key]], record[key])
        equal("people", [{**strip(p), "roles": [strip(r) for r in p["roles"]]} for p in row["people"]], record["people"])
        for found, wanted in zip(row["dates"], record["dates"], strict=True):
            first, _ = found.pop("first_day"), found.pop("last_day")
            equal("date", strip(found), wanted)
            # Python has no year 0, so that duckdb gives it as words.
            if not isinstance(first, str):
                equal("first day", first and first.isoformat(), wanted.get("from", "").split("T")[0] or None)
        for found, wanted in zip(row["agreements"], record["agreements"], strict=True):
            equal("amount", found["amount"], wanted.get("amount", {}).get("value"))
            equal("subject", found["subject"], wanted.get("subject", {}).get("text"))
            equal("parties", [strip(p) for p in found["parties"]], wanted["parties"])
            for key in ("id", "kind", "status", "signatories", "mentions"):
                equal(key, found[key], wanted[key])
    count = duckdb.sql(
        f"select count(*) from (select unnest(agreements) a from '{file}') where a.status = 'signed'").fetchall()[0][0]
    equal("signed", count, sum(a["status"] == "signed" for r in RECORDS for a in r["agreements"]))
    return "duckdb"


def check_brat():
    from bratly import EntityAnnotation
    from bratly.io.file_read_src import read_and_load_ann_file

    folder = FOLDER / "brat"
    export("brat", "-o", folder)
    short = {"Person": "PER", "Role": "ROLE", "Date": "DATE", "Place": "LOC", "Organisation": "ORG", "Agreement": "AGR"}
    files = sorted(folder.glob("*.ann"))
    equal("files", len(files), len(RECORDS))
    by_text = {}
    for record in RECORDS:
        by_text.setdefault(record["text"], record)
    for ann in files:
        text = ann.with_suffix(".txt").read_text(encoding="utf-8")
        record = by_text[text]
        found = []
        for line in ann.read_text(encoding="utf-8").splitlines():
            if line.startswith("T"):
                _, span, words = line.split("\t")
                label, spans = span.split(" ", 1)
                pieces = [tuple(map(int, piece.split())) for piece in spans.split(";")]
                equal("words", " ".join(text[a:b] for a, b in pieces), words)
                found.append((short[label], pieces[0][0], pieces[-1][1]))
        equal(ann.name, sorted(found), marks(record))
        read = read_and_load_ann_file(str(ann), no_duplicates=False)
        entities = [a for a in read.annotations if isinstance(a, EntityAnnotation)]
        spans = [(short[e.label], e.fragments[0].start, e.fragments[-1].end) for e in entities]
        equal(f"bratly {ann.name}", sorted(spans), marks(record))
    scored = json.loads(run("eval", "--json", str(folder)))
    for name in ("per span", "role span", "place span", "org span", "agr span", "date span", "date value", "people"):
        equal(f"eval of {name}", scored["measures"][name]["f1"], 1.0)
    return "bratly, greffier eval"


def check_conll():
    import conllu

    fields = ["form", "start", "end", "ner", "PER", "ROLE", "DATE", "LOC", "ORG", "AGR"]
    fields = [field.lower() for field in fields]  # conllu knows them so
    lines = export("conll")
    parts = lines.split("# newdoc id = ")[1:]
    equal("documents", len(parts), len(RECORDS))
    for part, record in zip(parts, RECORDS):
        head, _, body = part.partition("\n")
        equal("id", head, record["id"])
        found = []
        for sentence in conllu.parse(body, fields=fields, field_parsers={f: lambda row, i: row[i] for f in fields}):
            for token in sentence:
                start, end = int(token["start"]), int(token["end"])
                equal("form", record["text"][start:end], token["form"])
                for label in fields[4:]:
                    label = label.upper()
                    tag = token[label.lower()]
                    if tag.startswith("B-"):
                        found.append([label, start, end])
                    elif tag.startswith("I-"):
                        next(f for f in reversed(found) if f[0] == label)[2] = end
        wanted = marks(record)
        # Marks of one kind that overlap cannot be told by BIO tags: the longest stays.
        kept = [m for m in wanted if not any(
            o != m and o[0] == m[0] and o[1] < m[2] and m[1] < o[2] for o in wanted)]
        missing = [m for m in kept if list(m) not in found]
        assert not missing, (record["source"]["path"], missing)
        assert len(found) <= len(wanted) and len(wanted) - len(found) <= len(wanted) - len(kept)
    return "conllu"


def check_spacy():
    import spacy
    from spacy.tokens import Doc, DocBin

    nlp = spacy.blank("fr")
    rows = [json.loads(line) for line in export("spacy").splitlines()]
    docs = [Doc(nlp.vocab).from_json(row, validate=True) for row in rows]
    binary = DocBin(docs=docs, store_user_data=True).to_bytes()
    read = list(DocBin().from_bytes(binary).get_docs(nlp.vocab))
    equal("documents", len(read), len(RECORDS))
    for doc, record in zip(read, RECORDS):
        equal("text", doc.text, record["text"])
        spans = sorted((s.label_, s.start_char, s.end_char) for s in doc.spans["greffier"])
        equal("spans", spans, marks(record))
        assert all((e.label_, e.start_char, e.end_char) in spans for e in doc.ents)
    return "spacy DocBin"


def check_w3c():
    from rdflib import Graph

    pages = [json.loads(line) for line in export("w3c").splitlines()]
    equal("pages", len(pages), len(RECORDS))
    short = {"Person": "PER", "Role": "ROLE", "Date": "DATE", "Place": "LOC", "Organisation": "ORG", "Agreement": "AGR"}
    for page, record in zip(pages, RECORDS):
        found = []
        for item in page["items"]:
            position, quote = item["target"]["selector"]
            text = record["text"]
            equal("exact", text[position["start"]:position["end"]], quote["exact"])
            assert text[:position["start"]].endswith(quote["prefix"])
            assert text[position["end"]:].startswith(quote["suffix"])
            found.append((short[item["body"][0]["value"]], position["start"], position["end"]))
        equal("annotations", sorted(found), marks(record))
    # As linked data, with the part of the published context that is used: no network here.
    context = {
        "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "id": "@id", "type": "@type", "@vocab": "http://www.w3.org/ns/oa#",
        "items": {"@id": "as:items", "@container": "@list"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"}, "body": {"@id": "oa:hasBody"},
        "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector"},
    }
    page = max(pages, key=lambda p: len(p["items"]))
    graph = Graph().parse(data=json.dumps({**page, "@context": context}), format="json-ld")
    asked = "select (count(distinct ?a) as ?n) where { ?a a <http://www.w3.org/ns/oa#Annotation> }"
    equal("in the graph", int(next(iter(graph.query(asked)))[0]), len(page["items"]))
    return "json, rdflib"


def check_ftm():
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    lines = export("ftm").splitlines()
    equal("a second export", export("ftm").splitlines(), lines)
    counts, ids = Counter(), set()
    proxies = []
    for line in lines:
        data = json.loads(line)
        proxy = EntityProxy.from_dict(data)
        assert proxy.id not in ids, proxy.id
        ids.add(proxy.id)
        proxies.append(proxy)
        clean = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        equal(f"properties of {proxy.schema.name}", set(clean), set(data["properties"]))
        for name, values in data["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (proxy.schema.name, name)
            for value in values:
                assert prop.type.validate(value), (proxy.schema.name, name, value)
        counts[proxy.schema.name] += 1
    for proxy in proxies:
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in ids, (proxy.id, prop.name, value)
    bodies = counts["Organization"] + counts["PublicBody"] + counts["Company"]
    equal("people", counts["Person"], sum(len(r["people"]) for r in RECORDS))
    equal("bodies", bodies, sum(len(r["organisations"]) for r in RECORDS))
    equal("agreements", counts["Event"] + counts["Contract"], sum(len(r["agreements"]) for r in RECORDS))
    equal("documents", counts["PlainText"] + counts["Pages"] + counts["HyperText"], len(RECORDS))
    assert model.get("Documentation")
    return "followthemoney"


def xml_marks(element, labels, attribute=None):
    """Text of an element, and (label, start, end) of those inside; pieces are joined."""
    text, found, pieces = "", [], {}

    def walk(node):
        nonlocal text
        from lxml import etree

        name = etree.QName(node).localname
        start = len(text)
        at = None
        if name in labels:
            own = node.get("{http://www.w3.org/XML/1998/namespace}id")
            at = pieces.pop(own, None)
            if at is None:
                at = len(found)
                found.append([labels[name], start, start])
            if node.get("next"):
                pieces[node.get("next")[1:]] = at
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if at is not None:
            found[at][2] = len(text)

    walk(element)
    return text, sorted(map(tuple, found))


def check_tei():
    from lxml import etree

    export("tei", "-o", FOLDER / "tei")
    files = sorted((FOLDER / "tei").glob("*.xml"))
    equal("files", len(files), len(RECORDS))
    ns = {"t": "http://www.tei-c.org/ns/1.0"}
    labels = {"persName": "PER", "roleName": "ROLE", "date": "DATE", "placeName": "LOC", "orgName": "ORG", "rs": "AGR"}
    for path in files:
        tree = etree.parse(path)
        record = BY_ID[tree.findtext(".//t:sourceDesc//t:idno", namespaces=ns)]
        text, found = xml_marks(tree.find(".//t:body/t:ab", ns), labels)
        equal("text", text, record["text"])
        equal(path.name, found, marks(record))
        declared = {e.get("{http://www.w3.org/XML/1998/namespace}id") for e in tree.iter()}
        for element in tree.iter():
            for name in ("ref", "corresp"):
                for target in (element.get(name) or "").split():
                    assert not target.startswith("#") or target[1:] in declared, (path, target)
    return "lxml"


def check_timeml():
    from lxml import etree

    export("timeml", "-o", FOLDER / "timeml")
    files = sorted((FOLDER / "timeml").glob("*.tml"))
    equal("files", len(files), len(RECORDS))
    for path in files:
        tree = etree.parse(path)
        record = BY_ID[tree.findtext("DOCID")]
        text, found = xml_marks(tree.find("TEXT"), {"TIMEX3": "DATE"})
        equal("text", text, record["text"])
        wanted = marks(record, "DATE")
        nested = [m for m in wanted if any(o != m and o[1] <= m[1] and m[2] <= o[2] for o in wanted)]
        equal(path.name, found, [m for m in wanted if m not in nested])
        values = [e.get("value") for e in tree.find("TEXT").iter("TIMEX3")]
        kept = sorted((d["start"], d.get("value", "XXXX-XX-XX")) for d in record["dates"]
                      if ("DATE", d["start"], d["end"]) not in nested)
        equal("values", values, [value for _, value in kept])
        types = {e.get("type") for e in tree.iter("TIMEX3")}
        assert types <= {"DATE", "TIME", "DURATION", "SET"}, types
    return "lxml"


def run_commands(document, archive, name):
    """Runs the commands of a document, one after the other, on the sample archive."""
    import os
    import shutil

    from osmem_server import OsmemServer

    folder = FOLDER / name
    shutil.copytree("corpus", folder / archive)
    commands, inside = [], False
    for line in Path(document).read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = line == "```sh"
        elif inside and commands and commands[-1].endswith("\\"):
            commands[-1] += "\n" + line
        elif inside and line.strip():
            commands.append(line)
    (folder / "bin").mkdir()
    (folder / "bin" / "greffier").symlink_to(Path(GREFFIER).resolve())
    path = f"{folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    with OsmemServer.start() as server:
        for command in commands:
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", command], cwd=folder, capture_output=True, check=False,
                env={**os.environ, "PATH": path, "SERVEUR": server.url})
            # Some inputs of the archive are damaged on purpose.
            allowed = (0, 1) if "greffier extract" in command else (0,)
            assert done.returncode in allowed, (command, done.returncode, done.stderr.decode())
            assert done.stdout or "-o " in command or "index" in command or ">" in command, command
            assert b"no documents" not in done.stdout, command
    return folder, f"bash, {len(commands)} commands"


def check_guide():
    return run_commands("docs/guide.fr.md", "communiques", "guide")[1]


def check_archives():
    folder, how = run_commands("docs/archives.md", "archive", "archives")
    lines = lambda file: (folder / file).read_bytes().splitlines()
    equal("errors", len(lines("errors.jsonl")), 2)
    equal("shards", sorted(lines("all.jsonl")), sorted(lines("records.jsonl")))
    assert lines("part1.jsonl") and lines("part2.jsonl")
    answers = [json.loads(line) for line in lines("answers.jsonl")]
    equal("answers", (answers[0]["source"]["id"], answers[1]["error"]["code"]), ("7", "bad_line"))
    return how


for name, check in list(globals().items()):
    if name.startswith("check_"):
        try:
            print(f"ok    {name[6:]:12} read back by {check()}")
            PASSED += 1
        except Exception as error:  # each format is reported, whatever the others do
            print(f"FAIL  {name[6:]:12} {type(error).__name__}: {error}")
            FAILED += 1
print(f"{PASSED} passed, {FAILED} failed")
sys.exit(FAILED > 0)
