"""Writes the lexicons of the calendar: months, days, seasons, feasts, units, numbers."""

from common import table, words, write

SCRIPT = "calendar_words.py"

MONTHS = [
    "janvier janv. janv jan. jan", "février févr. févr fév. fév fevr. fev.", "mars mar.", "avril avr. avr", "mai",
    "juin", "juillet juil. juil juill. juill", "août aout", "septembre sept. sept sep. septemb.",
    "octobre oct. oct", "novembre nov. nov", "décembre déc. déc dec. dec",
]
AMBIGUOUS_MONTHS = {"mars", "mar.", "mai", "jan", "sept", "sept.", "sep.", "dec", "oct", "nov"}
write("month", SCRIPT, "names and abbreviations of the months", "form number ambiguous",
      [(f, n, "y" if f in AMBIGUOUS_MONTHS else "") for n, forms in enumerate(MONTHS, 1) for f in forms.split()])

DAYS = ["lundi lun.", "mardi mar.", "mercredi mer. merc.", "jeudi jeu.", "vendredi ven. vend.", "samedi sam.", "dimanche dim."]
write("weekday", SCRIPT, "names and abbreviations of the days of the week (1 = Monday)", "form number ambiguous",
      [(f, n, "y" if f in {"mar.", "mer.", "jeu."} else "") for n, forms in enumerate(DAYS, 1) for f in forms.split()]
      + [(f.split()[0] + "s", n, "") for n, f in enumerate(DAYS, 1)])

write("season", SCRIPT, "seasons, with their TIMEX3 code", "form code ambiguous", table("""
printemps|SP|
été|SU|y
automne|FA|
hiver|WI|
rentrée|FA|y
"""))

UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "soixante-dix", 80: "quatre-vingt", 90: "quatre-vingt-dix"}


def number(n):
    """The French words for 0–99."""
    if n < 17:
        return UNITS[n]
    if n < 20:
        return "dix-" + UNITS[n - 10]
    ten, unit = divmod(n, 10)
    if ten in (7, 9):
        base = TENS[(ten - 1) * 10]
        return f"{base} et onze" if n == 71 else f"{base}-{number(10 + unit)}"
    if unit == 0:
        return TENS[n] + ("s" if n == 80 else "")
    if unit == 1 and ten != 8:
        return f"{TENS[ten * 10]} et un"
    return f"{TENS[ten * 10]}-{UNITS[unit]}"


numbers = []
for n in range(100):
    form = number(n)
    variants = {form, form.replace(" et ", "-et-"), form.replace("-", " ")}
    if form.endswith("un") and n != 0:
        variants |= {v + "e" for v in list(variants)}
    numbers += [(v, n, "cardinal", "y" if v in {"un", "une", "neuf", "sept"} else "") for v in variants]
for value, forms in {70: "septante", 80: "huitante,octante", 90: "nonante"}.items():
    numbers += [(f, value, "cardinal", "") for f in words(forms)]
for n in range(2, 10):
    numbers += [(f"{UNITS[n]} cents", n * 100, "cardinal", ""), (f"{UNITS[n]} cent", n * 100, "cardinal", ""), (f"{UNITS[n]} mille", n * 1000, "cardinal", "")]
