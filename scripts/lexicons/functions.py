"""Writes the lexicons of functions, occupations and grades, inflected: feminine, plural, inclusive forms."""

from common import plural, table, write

SCRIPT = "functions.py"

# Sections `## kind`; then one lemma a line: masculine | feminine [| plural m | plural f]. One cell: the same form for both.
# A `?` before the lemma marks a form that is very often something else.
FUNCTIONS = """
## political
président|présidente
vice-président|vice-présidente
premier vice-président|première vice-présidente
deuxième vice-président|deuxième vice-présidente
troisième vice-président|troisième vice-présidente
président-directeur général|présidente-directrice générale|présidents-directeurs généraux|présidentes-directrices générales
président délégué|présidente déléguée
président exécutif|présidente exécutive
président honoraire|présidente honoraire
président d'honneur|présidente d'honneur
président élu|présidente élue
président de séance|présidente de séance
président de la République|présidente de la République
coprésident|coprésidente
co-président|co-présidente
chef de l'État|cheffe de l'État
chef d'État|cheffe d'État
chef de gouvernement|cheffe de gouvernement
chef du gouvernement|cheffe du gouvernement
chef de l'exécutif|cheffe de l'exécutif
chef de la diplomatie|cheffe de la diplomatie
chef de file|cheffe de file
chef de l'opposition|cheffe de l'opposition
chef de parti|cheffe de parti
Premier ministre|Première ministre
vice-Premier ministre|vice-Première ministre|vice-Premiers ministres|vice-Premières ministres
vice-premier ministre|vice-première ministre|vice-premiers ministres|vice-premières ministres
premier ministre délégué|première ministre déléguée
ministre
ministre d'État
ministre délégué|ministre déléguée
ministre-délégué|ministre-déléguée
ministre conseiller|ministre conseillère
ministre-conseiller|ministre-conseillère
ministre plénipotentiaire
ministre-président|ministre-présidente
ministre résident|ministre résidente
ministre par intérim
ministre de plein exercice
vice-ministre
sous-ministre
secrétaire d'État
sous-secrétaire d'État
secrétaire d'État délégué|secrétaire d'État déléguée
secrétaire général du gouvernement|secrétaire générale du gouvernement
garde des Sceaux
haut représentant|haute représentante
vice-haut représentant|vice-haute représentante
haut-représentant|haute-représentante|hauts-représentants|hautes-représentantes
haut-commissaire|haute-commissaire|hauts-commissaires|hautes-commissaires
haut commissaire|haute commissaire
haut-commissaire adjoint|haute-commissaire adjointe|hauts-commissaires adjoints|hautes-commissaires adjointes
commissaire européen|commissaire européenne
commissaire
commissaire général|commissaire générale
député|députée
député européen|députée européenne
député-maire|députée-maire|députés-maires|députées-maires
eurodéputé|eurodéputée
sénateur|sénatrice
sénateur-maire|sénatrice-maire|sénateurs-maires|sénatrices-maires
parlementaire
parlementaire européen|parlementaire européenne
questeur|questeure
rapporteur|rapporteure
rapporteur|rapporteuse
rapporteur général|rapporteure générale
rapporteur spécial|rapporteuse spéciale
rapporteur spécial|rapporteure spéciale
corapporteur|corapporteure
président de groupe|présidente de groupe
maire
mairesse
maire adjoint|maire adjointe
maire-adjoint|maire-adjointe|maires-adjoints|maires-adjointes
maire délégué|maire déléguée
maire honoraire
adjoint au maire|adjointe au maire
adjoint à la maire|adjointe à la maire
premier adjoint|première adjointe
premier adjoint au maire|première adjointe au maire
deuxième adjoint|deuxième adjointe
bourgmestre
bourgmestre-président|bourgmestre-présidente
échevin|échevine
syndic|syndique
conseiller municipal|conseillère municipale
conseiller municipal délégué|conseillère municipale déléguée
conseiller départemental|conseillère départementale
conseiller régional|conseillère régionale
conseiller régional délégué|conseillère régionale déléguée
conseiller communautaire|conseillère communautaire
conseiller métropolitain|conseillère métropolitaine
conseiller territorial|conseillère territoriale
conseiller de Paris|conseillère de Paris
conseiller général|conseillère générale
conseiller fédéral|conseillère fédérale
conseiller national|conseillère nationale
conseiller d'arrondissement|conseillère d'arrondissement
conseiller communal|conseillère communale
conseiller aux États|conseillère aux États
chancelier|chancelière
vice-chancelier|vice-chancelière
chancelier fédéral|chancelière fédérale
gouverneur|gouverneure
gouverneur|gouverneuse
gouverneur général|gouverneure générale
vice-gouverneur|vice-gouverneure
sous-gouverneur|sous-gouverneure
roi|reine
?prince|princesse
prince héritier|princesse héritière
prince souverain|princesse souveraine
grand-duc|grande-duchesse|grands-ducs|grandes-duchesses
duc|duchesse
émir|émire
empereur|impératrice
sultan|sultane
souverain|souveraine
monarque
régent|régente
Président du Conseil|Présidente du Conseil
taoiseach
?leader
?dirigeant|dirigeante
coprince|coprincesse
chef coutumier|cheffe coutumière
chef traditionnel|cheffe traditionnelle
candidat|candidate
tête de liste
colistier|colistière
premier secrétaire|première secrétaire
premier secrétaire délégué|première secrétaire déléguée
secrétaire national|secrétaire nationale
secrétaire national adjoint|secrétaire nationale adjointe
coordinateur national|coordinatrice nationale
ministre-secrétaire général|ministre-secrétaire générale|ministres-secrétaires généraux|ministres-secrétaires générales
?élu|élue
élu local|élue locale
élu régional|élue régionale
membre du Congrès
membre du gouvernement
membre du Parlement européen
sherpa
## administrative
secrétaire général|secrétaire générale
adjoint|adjointe
secrétaire générale adjointe
secrétaire général adjoint|secrétaire générale adjointe
sous-secrétaire général|sous-secrétaire générale
vice-secrétaire général|vice-secrétaire générale
vice-secrétaire générale
secrétaire général délégué|secrétaire générale déléguée
secrétaire permanent|secrétaire permanente
secrétaire exécutif|secrétaire exécutive
secrétaire perpétuel|secrétaire perpétuelle
secrétaire administratif|secrétaire administrative
secrétaire particulier|secrétaire particulière
secrétaire
?secrétaire de séance
secrétaire de direction
secrétaire de mairie
secrétaire comptable
directeur général|directrice générale
directeur général adjoint|directrice générale adjointe
directeur général délégué|directrice générale déléguée
directeur général par intérim|directrice générale par intérim
directeur général des services|directrice générale des services
directeur général exécutif|directrice générale exécutive
directeur|directrice
directeur adjoint|directrice adjointe
directeur-adjoint|directrice-adjointe|directeurs-adjoints|directrices-adjointes
directeur délégué|directrice déléguée
directeur exécutif|directrice exécutive
directeur exécutif adjoint|directrice exécutive adjointe
directeur par intérim|directrice par intérim
directeur régional|directrice régionale
directeur régional adjoint|directrice régionale adjointe
directeur interrégional|directrice interrégionale
directeur départemental|directrice départementale
directeur départemental adjoint|directrice départementale adjointe
directeur territorial|directrice territoriale
directeur zonal|directrice zonale
directeur national|directrice nationale
directeur interdépartemental|directrice interdépartementale
directeur interministériel|directrice interministérielle
directeur central|directrice centrale
directeur technique|directrice technique
directeur technique national|directrice technique nationale
directeur scientifique|directrice scientifique
directeur artistique|directrice artistique
directeur administratif|directrice administrative
directeur administratif et financier|directrice administrative et financière
directeur financier|directrice financière
directeur juridique|directrice juridique
directeur commercial|directrice commerciale
directeur industriel|directrice industrielle
directeur opérationnel|directrice opérationnelle
directeur des opérations|directrice des opérations
directeur marketing|directrice marketing|directeurs marketing|directrices marketing
directeur associé|directrice associée
directeur fondateur|directrice fondatrice
directeur médical|directrice médicale
directeur pays|directrice pays|directeurs pays|directrices pays
directeur des ressources humaines|directrice des ressources humaines
directeur de cabinet|directrice de cabinet
directeur adjoint de cabinet|directrice adjointe de cabinet
directeur adjoint du cabinet|directrice adjointe du cabinet
directeur du cabinet|directrice du cabinet
directeur de la communication|directrice de la communication
directeur de la publication|directrice de la publication
directeur de la rédaction|directrice de la rédaction
directeur d'administration centrale|directrice d'administration centrale
directeur de recherche|directrice de recherche
directeur de programme|directrice de programme
directeur de projet|directrice de projet
directeur de thèse|directrice de thèse
directeur de campagne|directrice de campagne
directeur d'école|directrice d'école
directeur d'établissement|directrice d'établissement
directeur d'hôpital|directrice d'hôpital
directeur d'agence|directrice d'agence
directeur d'usine|directrice d'usine
directeur de site|directrice de site
directeur de département|directrice de département
directeur des affaires politiques|directrice des affaires politiques
directeur d'études|directrice d'études
directeur musical|directrice musicale
directeur du renseignement|directrice du renseignement
sous-directeur|sous-directrice
codirecteur|codirectrice
co-directeur|co-directrice
chef de cabinet|cheffe de cabinet
chef de cabinet adjoint|cheffe de cabinet adjointe
chef adjoint de cabinet|cheffe adjointe de cabinet
chef adjoint du cabinet|cheffe adjointe du cabinet
chef du cabinet|cheffe du cabinet
chef de service|cheffe de service
chef de service adjoint|cheffe de service adjointe
chef de bureau|cheffe de bureau
chef de division|cheffe de division
chef de département|cheffe de département
chef de pôle|cheffe de pôle
chef de projet|cheffe de projet
chef de mission|cheffe de mission
chef de mission adjoint|cheffe de mission adjointe
chef de section|cheffe de section
chef de secteur|cheffe de secteur
chef de délégation|cheffe de délégation
chef de la délégation|cheffe de la délégation
chef du service|cheffe du service
chef du bureau|cheffe du bureau
chef d'équipe|cheffe d'équipe
chef d'unité|cheffe d'unité
chef d'établissement|cheffe d'établissement
chef adjoint|cheffe adjointe
chef par intérim|cheffe par intérim
?chef|cheffe
sous-chef|sous-cheffe
préfet|préfète
préfet délégué|préfète déléguée
préfet adjoint|préfète adjointe
préfet de région|préfète de région
préfet de département|préfète de département
préfet de police|préfète de police
préfet maritime|préfète maritime
préfet coordonnateur|préfète coordonnatrice
préfet délégué pour l'égalité des chances|préfète déléguée pour l'égalité des chances
préfet hors cadre|préfète hors cadre
sous-préfet|sous-préfète
secrétaire général de la préfecture|secrétaire générale de la préfecture
administrateur|administratrice
administrateur général|administratrice générale
administrateur supérieur|administratrice supérieure
administrateur civil|administratrice civile
administrateur de l'État|administratrice de l'État
administrateur provisoire|administratrice provisoire
administrateur délégué|administratrice déléguée
délégué|déléguée
délégué général|déléguée générale
délégué général adjoint|déléguée générale adjointe
délégué interministériel|déléguée interministérielle
délégué ministériel|déléguée ministérielle
délégué régional|déléguée régionale
délégué départemental|déléguée départementale
délégué national|déléguée nationale
délégué territorial|déléguée territoriale
délégué permanent|déléguée permanente
délégué du préfet|déléguée du préfet
délégué adjoint|déléguée adjointe
vice-délégué|vice-déléguée
inspecteur|inspectrice
inspecteur général|inspectrice générale
inspecteur d'académie|inspectrice d'académie
inspecteur de l'éducation nationale|inspectrice de l'éducation nationale
inspecteur du travail|inspectrice du travail
inspecteur des finances|inspectrice des finances
inspecteur général des finances|inspectrice générale des finances
contrôleur|contrôleuse
contrôleur général|contrôleuse générale
contrôleur général|contrôleure générale
contrôleur budgétaire|contrôleuse budgétaire
commissaire du gouvernement|commissaire du gouvernement
commissaire au redressement productif
commissaire à la lutte contre la pauvreté
commissaire à la réindustrialisation
commissaire aux comptes
commissaire d'exposition
commissaire-priseur|commissaire-priseuse|commissaires-priseurs|commissaires-priseuses
commissaire-enquêteur|commissaire-enquêtrice|commissaires-enquêteurs|commissaires-enquêtrices
commissaire adjoint|commissaire adjointe
conseiller|conseillère
conseiller spécial|conseillère spéciale
conseiller principal|conseillère principale
conseiller technique|conseillère technique
conseiller politique|conseillère politique
conseiller diplomatique|conseillère diplomatique
conseiller diplomatique adjoint|conseillère diplomatique adjointe
conseiller militaire|conseillère militaire
conseiller économique|conseillère économique
conseiller juridique|conseillère juridique
conseiller scientifique|conseillère scientifique
conseiller culturel|conseillère culturelle
conseiller presse|conseillère presse|conseillers presse|conseillères presse
conseiller communication|conseillère communication|conseillers communication|conseillères communication
conseiller en communication|conseillère en communication
conseiller parlementaire|conseillère parlementaire
conseiller de presse|conseillère de presse
conseiller presse et communication|conseillère presse et communication
conseiller d'État|conseillère d'État
conseiller à la sécurité nationale|conseillère à la sécurité nationale
conseiller sécurité|conseillère sécurité
conseiller maître|conseillère maître
conseiller référendaire|conseillère référendaire
conseiller du commerce extérieur|conseillère du commerce extérieur
conseiller adjoint|conseillère adjointe
conseiller pédagogique|conseillère pédagogique
conseiller d'orientation|conseillère d'orientation
conseiller pénitentiaire|conseillère pénitentiaire
conseiller numérique|conseillère numérique
?conseil
chargé de mission|chargée de mission
chargé de communication|chargée de communication
chargé de projet|chargée de projet
chargé de projets|chargée de projets
chargé des relations presse|chargée des relations presse
chargé de relations presse|chargée de relations presse
chargé d'études|chargée d'études
chargé de programme|chargée de programme
chargé de recherche|chargée de recherche
chargé de cours|chargée de cours
responsable
responsable adjoint|responsable adjointe
responsable-pays
responsable pays
responsable de la communication
responsable communication
responsable presse
responsable des relations presse
responsable des relations médias
responsable de pôle
responsable de service
responsable de projet
responsable pédagogique
responsable scientifique
responsable régional|responsable régionale
responsable national|responsable nationale
responsable de programme
responsable de département
responsable du pôle
responsable du service
haut responsable|haute responsable
haut fonctionnaire|haute fonctionnaire
haut-fonctionnaire|haute-fonctionnaire|hauts-fonctionnaires|hautes-fonctionnaires
fonctionnaire
coordinateur|coordinatrice
coordonnateur|coordonnatrice
coordinateur général|coordinatrice générale
coordonnateur national|coordonnatrice nationale
coordonnateur résident|coordonnatrice résidente
coordinateur humanitaire|coordinatrice humanitaire
coordonnateur humanitaire|coordonnatrice humanitaire
coordinateur résident|coordinatrice résidente
coordinateur régional|coordinatrice régionale
coordinateur adjoint|coordinatrice adjointe
coordinateur|coordonnatrice
référent|référente
correspondant|correspondante
attaché de presse|attachée de presse
attaché d'administration|attachée d'administration
attaché parlementaire|attachée parlementaire
attaché territorial|attachée territoriale
assistant parlementaire|assistante parlementaire
collaborateur parlementaire|collaboratrice parlementaire
porte-parole
porte-parole adjoint|porte-parole adjointe
représentant|représentante
représentant spécial|représentante spéciale
représentant spécial adjoint|représentante spéciale adjointe
représentant résident|représentante résidente
représentant-pays|représentante-pays
directeur-pays|directrice-pays
directeur pays|directrice pays
représentant résident adjoint|représentante résidente adjointe
représentant légal|représentante légale
représentant régional|représentante régionale
représentant adjoint|représentante adjointe
représentant personnel|représentante personnelle
représentant de l'État|représentante de l'État
défenseur des droits|défenseure des droits
défenseure des droits
médiateur|médiatrice
conciliateur|conciliatrice
médiateur national|médiatrice nationale
médiateur de la République|médiatrice de la République
médiateur adjoint|médiatrice adjointe
contrôleur européen de la protection des données
ordonnateur|ordonnatrice
comptable public|comptable publique
trésorier-payeur général|trésorière-payeuse générale|trésoriers-payeurs généraux|trésorières-payeuses générales
percepteur|perceptrice
receveur|receveuse
greffier|greffière
greffier en chef|greffière en chef
archiviste
conservateur|conservatrice
conservateur en chef|conservatrice en chef
conservateur général|conservatrice générale
intendant|intendante
intendant général|intendante générale
proviseur|proviseure
proviseur adjoint|proviseure adjointe
vice-proviseur|vice-proviseure
principal de collège|principale de collège
?modérateur|modératrice
animateur|animatrice
sous-officier|sous-officière
officier d'état civil|officière d'état civil
agent|agente
agent public|agente publique
?cadre
cadre dirigeant|cadre dirigeante
expert|experte
expert national détaché|experte nationale détachée
expert-comptable|experte-comptable|experts-comptables|expertes-comptables
consultant|consultante
auditeur|auditrice
auditeur interne|auditrice interne
## diplomatic
ambassadeur|ambassadrice
ambassadeur itinérant|ambassadrice itinérante
ambassadeur désigné|ambassadrice désignée
ambassadeur thématique|ambassadrice thématique
ambassadeur extraordinaire et plénipotentiaire|ambassadrice extraordinaire et plénipotentiaire
ambassadeur résident|ambassadrice résidente
ambassadeur pour les droits de l'homme|ambassadrice pour les droits de l'homme
ambassadeur de France|ambassadrice de France
ambassadeur de bonne volonté|ambassadrice de bonne volonté
ambassadeur, représentant permanent|ambassadrice, représentante permanente
représentant permanent|représentante permanente
représentant permanent adjoint|représentante permanente adjointe
observateur permanent|observatrice permanente
chargé d'affaires|chargée d'affaires
chargé d'affaires par intérim|chargée d'affaires par intérim
chargé d'affaires a.i.|chargée d'affaires a.i.
consul|consule
consul général|consule générale
consul général adjoint|consule générale adjointe
consul honoraire|consule honoraire
consul adjoint|consule adjointe
vice-consul|vice-consule
envoyé spécial|envoyée spéciale
envoyé spécial adjoint|envoyée spéciale adjointe
envoyé personnel|envoyée personnelle
envoyé spécial présidentiel|envoyée spéciale présidentielle
haut-représentant adjoint|haute-représentante adjointe|hauts-représentants adjoints|hautes-représentantes adjointes
émissaire
émissaire spécial|émissaire spéciale
nonce apostolique
nonce
légat
attaché de défense|attachée de défense
attaché militaire|attachée militaire
attaché culturel|attachée culturelle
attaché naval|attachée navale
attaché de l'air|attachée de l'air
attaché de sécurité intérieure|attachée de sécurité intérieure
attaché commercial|attachée commerciale
attaché économique|attachée économique
attaché humanitaire|attachée humanitaire
attaché de coopération|attachée de coopération
attaché scientifique|attachée scientifique
attaché|attachée
conseiller de coopération et d'action culturelle|conseillère de coopération et d'action culturelle
conseiller aux affaires étrangères|conseillère aux affaires étrangères
premier conseiller|première conseillère
deuxième conseiller|deuxième conseillère
deuxième secrétaire
troisième secrétaire
négociateur|négociatrice
négociateur en chef|négociatrice en chef
chef négociateur|cheffe négociatrice
facilitateur|facilitatrice
diplomate
diplomate en chef
plénipotentiaire
chef du protocole|cheffe du protocole
chef de poste|cheffe de poste
haut représentant civil|haute représentante civile
délégué apostolique
## counterpart
homologue
## relational
?collègue
prédécesseur|prédécesseure
successeur|successeure
suppléant|suppléante
remplaçant|remplaçante
?assistant|assistante
?bras droit
?numéro deux
?collaborateur|collaboratrice
?partenaire
## company
PDG
P-DG
P.-D.G.
PDG adjoint|PDG adjointe
DG
DGA
DGS
DGD
DRH
DAF
DSI
DAC
DPO
CEO
CFO
COO
CTO
CIO
CISO
chief executive officer
chief financial officer
chief operating officer
chief technology officer
président du conseil d'administration|présidente du conseil d'administration
président du directoire|présidente du directoire
président du conseil de surveillance|présidente du conseil de surveillance
président fondateur|présidente fondatrice
président-fondateur|présidente-fondatrice|présidents-fondateurs|présidentes-fondatrices
président et directeur général|présidente et directrice générale
président et fondateur|présidente et fondatrice
président monde|présidente monde|présidents monde|présidentes monde
membre du directoire
membre du conseil d'administration
membre du comité exécutif
membre du conseil de surveillance
membre du comité de direction
vice-président exécutif|vice-présidente exécutive
vice-président senior|vice-présidente senior|vice-présidents seniors|vice-présidentes seniors
directeur du développement|directrice du développement
directeur de la stratégie|directrice de la stratégie
directeur de l'innovation|directrice de l'innovation
directeur de la recherche|directrice de la recherche
directeur de la R&D|directrice de la R&D
directeur des achats|directrice des achats
directeur des ventes|directrice des ventes
directeur de production|directrice de production
directeur de magasin|directrice de magasin
directeur des systèmes d'information|directrice des systèmes d'information
directeur des relations institutionnelles|directrice des relations institutionnelles
directeur général France|directrice générale France|directeurs généraux France|directrices générales France
gérant|gérante
cogérant|cogérante
fondateur|fondatrice
cofondateur|cofondatrice
co-fondateur|co-fondatrice
fondé de pouvoir|fondée de pouvoir
mandataire
mandataire social|mandataire sociale
chef d'entreprise|cheffe d'entreprise
entrepreneur|entrepreneure
entrepreneur|entrepreneuse
auto-entrepreneur|auto-entrepreneuse
patron|patronne
?propriétaire
copropriétaire
actionnaire
associé|associée
associé gérant|associée gérante
associé-gérant|associée-gérante|associés-gérants|associées-gérantes
associé fondateur|associée fondatrice
investisseur|investisseuse
investisseur|investisseure
manager|manageuse
manager|manageure
country manager
general manager
business manager
community manager
chef de produit|cheffe de produit
chef de chantier|cheffe de chantier
chef d'atelier|cheffe d'atelier
contremaître|contremaîtresse
ingénieur commercial|ingénieure commerciale
franchisé|franchisée
trésorier|trésorière
trésorier adjoint|trésorière adjointe
trésorier général|trésorière générale
liquidateur|liquidatrice
négociant|négociante
armateur|armatrice
banquier|banquière
industriel|industrielle
éditeur|éditrice
promoteur|promotrice
courtier|courtière
commercial|commerciale
## union
délégué syndical|déléguée syndicale
délégué syndical central|déléguée syndicale centrale
délégué du personnel|déléguée du personnel
secrétaire confédéral|secrétaire confédérale
secrétaire général confédéral|secrétaire générale confédérale
secrétaire fédéral|secrétaire fédérale
secrétaire départemental|secrétaire départementale
secrétaire régional|secrétaire régionale
représentant syndical|représentante syndicale
représentant du personnel|représentante du personnel
syndicaliste
conseiller prud'homal|conseillère prud'homale
permanent syndical|permanente syndicale
coordinateur syndical|coordinatrice syndicale
## association
président de l'association|présidente de l'association
bénévole
militant|militante
activiste
adhérent|adhérente
?membre
?membre fondateur|membre fondatrice
membre correspondant|membre correspondante
membre titulaire
membre associé|membre associée
membre honoraire
membre associé|membre associée
membre d'honneur
?parrain|marraine
mécène
donateur|donatrice
volontaire
humanitaire
travailleur humanitaire|travailleuse humanitaire
défenseur des droits de l'homme|défenseure des droits de l'homme
défenseur des droits humains|défenseuse des droits humains
lanceur d'alerte|lanceuse d'alerte
ancien combattant|ancienne combattante
résistant|résistante
rescapé|rescapée
porte-drapeau
ambassadeur bénévole|ambassadrice bénévole
organisateur|organisatrice
président du jury|présidente du jury
membre du jury
juré|jurée
grand maître|grande maîtresse
grand-maître|grande-maîtresse|grands-maîtres|grandes-maîtresses
grand chancelier|grande chancelière
vénérable maître
chevalier de la Légion d'honneur|chevalière de la Légion d'honneur
officier de la Légion d'honneur|officière de la Légion d'honneur
commandeur de la Légion d'honneur|commandeure de la Légion d'honneur
grand officier de la Légion d'honneur|grande officière de la Légion d'honneur
grand-croix de la Légion d'honneur
chevalier de l'ordre national du Mérite|chevalière de l'ordre national du Mérite
officier de l'ordre national du Mérite|officière de l'ordre national du Mérite
commandeur de l'ordre national du Mérite|commandeure de l'ordre national du Mérite
chevalier des Arts et des Lettres|chevalière des Arts et des Lettres
officier des Arts et des Lettres|officière des Arts et des Lettres
commandeur des Arts et des Lettres|commandeure des Arts et des Lettres
chevalier de l'ordre des Arts et des Lettres|chevalière de l'ordre des Arts et des Lettres
chevalier des Palmes académiques|chevalière des Palmes académiques
chevalier du Mérite agricole|chevalière du Mérite agricole
compagnon de la Libération
## judicial
procureur|procureure
procureur général|procureure générale
procureur de la République|procureure de la République
procureur adjoint|procureure adjointe
procureur de la République adjoint|procureure de la République adjointe
procureur national antiterroriste|procureure nationale antiterroriste
procureur financier|procureure financière
procureur européen|procureure européenne
vice-procureur|vice-procureure
substitut du procureur|substitute du procureur
substitut général|substitute générale
avocat général|avocate générale
premier avocat général|première avocate générale
premier président|première présidente
président de chambre|présidente de chambre
président du tribunal|présidente du tribunal
président de la cour d'appel|présidente de la cour d'appel
juge
juge d'instruction
juge des enfants
juge d'application des peines
juge-commissaire|juge-commissaire|juges-commissaires|juges-commissaires
juge consulaire
juge constitutionnel|juge constitutionnelle
magistrat|magistrate
magistrat instructeur|magistrate instructrice
magistrat de liaison|magistrate de liaison
assesseur|assesseure
avocat|avocate
avocat à la cour|avocate à la cour
avocat d'affaires|avocate d'affaires
avocat au barreau|avocate au barreau
bâtonnier|bâtonnière
vice-bâtonnier|vice-bâtonnière
notaire
huissier|huissière
huissier de justice|huissière de justice
commissaire de justice
clerc de notaire
juriste
jurisconsulte
avoué|avouée
attorney general
solicitor general
conseiller à la Cour de cassation|conseillère à la Cour de cassation
membre du Conseil constitutionnel
membre du Conseil d'État
rapporteur public|rapporteure publique
maître des requêtes|maîtresse des requêtes
auditeur au Conseil d'État|auditrice au Conseil d'État
défenseur|défenseure
juge assesseur|juge assesseure
## military
chef d'état-major|cheffe d'état-major
chef d'état-major adjoint|cheffe d'état-major adjointe
chef d'état-major des armées|cheffe d'état-major des armées
chef d'état-major particulier|cheffe d'état-major particulière
chef d'état-major général|cheffe d'état-major générale
sous-chef d'état-major|sous-cheffe d'état-major
major général|majore générale
major général des armées|majore générale des armées
CEMA
CEMAT
CEMM
CEMAAE
délégué général pour l'armement|déléguée générale pour l'armement
commandant en chef|commandante en chef
commandant suprême|commandante suprême
commandant suprême des forces alliées
commandant adjoint|commandante adjointe
commandant en second|commandante en second
haut commandant|haute commandante
haut commandant en second|haute commandante en second
haut-commandant|haute-commandante
commandant de la force|commandante de la force
commandant de base|commandante de base
commandant de bord|commandante de bord
commandant d'unité|commandante d'unité
commandant des forces|commandante des forces
commandant régional|commandante régionale
commandant de la gendarmerie|commandante de la gendarmerie
chef de corps|cheffe de corps
chef militaire|cheffe militaire
chef d'escadron|cheffe d'escadron
gouverneur militaire|gouverneure militaire
wali|walie
caïd|caïde
pacha
lamido
chef de canton|cheffe de canton
chef de village|cheffe de village
chef de quartier|cheffe de quartier
inspecteur général des armées|inspectrice générale des armées
aide de camp
officier|officière
officier de liaison|officière de liaison
officier de communication|officière de communication
officier supérieur|officière supérieure
officier général|officière générale
officier d'ordonnance|officière d'ordonnance
réserviste
militaire
soldat|soldate
gendarme
policier|policière
sapeur-pompier|sapeuse-pompière|sapeurs-pompiers|sapeuses-pompières
sapeur-pompier volontaire|sapeuse-pompière volontaire|sapeurs-pompiers volontaires|sapeuses-pompières volontaires
pompier|pompière
démineur|démineuse
pilote de chasse
légionnaire
marin|marine
casque bleu
parachutiste
officier traitant|officière traitante
commissaire des armées
ingénieur de l'armement|ingénieure de l'armement
médecin des armées
directeur général de la gendarmerie nationale|directrice générale de la gendarmerie nationale
directeur général de la police nationale|directrice générale de la police nationale
## academic
recteur|rectrice
recteur|recteure
recteur d'académie|rectrice d'académie
recteur délégué|rectrice déléguée
vice-recteur|vice-rectrice
recteur de région académique|rectrice de région académique
prorecteur|prorectrice
pro-recteur|pro-rectrice
doyen|doyenne
vice-doyen|vice-doyenne
doyen honoraire|doyenne honoraire
professeur|professeure
professeur des universités|professeure des universités
professeur émérite|professeure émérite
professeur associé|professeure associée
professeur agrégé|professeure agrégée
professeur certifié|professeure certifiée
professeur assistant|professeure assistante
professeur titulaire|professeure titulaire
professeur invité|professeure invitée
professeur ordinaire|professeure ordinaire
professeur honoraire|professeure honoraire
professeur des écoles|professeure des écoles
professeur des universités-praticien hospitalier|professeure des universités-praticienne hospitalière
professeur de médecine|professeure de médecine
professeur de droit|professeure de droit
professeur au Collège de France|professeure au Collège de France
PU-PH
maître de conférences|maîtresse de conférences
maître de conférences|maître de conférences
maître-assistant|maître-assistante|maîtres-assistants|maîtres-assistantes
chargé d'enseignement|chargée d'enseignement
enseignant|enseignante
enseignant-chercheur|enseignante-chercheuse|enseignants-chercheurs|enseignantes-chercheuses
enseignant-chercheur|enseignante-chercheure|enseignants-chercheurs|enseignantes-chercheures
chercheur|chercheuse
chercheur|chercheure
chercheur associé|chercheuse associée
chercheur invité|chercheuse invitée
chercheur principal|chercheuse principale
ingénieur de recherche|ingénieure de recherche
ingénieur d'études|ingénieure d'études
post-doctorant|post-doctorante|post-doctorants|post-doctorantes
postdoctorant|postdoctorante
doctorant|doctorante
académicien|académicienne
membre de l'Institut
membre de l'Académie des sciences
membre de l'Académie française
titulaire de la chaire
universitaire
scientifique
savant|savante
historien|historienne
politologue
géographe
économiste
économiste en chef
sociologue
anthropologue
ethnologue
philosophe
linguiste
psychologue
psychanalyste
mathématicien|mathématicienne
physicien|physicienne
astrophysicien|astrophysicienne
astronome
chimiste
biochimiste
biologiste
généticien|généticienne
climatologue
océanographe
glaciologue
géologue
hydrologue
hydrogéologue
paléontologue
archéologue
botaniste
ethnobotaniste
entomologiste
ornithologue
ichtyologue
herpétologue
primatologue
mycologue
parasitologue
bactériologiste
vulcanologue
sismologue
météorologue
astrophysicien|astrophysicienne
ethnologue
ethnomusicologue
muséologue
paléontologiste
préhistorien|préhistorienne
helléniste
orientaliste
islamologue
sinologue
africaniste
cartographe
topographe
halieute
pastoraliste
zootechnicien|zootechnicienne
phytopathologiste
écologue
agronome
ingénieur agronome|ingénieure agronome
informaticien|informaticienne
statisticien|statisticienne
démographe
épidémiologiste
virologue
infectiologue
immunologue
microbiologiste
zoologiste
ornithologue
entomologiste
sismologue
volcanologue
météorologue
toxicologue
criminologue
constitutionnaliste
islamologue
théologien|théologienne
égyptologue
préhistorien|préhistorienne
latiniste
instituteur|institutrice
maître d'école|maîtresse d'école
éducateur|éducatrice
formateur|formatrice
bibliothécaire
documentaliste
étudiant|étudiante
lycéen|lycéenne
délégué des élèves|déléguée des élèves
major de promotion
inspecteur général de l'éducation|inspectrice générale de l'éducation
proviseur de lycée|proviseure de lycée
conseiller principal d'éducation|conseillère principale d'éducation
directeur des études|directrice des études
directeur de l'enseignement|directrice de l'enseignement
directeur de laboratoire|directrice de laboratoire
directeur d'unité|directrice d'unité
commissaire scientifique
## religious
pape
archevêque
archevêque émérite
archevêque coadjuteur
évêque
évêque auxiliaire
évêque émérite
cardinal
patriarche
métropolite
primat
prélat
curé
prêtre|prêtresse
abbé|abbesse
père abbé|mère abbesse
vicaire
vicaire général
vicaire apostolique
économe diocésain|économe diocésaine
aumônier|aumônière
aumônier militaire|aumônière militaire
aumônier en chef|aumônière en chef
chanoine
diacre|diaconesse
pasteur|pasteure
pasteure
moine|moniale
rabbin
grand rabbin
grand-rabbin
imam
grand imam
grand mufti
mufti
ayatollah
khalife général
calife
muezzin
marabout
lama
dalaï-lama
prieur|prieure
révérend|révérende
nonce apostolique par intérim
président de la Conférence des évêques de France
président du Consistoire
président du Consistoire central
## health
médecin|médecine
médecin chef|médecin cheffe|médecins chefs|médecins cheffes
médecin-chef|médecin-cheffe|médecins-chefs|médecins-cheffes
médecin généraliste
médecin légiste
médecin coordonnateur|médecin coordonnatrice
médecin urgentiste
médecin réanimateur|médecin réanimatrice
médecin général|médecin générale
médecin du sport
médecin du travail
chirurgien|chirurgienne
chirurgien-dentiste|chirurgienne-dentiste|chirurgiens-dentistes|chirurgiennes-dentistes
dentiste
pharmacien|pharmacienne
pharmacien en chef|pharmacienne en chef
infirmier|infirmière
infirmier en chef|infirmière en chef
infirmier libéral|infirmière libérale
aide-soignant|aide-soignante|aides-soignants|aides-soignantes
sage-femme|sage-femme|sages-femmes|sages-femmes
maïeuticien|maïeuticienne
kinésithérapeute
masseur-kinésithérapeute|masseuse-kinésithérapeute|masseurs-kinésithérapeutes|masseuses-kinésithérapeutes
ergothérapeute
orthophoniste
ostéopathe
psychiatre
pédopsychiatre
pédiatre
gynécologue
cardiologue
neurologue
neurochirurgien|neurochirurgienne
oncologue
cancérologue
radiologue
anesthésiste
anesthésiste-réanimateur|anesthésiste-réanimatrice|anesthésistes-réanimateurs|anesthésistes-réanimatrices
urgentiste
gériatre
généraliste
dermatologue
ophtalmologue
pneumologue
endocrinologue
diabétologue
néphrologue
hématologue
rhumatologue
vétérinaire
vétérinaire en chef
praticien|praticienne
praticien hospitalier|praticienne hospitalière
interne en médecine
chef de clinique|cheffe de clinique
cadre de santé
ambulancier|ambulancière
secouriste
brancardier|brancardière
diététicien|diététicienne
soignant|soignante
psychothérapeute
assistant social|assistante sociale
travailleur social|travailleuse sociale
## media
journaliste
journaliste d'investigation
reporter|reportrice
grand reporter|grande reporter
correspondant permanent|correspondante permanente
correspondant de guerre|correspondante de guerre
rédacteur|rédactrice
rédacteur en chef|rédactrice en chef
rédacteur en chef adjoint|rédactrice en chef adjointe
éditorialiste
chroniqueur|chroniqueuse
présentateur|présentatrice
photographe
photojournaliste
photoreporter
caméraman|camérawoman|caméramans|camérawomans
documentariste
blogueur|blogueuse
vidéaste
youtubeur|youtubeuse
influenceur|influenceuse
chargé de presse|chargée de presse
communicant|communicante
contact presse
attaché de presse adjoint|attachée de presse adjointe
essayiste
## culture
artiste
auteur|autrice
auteur|auteure
coauteur|coautrice
écrivain|écrivaine
romancier|romancière
poète|poétesse
dramaturge
scénariste
réalisateur|réalisatrice
cinéaste
metteur en scène|metteuse en scène|metteurs en scène|metteuses en scène
acteur|actrice
comédien|comédienne
humoriste
chanteur|chanteuse
auteur-compositeur|autrice-compositrice|auteurs-compositeurs|autrices-compositrices
auteur-compositeur-interprète|autrice-compositrice-interprète|auteurs-compositeurs-interprètes|autrices-compositrices-interprètes
compositeur|compositrice
musicien|musicienne
chef d'orchestre|cheffe d'orchestre
pianiste
violoniste
violoncelliste
guitariste
organiste
soprano
ténor
rappeur|rappeuse
danseur|danseuse
danseur étoile|danseuse étoile|danseurs étoiles|danseuses étoiles
chorégraphe
peintre|peintresse
sculpteur|sculptrice
plasticien|plasticienne
dessinateur|dessinatrice
illustrateur|illustratrice
graphiste
designer|designeuse
styliste
couturier|couturière
scénographe
galeriste
commissaire de l'exposition
mannequin
architecte
architecte en chef
architecte des bâtiments de France
urbaniste
paysagiste
architecte-paysagiste
muséographe
libraire
traducteur|traductrice
archiviste-paléographe
interprète
directeur de théâtre|directrice de théâtre
producteur|productrice
producteur exécutif|productrice exécutive
directeur de casting|directrice de casting
meilleur ouvrier de France|meilleure ouvrière de France
chef cuisinier|cheffe cuisinière
chef étoilé|cheffe étoilée
chef exécutif|cheffe exécutive
chef pâtissier|cheffe pâtissière
## sport
sportif|sportive
athlète
athlète paralympique
joueur|joueuse
footballeur|footballeuse
rugbyman|rugbywoman|rugbymans|rugbywomans
handballeur|handballeuse
basketteur|basketteuse
volleyeur|volleyeuse
nageur|nageuse
cycliste
coureur|coureuse
skieur|skieuse
patineur|patineuse
boxeur|boxeuse
judoka
escrimeur|escrimeuse
navigateur|navigatrice
skipper|skippeuse
pilote automobile
cavalier|cavalière
gymnaste
tennisman|tenniswoman|tennismans|tenniswomans
champion|championne
champion olympique|championne olympique
champion paralympique|championne paralympique
champion du monde|championne du monde
champion d'Europe|championne d'Europe
champion de France|championne de France
vice-champion|vice-championne
vice-champion olympique|vice-championne olympique
médaillé|médaillée
médaillé olympique|médaillée olympique
entraîneur|entraîneuse
entraîneur|entraîneure
entraîneur national|entraîneure nationale
sélectionneur|sélectionneuse
sélectionneur national|sélectionneuse nationale
capitaine de l'équipe
trompettiste
saxophoniste
batteur|batteuse
bassiste
percussionniste
ingénieur du son|ingénieure du son
milieu de terrain
milieu offensif|milieu offensive
attaquant|attaquante
gardien de but|gardienne de but
ailier|ailière
ailier gauche|ailière gauche|ailiers gauches|ailières gauches
ailier droit|ailière droite|ailiers droits|ailières droites
arrière gauche|arrière gauche|arrières gauches|arrières gauches
arrière droit|arrière droite|arrières droits|arrières droites
demi-centre|demi-centre|demi-centres|demi-centres
meneur de jeu|meneuse de jeu
demi de mêlée
demi d'ouverture
talonneur|talonneuse
arbitre
arbitre international|arbitre internationale
coach
préparateur physique|préparatrice physique
manager général|manageuse générale
directeur sportif|directrice sportive
alpiniste
guide de haute montagne
astronaute
spationaute
cosmonaute
## occupation
gestionnaire
calligraphe
collectionneur|collectionneuse
porteur d'eau|porteuse d'eau
veilleur de nuit|veilleuse de nuit
masseur|masseuse
masseur-kinésithérapeute|masseuse-kinésithérapeute
réceptionniste
aubergiste
lobbyiste
caricaturiste
portraitiste
sexologue
buraliste
choriste
copiste
machiniste
décorateur|décoratrice
réparateur|réparatrice
magicien|magicienne
nouvelliste
polémiste
coloriste
astrologue
saisonnier|saisonnière
logisticien|logisticienne
pédologue
meunier|meunière
fondeur|fondeuse
vendeur|vendeuse
soudeur|soudeuse
chaudronnier|chaudronnière
tourneur|tourneuse
caissier|caissière
zootechnicien|zootechnicienne
livreur|livreuse
magasinier|magasinière
manutentionnaire
cariste
câbleur|câbleuse
ajusteur|ajusteuse
fraiseur|fraiseuse
mouleur|mouleuse
verrier|verrière
souffleur de verre|souffleuse de verre|souffleurs de verre|souffleuses de verre
papetier|papetière
maître papetier
maître verrier
tisserand|tisserande
potier|potière
céramiste
luthier|luthière
facteur d'orgues|factrice d'orgues
relieur|relieuse
horloger|horlogère
bijoutier|bijoutière
joaillier|joaillière
orfèvre
maroquinier|maroquinière
cordonnier|cordonnière
tapissier|tapissière
ferronnier|ferronnière
forgeron|forgeronne
couvreur|couvreuse
carreleur|carreleuse
plâtrier|plâtrière
grutier|grutière
batelier|batelière
éclusier|éclusière
aiguilleur|aiguilleuse
généalogiste
philologue
hydraulicien|hydraulicienne
graveur|graveuse
primatologue
ichtyologue
écotoxicologue
nutritionniste
métallurgiste
tonnelier|tonnelière
brasseur|brasseuse
fromager|fromagère
affineur|affineuse
torréfacteur|torréfactrice
chocolatier|chocolatière
confiseur|confiseuse
chevrier|chevrière
paysan|paysanne
saunier|saunière
paludier|paludière
mytiliculteur|mytilicultrice
mareyeur|mareyeuse
griot|griotte
conteur|conteuse
marionnettiste
bédéiste
autoentrepreneur|autoentrepreneuse
taxidermiste
horticulteur|horticultrice
pépiniériste
ingénieur|ingénieure
ingénieur en chef|ingénieure en chef
ingénieur général|ingénieure générale
ingénieur principal|ingénieure principale
technicien|technicienne
technicien supérieur|technicienne supérieure
agriculteur|agricultrice
exploitant agricole|exploitante agricole
éleveur|éleveuse
planteur|planteuse
acheteur|acheteuse
batelier|batelière
saunier|saunière
tresseur|tresseuse
parolier|parolière
riziculteur|rizicultrice
cacaoculteur|cacaocultrice
maraîcher|maraîchère
viticulteur|viticultrice
vigneron|vigneronne
arboriculteur|arboricultrice
apiculteur|apicultrice
céréalier|céréalière
pêcheur|pêcheuse
ostréiculteur|ostréicultrice
conchyliculteur|conchylicultrice
aquaculteur|aquacultrice
forestier|forestière
sylviculteur|sylvicultrice
jardinier|jardinière
artisan|artisane
commerçant|commerçante
restaurateur|restauratrice
hôtelier|hôtelière
boulanger|boulangère
pâtissier|pâtissière
boucher|bouchère
cuisinier|cuisinière
sommelier|sommelière
coiffeur|coiffeuse
fleuriste
menuisier|menuisière
charpentier|charpentière
ébéniste
maçon|maçonne
électricien|électricienne
plombier|plombière
mécanicien|mécanicienne
garagiste
chauffeur|chauffeuse
conducteur|conductrice
routier|routière
cheminot|cheminote
pilote
pilote de ligne
aviateur|aviatrice
hôtesse de l'air|hôtesse de l'air
steward|stewardess
contrôleur aérien|contrôleuse aérienne
ouvrier|ouvrière
employé|employée
salarié|salariée
fermier|fermière
docker|dockeuse
mineur de fond|mineure de fond
gardien|gardienne
gardien de la paix|gardienne de la paix
gardien de musée|gardienne de musée
surveillant pénitentiaire|surveillante pénitentiaire
surveillant|surveillante
préposé forestier|préposée forestière
préposé|préposée
surveillant général|surveillante générale
douanier|douanière
détective
comptable
analyste
analyste financier|analyste financière
développeur|développeuse
programmeur|programmeuse
data scientist
hacker|hackeuse
cartographe
géomètre
géomètre-expert|géomètre-experte|géomètres-experts|géomètres-expertes
statisticien en chef|statisticienne en chef
inventeur|inventrice
explorateur|exploratrice
retraité|retraitée
apprenti|apprentie
stagiaire
alternant|alternante
demandeur d'emploi|demandeuse d'emploi
?guide
guide-conférencier|guide-conférencière|guides-conférenciers|guides-conférencières
conférencier|conférencière
intervenant|intervenante
orateur|oratrice
?témoin
maître de cérémonie|maîtresse de cérémonie
maître d'ouvrage
maître d'œuvre
maître de chai|maîtresse de chai
agent immobilier|agente immobilière
assureur|assureuse
opticien|opticienne
prothésiste
psychomotricien|psychomotricienne
puéricultrice|puéricultrice
auxiliaire de vie
assistant maternel|assistante maternelle
animateur socioculturel|animatrice socioculturelle
écologiste
féministe
humaniste
philanthrope
mécanicien navigant|mécanicienne navigante
capitaine de port
lieutenant de louveterie
garde champêtre
garde forestier|garde forestière
garde-côte|garde-côte|garde-côtes|garde-côtes
postier|postière
facteur|factrice
interprète de conférence
secrétaire médical|secrétaire médicale
standardiste
prévisionniste
œnologue
slameur|slameuse
actuaire
herboriste
tradipraticien|tradipraticienne
superviseur|superviseuse
?moniteur|monitrice
sauveteur|sauveteuse
conducteur de travaux|conductrice de travaux
chef de gare|cheffe de gare
?permanent|permanente
permanent syndical|permanente syndicale
administrateur judiciaire|administratrice judiciaire
mandataire judiciaire
moukhtar
hakem
chef héréditaire|cheffe héréditaire
doyen d'âge|doyenne d'âge
landammann
hôte d'accueil|hôtesse d'accueil
"""

