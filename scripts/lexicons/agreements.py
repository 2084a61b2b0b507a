"""Writes the lexicons of agreements: nouns, their type-naming complements, verbs in all their forms, nominalisations."""

from common import plural, plural_word, table, words, write

SCRIPT = "agreements.py"

# form | kind | ambiguous   (singular; the plural is made)
NOUNS = """
accord|agreement|
accord-cadre|agreement|
entente-cadre|agreement|
convention-programme|convention|
contrat-programme|contract|
accord cadre|agreement|
entente|agreement|y
compromis|agreement|y
accord de principe|agreement|
accord de siège|agreement|
accord d'association|agreement|
accord de paix|agreement|
accord de libre-échange|agreement|
accord de pêche|agreement|
accord de prêt|agreement|
accord de don|agreement|
accord de financement|agreement|
accord de garantie|agreement|
accord de coopération|agreement|
accord de partenariat|agreement|
accord de partenariat économique|agreement|
accord de défense|agreement|
accord d'entreprise|agreement|
accord de branche|agreement|
accord national interprofessionnel|agreement|
accord de méthode|agreement|
accord de performance collective|agreement|
accord de consortium|agreement|
accord de licence|agreement|
accord de confidentialité|agreement|
accord de réadmission|agreement|
accord de cessez-le-feu|ceasefire|
mémorandum|memorandum|
memorandum|memorandum|
mémorandum d'entente|memorandum|
mémorandum d'accord|memorandum|
mémorandum de coopération|memorandum|
mémorandum de compréhension|memorandum|
mémorandum de partenariat|memorandum|
mémo d'entente|memorandum|
protocole d'entente|memorandum|
memorandum of understanding|memorandum|
MoU|memorandum|
MOU|memorandum|
mémorandum d'intention|memorandum|
aide-mémoire|memorandum|y
convention|convention|y
convention-cadre|convention|
convention cadre|convention|
convention collective|convention|y
convention de partenariat|convention|
convention de financement|convention|
convention de coopération|convention|
convention de mécénat|convention|
convention de jumelage|convention|
convention de subvention|convention|
convention de crédit|convention|
convention de prêt|convention|
convention de mise à disposition|convention|
convention de recherche|convention|
convention d'objectifs|convention|
convention d'objectifs et de moyens|convention|
convention d'objectifs et de gestion|convention|
convention fiscale|convention|
convention pluriannuelle|convention|
convention tripartite|convention|
convention bilatérale|convention|
protocole|protocol|y
protocole d'accord|protocol|
protocole de coopération|protocol|
protocole de partenariat|protocol|
protocole d'intention|protocol|
protocole d'engagement|protocol|
protocole additionnel|protocol|
protocole financier|protocol|
protocole transactionnel|protocol|
traité|treaty|y
traité de paix|treaty|
traité d'amitié|treaty|
traité de coopération|treaty|
traité d'extradition|treaty|
traité d'adhésion|treaty|
déclaration conjointe|declaration|
déclaration commune|declaration|
déclaration d'intention|declaration|
déclaration conjointe d'intention|declaration|
déclaration commune d'intention|declaration|
déclaration d'intention conjointe|declaration|
déclaration politique|declaration|
déclaration de principes|declaration|
déclaration|declaration|y
lettre d'intention|letter_of_intent|
lettre d'intention commune|letter_of_intent|
lettre d'intention conjointe|letter_of_intent|
lettre d'engagement|letter_of_intent|
lettre d'entente|letter_of_intent|
manifestation d'intérêt|letter_of_intent|y
lettre d'intérêt|letter_of_intent|
contrat|contract|
contrat-cadre|contract|
contrat cadre|contract|
contrat de cession|contract|
contrat de vente|contract|
contrat de fourniture|contract|
contrat de concession|contract|
contrat de prêt|contract|
contrat de maintenance|contract|
contrat de partenariat|contract|
contrat de plan|contract|
contrat de ville|contract|
contrat de filière|contract|
contrat de relance|contract|
contrat d'objectifs|contract|
contrat d'objectifs et de performance|contract|
contrat d'objectifs et de moyens|contract|
contrat local de santé|contract|
contrat local de sécurité|contract|
contrat de sécurité intégrée|contract|
contrat de réciprocité|contract|
contrat d'exportation|contract|
contrat de licence|contract|
marché|contract|y
marché public|contract|
accord-cadre de fourniture|contract|
commande|contract|y
bon de commande|contract|
commande ferme|contract|
bail|contract|y
bail emphytéotique|contract|
concession|contract|y
délégation de service public|contract|
partenariat|partnership|
partenariat stratégique|partnership|
partenariat public-privé|partnership|
partenariat global|partnership|
partenariat d'exception|partnership|
alliance|partnership|y
coopération|partnership|y
jumelage|partnership|
pacte d'amitié|pact|
charte|charter|
charte d'engagement|charter|
charte d'engagements|charter|
charte de coopération|charter|
charte de partenariat|charter|
charte de bonne conduite|charter|
charte de bonnes pratiques|charter|
pacte|pact|
pacte de non-agression|pact|
pacte de stabilité|pact|
pacte de gouvernance|pact|
pacte territorial|pact|
pacte de coopération|pact|
pacte de solidarité|pact|
cessez-le-feu|ceasefire|
cessez le feu|ceasefire|
trêve|ceasefire|
armistice|ceasefire|y
cessation des hostilités|ceasefire|
accord de trêve|ceasefire|
arrangement|arrangement|y
arrangement administratif|arrangement|
arrangement technique|arrangement|
arrangement de coopération|arrangement|
arrangement de sécurité|arrangement|
feuille de route|roadmap|y
feuille de route commune|roadmap|
feuille de route conjointe|roadmap|
plan d'action conjoint|roadmap|
plan d'action commun|roadmap|
programme de coopération|roadmap|
programme exécutif|roadmap|
programme conjoint|roadmap|y
agenda commun|roadmap|
avenant|amendment|
amendement|amendment|y
acte additionnel|amendment|
accord modificatif|amendment|
échange de lettres|exchange_of_letters|
échange de notes|exchange_of_letters|
échange de notes verbales|exchange_of_letters|
procès-verbal d'accord|agreement|
relevé de conclusions|agreement|y
"""
INVARIABLE = {"cessez-le-feu", "cessez le feu", "cessation des hostilités", "MoU", "MOU", "memorandum of understanding", "compromis",
              "relevé de conclusions", "aide-mémoire"}