numbers += [
    ("cent", 100, "cardinal", ""), ("cents", 100, "cardinal", "y"), ("mille", 1000, "cardinal", ""), ("deux mille", 2000, "cardinal", ""),
    ("dix mille", 10000, "cardinal", ""), ("vingt mille", 20000, "cardinal", ""), ("cent mille", 100000, "cardinal", ""),
    ("million", 10**6, "cardinal", ""), ("millions", 10**6, "cardinal", ""), ("milliard", 10**9, "cardinal", ""), ("milliards", 10**9, "cardinal", ""),
    ("un million", 10**6, "cardinal", ""), ("un milliard", 10**9, "cardinal", ""), ("deux mille un", 2001, "cardinal", ""),
    ("demi", "0.5", "fraction", ""), ("demie", "0.5", "fraction", ""), ("et demi", "0.5", "fraction", ""), ("et demie", "0.5", "fraction", ""),
    ("un demi", "0.5", "fraction", ""), ("une demi", "0.5", "fraction", ""), ("quart", "0.25", "fraction", ""), ("un quart", "0.25", "fraction", ""),
    ("trois quarts", "0.75", "fraction", ""), ("tiers", "0.33", "fraction", "y"),
]
for n, noun in {8: "huitaine", 9: "neuvaine", 10: "dizaine", 12: "douzaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine",
                50: "cinquantaine", 60: "soixantaine", 100: "centaine"}.items():
    numbers += [(noun, n, "about", ""), (f"une {noun}", n, "about", "")]
for form in words("quelques, plusieurs, des dizaines, des centaines, des milliers, une poignée, de nombreux, de nombreuses, maints, maintes, divers, diverses, quelque"):
    numbers.append((form, "X", "vague", "y" if form in {"divers", "diverses", "quelque"} else ""))
numbers += [("millier", 1000, "about", ""), ("milliers", "X", "vague", ""), ("un millier", 1000, "about", ""), ("dizaines", "X", "vague", ""), ("centaines", "X", "vague", ""),
            ("une paire", 2, "about", ""), ("les deux", 2, "cardinal", ""), ("les trois", 3, "cardinal", ""), ("tous deux", 2, "cardinal", ""), ("toutes deux", 2, "cardinal", "")]
write("number-word", SCRIPT, "numbers in words, with their value (X = vague)", "form value kind ambiguous", numbers)


def ordinal(n):
    """The ordinal of n ≥ 2."""
    form = number(n)
    if form.endswith("neuf"):
        return form[:-1] + "vième"
    if form.endswith("cinq"):
        return form + "uième"
    if form.endswith("quatre-vingts"):
        return form[:-1] + "ième"
    return (form[:-1] if form.endswith("e") else form) + "ième"


ordinals = [("premier", 1, "m", "s"), ("première", 1, "f", "s"), ("premiers", 1, "m", "p"), ("premières", 1, "f", "p"),
            ("second", 2, "m", "s"), ("seconde", 2, "f", "s"), ("seconds", 2, "m", "p"), ("secondes", 2, "f", "p"),
            ("dernier", -1, "m", "s"), ("dernière", -1, "f", "s"), ("derniers", -1, "m", "p"), ("dernières", -1, "f", "p"),
            ("avant-dernier", -2, "m", "s"), ("avant-dernière", -2, "f", "s"), ("centième", 100, "u", "s"), ("millième", 1000, "u", "s"),
            ("1er", 1, "m", "s"), ("1re", 1, "f", "s"), ("1ère", 1, "f", "s"), ("1ers", 1, "m", "p"), ("1res", 1, "f", "p"), ("1ères", 1, "f", "p"),
            ("2nd", 2, "m", "s"), ("2nde", 2, "f", "s"), ("Ier", 1, "m", "s"), ("Ire", 1, "f", "s"), ("Ière", 1, "f", "s")]
for n in range(2, 100):
    form = ordinal(n)
    for v in {form, form.replace(" et ", "-et-")}:
        ordinals += [(v, n, "u", "s"), (v + "s", n, "u", "p")]
    ordinals += [(f"{n}{suffix}", n, "u", "s") for suffix in ("e", "ème", "ième")]
    ordinals += [(f"{n}{suffix}", n, "u", "p") for suffix in ("es", "èmes")]
ROMAN = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, letters in ROMAN:
        while n >= value:
            out, n = out + letters, n - value
    return out


for n in range(2, 40):
    ordinals += [(f"{roman(n)}{suffix}", n, "u", "s") for suffix in ("e", "ème")]
write("ordinal", SCRIPT, "ordinal numbers in words and figures, with their value (-1 = last)", "form value gender number", ordinals)

