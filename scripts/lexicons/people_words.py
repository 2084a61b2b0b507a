"""Writes the small lexicons around names of people: civilities, particles, « ancien », elisions, verbs of speech and meeting."""

from common import plural_word, table, words, write

SCRIPT = "people_words.py"

write("civility", SCRIPT, "civilities, with gender and number", "form gender number", table("""
M.|m|s
Mr|m|s
Mr.|m|s
Mons.|m|s
monsieur|m|s
messieurs|m|p
sieur|m|s
sieurs|m|p
MM.|m|p
Mme|f|s
Mme.|f|s
Mme(s)|f|u
Mmes|f|p
madame|f|s
mesdames|f|p
Mlle|f|s
Mlles|f|p
mademoiselle|f|s
mesdemoiselles|f|p
Madame/Monsieur|u|s
Madame, Monsieur|u|s
Mesdames et Messieurs|u|p
mesdames, messieurs|u|p
Monsieur ou Madame|u|s
Madame ou Monsieur|u|s
M. et Mme|u|p
Mme et M.|u|p
Mgr|m|s
NN.SS.|m|p
monseigneur|m|s
messeigneurs|m|p
maître|u|s
maîtres|u|p
Son Excellence|u|s
Son Excellence Monsieur|m|s
Son Excellence Madame|f|s
Leurs Excellences|u|p
Votre Excellence|u|s
Excellence|u|s
S.E.|u|s
S. E.|u|s
S.Exc.|u|s
S.E.M.|m|s
S.E. M.|m|s
S. E. M.|m|s
S.E.Mme|f|s
S.E. Mme|f|s
S. E. Mme|f|s
LL.EE.|u|p
L.L.E.E.|u|p
LL. EE. MM.|m|p
LL.EE.MM.|m|p
Sa Majesté|u|s
Sa Majesté le Roi|m|s
Sa Majesté la Reine|f|s
Leurs Majestés|u|p
S.M.|u|s
S. M.|u|s
Son Altesse|u|s
Son Altesse Royale|u|s
Son Altesse Sérénissime|u|s
Son Altesse Impériale|u|s
S.A.R.|u|s
S.A.S.|u|s
S. A. R.|u|s
S. A. S.|u|s
Leurs Altesses Royales|u|p
Sa Sainteté|m|s
S.S.|m|s
Sa Béatitude|m|s
Son Éminence|m|s
Son Honneur|u|s
L'Honorable|u|s
l'honorable|u|s
Très Honorable|u|s
le très honorable|m|s
la très honorable|f|s
feu|m|s
feue|f|s
feus|m|p
mrs|f|s
Mrs.|f|s
"""))

write("civility-short", SCRIPT, "civilities of one letter or that are common words without their capital (they match only with it)", "form gender number", table("""
M|m|s
MM|m|p
Me|u|s
Mes|u|p
Mes.|u|p
Mde|f|s
SE|u|s
SEM|m|s
SM|u|s
SAR|u|s
SAS|u|s
Don|m|s
Doña|f|s
Lady|f|s
Lord|m|s
Sir|m|s
Miss|f|s
Mister|m|s
Mistress|f|s
Ms.|f|s
Herr|m|s
Frau|f|s
Señor|m|s
Señora|f|s
Senhor|m|s
Senhora|f|s
Signor|m|s
Signora|f|s
Sœur|f|s
Frère|m|s
Père|m|s
Mère|f|s
Dom|m|s
"""), case="proper")