PLURALS = {"accord-cadre": "accords-cadres", "convention-cadre": "conventions-cadres", "contrat-cadre": "contrats-cadres",
           "accord-cadre de fourniture": "accords-cadres de fourniture", "mémorandum": "mémorandums", "memorandum": "memoranda",
           "bail": "baux", "bail emphytéotique": "baux emphytéotiques", "procès-verbal d'accord": "procès-verbaux d'accord",
           "accord de libre-échange": "accords de libre-échange", "délégation de service public": "délégations de service public",
           "partenariat public-privé": "partenariats public-privé", "déclaration conjointe d'intention": "déclarations conjointes d'intention"}
rows = []
for form, kind, ambiguous in table(NOUNS):
    rows.append((form, kind, "u" if form == "aide-mémoire" else "s", ambiguous, ""))
    many = form if form in INVARIABLE else PLURALS.get(form, plural(form))
    if many != form:
        rows.append((many, kind, "p", ambiguous, form))
rows += [("accords-cadre", "agreement", "p", "", "accord-cadre"), ("memorandums", "memorandum", "p", "", "memorandum"),
         ("mémoranda", "memorandum", "p", "", "mémorandum"), ("mémorandums d'entente", "memorandum", "p", "", "mémorandum d'entente"),
         ("lettres d'intentions", "letter_of_intent", "p", "", "lettre d'intention")]
write("agreement-noun", SCRIPT, "nouns that name a pact, with its kind; `singular` for a plural form", "form kind number ambiguous singular", rows)

