"""Writes the words that tell how far a function or a name reaches: adjectives of its complements, and grammatical words that end it."""

from common import forms_of, write
from french import adjectives as dictionary_adjectives, frequency, infinitives as dictionary_infinitives

SUFFIXES = ("al", "ale", "aux", "ales", "ique", "iques", "aire", "aires", "ien", "iens", "ienne", "iennes",
            "el", "els", "elle", "elles", "if", "ifs", "ive", "ives")


def words(text):
    return text.replace(",", " ").split()


# Words with such an ending that are no adjectives, or verbs as often.
NOT_ADJECTIVES = set(words("""
affaire affaires aire aires alien aliens amiral anal anale annales anneaux anniversaire anniversaires annuaire antibiotiques appel appelle appelles appels applique aquarelle archipel archive archives argumentaire arrive
arrives arsenal autel aux auquel auxquelles auxquels aval avale bal barreaux bateaux baux beaux bel belle belles bibliothécaire bien biens bocal bordel bourreaux boutique boutiques brique briques bureaux bénéficiaire
bénéficiaires cadeaux cal calcaire calcaires cale calvaire canal canaux cannelle caporal caramel carnaval carreaux cartel castel cathédrale cathédrales cavale celle celles centenaire cerveaux cervelle chaire chandelle
chapeaux chapelle chapelles chaux cheval chevaux chien chienne chiens chirurgien chirurgiens chorale chronique chroniques châteaux ciel ciseaux citadelle claires clique cliniques colonel combien commentaire commentaires
commissaire commissaires communique comédien comédienne comédiens convives corbeaux coteaux courriel courriels couteaux cristal cristaux critique critiques créneaux cultive céréales deal demoiselle demoiselles dentelle
desquelles desquels destinataire devienne deviens dictionnaire dictionnaires directive directives dispositif dispositifs distraire documentaire documentaires doive drapeaux drive duel duels duquel défaire dépositaire dérive
dérives détective diesel eaux elle elles entretien entretiens escale estuaire explique expliques extraire fabrique fabriques faire faisceaux festival ficelle ficelles filiale filiales fonctionnaire fonctionnaires
formulaire formulaires fourneaux gale gardien gardienne gardiens gel goal gâteaux gémeaux hôpital hôpitaux hôtel hôtels if implique indique initiative initiatives interpelle inventaire inventaires ive javel journal journaux
joyaux jumeaux jumelle jumelles label labels laquelle lequel lesquelles lesquels lessive lexique libraire libraires lien liens live lives locataire locataires locomotive locomotives logiciel logiciels mademoiselle maintien
maire maires mal mandataire manif manifs manteaux maréchal matériaux maux mercenaires miel mien mienne miennes miens miliciens milliardaire milliardaires millionnaire millionnaires moelle morceaux motel motif motifs motive
mousquetaires moustique moustiques musique musiques mémorial métal métaux métrique nickel nique niveaux notaire notaires nouveaux nouvel nouvelle nouvelles noyaux objectif objectifs obtiens oiseaux olive olives paire paires
pal panel panique panneaux parcelle parcelles parfaire partenaire partenaires pascale passerelle pastel peaux pelle pensionnaire pensionnaires perspective perspectives physicien pif pique piques pixel pixels plaire plateaux
pluriel polémique polémiques politicien politiciens portique portiques poteaux poubelle poubelles praticien praticiens pratique pratiques prestataire prestataires prive préservatif préservatifs préviens préparatifs
prérogatives pédale pédales pétales quel quelle quelles quels querelle querelles questionnaire quoique rafale rafales rameaux rappel rappelle rappelles rappels refaire reliques renouvelle repaire retiens revendique revienne
reviens rideaux rien rituel rituels rival rivale rivales rivaux rive rives rondelles rouleaux rubrique rubriques ruelle ruelles ruisseaux récidive réel référentiel régal régale rénale réplique répliques république
républiques réseaux rétrospective salaire salaires sale sales salive sanctuaire sandales satisfaire scandale scandales sceaux secrétaire secrétaires sel selle selles sels semelle sentinelle shérif sien sienne siennes siens
signal signale signaux soustraire soutien soutiens souviens spirale succursale succursales suive séminaire séminaires séquelles tableaux taire tarif tarifs taureaux taux technicien techniciens tel telle telles tels tentative
tentatives tien tienne tiens tonneaux tribunal tribunaux troupeaux travaux tunique tunnel tunnels tutelle tuyaux vaisseaux vaisselle val vassal vassaux vaux veaux vestiaire vestiaires viens violoncelle vive vives vocabulaire
voyelle voyelles échelle échelles éclaire étale étincelle étincelles itinéraire itinéraires adversaire adversaires originaire originaires actionnaire actionnaires propriétaire propriétaires sommaire signataire signataires
mécanicien magicien musicien musiciens historien historiens mathématicien informaticien pharmacien pharmaciens électricien technicienne ancien ancienne anciens anciennes actuel actuelle actuels actuelles
"""))