# form | origin | place: start = the family name may begin with it, inside = only between names
write("particle", SCRIPT, "particles inside names; `case` lower/capital/both says how it is written, `glued` y where the rest follows without a space",
      "form origin case glued", table("""
de|fr|both|
d'|fr|both|y
du|fr|both|
des|fr|both|
de la|fr|both|
de l'|fr|both|y
de las|es|both|
de los|es|both|
del|es|both|
de el|es|lower|
de lo|es|lower|
la|fr|capital|
le|fr|capital|
les|fr|capital|
l'|fr|capital|y
los|es|capital|
las|es|capital|
y|es|lower|
e|pt|lower|
i|ca|lower|
da|pt|both|
das|pt|both|
do|pt|both|
dos|pt|both|
di|it|both|
della|it|both|
dello|it|both|
dell'|it|both|y
degli|it|both|
dalla|it|both|
dal|it|both|
dall'|it|both|y
delle|it|both|
dei|it|both|
de'|it|both|y
lo|it|capital|
van|nl|both|
van de|nl|both|
van den|nl|both|
van der|nl|both|
van het|nl|both|
van 't|nl|both|
van't|nl|both|
vander|nl|both|
vanden|nl|both|
ten|nl|both|
ter|nl|both|
te|nl|both|
den|nl|capital|
der|nl|both|
op de|nl|both|
op den|nl|both|
in 't|nl|both|
von|de|both|
von der|de|both|
von dem|de|both|
von den|de|both|
von und zu|de|lower|
vom|de|both|
zu|de|both|
zum|de|both|
zur|de|both|
af|sv|lower|
av|sv|lower|
ben|ar|both|
bin|ar|both|
ibn|ar|both|
bint|ar|both|
bent|ar|both|
Ben|ar|capital|
Bou|ar|capital|
Abou|ar|capital|
Abu|ar|capital|
Abd|ar|capital|
Abdel|ar|capital|
Abdul|ar|capital|
Abdoul|ar|capital|
Oum|ar|capital|
Umm|ar|capital|
Ould|ar|both|
Mint|ar|both|
Aït|ber|both|
Ait|ber|both|
Nath|ber|capital|
El|ar|capital|
Al|ar|capital|
al|ar|lower|
el|ar|lower|
al-|ar|both|y
el-|ar|both|y
ad-|ar|both|y
ed-|ar|both|y
an-|ar|both|y
en-|ar|both|y
ar-|ar|both|y
er-|ar|both|y
as-|ar|both|y
es-|ar|both|y
ash-|ar|both|y
ach-|ar|both|y
at-|ar|both|y
et-|ar|both|y
az-|ar|both|y
ez-|ar|both|y
Si|ar|capital|
Mc|en|capital|y
Mac|en|capital|y
O'|ga|capital|y
Ó|ga|capital|
Ní|ga|capital|
Fitz|en|capital|y
Saint|fr|capital|
Sainte|fr|capital|
San|es|capital|
Santa|es|capital|
St|fr|capital|
Ter|hy|capital|
Der|hy|capital|
bar|he|lower|
ha|he|lower|
a|af|lower|
N'|af|capital|y
M'|af|capital|y
D'|af|capital|y
Jr|en|capital|
Jr.|en|capital|
Junior|en|capital|
Sr|en|capital|
Sr.|en|capital|
fils|fr|lower|
père|fr|lower|
dit|fr|lower|
dite|fr|lower|
née|fr|lower|
né|fr|lower|
épouse|fr|lower|
veuve|fr|lower|
"""))

write("former", SCRIPT, "words before a function that is no longer, not yet or only for now held; `time` past, future, new, acting, late", "form gender number time", table("""
ancien|m|s|past
ancienne|f|s|past
anciens|m|p|past
anciennes|f|p|past
ancien(ne)|u|s|past
ancien(ne)s|u|p|past
ancien·ne|u|s|past
ancien·nes|u|p|past
ancien·ne·s|u|p|past
ex|u|u|past
ex-|u|u|past
précédent|m|s|past
précédente|f|s|past
précédents|m|p|past
précédentes|f|p|past
autrefois|u|u|past
jadis|u|u|past
précédemment|u|u|past
auparavant|u|u|past
sortant|m|s|past
sortante|f|s|past
sortants|m|p|past
sortantes|f|p|past
défunt|m|s|late
défunte|f|s|late
feu|m|s|late
futur|m|s|future
future|f|s|future
futurs|m|p|future
futures|f|p|future
prochain|m|s|future
prochaine|f|s|future
nouveau|m|s|new
nouvel|m|s|new
nouvelle|f|s|new
nouveaux|m|p|new
nouvelles|f|p|new
actuel|m|s|now
actuelle|f|s|now
actuels|m|p|now
actuelles|f|p|now
présent|m|s|now
présente|f|s|now
intérimaire|u|s|acting
par intérim|u|s|acting
a.i.|u|s|acting
p.i.|u|s|acting
"""))