ADJECTIVES = words("""
bilatéral, trilatéral, multilatéral, quadrilatéral, tripartite, bipartite, quadripartite, intergouvernemental, interministériel, interprofessionnel, interinstitutionnel
international, régional, national, départemental, local, européen, mondial, global, général, sectoriel, spécifique, territorial
conjoint, commun, mutuel, réciproque, définitif, provisoire, préliminaire, intérimaire, transitoire, additionnel, complémentaire, modificatif, annexe, final, initial, pluriannuel, annuel
triennal, quinquennal, décennal, administratif, technique, financier, commercial, économique, militaire, fiscal, douanier, judiciaire, culturel, scientifique, universitaire, académique, migratoire
social, collectif, climatique, environnemental, énergétique, nucléaire, sanitaire, agricole, industriel, aérien, maritime, minier, monétaire, politique, diplomatique, stratégique, opérationnel
transactionnel, transfrontalier, historique, ambitieux, nouveau, premier, inédit, exclusif, ferme, contraignant, renforcé, élargi, rénové, révisé, actualisé, consolidé, type, exécutif
pastoral, foncier, préventif, commun, partenarial, pratique, phytosanitaire, zoosanitaire, vétérinaire, humanitaire, logistique, sécuritaire, biennal, quadriennal, particulier, revitalisé, amiable, étendu, interétatique, inter-États, interrégional, intercantonal, sous-régional, bicommunautaire, intercommunal, intérimaire, salarial, paritaire
""")
COMPLEMENTS = words("""
cadre, -cadre, d'entente, d'accord, d'intention, d'engagement, d'engagements, d'association, d'adhésion, d'amitié, d'alliance, d'application, d'exécution, d'exploitation, d'exportation, d'extradition
d'entraide, d'entraide judiciaire, d'équivalence, d'échange, d'échanges, d'étape, d'investissement, d'assistance, d'assistance mutuelle, d'assistance technique, d'objectifs, d'objectifs et de moyens
d'objectifs et de gestion, d'objectifs et de performance, d'occupation, d'usage, d'utilisation, d'accès, d'accueil, d'achat, d'acquisition, d'approvisionnement, d'affiliation, d'apport, d'entreprise
d'intéressement, d'interopérabilité, d'hébergement, d'installation, d'aide, d'appui, d'asile, d'affrètement, d'armement, d'accessibilité, d'insertion, d'emprunt, d'étude, d'études, d'itinérance, d'option
de coopération, de coopération bilatérale, de coopération décentralisée, de coopération scientifique, de coopération technique, de coopération militaire, de coopération transfrontalière
de coopération judiciaire, de coopération culturelle, de coopération financière, de coopération universitaire, de coopération policière, de coopération administrative, de coopération sanitaire
de coopération économique, de coopération renforcée, de coopération stratégique, de coopération mémorielle, de coopération énergétique, de coopération douanière, de coopération agricole
de partenariat, de partenariat stratégique, de partenariat économique, de partenariat renforcé, de partenariat public-privé, de partenariat global, de financement, de cofinancement, de prêt, de crédit
de don, de garantie, de subvention, de mécénat, de parrainage, de jumelage, de paix, de paix et de réconciliation, de réconciliation, de trêve, de cessez-le-feu, de principe, de principes, de siège
de défense, de défense mutuelle, de sécurité, de sécurité sociale, de sécurité intégrée, de non-agression, de non-prolifération, de désarmement, de libre-échange, de libre circulation, de commerce
de pêche, de réadmission, de rapatriement, de transit, de transport, de transports aériens, de service, de services, de services aériens, de recherche, de recherche et développement, de codéveloppement
de développement, de développement durable, de licence, de confidentialité, de consortium, de cession, de vente, de fourniture, de concession, de délégation, de gestion, de maîtrise d'œuvre
de maîtrise d'ouvrage, de maintenance, de location, de bail, de fusion, de rachat, de cession de parts, de distribution, de commercialisation, de coproduction, de coédition, de production, de sous-traitance
de plan, de ville, de filière, de branche, de méthode, de performance, de performance collective, de relance, de relance et de transition écologique, de réciprocité, de territoire, de ruralité, de rivière
de solidarité, de stabilité, de gouvernance, de gouvernement, de coalition, de bonne conduite, de bonnes pratiques, de bon voisinage, de voisinage, de mise à disposition, de mise en œuvre, de mobilité
de mobilité étudiante, de double diplôme, de double diplomation, de double imposition, de non-double imposition, de non double imposition, de reconnaissance, de reconnaissance mutuelle, de retrait, de sortie
de normalisation, de restitution, de dépôt, de prestation, de prestations, de travail, de formation, de stage, de restructuration, de rééchelonnement, de règlement, de compréhension, de collaboration
de contribution, de participation, de protection, de protection des investissements, de promotion, de partage, de partage de données, de partage de production, de raccordement, de revitalisation, de site
de transition, de transition écologique, de transfert, de transfert de technologie, de transaction, de transformation, de veille, de vie, de zone, de conciliation, de médiation, de désengagement
de désescalade, de démilitarisation, de délimitation, de démarcation, de frontière, de frontières, de tutelle, de statut, de statut des forces, de stationnement, de soutien, de standardisation, de programme
de base, d'équipement, d'exclusivité, de modulation, de validation, de fin de conflit, de délégation de service public, de performance énergétique
de progrès, de modernisation, de numérisation, de lutte contre la fraude, de prévention, de continuité, de compensation, de change, de swap, de troc, de droits, de douane, de création, de fonctionnement
de fiducie, de groupement, de labellisation, de laïcité, de mandat, de modération, de neutralité, de parité, de parenté, de port, de portage, de représentation, de sauvegarde, de télétravail, de tiers-lieu
""")
rows = []
PLURAL_M = {"final": "finaux", "naval": "navals", "nouveau": "nouveaux"}
FEM = {"nouveau": "nouvelle", "premier": "première", "exclusif": "exclusive", "collectif": "collective", "commun": "commune", "inter-États": "inter-États", "type": "type",
       "définitif": "définitive", "exécutif": "exécutive", "administratif": "administrative", "modificatif": "modificative", "ambitieux": "ambitieuse", "foncier": "foncière", "préventif": "préventive", "financier": "financière",
       "minier": "minière", "particulier": "particulière", "douanier": "douanière", "transfrontalier": "transfrontalière", "européen": "européenne", "aérien": "aérienne"}