INCLUSIVE_MARKS = ("·", ".", "-", "(")


def suffix(m, f):
    """How the feminine ending is written after the masculine one: directeur, directrice → rice."""
    if f == m + "e":
        return "e"
    if f.startswith(m):
        return f[len(m):]
    for ending, short in (("rice", "rice"), ("euse", "euse"), ("ère", "ère"), ("ive", "ive"), ("esse", "esse"), ("trice", "trice")):
        if f.endswith(ending):
            return short
    return None


def inclusive(m, f, mark, many):
    """« directeur·rice général·e »: each word that differs takes the mark; None where it cannot be written so."""
    ms, fs = m.split(" "), f.split(" ")
    if len(ms) != len(fs):
        return []
    variants = [[]]
    for a, b in zip(ms, fs):
        if a == b:
            variants = [v + [a] for v in variants]
            continue
        end = suffix(a, b)
        if end is None or "'" in a or "-" in a.removeprefix("vice-").removeprefix("co-").removeprefix("sous-"):
            return []
        s = "s" if many else ""
        if mark == "(":
            forms = [f"{a}({end}){s}"]
        elif many and mark in "·.":
            forms = [f"{a}{mark}{end}s", f"{a}{mark}{end}{mark}s"]
        else:
            forms = [f"{a}{mark}{end}{s}"]
        variants = [v + [w] for v in variants for w in forms]
    return sorted({" ".join(v) for v in variants})[:4]