write("elision", SCRIPT, "elided words: what stands before the apostrophe", "form full", table("""
l|le
d|de
j|je
m|me
t|te
s|se
n|ne
c|ce
qu|que
jusqu|jusque
lorsqu|lorsque
puisqu|puisque
quoiqu|quoique
quelqu|quelque
presqu|presque
parce qu|parce que
afin qu|afin que
bien qu|bien que
tandis qu|tandis que
entr|entre
"""))
write("elision-exception", SCRIPT, "words that hold an apostrophe and stay one token", "form", [(w,) for w in words("""
aujourd'hui, aujourd’hui, d'abord, d'accord, d'ailleurs, d'après, d'autant, d'ores, presqu'île, presqu'îles, prud'homme, prud'hommes, prud'homal, prud'homale, prud'homaux, prud'homales,
quelqu'un, quelqu'une, quelqu'un·e, grand'rue, Grand'Rue, grand'mère, grand'place, Grand'Place, main-d'œuvre, chef-d'œuvre, chefs-d'œuvre, hors-d'œuvre, rock'n'roll, pin's, O'Brien
""") if w not in {"d'abord", "d'accord", "d'ailleurs", "d'après", "d'autant", "d'ores"}])

# ---- function-adjective ------------------------------------------------------
ADJ = """
général|générale
délégué|déléguée
adjoint|adjointe
honoraire|honoraire
principal|principale
exécutif|exécutive
éditorial|éditoriale
diocésain|diocésaine
régional|régionale
national|nationale
départemental|départementale
territorial|territoriale
municipal|municipale
communal|communale
local|locale
académique|académique
fédéral|fédérale
confédéral|confédérale
provincial|provinciale
cantonal|cantonale
central|centrale
international|internationale
européen|européenne
mondial|mondiale
interministériel|interministérielle
ministériel|ministérielle
gouvernemental|gouvernementale
diplomatique|diplomatique
consulaire|consulaire
militaire|militaire
civil|civile
technique|technique
scientifique|scientifique
artistique|artistique
pédagogique|pédagogique
administratif|administrative
financier|financière
commercial|commerciale
juridique|juridique
judiciaire|judiciaire
politique|politique
économique|économique
social|sociale
culturel|culturelle
sportif|sportive
médical|médicale
opérationnel|opérationnelle
stratégique|stratégique
industriel|industrielle
spécial|spéciale
permanent|permanente
plénipotentiaire|plénipotentiaire
extraordinaire|extraordinaire
itinérant|itinérante
résident|résidente
suppléant|suppléante
titulaire|titulaire
intérimaire|intérimaire
associé|associée
associé gérant|associée gérante
fondateur|fondatrice
cofondateur|cofondatrice
gérant|gérante
émérite|émérite
agrégé|agrégée
certifié|certifiée
en chef|en chef
sénior|sénior
senior|senior
junior|junior
premier|première
second|seconde
haut|haute
grand|grande
élu|élue
désigné|désignée
nommé|nommée
sortant|sortante
référent|référente
coordonnateur|coordonnatrice
coordinateur|coordinatrice
instructeur|instructrice
chargé|chargée
conjoint|conjointe
unique|unique
doyen|doyenne
expert|experte
détaché|détachée
hospitalier|hospitalière
universitaire|universitaire
ordinaire|ordinaire
assistant|assistante
rapporteur|rapporteure
spécialisé|spécialisée
hors classe|hors classe
syndical|syndicale
parlementaire|parlementaire
communautaire|communautaire
métropolitain|métropolitaine
maritime|maritime
zonal|zonale
apostolique|apostolique
épiscopal|épiscopale
diocésain|diocésaine
d'honneur|d'honneur
"""
MORE = """
chargé de|m|s
chargée de|f|s
chargés de|m|p
chargées de|f|p
chargé(e) de|u|s
chargé·e de|u|s
par intérim|u|u
ad interim|u|u
a.i.|u|u
ad hoc|u|u
en exercice|u|u
en charge de|u|u
en titre|u|u
en second|u|u
en mission|u|u
en fonction|u|u
en poste|u|u
de plein exercice|u|u
de droit|u|u
à titre honoraire|u|u
"""
rows = []
for m, f in table(ADJ):
    if m == f:
        many = plural_word(m) if " " not in m and "'" not in m else m
        rows += [(m, "u", "s" if many != m else "u"), (many, "u", "p" if many != m else "u")]
    else:
        rows += [(m, "m", "s"), (f, "f", "s"), (" ".join(plural_word(w) for w in m.split()), "m", "p"), (" ".join(plural_word(w) for w in f.split()), "f", "p")]
        if " " not in m and f == m + "e":
            rows += [(m + mark, "u", n) for mark, n in [("(e)", "s"), ("·e", "s"), (".e", "s"), ("(e)s", "p"), ("·es", "p"), ("·e·s", "p")]]