write("roman-numeral", SCRIPT, "Roman numerals 1–39 in capitals (centuries, kings, republics)", "form value ambiguous",
      [(roman(n), n, "y" if roman(n) in {"I", "V", "X", "XX", "XXX"} else "") for n in range(1, 40)], case="proper")

write("feast", SCRIPT, "feasts and commemorations, with their day: MM-DD, easter±N, or MM-wDnK (K-th weekday D of the month)", "form rule ambiguous", table("""
jour de l'An|01-01|
jour de l'an|01-01|
Nouvel An|01-01|
nouvel an|01-01|
Saint-Sylvestre|12-31|
Épiphanie|01-06|
fête des Rois|01-06|
Chandeleur|02-02|
Saint-Valentin|02-14|
Mardi gras|easter-47|
mercredi des Cendres|easter-46|
dimanche des Rameaux|easter-7|
Rameaux|easter-7|y
Jeudi saint|easter-3|
Vendredi saint|easter-2|
Pâques|easter+0|
dimanche de Pâques|easter+0|
lundi de Pâques|easter+1|
Ascension|easter+39|y
jeudi de l'Ascension|easter+39|
Pentecôte|easter+49|
dimanche de Pentecôte|easter+49|
lundi de Pentecôte|easter+50|
Fête-Dieu|easter+60|
Annonciation|03-25|
Assomption|08-15|
Toussaint|11-01|
fête des Morts|11-02|
Saint-Martin|11-11|y
Sainte-Barbe|12-04|y
Sainte-Geneviève|01-03|y
Saint-Nicolas|12-06|y
Saint-Michel|09-29|y
Saint-Jean|06-24|y
Saint-Patrick|03-17|
Saint-Maurice|09-22|y
Saint-Éloi|12-01|y
Noël|12-25|y
jour de Noël|12-25|
veille de Noël|12-24|
réveillon de Noël|12-24|
fête du Travail|05-01|
fête du travail|05-01|
Premier Mai|05-01|
14-Juillet|07-14|
Armistice|11-11|y
jour de l'Armistice|11-11|
fête de la Victoire|05-08|
journée de l'Europe|05-09|
Journée de l'Europe|05-09|
fête de la musique|06-21|
Fête de la musique|06-21|
fête des Mères|05-w7n-1|
fête des mères|05-w7n-1|
fête des Pères|06-w7n3|
fête des pères|06-w7n3|
fête de Jeanne d'Arc|05-w7n2|
journée nationale de la Résistance|05-27|
journée nationale de la Déportation|04-w7n-1|
journée internationale des droits des femmes|03-08|
Journée internationale des droits des femmes|03-08|
Journée internationale des femmes|03-08|
Journée internationale de la Francophonie|03-20|
journée internationale de la Francophonie|03-20|
Journée mondiale de la liberté de la presse|05-03|
Journée mondiale de l'environnement|06-05|
Journée mondiale des réfugiés|06-20|
Journée mondiale de l'eau|03-22|
Journée mondiale de la santé|04-07|
Journée mondiale de lutte contre le sida|12-01|
Journée mondiale contre le cancer|02-04|
Journée mondiale de l'alimentation|10-16|
Journée mondiale des océans|06-08|
Journée des Nations unies|10-24|
Journée internationale des droits de l'homme|12-10|
Journée internationale des migrants|12-18|
Journée internationale de la jeunesse|08-12|
Journée internationale de la paix|09-21|
Journée internationale des droits de l'enfant|11-20|
Journée internationale pour l'élimination de la violence à l'égard des femmes|11-25|
Journée mondiale de l'Afrique|05-25|
Journée de l'Afrique|05-25|
Journée de la Terre|04-22|
Journée internationale des Casques bleus|05-29|
journée de la laïcité|12-09|
Journée nationale de la laïcité|12-09|
journée de l'abolition de l'esclavage|05-10|
journée internationale des volontaires|12-05|
journée défense et citoyenneté||y
Halloween|10-31|
Thanksgiving|11-w4n4|
Saint-Jean-Baptiste|06-24|y
fête du Canada|07-01|
fête du Trône|07-30|
Marche verte|11-06|
Tabaski||
Aïd||y
Aïd el-Fitr||
Aïd al-Fitr||
Aïd el-Kebir||
Aïd al-Adha||
Aïd el-Adha||
Korité||
ramadan||y
Ramadan||y
mois de ramadan||
Mawlid||
Mouloud||y
Achoura||
Gamou||y
Magal||y
grand Magal de Touba||
Roch Hachana||
Yom Kippour||
Pessah||
Hanoucca||
Nouvel An chinois||
Nouvel An lunaire||
Norouz|03-21|
Norooz|03-21|
Têt||y
Diwali||
Yennayer|01-12|
carême||y
avent||y
"""))