def expand(text):
    """Rows (form, gender, number, kind, singular, ambiguous) of a table of lemmas."""
    rows, kind, lemmas = [], "", 0
    for raw in text.strip().splitlines():
        raw = raw.strip()
        if not raw:
            continue
        if raw.startswith("## "):
            kind = raw[3:]
            continue
        lemmas += 1
        mark = "y" if raw.startswith("?") else ""
        cells = raw.lstrip("?").split("|")
        m, f = cells[0], cells[1] if len(cells) > 1 else cells[0]
        fixed = m.isupper() or m in UNCHANGED
        mp = cells[2] if len(cells) > 2 else m if fixed else plural(m)
        fp = cells[3] if len(cells) > 3 else f if fixed else plural(f)
        rows += inflect(m, f, mp, fp, kind, mark)
    return rows, lemmas


UNCHANGED = {"porte-parole", "P-DG", "P.-D.G.", "PU-PH"}


def inflect(m, f, mp, fp, kind, mark):
    out = []
    if m == f:
        out.append((m, "u", "s" if mp != m else "u", kind, "", mark))
        if mp != m:
            out.append((mp, "u", "p", kind, m, mark))
        return out
    out += [(m, "m", "s" if mp != m else "u", kind, "", mark), (f, "f", "s" if fp != f else "u", kind, "", mark)]
    if mp != m:
        out.append((mp, "m", "p", kind, m, mark))
    if fp != f:
        out.append((fp, "f", "p", kind, f, mark))
    for sign in INCLUSIVE_MARKS if " " not in m else "·(":
        out += [(w, "u", "s", kind, "", "") for w in inclusive(m, f, sign, False)]
        out += [(w, "u", "p", kind, m, "") for w in inclusive(m, f, sign, True)]
    if " " not in m:
        out += [(f"{m}/{f}", "u", "s", kind, "", ""), (f"{mp}/{fp}", "u", "p", kind, m, "")]
    return out