for adj in ADJECTIVES:
    if adj in FEM:
        fem = FEM[adj]
    elif adj.endswith("e"):
        fem = adj
    elif adj.endswith("el"):
        fem = adj + "le"
    else:
        fem = adj + "e"
    if adj in ("inter-États",):
        rows.append((adj, "adjective"))
        continue
    rows += [(adj, "adjective"), (fem, "adjective"), (PLURAL_M.get(adj, plural_word(adj)), "adjective"), (plural_word(fem), "adjective")]
rows += [(c.removeprefix("-"), "complement") for c in COMPLEMENTS]
write("agreement-adjective", SCRIPT, "adjectives and type-naming complements without article that belong to an agreement's head", "form kind", rows)

# ---- verbs -----------------------------------------------------------------
# infinitive | group | stem(s) | status | ambiguous
# groups: er (with its own present/future/participle quirks given), ir2 (finir), or all forms written out
ER = """
signer|signed
parapher|signed
cosigner|signed
contresigner|signed
sceller|signed
formaliser|signed
officialiser|signed
concrétiser|signed
acter|signed
finaliser|signed
approuver|adopted
adopter|adopted
ratifier|adopted
entériner|adopted
valider|adopted
homologuer|adopted
voter|adopted
avaliser|adopted
autoriser|planned
dénoncer|ended
rejeter|ended
résilier|ended
abroger|ended
annuler|ended
violer|mentioned
respecter|mentioned
invoquer|mentioned
saluer|mentioned
évoquer|mentioned
négocier|negotiating
renégocier|negotiating
discuter|negotiating
élaborer|negotiating
préparer|negotiating
entamer|negotiating
prolonger|renewed
proroger|renewed
renouveler|renewed
amender|renewed
réviser|renewed
actualiser|renewed
élargir|renewed
appliquer|in_force
exécuter|in_force
expirer|ended
nouer|signed
passer|signed
décrocher|signed
remporter|signed
attribuer|signed
notifier|signed
échanger|signed
accepter|signed
annoncer|planned
prévoir|planned
envisager|planned
lancer|planned
"""
AMBIGUOUS = {"violer", "respecter", "invoquer", "saluer", "évoquer", "discuter", "élaborer", "préparer", "entamer", "passer", "remporter", "attribuer", "notifier",
             "échanger", "accepter", "annoncer", "envisager", "lancer", "appliquer", "exécuter", "élargir", "actualiser", "autoriser", "voter", "annuler", "acter", "finaliser",
             "concrétiser", "prévoir", "ouvrir", "établir", "instituer", "concevoir"}