write("date-unit", SCRIPT, "units of time, with the letter of a TIMEX3 duration (T: a part of a day)", "form unit number factor use", table("""
# use: length (« un mois » nearly always says how long), part (« la deuxième journée » of something that lasts), both
seconde|TS|s|1
secondes|TS|p|1
sec.|TS|s|1
minute|TM|s|1|part
minutes|TM|p|1
min|TM|s|1
min.|TM|s|1
mn|TM|s|1
quart d'heure|TM|s|15|length
quarts d'heure|TM|p|15
demi-heure|TM|s|30|length
demi-heures|TM|p|30
heure|TH|s|1|both
heures|TH|p|1
h|TH|s|1
hrs|TH|p|1
demi-journée|TH|s|12|length
demi-journées|TH|p|12
jour|D|s|1|part
jours|D|p|1
j|D|s|1
journée|D|s|1|part
journées|D|p|1
nuit|D|s|1
nuits|D|p|1
week-end|WE|s|1
week-ends|WE|p|1
weekend|WE|s|1
weekends|WE|p|1
fin de semaine|WE|s|1
fins de semaine|WE|p|1
semaine|W|s|1|both
semaines|W|p|1
quinzaine|W|s|2
huitaine|W|s|1
mois|M|u|1|both
bimestre|M|s|2
trimestre|Q|s|1|length
trimestres|Q|p|1
quadrimestre|M|s|4
quadrimestres|M|p|4
semestre|H|s|1|length
semestres|H|p|1
an|Y|s|1|length
ans|Y|p|1
année|Y|s|1|part
années|Y|p|1
exercice|Y|s|1
quinquennat|Y|s|5
quinquennats|Y|p|5
septennat|Y|s|7
mandature|Y|s|
décennie|DE|s|1|length
décennies|DE|p|1
siècle|CE|s|1|length
siècles|CE|p|1
demi-siècle|Y|s|50|length
millénaire|ML|s|1
millénaires|ML|p|1
"""))

write("day-part", SCRIPT, "parts of the day, with their TIMEX3 code", "form code ambiguous", table("""
matin|TMO|
matins|TMO|
matinée|TMO|
matinées|TMO|
début de matinée|TMO|
fin de matinée|TMO|
milieu de matinée|TMO|
aube|TMO|
aurore|TMO|y
midi|T12:00|y
mi-journée|T12:00|
milieu de journée|T12:00|
après-midi|TAF|
après-midis|TAF|
début d'après-midi|TAF|
fin d'après-midi|TAF|
milieu d'après-midi|TAF|
soir|TEV|
soirs|TEV|
soirée|TEV|
soirées|TEV|
début de soirée|TEV|
fin de soirée|TEV|
fin de journée|TEV|
crépuscule|TEV|
nuit|TNI|
nuits|TNI|
minuit|T24:00|
petit matin|TMO|
"""))