# Feminine forms that are other words, or rows that inflection makes wrong.
DROP = {"médecine", "médecines", "marine", "marines", "porte-parolat", "porte-parolats", "peintresse", "peintresses", "mannequine", "Knesset member", "Knesset members", "conseils", "stewardess"}
AMBIGUOUS = {
    "élus", "élues", "juges", "guides", "cadres", "agents", "pilotes", "secrétaires", "commerciaux", "commerciale", "commerciales", "commercial", "industriel", "industriels", "industrielle",
    "industrielles", "général", "militaire", "militaires", "scientifique", "scientifiques", "universitaire", "universitaires", "humanitaire", "humanitaires", "volontaire", "volontaires",
    "forestier", "forestière", "forestiers", "forestières", "routier", "routière", "routiers", "routières", "mannequin", "savant", "savante", "savants", "savantes", "céréalier", "céréalière",
    "auditeur", "expert", "experte", "experts", "expertes", "attaché", "attachée", "attachés", "attachées", "délégué", "déléguée", "délégués", "déléguées", "employé", "employée", "associé",
    "associée", "associés", "associées", "adjoint", "adjointe", "auteur", "acteur", "acteurs", "actrice", "partenaire", "président", "référent", "facteur", "facteurs", "intervenant", "intervenants",
    "mineur", "militant", "souverain", "souveraine", "parlementaire", "parlementaires", "syndic", "marin", "officier", "greffier", "interprète", "correspondant", "correspondante", "correspondants",
    "DG", "DAC", "DAF", "CIO", "CTO", "COO", "CFO", "DPO", "DGD", "DGS", "DGA", "DSI", "cardinal", "père abbé", "primat", "lama", "lamas", "coach", "manager", "roi", "reine", "rois", "reines", "duc", "sultane",
    "dauphin", "dauphine", "régent", "salarié", "salariée", "conducteur", "conducteurs", "conductrice", "chancelière", "cuisinière", "cuisinières", "hôte d'accueil", "champion", "championne",
    "écologiste", "écologistes", "féministe", "féministes", "humaniste", "sportif", "sportive", "sportifs", "sportives", "successeur", "promoteur", "promoteurs", "représentant", "représentants",
    "comptable", "comptables", "généraliste", "généralistes", "assistant", "commissaire", "soprano", "ténor", "pilote", "apprenti", "volontaires", "candidat", "propriétaire", "propriétaires",
    "responsable", "responsables", "arbitre", "arbitres", "libraire", "pêcheur", "docker", "surveillant", "interne en médecine", "nonce", "gardien", "gardienne", "gardiens", "partenaires",
    "métropolite", "moine", "patron", "patronne", "patrons", "fonctionnaire", "militante",
}