rows += list(table(MORE))
write("function-adjective", SCRIPT, "adjectives and set phrases inside the name of a function", "form gender number", rows)

# ---- verbs -------------------------------------------------------------------


def third_person(lemma):
    """Third-person forms of a regular -er verb: present, past, imperfect, future, with its auxiliary."""
    stem = lemma[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    strong = {"rappeler": "rappell", "appeler": "appell", "répéter": "répèt", "suggérer": "suggèr", "réitérer": "réitèr", "révéler": "révèl", "considérer": "considèr", "espérer": "espèr",
              "accélérer": "accélèr", "célébrer": "célèbr", "remettre": "remett", "décéder": "décèd", "succéder": "succèd", "concéder": "concèd"}.get(lemma, stem)
    return [(strong + "e", "s", "present"), (strong + "ent", "p", "present"), (soft + "ait", "s", "imperfect"), (soft + "a", "s", "past"), (stem + "èrent", "p", "past"),
            (strong + "era", "s", "future"), (strong + "eront", "p", "future"), (f"a {stem}é", "s", "past"), (f"ont {stem}é", "p", "past"), (f"avait {stem}é", "s", "past"),
            (f"aura {stem}é", "s", "past"), (soft + "ant", "u", "gerund")]


IRREGULAR_SPEECH = """
dire|dit|disent|a dit|ont dit|disait|dira
redire|redit|redisent|a redit|ont redit|redisait|redira
prédire|prédit|prédisent|a prédit|ont prédit|prédisait|prédira
écrire|écrit|écrivent|a écrit|ont écrit|écrivait|écrira
souscrire|souscrit|souscrivent|a souscrit|ont souscrit|souscrivait|souscrira
se réjouir|se réjouit|se réjouissent|s'est réjoui|se sont réjouis|se réjouissait|se réjouira
se réjouir|se réjouit|se réjouissent|s'est réjouie|se sont réjouies|se réjouissait|se réjouira
se féliciter|se félicite|se félicitent|s'est félicité|se sont félicités|se félicitait|se félicitera
se féliciter|se félicite|se félicitent|s'est félicitée|se sont félicitées|se félicitait|se félicitera
s'engager|s'engage|s'engagent|s'est engagé|se sont engagés|s'engageait|s'engagera
s'engager|s'engage|s'engagent|s'est engagée|se sont engagées|s'engageait|s'engagera
promettre|promet|promettent|a promis|ont promis|promettait|promettra
admettre|admet|admettent|a admis|ont admis|admettait|admettra
reconnaître|reconnaît|reconnaissent|a reconnu|ont reconnu|reconnaissait|reconnaîtra
répondre|répond|répondent|a répondu|ont répondu|répondait|répondra
poursuivre|poursuit|poursuivent|a poursuivi|ont poursuivi|poursuivait|poursuivra
conclure|conclut|concluent|a conclu|ont conclu|concluait|conclura
prévenir|prévient|préviennent|a prévenu|ont prévenu|prévenait|préviendra
convenir|convient|conviennent|a convenu|ont convenu|convenait|conviendra
s'exclamer|s'exclame|s'exclament|s'est exclamé|se sont exclamés|s'exclamait|s'exclamera
s'exclamer|s'exclame|s'exclament|s'est exclamée|se sont exclamées|s'exclamait|s'exclamera
s'indigner|s'indigne|s'indignent|s'est indigné|se sont indignés|s'indignait|s'indignera
s'indigner|s'indigne|s'indignent|s'est indignée|se sont indignées|s'indignait|s'indignera
faire savoir|fait savoir|font savoir|a fait savoir|ont fait savoir|faisait savoir|fera savoir
faire valoir|fait valoir|font valoir|a fait valoir|ont fait valoir|faisait valoir|fera valoir
mettre en avant|met en avant|mettent en avant|a mis en avant|ont mis en avant|mettait en avant|mettra en avant
mettre en garde|met en garde|mettent en garde|a mis en garde|ont mis en garde|mettait en garde|mettra en garde
tenir à|tient à|tiennent à|a tenu à|ont tenu à|tenait à|tiendra à
maintenir|maintient|maintiennent|a maintenu|ont maintenu|maintenait|maintiendra
soutenir|soutient|soutiennent|a soutenu|ont soutenu|soutenait|soutiendra
rendre hommage|rend hommage|rendent hommage|a rendu hommage|ont rendu hommage|rendait hommage|rendra hommage
exprimer|exprime|expriment|a exprimé|ont exprimé|exprimait|exprimera
appeler à|appelle à|appellent à|a appelé à|ont appelé à|appelait à|appellera à
"""
SPEECH = words("""
déclarer, annoncer, affirmer, ajouter, assurer, souligner, indiquer, préciser, rappeler, expliquer, commenter, confirmer, estimer, considérer, observer, noter, constater, insister, marteler, plaider,
résumer, détailler, analyser, témoigner, raconter, relater, confier, avouer, concéder, nuancer, tempérer, objecter, rétorquer, répliquer, lancer, clamer, proclamer, répéter, réitérer, réaffirmer, regretter,
déplorer, dénoncer, condamner, saluer, féliciter, remercier, louer, encourager, inviter, exhorter, appeler, alerter, informer, signaler, révéler, dévoiler, suggérer, proposer, demander, réclamer, exiger, interroger,
espérer, souhaiter, juger, penser, évoquer, mentionner, citer, argumenter, argüer, démentir, nier, contester, critiquer, protester, avertir, conseiller, recommander, enjoindre, certifier, garantir, jurer, énoncer,
exposer, présenter, communiquer, conclure, compléter, enchaîner, renchérir, s'interroger, préconiser, prôner, revendiquer, justifier, dicter, accuser, prononcer, adresser, ironiser, plaisanter, pointer
""")
AMBIG_SPEECH = {"ajouter", "assurer", "observer", "noter", "lancer", "louer", "inviter", "présenter", "citer", "exposer", "adresser", "demander", "proposer", "proclamer", "compléter", "conclure",
                "appeler", "penser", "juger", "pointer", "communiquer", "garantir", "signaler", "accuser", "poursuivre", "maintenir", "soutenir", "souscrire", "convenir", "conseiller", "confier",
                "encourager", "exiger", "informer", "prononcer", "dicter", "se"}
rows = []
for lemma in SPEECH:
    if lemma.endswith("er") and not lemma.startswith("s'") and lemma not in ("argüer",):
        rows += [(f, lemma, n, t, "y" if lemma in AMBIG_SPEECH else "") for f, n, t in third_person(lemma)]
for line in table(IRREGULAR_SPEECH):
    lemma, mark = line[0], "y" if line[0] in AMBIG_SPEECH else ""
    for form, n, t in zip(line[1:], "spspss", ["present", "present", "past", "past", "imperfect", "future"]):
        rows.append((form, lemma, n, t, mark))
for f, n, t in [("dément", "s", "present"), ("démentent", "p", "present"), ("a démenti", "s", "past"), ("ont démenti", "p", "past"), ("avertit", "s", "present"), ("a averti", "s", "past"),
                ("garantit", "s", "present"), ("a garanti", "s", "past")]:
    rows.append((f, "", n, t, ""))
write("speech-verb", SCRIPT, "verbs of speech and communication, third-person forms", "form lemma number tense ambiguous", rows)

REFLEXIVE = words("se rendre:rend:rendent:rendu:rendra, s'entretenir:entretient:entretiennent:entretenu:entretiendra, se déplacer:déplace:déplacent:déplacé:déplacera, "
                  "se recueillir:recueille:recueillent:recueilli:recueillera, se réunir:réunit:réunissent:réuni:réunira, s'exprimer:exprime:expriment:exprimé:exprimera, "
                  "se joindre:joint:joignent:joint:joindra, s'envoler:envole:envolent:envolé:envolera, se retrouver:retrouve:retrouvent:retrouvé:retrouvera, "
                  "s'adresser:adresse:adressent:adressé:adressera, se présenter:présente:présentent:présenté:présentera, s'éteindre:éteint:éteignent:éteint:éteindra")
rows = []
for entry in REFLEXIVE:
    lemma, s, p, part, future = entry.split(":")
    pre = "s'" if lemma.startswith("s'") else "se "
    rows += [(pre + s, lemma, "s", "present"), (pre + p, lemma, "p", "present"), (f"s'est {part}", lemma, "s", "past"), (f"s'est {part}e", lemma, "s", "past"),
             (f"se sont {part}s", lemma, "p", "past"), (f"se sont {part}es", lemma, "p", "past"), (pre + future, lemma, "s", "future"), (pre + future[:-1] + "ont", lemma, "p", "future"),
             (f"s'était {part}", lemma, "s", "past"), (f"s'était {part}e", lemma, "s", "past")]
for lemma in words("rencontrer, visiter, saluer, présider, coprésider, inaugurer, accompagner, animer, modérer, diriger, piloter, coordonner, représenter, signer, cosigner, parapher, nommer, remplacer, succéder, décorer, "
                   "féliciter, remercier, honorer, assister, participer, intervenir, échanger, dialoguer, déjeuner, dîner, séjourner, arriver, décéder, naître, étudier, enseigner, rejoindre, effectuer, entamer, "
                   "incarner, cumuler, démissionner, prêter serment, occuper, exercer, codiriger, lancer, poser, dévoiler, déposer, célébrer, commémorer, installer"):
    if lemma.endswith("er"):
        rows += [(f, lemma, n, t) for f, n, t in third_person(lemma)]
for line in table("""
recevoir|reçoit|reçoivent|a reçu|ont reçu|recevait|recevra
accueillir|accueille|accueillent|a accueilli|ont accueilli|accueillait|accueillera
conduire|conduit|conduisent|a conduit|ont conduit|conduisait|conduira
intervenir|intervient|interviennent|est intervenu|sont intervenus|intervenait|interviendra
intervenir|intervient|interviennent|est intervenue|sont intervenues|intervenait|interviendra
rejoindre|rejoint|rejoignent|a rejoint|ont rejoint|rejoignait|rejoindra
remettre|remet|remettent|a remis|ont remis|remettait|remettra
prendre la parole|prend la parole|prennent la parole|a pris la parole|ont pris la parole|prenait la parole|prendra la parole
prendre ses fonctions|prend ses fonctions|prennent leurs fonctions|a pris ses fonctions|ont pris leurs fonctions|prenait ses fonctions|prendra ses fonctions
prêter serment|prête serment|prêtent serment|a prêté serment|ont prêté serment|prêtait serment|prêtera serment
effectuer une visite|effectue une visite|effectuent une visite|a effectué une visite|ont effectué une visite|effectuait une visite|effectuera une visite
effectuer un déplacement|effectue un déplacement|effectuent un déplacement|a effectué un déplacement|ont effectué un déplacement|effectuait un déplacement|effectuera un déplacement
naître|naît|naissent|est né|sont nés|naissait|naîtra
naître|naît|naissent|est née|sont nées|naissait|naîtra
mourir|meurt|meurent|est mort|sont morts|mourait|mourra
mourir|meurt|meurent|est morte|sont mortes|mourait|mourra
décéder|décède|décèdent|est décédé|sont décédés|décédait|décédera
décéder|décède|décèdent|est décédée|sont décédées|décédait|décédera
arriver|arrive|arrivent|est arrivé|sont arrivés|arrivait|arrivera
arriver|arrive|arrivent|est arrivée|sont arrivées|arrivait|arrivera
être nommé|est nommé|sont nommés|a été nommé|ont été nommés|était nommé|sera nommé
être nommé|est nommée|sont nommées|a été nommée|ont été nommées|était nommée|sera nommée
être élu|est élu|sont élus|a été élu|ont été élus|était élu|sera élu
être élu|est élue|sont élues|a été élue|ont été élues|était élue|sera élue
être reçu|est reçu|sont reçus|a été reçu|ont été reçus|était reçu|sera reçu
être reçu|est reçue|sont reçues|a été reçue|ont été reçues|était reçue|sera reçue
être accueilli|est accueilli|sont accueillis|a été accueilli|ont été accueillis|était accueilli|sera accueilli
être accueilli|est accueillie|sont accueillies|a été accueillie|ont été accueillies|était accueillie|sera accueillie
devenir|devient|deviennent|est devenu|sont devenus|devenait|deviendra
devenir|devient|deviennent|est devenue|sont devenues|devenait|deviendra
"""):
    for form, n, t in zip(line[1:], "spspss", ["present", "present", "past", "past", "imperfect", "future"]):
        rows.append((form, line[0], n, t))
AMBIG_PERSON = {"lancer", "poser", "installer", "naître", "arriver", "devenir", "conduire", "remettre", "accueillir", "effectuer", "entamer", "représenter", "diriger", "occuper", "exercer", "remplacer",
                "recevoir", "accompagner", "visiter", "assister", "participer", "intervenir", "se retrouver", "se présenter", "se joindre", "se réunir", "rejoindre", "s'éteindre", "mourir", "honorer",
                "incarner", "animer", "déposer", "étudier", "échanger", "célébrer", "signer", "piloter", "coordonner", "dévoiler", "cumuler", "succéder", "s'adresser", "nommer", "se déplacer"}
write("person-verb", SCRIPT, "verbs of motion, meeting and office whose subject is nearly always a person, third-person forms", "form lemma number tense ambiguous",
      [(f, l, n, t, "y" if l in AMBIG_PERSON else "") for f, l, n, t in rows])

# Family names that stand before the given name. Those that are words of French or given names elsewhere stay out (Ma, Bai, Do, Mai, Song).
FAMILY_FIRST = words("""
Xi, Li, Wang, Zhang, Liu, Chen, Zhao, Huang, Zhou, Wu, Xu, Hu, Zhu, Guo, Lin, Gao, Luo, Zheng, Liang, Xie, Tang, Deng, Feng, Cao, Peng, Zeng, Xiao, Tian, Dong, Yuan, Cai, Jiang, Yu, Ye, Cheng, Wei, Ren, Shen, Yao, Cui, Zhong
Kim, Lee, Choi, Jeong, Kang, Cho, Yoon, Jang, Lim, Shin, Seo, Kwon, Hwang, Ahn, Hong
Nguyễn, Nguyen, Trần, Tran, Phạm, Pham, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Đinh, Trương, Lý, Đoàn, Tô, Lương, Lê, Cao, Tạ, Châu, Quách
""")
write("family-first", SCRIPT, "frequent family names of China, Korea and Vietnam, which stand before the given name", "form", [(f,) for f in sorted(set(FAMILY_FIRST))], case="proper")