write("date-shift", SCRIPT, "words that place a date before (-1), at (0) or after (1) the text's own date, or the last date of the text (base)", "form shift ambiguous base", table("""
dernier|-1|y|
dernière|-1|y|
derniers|-1|y|
dernières|-1|y|
passé|-1|y|
passée|-1|y|
passés|-1|y|
passées|-1|y|
précédent|-1|y|text
précédente|-1|y|text
précédents|-1|y|text
précédentes|-1|y|text
écoulé|-1||
écoulée|-1||
écoulés|-1||
écoulées|-1||
courant|0|y|
en cours|0||
présent|0|y|
présente|0|y|
prochain|1||
prochaine|1||
prochains|1||
prochaines|1||
à venir|1||
suivant|1|y|text
suivante|1|y|text
suivants|1|y|text
suivantes|1|y|text
d'après|1|y|text
"""))

write("date-modifier", SCRIPT, "words before a date that name a part of it or make it vague (TIMEX3 mod)", "form mod", table("""
début|START
au début de|START
le début de|START
milieu|MID
le milieu de|MID
mi|MID
courant|MID
fin|END
la fin de|END
vers|APPROX
environ|APPROX
autour de|APPROX
aux alentours de|APPROX
à peu près|APPROX
avant|BEFORE
d'ici|BEFORE
d'ici à|BEFORE
d'ici la fin de|BEFORE
après|AFTER
dès|START
plus de|MORE_THAN
moins de|LESS_THAN
près de|LESS_THAN
au moins|EQUAL_OR_MORE
au plus|EQUAL_OR_LESS
première moitié|START
seconde moitié|END
première quinzaine|START
seconde quinzaine|END
"""))

write("date-adverb", SCRIPT, "adverbs of time: a shift of days from the text's date (D+N), or a TIMEX3 reference; vague ones marked", "form value vague", table("""
aujourd'hui|D+0|
ce jour|D+0|
hier|D-1|
avant-hier|D-2|
demain|D+1|
après-demain|D+2|
la veille|D-1|
l'avant-veille|D-2|
le lendemain|D+1|
le surlendemain|D+2|
le jour même|D+0|
ce matin|D+0TMO|
cet après-midi|D+0TAF|
ce soir|D+0TEV|
cette nuit|D+0TNI|
ce midi|D+0T12:00|
hier matin|D-1TMO|
hier après-midi|D-1TAF|
hier soir|D-1TEV|
demain matin|D+1TMO|
demain après-midi|D+1TAF|
demain soir|D+1TEV|
ce week-end|D+0WE|
maintenant|PRESENT_REF|y
actuellement|PRESENT_REF|y
à l'heure actuelle|PRESENT_REF|y
à ce jour|PRESENT_REF|y
à présent|PRESENT_REF|y
en ce moment|PRESENT_REF|y
de nos jours|PRESENT_REF|y
pour l'instant|PRESENT_REF|y
pour le moment|PRESENT_REF|y
à l'heure qu'il est|PRESENT_REF|y
par les temps qui courent|PRESENT_REF|y
dans l'immédiat|PRESENT_REF|y
ces temps-ci|PRESENT_REF|y
ces jours-ci|PRESENT_REF|y
aujourd'hui même|D+0|
hier midi|D-1T12:00|
demain midi|D+1T12:00|
avant-hier matin|D-2TMO|
avant-hier après-midi|D-2TAF|
avant-hier soir|D-2TEV|
après-demain matin|D+2TMO|
après-demain après-midi|D+2TAF|
après-demain soir|D+2TEV|
à ce stade|PRESENT_REF|y
pour l'heure|PRESENT_REF|y
désormais|PRESENT_REF|y
dorénavant|PRESENT_REF|y
jusqu'ici|PRESENT_REF|y
jusqu'à présent|PRESENT_REF|y
récemment|PAST_REF|y
dernièrement|PAST_REF|y
naguère|PAST_REF|y
autrefois|PAST_REF|y
jadis|PAST_REF|y
auparavant|PAST_REF|y
précédemment|PAST_REF|y
dans le passé|PAST_REF|y
par le passé|PAST_REF|y
il y a peu|PAST_REF|y
il y a longtemps|PAST_REF|y
il y a bien longtemps|PAST_REF|y
il y a quelque temps|PAST_REF|y
il n'y a pas si longtemps|PAST_REF|y
jusqu'alors|PAST_REF|y
l'après-guerre|PAST_REF|y
l'avant-guerre|PAST_REF|y
l'entre-deux-guerres|PAST_REF|y
ces derniers temps|PAST_REF|y
bientôt|FUTURE_REF|y
prochainement|FUTURE_REF|y
ultérieurement|FUTURE_REF|y
à l'avenir|FUTURE_REF|y
à terme|FUTURE_REF|y
plus tard|FUTURE_REF|y
sous peu|FUTURE_REF|y
incessamment|FUTURE_REF|y
à court terme|FUTURE_REF|y
à moyen terme|FUTURE_REF|y
à long terme|FUTURE_REF|y
d'ici peu|FUTURE_REF|y
d'ici quelque temps|FUTURE_REF|y
dans quelque temps|FUTURE_REF|y
une date ultérieure|FUTURE_REF|y
dans un avenir proche|FUTURE_REF|y
dans un proche avenir|FUTURE_REF|y
"""))