def write_functions():
    rows, lemmas = expand(FUNCTIONS)
    rows = [(a, b, c, d, "y" if a in AMBIGUOUS else g, e) for a, b, c, d, e, g in rows if a not in DROP]
    # the same form under two kinds or genders: keep the first kind, one line a gender
    seen, unique = set(), []
    for row in rows:
        if (row[0], row[1], row[2]) not in seen:
            seen.add((row[0], row[1], row[2]))
            unique.append(row)
    write("function", SCRIPT, "functions, offices and occupations: head noun phrases, inflected; `singular` for a plural form", "form gender number kind ambiguous singular", unique)
    print("lemmas", lemmas)


GRADES = """
## military
maréchal|maréchale
maréchal de France|maréchale de France
?général|générale
général d'armée|générale d'armée
général d'armée aérienne|générale d'armée aérienne
général de corps d'armée|générale de corps d'armée
général de corps aérien|générale de corps aérien
général de division|générale de division
général de division aérienne|générale de division aérienne
général de brigade|générale de brigade
général de brigade aérienne|générale de brigade aérienne
général de corps|générale de corps
général d'aviation|générale d'aviation
général-major|générale-majore|généraux-majors|générales-majores
général major|générale majore|généraux majors|générales majores
lieutenant-général|lieutenante-générale|lieutenants-généraux|lieutenantes-générales
lieutenant général|lieutenante générale
major-général|majore-générale|majors-généraux|majores-générales
brigadier-général|brigadière-générale|brigadiers-généraux|brigadières-générales
brigadier général|brigadière générale
général de réserve|générale de réserve
médecin général inspecteur|médecin générale inspectrice
amiral|amirale
vice-amiral|vice-amirale|vice-amiraux|vice-amirales
vice-amiral d'escadre|vice-amirale d'escadre|vice-amiraux d'escadre|vice-amirales d'escadre
contre-amiral|contre-amirale|contre-amiraux|contre-amirales
commodore|commodore
amiral de France|amirale de France
capitaine de vaisseau
capitaine de frégate
capitaine de corvette
lieutenant de vaisseau|lieutenante de vaisseau
enseigne de vaisseau
?aspirant|aspirante
colonel|colonelle
colonel-major|colonelle-majore|colonels-majors|colonelles-majores
colonel major|colonelle majore
lieutenant-colonel|lieutenante-colonelle|lieutenants-colonels|lieutenantes-colonelles
lieutenant-colonel|lieutenant-colonelle|lieutenants-colonels|lieutenants-colonelles
lieutenant colonel|lieutenante colonelle
commandant|commandante
chef de bataillon|cheffe de bataillon
chef d'escadrons|cheffe d'escadrons
capitaine
lieutenant|lieutenante
sous-lieutenant|sous-lieutenante
?major|majore
adjudant-chef|adjudante-cheffe|adjudants-chefs|adjudantes-cheffes
adjudant|adjudante
sergent-chef|sergente-cheffe|sergents-chefs|sergentes-cheffes
sergent|sergente
maréchal des logis|maréchale des logis
maréchal des logis-chef|maréchale des logis-cheffe|maréchaux des logis-chefs|maréchales des logis-cheffes
caporal-chef|caporale-cheffe|caporaux-chefs|caporales-cheffes
caporal|caporale
brigadier-chef|brigadière-cheffe|brigadiers-chefs|brigadières-cheffes
brigadier|brigadière
premier maître|première maître
maître principal|maître principale
second maître|seconde maître
quartier-maître|quartier-maître|quartiers-maîtres|quartiers-maîtres
premier-maître|première-maître|premiers-maîtres|premières-maîtres
soldat de première classe|soldate de première classe
matelot|matelote
gendarme adjoint volontaire|gendarme adjointe volontaire
ingénieur général de l'armement|ingénieure générale de l'armement
ingénieur général hors classe|ingénieure générale hors classe
ingénieur en chef de l'armement|ingénieure en chef de l'armement
commissaire général de première classe|commissaire générale de première classe
commissaire en chef
commissaire principal|commissaire principale
médecin en chef
médecin principal|médecin principale
aumônier en chef|aumônière en chef
légionnaire de première classe
vice-maréchal|vice-maréchale|vice-maréchaux|vice-maréchales
## police
commissaire de police
commissaire divisionnaire
commissaire général de police|commissaire générale de police
commandant de police|commandante de police
commandant divisionnaire|commandante divisionnaire
capitaine de police
lieutenant de police|lieutenante de police
contrôleur général de la police|contrôleuse générale de la police
inspecteur général de la police nationale|inspectrice générale de la police nationale
gardien de la paix|gardienne de la paix
brigadier de police|brigadière de police
brigadier-chef principal|brigadière-cheffe principale|brigadiers-chefs principaux|brigadières-cheffes principales
commissaire central|commissaire centrale
chef d'escadron de gendarmerie|cheffe d'escadron de gendarmerie
sous-brigadier|sous-brigadière
inspecteur divisionnaire|inspectrice divisionnaire
## fire
contrôleur général de sapeurs-pompiers|contrôleuse générale de sapeurs-pompiers
colonel hors classe|colonelle hors classe
lieutenant de sapeurs-pompiers|lieutenante de sapeurs-pompiers
capitaine de sapeurs-pompiers
colonel de sapeurs-pompiers|colonelle de sapeurs-pompiers
caporal de sapeurs-pompiers|caporale de sapeurs-pompiers
## academic
professeur|professeure
professeur docteur|professeure docteure
docteur|docteure
docteur|doctoresse
?maître
## order
chevalier|chevalière
officier|officière
commandeur|commandeure
grand officier|grande officière
grand-croix
"""
# abbreviation | gender | number | kind
GRADE_ABBREVIATIONS = """
Pr|u|s|academic|professeur
Pr.|u|s|academic|professeur
Prs|u|p|academic|professeurs
Prof.|u|s|academic|professeur
Pre|f|s|academic|professeure
Dr|u|s|academic|docteur
Dr.|u|s|academic|docteur
Drs|u|p|academic|docteurs
Dre|f|s|academic|docteure
Ph.D.|u|s|academic|docteur
Gal|m|s|military|général
Gal.|m|s|military|général
Gén.|u|s|military|général
gén.|u|s|military|général
GCA|m|s|military|général de corps d'armée
GDI|m|s|military|général de division
GBR|m|s|military|général de brigade
GAL|m|s|military|général
Cal|m|s|military|caporal
Col|m|s|military|colonel
Col.|m|s|military|colonel
COL|m|s|military|colonel
Lcl|m|s|military|lieutenant-colonel
Lt-col.|m|s|military|lieutenant-colonel
Lt-Col|m|s|military|lieutenant-colonel
LCL|m|s|military|lieutenant-colonel
Cdt|u|s|military|commandant
Cdt.|u|s|military|commandant
CDT|u|s|military|commandant
Cba|u|s|military|chef de bataillon
CBA|u|s|military|chef de bataillon
CES|u|s|military|chef d'escadron
Cne|u|s|military|capitaine
CNE|u|s|military|capitaine
Cpt|u|s|military|capitaine
Lt|u|s|military|lieutenant
Lt.|u|s|military|lieutenant
Ltt|u|s|military|lieutenant
LTN|u|s|military|lieutenant
Slt|u|s|military|sous-lieutenant
SLT|u|s|military|sous-lieutenant
Adj|u|s|military|adjudant
ADJ|u|s|military|adjudant
Adc|u|s|military|adjudant-chef
ADC|u|s|military|adjudant-chef
Sgt|u|s|military|sergent
SGT|u|s|military|sergent
Sch|u|s|military|sergent-chef
SCH|u|s|military|sergent-chef
MDL|u|s|military|maréchal des logis
MDC|u|s|military|maréchal des logis-chef
Cch|u|s|military|caporal-chef
CCH|u|s|military|caporal-chef
BCH|u|s|military|brigadier-chef
CV|u|s|military|capitaine de vaisseau
CF|u|s|military|capitaine de frégate
CC|u|s|military|capitaine de corvette
LV|u|s|military|lieutenant de vaisseau
EV|u|s|military|enseigne de vaisseau
EV1|u|s|military|enseigne de vaisseau
CA|u|s|military|contre-amiral
VA|u|s|military|vice-amiral
VAE|u|s|military|vice-amiral d'escadre
AE|u|s|military|amiral
IGA|u|s|military|ingénieur général de l'armement
ICA|u|s|military|ingénieur en chef de l'armement
MC|u|s|military|médecin en chef
"""


def write_grades():
    rows, _ = expand(GRADES)
    sure = [(a, b, c, d, g, e) for a, b, c, d, e, g in rows]
    write("grade", SCRIPT, "grades and titles: military, police, fire, academic, orders; inflected; `singular` for a plural form", "form gender number kind ambiguous singular", sure)
    write("grade-abbreviation", SCRIPT, "abbreviated grades and academic titles, with what they stand for; they need their capital", "form gender number kind ambiguous full",
          [(f, g, n, k, "y" if len(f.rstrip(".")) < 3 and f not in {"Pr", "Dr", "Lt", "Pr.", "Dr.", "Lt."} else "", full) for f, g, n, k, full in table(GRADE_ABBREVIATIONS) if f[0].isupper()],
          case="proper")


write_functions()
write_grades()