out = []


def add(lemma, status, forms, tense, voice="active"):
    for form in forms:
        out.append((form, lemma, status, tense, voice, "y" if lemma in AMBIGUOUS else ""))


def participle(lemma, status, m):
    """Past participle forms: active after avoir, passive after être."""
    add(lemma, status, [m, m if m.endswith("s") else m + "s", m + "e", m + "es"], "participle", "")


def soft(stem):
    """Spelling of a stem before a and o: c → ç, g → ge."""
    return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem


def er_verb(lemma, status):
    stem = lemma[:-2]
    strong = {"sceller": "scell", "renouveler": "renouvell", "rejeter": "rejett"}.get(lemma, stem)
    future = {"renouveler": "renouveller", "rejeter": "rejetter"}.get(lemma, lemma)
    so = soft(stem)
    add(lemma, status, [lemma], "infinitive")
    add(lemma, status, [strong + "e", strong + "ent"], "present")
    add(lemma, status, [stem + "ons"], "present")
    add(lemma, status, [so + "ait", so + "aient"], "imperfect")
    add(lemma, status, [so + "a", stem + "èrent"], "past")
    add(lemma, status, [future + "a", future + "ont"], "future")
    add(lemma, status, [future + "ait", future + "aient"], "conditional")
    add(lemma, status, [so + "ant"], "gerund")
    participle(lemma, status, stem + "é")


for lemma, status in table(ER):
    if lemma.endswith("er"):
        er_verb(lemma, status)

# Irregular verbs: lemma | status | present s, p | imperfect stem | past s, p | future stem | gerund | participle m
IRREGULAR = """
conclure|signed|conclut|concluent|conclu|conclut|conclurent|conclur|concluant|conclu
rompre|ended|rompt|rompent|romp|rompit|rompirent|rompr|rompant|rompu
suspendre|ended|suspend|suspendent|suspend|suspendit|suspendirent|suspendr|suspendant|suspendu
reconduire|renewed|reconduit|reconduisent|reconduis|reconduisit|reconduisirent|reconduir|reconduisant|reconduit
étendre|renewed|étend|étendent|étend|étendit|étendirent|étendr|étendant|étendu
élargir|renewed|élargit|élargissent|élargiss|élargit|élargirent|élargir|élargissant|élargi
établir|signed|établit|établissent|établiss|établit|établirent|établir|établissant|établi
souscrire|signed|souscrit|souscrivent|souscriv|souscrivit|souscrivirent|souscrir|souscrivant|souscrit
prévoir|planned|prévoit|prévoient|prévoy|prévit|prévirent|prévoir|prévoyant|prévu
promouvoir|mentioned|promeut|promeuvent|promouv|promut|promurent|promouvr|promouvant|promu
convenir|signed|convient|conviennent|conven|convint|convinrent|conviendr|convenant|convenu
parvenir|signed|parvient|parviennent|parven|parvint|parvinrent|parviendr|parvenant|parvenu
aboutir|signed|aboutit|aboutissent|aboutiss|aboutit|aboutirent|aboutir|aboutissant|abouti
""".strip().splitlines()
for line in IRREGULAR:
    lemma, status, ps, pp, imp, as_, ap, fut, ger, part = line.split("|")
    add(lemma, status, [lemma], "infinitive")
    add(lemma, status, [ps, pp], "present")
    add(lemma, status, [imp + "ait", imp + "aient"], "imperfect")
    add(lemma, status, [as_, ap], "past")
    add(lemma, status, [fut + "a", fut + "ont"], "future")
    add(lemma, status, [fut + "ait", fut + "aient"], "conditional")
    add(lemma, status, [ger], "gerund")
    participle(lemma, status, part)