write("frequency", SCRIPT, "adjectives and adverbs of frequency, with the TIMEX3 value of the set", "form value", table("""
quotidien|P1D
quotidienne|P1D
quotidiens|P1D
quotidiennes|P1D
quotidiennement|P1D
journalier|P1D
journalière|P1D
hebdomadaire|P1W
hebdomadaires|P1W
hebdomadairement|P1W
bihebdomadaire|P1W
bimensuel|P2W
bimensuelle|P2W
mensuel|P1M
mensuelle|P1M
mensuels|P1M
mensuelles|P1M
mensuellement|P1M
bimestriel|P2M
bimestrielle|P2M
trimestriel|P3M
trimestrielle|P3M
trimestriels|P3M
trimestrielles|P3M
semestriel|P6M
semestrielle|P6M
semestriels|P6M
semestrielles|P6M
annuel|P1Y
annuelle|P1Y
annuels|P1Y
annuelles|P1Y
annuellement|P1Y
bisannuel|P2Y
bisannuelle|P2Y
biennal|P2Y
biennale|P2Y
triennal|P3Y
triennale|P3Y
quinquennal|P5Y
quinquennale|P5Y
décennal|P10Y
décennale|P10Y
"""))

write("tense", SCRIPT, "what says the tense around a date without a year: whole words, and endings of words (ending=y)",
      "form side strength auxiliary ending", table("""
# side: future, past, none (looks like a verb and is not one), relative (its clause speaks of another noun than the date); strength: a finite verb (strong), a hint (weak), or a hint that is strong right before the date (beside)
# auxiliary=y: with a participle behind it, its own side counts, not that of the participle; only: it says nothing by itself
ra|future|strong||y
ront|future|strong||y
erait|future|weak||y
eraient|future|weak||y
rons|future|strong||y
èrent|past|strong||y
irent|past|strong||y
urent|past|strong||y
çait|past|weak||y
geait|past|weak||y
çaient|past|weak||y
taient|past|weak||y
naient|past|weak||y
daient|past|weak||y
vaient|past|weak||y
chaient|past|weak||y
quaient|past|weak||y
tait|past|weak||y
dait|past|weak||y
vait|past|weak||y
é|past|weak||y
ée|past|weak||y
és|past|weak||y
ées|past|weak||y
a|past|strong|y|
ont|past|strong|y|
avait|past|strong|y|
avaient|past|strong|y|
ai|past|strong|y|
as|past|strong|y|
avez|past|strong|y|
avons|past|strong|y|
ayant|past|strong|y|
était|past|weak|y|
étaient|past|weak|y|
est|past|weak|y|
sont|past|weak|y|
fut|past|strong|y|
furent|past|strong|y|
eut|past|strong|y|
sera|future|strong|y|
seront|future|strong|y|
aura|future|strong|y|
auront|future|strong|y|
serait|future|weak|y|
seraient|future|weak|y|
doit|future|strong|y|
espère|future|strong||
espèrent|future|strong||
espérons|future|strong||
souhaitent|future|strong||
envisagent|future|strong||
doivent|future|strong|y|
devrait|future|strong|y|
devraient|future|strong|y|
pourrait|future|weak|y|
pourraient|future|weak|y|
va|future|weak|y|
vont|future|weak|y|
invité|future|weak||
invitée|future|weak||
invités|future|weak||
invitées|future|weak||
convié|future|weak||
conviée|future|weak||
conviés|future|weak||
conviées|future|weak||
prié|future|weak||
priée|future|weak||
priés|future|weak||
priées|future|weak||
prévu|future|beside||
prévue|future|beside||
prévus|future|beside||
prévues|future|beside||
attendu|future|beside||
attendue|future|beside||
attendus|future|beside||
attendues|future|beside||
fixé|future|weak||
fixée|future|weak||
fixés|future|weak||
fixées|future|weak||
programmé|future|beside||
programmée|future|beside||
programmés|future|beside||
programmées|future|beside||
repoussé|future|weak||
repoussée|future|weak||
reporté|future|weak||
reportée|future|weak||
échéance|future|weak||
invite|future|weak||
invitent|future|weak||
convie|future|weak||
depuis|past|strong||
né|past|weak||
née|past|weak||
nés|past|weak||
nées|past|weak||
conclu|past|weak||
conclue|past|weak||
conclus|past|weak||
conclues|past|weak||
tenu|past|weak||
tenue|past|weak||
tenus|past|weak||
tenues|past|weak||
tard|future|weak||
reçu|past|weak||
reçue|past|weak||
reçus|past|weak||
reçues|past|weak||
remis|past|weak||
remise|past|weak||
mis|past|weak||
mise|past|weak||
pris|past|weak||
prise|past|weak||
soumis|past|weak||
soumise|past|weak||
admis|past|weak||
admise|past|weak||
admises|past|weak||
promu|past|weak||
promue|past|weak||
inscrit|past|weak||
inscrite|past|weak||
paru|past|weak||
parue|past|weak||
rendu|past|weak||
rendue|past|weak||
intervenu|past|weak||
intervenue|past|weak||
survenu|past|weak||
survenue|past|weak||
venu|past|weak||
venue|past|weak||
élu|past|weak||
élue|past|weak||
élus|past|weak||
ouvert|past|weak||
ouverte|past|weak||
ouverts|past|weak||
ouvertes|past|weak||
souscrit|past|weak||
souscrite|past|weak||
réuni|past|weak||
réunie|past|weak||
réunis|past|weak||
réunies|past|weak||
mort|past|weak||
morte|past|weak||
faisait|past|weak||
devait|past|weak||
ici|future|weak||
jusqu'|future|weak||
avant|future|beside||
opéra|none|||
caméra|none|||
front|none|||
affront|none|||
sahara|none|||
année|none|||
années|none|||
journée|none|||
journées|none|||
soirée|none|||
matinée|none|||
durée|none|||
santé|none|||
société|none|||
sociétés|none|||
sécurité|none|||
égalité|none|||
activité|none|||
activités|none|||
comité|none|||
liberté|none|||
université|none|||
qualité|none|||
traité|none|||
traités|none|||
député|none|||
députée|none|||
députés|none|||
armée|none|||
armées|none|||
musée|none|||
lycée|none|||
arrivée|none|||
entrée|none|||
rentrée|none|||
marché|none|||
communiqué|none|||
chargé|none|||
chargée|none|||
délégué|none|||
déléguée|none|||
associé|none|||
employé|none|||
salarié|none|||
salariés|none|||
unité|none|||
cité|none|||
été|none|||
idée|none|||
clé|none|||
côté|none|||
autorité|none|||
autorités|none|||
collectivité|none|||
collectivités|none|||
communauté|none|||
majorité|none|||
priorité|none|||
priorités|none|||
capacité|none|||
capacités|none|||
difficultés|none|||
solidarité|none|||
mobilité|none|||
propriété|none|||
soit|future|weak|only|
soient|future|weak|only|
peut|future|weak|y|
peuvent|future|weak|y|
qui|relative|||
que|relative|||
qu'|relative|||
dont|relative|||
où|relative|||
"""))