# Adjectives and participles of institutions that have other endings.
MORE = words("""
adapté adaptée africain africaine africaines africains allemand allemande anglaise animé animée armé armée armées associé associée associées associés autochtone autochtones autonome autonomes aviaire avancé avancée avancées
blindé blindée cantonal cantonale cellulaire chirurgical civil civile civiles civils combattants combattantes communale commun commune communes communs comparé comparée concerné concernés concertée constitué
contractuel courante cyclable décentralisé décentralisée déconcentré déconcentrée délégué déléguée déléguées délégués durable durables engagé engagée espagnol espagnole étendue étranger étrangère étrangères étrangers étudiant
étudiante étudiantes étudiants européen européenne européennes européens extérieur extérieure extérieures extérieurs ferré ferrée ferrées financier financière financières financiers foncier foncière foncières forestier
forestière forestières forestiers français française françaises frontalier frontalière fluvial fluviale fluviales fluviaux fongible gazier gazière généralisé gratuit hospitalier hospitalière hospitalières hospitaliers hydrologique
immobilier immobilière immobilières inférieure infectieuse infectieuses innovant innovante intégré intégrée intergénérationnelle intérieur intérieure intérieures intérieurs interarmées interministériel interministérielle
joint jointe libre libres littoral logistique malgache marchand marchande marchandes marchands marin marine marines maritime maritimes mécanisé mécanisée ménager mineur mineure mixte mixtes mobile mobiles moderne modernes
nigérien numérique ouvert ouverte ouvrier ouvrière paritaire patronal plein populaire portugais portugaise préscolaire privé privée privées privés public publics quotidienne rapide rapides régalien rattaché rattachée
réformé réformée relatif renforcé renforcée renouvelable renouvelables renouvelée réservé réuni réunie réunis réunies routier routière routières routiers rural russe secret secrète sénégalais serbe social souverain souveraine
suisse supérieur supérieure supérieures supérieurs technologique thématique transfrontalier transfrontalière transfrontaliers turc turque uni unie unies unis urbain urbaine urbaines urbains verte vertes vert verts vétérinaire
viticole agricole agricoles scolaire universitaire privilégié transitoire transitoires provisoire provisoires représentatif bilatérale bilatérales bilatéraux multilatérale multilatérales multilatéraux inclusif inclusive
préfectoral préfectorale épiscopale diocésain diocésaine paroissial paroissiale municipale portuaire portuaires aéroportuaire aéroportuaires ferroviaire halieutique halieutiques hydraulique agroalimentaires judiciaire
pénitentiaire pénitentiaires douanier douanière douanières doctoral doctorale doctorales émérite visiteur invité invitée invités chrétienne politique politiques arabe arabes océanographique océanographiques ouest-africaine immatériel immatérielle bancaires migratoire migratoires
élargi élargie élargis élargies bleu bleue bleus bleues blanc blanche blancs blanches rouge rouges noir noire noirs noires
""")

# Endings of adjectives that are nouns too, of those that go on after a noun as a rule (« les cafetiers namurois »).
RELATIONAL = SUFFIXES + ("ier", "iers", "ière", "ières", "ois", "oise", "oises", "ais", "aise", "aises", "ain", "ains", "aine", "aines", "in", "ine", "ins", "ines")
# Adjectives that stand before their noun, or count, or say when.
BEFORE_NOUNS = set(words("""
autre autres aucun aucune certain certaine certains certaines divers diverse diverses tel telle tels telles quel quelle quels quelles même mêmes premier première premiers premières dernier dernière derniers dernières prochain
prochaine prochains prochaines meilleur meilleure meilleurs meilleures plein pleine propre propres seul seule seuls seules nombreux nombreuse nombreuses quelque quelques chaque maint mainte plusieurs tout toute tous toutes
feu présent présente présents présentes absent absente absents absentes membre membres originaire originaires responsable responsables titulaire titulaires disponible disponibles capable capables content contente contents
contentes fier fière fiers fières heureux heureuse heureuses soucieux soucieuse soucieuses conscient consciente conscients conscientes prêt prête prêts prêtes apte aptes relatif relative relatifs relatives semblable semblables
pareil pareille pareils pareilles possible possibles nécessaire nécessaires important importante importants importantes favorable favorables hostile hostiles opposé bref brève matin mini janvier février juillet entier entière entiers entières
avenant avenants compétent compétente compétents compétentes suivant suivante suivants suivantes lundi samedi demain soudain pourtant vilain lointain latin métropolitain
"""))
freq = frequency()
alone, nouns = dictionary_adjectives()
listed = alone | {form for form in nouns if form.endswith(RELATIONAL)}
adjectives = set(MORE)
names = {form.lower() for form in forms_of("given-name") | forms_of("surname") | forms_of("country")}
adjectives |= {form for form in listed - BEFORE_NOUNS - NOT_ADJECTIVES - names
               if len(form) > 3 and form.isalpha() and not form.endswith(("ième", "ièmes")) and freq.get(form, 999) <= 680}