def phrase(lemma, status, forms):
    """A verb of several words: (form, tense) pairs."""
    for form, tense in forms:
        out.append((form, lemma, status, tense, "active", ""))


ENTRER = [("entrer", "infinitive"), ("entre", "present"), ("entrent", "present"), ("entrait", "imperfect"), ("entraient", "imperfect"), ("entra", "past"), ("entrèrent", "past"),
          ("entrera", "future"), ("entreront", "future"), ("entrerait", "conditional"), ("entreraient", "conditional"), ("entrant", "gerund"),
          ("entré", "participle"), ("entrée", "participle"), ("entrés", "participle"), ("entrées", "participle")]
for tail in ("en vigueur", "en application"):
    phrase(f"entrer {tail}", "in_force", [(f"{f} {tail}", t) for f, t in ENTRER if not (f == "entrée")])
    phrase(f"entrer {tail}", "in_force", [(f"{f} {tail}", "past") for f in ("est entré", "est entrée", "sont entrés", "sont entrées", "soit entré", "soit entrée")])
phrase("être en vigueur", "in_force", [("est en vigueur", "present"), ("sont en vigueur", "present"), ("était en vigueur", "imperfect"), ("reste en vigueur", "present"),
                                       ("demeure en vigueur", "present"), ("restent en vigueur", "present"), ("est en application", "present"), ("actuellement en vigueur", "present"),
                                       ("toujours en vigueur", "present"), ("prend effet", "present"), ("prendra effet", "future"), ("a pris effet", "past"), ("prit effet", "past"),
                                       ("prennent effet", "present"), ("prendront effet", "future"), ("prenait effet", "imperfect"), ("devant prendre effet", "future")])
phrase("prendre fin", "ended", [("prend fin", "present"), ("prennent fin", "present"), ("a pris fin", "past"), ("prit fin", "past"), ("prendra fin", "future"), ("prendront fin", "future"),
                                ("prenait fin", "imperfect"), ("prendre fin", "infinitive"), ("arrive à échéance", "present"), ("arrivera à échéance", "future"),
                                ("est arrivé à échéance", "past"), ("est arrivée à échéance", "past"), ("arrivait à échéance", "imperfect"), ("arrivant à échéance", "gerund"),
                                ("arrivé à échéance", "participle"), ("arrivée à échéance", "participle"), ("vient à expiration", "present"), ("viendra à expiration", "future"),
                                ("est caduc", "present"), ("est caduque", "present"), ("devenu caduc", "participle"), ("devenue caduque", "participle")])
for aux, tense in [("mettre fin", "infinitive"), ("met fin", "present"), ("mettent fin", "present"), ("a mis fin", "past"), ("ont mis fin", "past"), ("mit fin", "past"),
                   ("mettra fin", "future"), ("mettront fin", "future"), ("mettant fin", "gerund"), ("mis fin", "participle")]:
    phrase("mettre fin", "ended", [(aux, tense)])
for aux, tense in [("se retirer", "infinitive"), ("se retire", "present"), ("s'est retiré", "past"), ("s'est retirée", "past"), ("se sont retirés", "past"), ("se retirera", "future")]:
    phrase("se retirer", "ended", [(aux, tense)])
phrase("trouver un accord", "signed", [("trouver un accord", "infinitive"), ("ont trouvé un accord", "past"), ("a trouvé un accord", "past"), ("sont parvenus à", "past"), ("est parvenu à", "past"),
                                       ("est parvenue à", "past"), ("sont parvenues à", "past"), ("ont abouti à", "past"), ("a abouti à", "past"), ("sont convenus", "past"), ("sont convenues", "past")])