# The national days of the countries of which French texts speak most: ISO code and day.
write("national-day", SCRIPT, "the national day of each country, for « la fête nationale »", "form rule", table("""
FR|07-14
BE|07-21
CH|08-01
LU|06-23
MC|11-19
AD|09-08
CA|06-24
SN|04-04
CI|08-07
ML|09-22
BF|12-11
NE|12-18
TG|04-27
BJ|08-01
GN|10-02
CM|05-20
GA|08-17
CG|08-15
CD|06-30
CF|12-01
TD|08-11
DJ|06-27
KM|07-06
MG|06-26
MU|03-12
SC|06-29
RW|07-01
BI|07-01
MA|07-30
DZ|11-01
TN|03-20
MR|11-28
LB|11-22
HT|01-01
VU|07-30
VN|09-02
KH|11-09
LA|12-02
EG|07-23
CV|07-05
GW|09-24
GQ|10-12
AO|11-11
ST|07-12
MZ|06-25
DE|10-03
IT|06-02
ES|10-12
PT|06-10
GR|03-25
RO|12-01
BG|03-03
HU|08-20
AT|10-26
IE|03-17
NL|04-27
NO|05-17
SE|06-06
FI|12-06
US|07-04
CN|10-01
IN|01-26
BR|09-07
MX|09-16
UA|08-24
AM|09-21
GE|05-26
SA|09-23
AE|12-02
QA|12-18
TR|10-29
"""), case="proper")