common = forms_of("common-word")
adjectives |= {form for form in common - NOT_ADJECTIVES if form.endswith(SUFFIXES) and len(form) > 3}
write("complement-adjective", "role_words.py", "adjectives that go on after a noun in the complement of a function (« conseil régional », « affaires étrangères »)", "form",
      [(form,) for form in sorted(adjectives)],
      source="hunspell-fr-classical 1:7.0-1 (Debian; Grammalecte « Classique » 7.0) for parts of speech, wordfreq 3.1.1 large_fr (PyPI) for frequencies; common-word.tsv; own list",
      licence="MPL-2.0 (dictionary), CC BY-SA 4.0 (wordfreq data), MIT OR Apache-2.0 (own)")

INFINITIVES = words("""
prendre mettre faire rendre répondre permettre suivre construire produire conduire poursuivre promouvoir recevoir voir pouvoir devoir savoir vouloir être avoir aller venir tenir devenir obtenir maintenir soutenir intervenir
prévenir entretenir ouvrir offrir partir sortir servir dormir courir parcourir lire dire écrire inscrire décrire vivre battre combattre débattre transmettre remettre soumettre comprendre apprendre entreprendre surprendre
reprendre attendre entendre étendre défendre dépendre vendre tendre descendre perdre fondre confondre correspondre joindre rejoindre atteindre peindre craindre contraindre plaindre connaître reconnaître paraître naître
réduire introduire traduire instruire détruire nuire conclure inclure exclure accroître croire boire accueillir recueillir assaillir acquérir conquérir requérir résoudre coudre vaincre convaincre rompre interrompre
lancer lever parler placer toucher manger ranger reporter
""")
# « être », « devoir » and the like are nouns too, but more often verbs.
infinitives = set(INFINITIVES) | dictionary_infinitives() & common
write("infinitive", "role_words.py", "frequent infinitives: no complement of a noun begins with them", "form", [(form,) for form in sorted(infinitives)],
      source="hunspell-fr-classical 1:7.0-1 (Debian; Grammalecte « Classique » 7.0) for parts of speech; common-word.tsv; own list",
      licence="MPL-2.0 (dictionary), CC BY-SA 4.0 (wordfreq data), MIT OR Apache-2.0 (own)")

GRAMMAR = words("""
à a au aux ai ait aient aura auront aurait auraient avait avaient avec avant après afin ainsi alors ancien ancienne aussi autour aucun aucune aujourd'hui autre autres avoir ayant bien car ce cet cette ces c' ceci cela celui
celle ceux celles chaque chez ci comme comment contre d' dans de depuis derrière des dès désormais deux devant donc dont du durant elle elles en encore enfin ensuite entre envers es est et étaient était été être étant eu eux
eut face fait font fera feront furent fut grâce hier hors ici il ils ira iront j' je jamais jusque jusqu' l' la là laquelle le les lequel lesquels lesquelles leur leurs lors lorsque lorsqu' lui m' mais malgré me mes même mêmes
moi mon ma n' ne ni nos notre nous on ont or ou où outre par parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourra pourront près presque pu puis puisque qu' quand quant que quel quelle qui quoi s' sa sans
sauf se selon sera seront serait seraient ses si sinon soit sont sous son suite sur t' ta tandis te tel telle tes ton toujours tous tout toute toutes toutefois très trois tu un une va vers voici voilà vos votre vous vu y
doit doivent devra devront devait fait faire faisant hui jusqu'à lorsqu'il afin aussitôt demain notamment également actuellement parce pourtant
of the and for in at by from to on
""")
write("grammar-word", "role_words.py", "grammatical words: a name or a complement does not go on over them", "form", [(form,) for form in sorted(set(GRAMMAR))],
      source="written for this project")

NAMED_AFTER = words("""
aéroport allée amphithéâtre auditorium avenue barrage bassin bibliothèque boulevard bourse bourses campus centre cercle chaire chapelle cimetière cinéma cité clinique collège complexe coupe cour cours crèche croiseur espace
esplanade fondation fonds fort frégate gare grade gymnase hall halle hangar hôpital hôtel immeuble impasse institut jardin laboratoire loi lycée lycées maison maternité mail médaille médiathèque mont monument musée observatoire
opération palais parc passage passerelle patrouilleur pavillon place plan planétarium pont port porte-avions porte-hélicoptères prix promotion quai quartier résidence rond-point rue ruelle salle sous-marin square stade station
statue tableau théâtre théorème tour trophée tunnel université universitaire villa école écoles étang bâtiment building base camp caserne chantier chantiers entreprise société groupe maisons marque banque fonderies papeteries
verreries bateau navire avion ferry chalutier voilier goélette corvette destroyer
""")
write("named-after", "role_words.py", "what bears the names of people: a name after one of these is no person", "form", [(form,) for form in sorted(set(NAMED_AFTER))],
      source="written for this project")