phrase("faire l'objet", "mentioned", [("fait l'objet", "present"), ("font l'objet", "present"), ("a fait l'objet", "past"), ("ont fait l'objet", "past")])
phrase("être en négociation", "negotiating", [("en négociation", "present"), ("en cours de négociation", "present"), ("en discussion", "present"), ("en cours de discussion", "present"),
                                              ("en cours d'élaboration", "present"), ("en cours de finalisation", "present"), ("en préparation", "present"), ("en cours de préparation", "present"),
                                              ("en pourparlers", "present"), ("est en cours de négociation", "present"), ("sont en cours de négociation", "present")])
phrase("être en signature", "planned", [("en attente de signature", "present"), ("en cours de signature", "present"), ("prêt à être signé", "present"), ("prête à être signée", "present"),
                                        ("doit être signé", "future"), ("doit être signée", "future"), ("doivent être signés", "future"), ("doivent être signées", "future"),
                                        ("devrait être signé", "conditional"), ("devrait être signée", "conditional"), ("devraient être signés", "conditional"), ("devraient être signées", "conditional"),
                                        ("en vue de la signature", "future"), ("s'apprêtent à signer", "future"), ("s'apprête à signer", "future"), ("reste à signer", "future"),
                                        ("est prévue", "future"), ("est prévu", "future")])
phrase("être en ratification", "signed", [("en cours de ratification", "present"), ("en attente de ratification", "present")])
phrase("entrer en négociation", "negotiating", [("ont ouvert des négociations", "past"), ("ouvriront des négociations", "planned")])
out = [(f, l, s, "future" if t == "planned" else t, v, a) for f, l, s, t, v, a in out]
write("agreement-verb", SCRIPT, "verbs whose object or subject is an agreement, third-person forms, infinitives and participles, with the status they give it",
      "form lemma status tense voice ambiguous", out)

NOMINAL = """
signature|signed
paraphe|signed
cosignature|signed
conclusion|signed
finalisation|signed
formalisation|signed
cérémonie de signature|signed
séance de signature|signed
signature officielle|signed
signature solennelle|signed
passation|signed
attribution|signed
notification|signed
échange|signed
ratification|adopted
approbation|adopted
adoption|adopted
homologation|adopted
validation|adopted
entérinement|adopted
dénonciation|ended
résiliation|ended
rupture|ended
suspension|ended
expiration|ended
fin|ended
abrogation|ended
annulation|ended
échéance|ended
terme|ended
retrait|ended
caducité|ended
négociation|negotiating
renégociation|negotiating
discussion|negotiating
pourparlers|negotiating
élaboration|negotiating
préparation|negotiating
ouverture des négociations|negotiating
ouverture de négociations|negotiating
projet|negotiating
renouvellement|renewed
prolongation|renewed
prorogation|renewed
reconduction|renewed
révision|renewed
extension|renewed
élargissement|renewed
actualisation|renewed
tacite reconduction|renewed
entrée en vigueur|in_force
prise d'effet|in_force
entrée en application|in_force
application|in_force
mise en œuvre|in_force
mise en application|in_force
exécution|in_force
annonce|planned
perspective|planned
lancement|planned
"""
SURE = {"signature", "approbation", "paraphe", "cosignature", "cérémonie de signature", "séance de signature", "signature officielle", "signature solennelle", "ratification", "entrée en vigueur",
        "renégociation", "tacite reconduction", "prise d'effet", "ouverture des négociations", "ouverture de négociations", "dénonciation", "résiliation", "renouvellement", "reconduction",
        "prorogation", "entrée en application", "conclusion", "négociation"}
rows = []
for form, status in table(NOMINAL):
    mark = "" if form in SURE else "y"
    rows.append((form, status, "s" if form != "pourparlers" else "p", mark))
    if plural(form) != form:
        rows.append((plural(form), status, "p", mark))
write("agreement-nominal", SCRIPT, "nouns of what befalls an agreement, with the status they give it", "form status number ambiguous", rows)