# Whom an age is said of: common nouns of persons in the singular and plural, French feminines included.
PERSONS = """
homme femme jeune enfant bébé nourrisson fillette garçonnet garçon fille gamin gamine adolescent adolescente mineur mineure majeur majeure adulte vieillard dame monsieur
père mère fils frère soeur sœur neveu nièce oncle tante cousin cousine grand-père grand-mère époux épouse mari veuf veuve conjoint conjointe compagnon compagne
retraité retraitée étudiant étudiante lycéen lycéenne collégien collégienne écolier écolière élève apprenti apprentie ouvrier ouvrière employé employée agriculteur agricultrice éleveur éleveuse
conducteur conductrice automobiliste motard motarde motocycliste cycliste piéton piétonne passager passagère chauffeur routier skieur skieuse alpiniste randonneur randonneuse baigneur baigneuse plongeur plongeuse
militaire policier policière gendarme pompier soldat sergent caporal adjudant légionnaire marin pilote médecin infirmier infirmière professeur enseignant enseignante instituteur institutrice avocat avocate
commerçant commerçante artisan boulanger boucher chômeur chômeuse individu ressortissant ressortissante suspect suspecte prévenu prévenue accusé accusée victime blessé blessée habitant habitante voisin voisine
joueur joueuse attaquant attaquante défenseur défenseure milieu gardien gardienne entraîneur entraîneuse coureur coureuse nageur nageuse champion championne patient patiente détenu détenue touriste
quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire trentenaire centenaire Français Française Belge Suisse Britannique Américain Américaine Allemand Allemande Espagnol Espagnole Italien Italienne
"""
write("person-noun", SCRIPT, "common nouns of persons that an age is said of", "form",
      [(form + end,) for form in PERSONS.split() for end in (("", "s") if form[-1] not in "sx" else ("",))])
