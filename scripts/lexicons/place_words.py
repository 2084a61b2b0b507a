"""Writes the words that announce the name of a place, of a site, or of something named after a person."""

from common import LEXICONS, table, words, write

SCRIPT = "place_words.py"

# kind | forms. street: a way; building: a place whatever the sentence does with it; body: a scene or an actor (a school, a museum);
# ground: open ground, works, natural sites with the kind of place `site`.
SITE_HEADS = """
street|rue, rues, ruelle, avenue, avenues, av., ave, av, boulevard, boulevards, bd, bld, blvd, boul., bd., allée, allées, impasse, cours, chemin, chaussée, quai, quais, place, places, placette, parvis, esplanade, square, passage, venelle
street|rond-point, faubourg, promenade, mail, sentier, montée, côte, corniche, villa, route, rte, voie, rocade, périphérique, échangeur, carrefour, porte, cité, traverse, r., pl., all., imp.
building|building, palais, château, châteaux, hôtel, hôtel particulier, hôtel de ville, manoir, maison, tour, tours, pavillon, bâtiment, immeuble, salle, amphithéâtre, amphi, aula, auditorium, hémicycle, salon, hall, foyer, atrium, galerie, halle, halles
building|cathédrale, basilique, église, collégiale, abbatiale, abbaye, chapelle, monastère, couvent, prieuré, temple, mosquée, grande mosquée, synagogue, pagode, sanctuaire, cloître
building|cimetière, nécropole, nécropole nationale, mémorial, monument, mausolée, tombeau, tombe, stèle, ossuaire, arc de triomphe, colonne, obélisque, mur, statue, fontaine, phare
building|caserne, camp, camp militaire, quartier, base, base aérienne, base navale, base aéronavale, base militaire, base spatiale, fort, forteresse, citadelle, arsenal, hangar, bastion, garnison, centre d'entraînement, champ de tir, terrain d'aviation
building|aéroport, aéroport international, aérodrome, héliport, aérogare, gare, gare routière, gare maritime, gare ferroviaire, station, station de métro, terminal, port, port de plaisance, port de pêche, bassin, quai de déchargement, embarcadère, écluse, cale, dock
building|stade, arène, arènes, gymnase, complexe sportif, palais des sports, palais omnisports, palais des congrès, palais des expositions, parc des expositions, parc expo, piscine, centre récréatif, centre communautaire, centre sportif, centre de loisirs, complexe récréatif, centre aquatique, hippodrome, vélodrome, patinoire, circuit, centre de conférences, centre international de conférences, zénith, zenith
building|centrale, centrale nucléaire, centrale électrique, centrale hydroélectrique, centrale solaire, centrale thermique, barrage, usine, raffinerie, mine, carrière, gisement, puits, champ gazier, champ pétrolier, plateforme logistique, zone industrielle, zone d'activités, zone franche, parc éolien, parc solaire, chantier naval
building|maison d'arrêt, prison, centre pénitentiaire, centre de détention, centre commercial, marché, grand marché, marché central, foire, camp de réfugiés, camp de déplacés, poste-frontière, poste frontière, péage, refuge, gîte, tunnel, viaduc, pont, passerelle, ouvrage
ground|parc, jardin, jardins, jardin des plantes, bois, plage, domaine, ferme, technopole, campus, parc national, parc naturel régional, réserve naturelle, aire, grotte, site archéologique, oasis
body|lycée, lycées, lycée professionnel, lycée général, lycée technique, lycée agricole, lycée français, lycée polyvalent, lycée militaire, collège, collèges, école, écoles, école primaire, école maternelle, école élémentaire, école supérieure, groupe scolaire, cégep, haute école, conservatoire, conservatoire national, crèche
body|université, universités, faculté, institut, institut universitaire, institut supérieur, institut français, institut culturel, grande école, centre universitaire, cité universitaire, résidence universitaire, campus universitaire, école normale supérieure, école doctorale
body|hôpital, hôpitaux, hôpital militaire, hôpital d'instruction des armées, hôpital régional, hôpital de district, hôpital général, hôpital universitaire, hôpital central, clinique, polyclinique, centre hospitalier, centre hospitalier universitaire, centre hospitalier régional, centre de santé, maternité, dispensaire, sanatorium, ehpad, hospice
body|musée, musées, musée national, musée royal, musée municipal, musée départemental, théâtre, théâtre national, théâtre municipal, opéra, opéra national, cinéma, centre culturel, centre culturel français, centre d'art, centre dramatique national, scène nationale, maison de la culture, maison de la radio, bibliothèque, bibliothèque nationale, médiathèque, archives départementales, archives nationales, espace culturel, espace, planétarium, aquarium, muséum
body|préfecture, sous-préfecture, mairie, hôtel du département, hôtel de région, centre administratif, maison de l'état, maison du peuple, bourse du travail, observatoire, laboratoire, centre de recherche, centre de formation, centre d'appareillage
"""

# Things that bear a person's name and are neither people nor places: kind | forms.
THING_HEADS = """
law|loi, lois, projet de loi, proposition de loi, amendement, amendements, ordonnance, décret, arrêt, affaire, directive, taxe, règlement, réforme, circulaire, jurisprudence, doctrine, protocole, accord, accords, pacte, convention de
ship|frégate, frégates, corvette, croiseur, destroyer, porte-avions, porte-hélicoptères, sous-marin, sous-marins, bâtiment, bâtiments, patrouilleur, patrouilleurs, paquebot, navire, navires, ferry, ferries, cargo, voilier, trois-mâts, goélette, chalutier, pétrolier, vraquier, méthanier, remorqueur, dragueur, chasseur de mines, aviso, vedette, baliseur, péniche, goélettes, brise-glace, catamaran, trimaran, bateau, navire-école, navire océanographique, navire-hôpital, BPC, PHA, FREMM, FDI
craft|avion, avions, hélicoptère, hélicoptères, drone, drones, missile, missiles, satellite, satellites, fusée, lanceur, canon, canons, char, chars, véhicule, véhicules, sonde, télescope, radar, obusier, train, rame, moteur
prize|prix, trophée, trophées, coupe, médaille, médailles, bourse, bourses, grand prix, concours, tournoi, challenge, chaire, promotion, palme, récompense, label, césar, oscar, lion d'or, ordre, tour cycliste, rallye, régate, transat, marathon, festival, festivals, salon, foire, fête
plan|plan, plans, programme, programmes, opération, opérations, exercice, exercices, mission, missions, rapport, rapports, projet, projets, initiative, stratégie, dispositif, fonds, campagne, méthode, modèle, théorème, principe, effet, échelle, syndrome, maladie, virus, test, indice, cyclone, ouragan, tempête, typhon, dépression, comète, astéroïde, variante
work|collection, collections, roman, film, tableau, symphonie, opéra-comique, exposition, expositions, série, revue, magazine, édition, éditions, cahier, carnets, manuscrit, journal, messe, sonate, opus, orgue, stradivarius, fresque
"""


def rows(text):
    for kind, forms in table(text):
        for form in words(forms):
            yield form, kind


# Heads that are as often plain words: rules ask for more.
PLAIN = set(words("""
r., cours, passage, voie, côte, montée, mail, villa, porte, cité, traverse, rues, place, places, pl., all., imp., r., tour, tours, salon, hall, foyer, base, bases, station, terminal, mine, maison, mur, fort, galerie, halle, colonne
bassin, cale, carrière, ouvrage, tombe, arc, puits, chantier naval, foire, poste-frontière, espace, institut, aire, domaine, ferme, bois, laboratoire, écoles, collèges, lycées, universités, hôpitaux, musées
marché, jardins, quais, institut supérieur, université, école, bibliothèque, archives nationales, centre de formation, centre de recherche, préfecture, sous-préfecture, mairie, musée, centre
"""))

FULL = dict(pair.split("=") for pair in words(
    "av.=avenue, ave=avenue, av=avenue, bd=boulevard, bld=boulevard, blvd=boulevard, boul.=boulevard, bd.=boulevard, rte=route, r.=rue, pl.=place, all.=allée, imp.=impasse, amphi=amphithéâtre"))
write("site-noun", SCRIPT, "nouns that announce the name of a street, building or other site; kind plain: as often a plain word; `full` what an abbreviation stands for", "form kind full",
      ((form, "plain" if form in PLAIN and kind != "body" else kind, FULL.get(form, "")) for form, kind in rows(SITE_HEADS)))
write("thing-head", SCRIPT, "nouns that announce the name of a thing which may be a person's name: laws, ships, prizes, works, plans", "form kind", rows(THING_HEADS))

# Nouns after which a name is that of a place; `keep` y: the noun belongs to the name (« lac Tchad »). kind | keep | forms
AREA_HEADS = """
region||arrondissement, arrondissements, région, régions, province, provinces, département, départements, wilaya, wilayas, gouvernorat, gouvernorats, comté, comtés, canton, cantons, oblast, oblasts, land, länder, état de, archipel, péninsule, préfecture de région, voïvodie, voïvodies
region||collectivité, territoire, territoires, principauté, émirat, vallées, delta, plaine, plaines, corne, raïon, daïra, daïras, préfectures, collectivité territoriale, région administrative
city||ville, villes, commune, communes, village, villages, localité, localités, municipalité, municipalités, bourg, bourgade, bourgades, agglomération, station balnéaire, cité balnéaire, ville portuaire, ville côtière, ville frontalière, port de pêche, chef-lieu, sous-préfecture
city||député-maire, maire, maires, maire adjoint, maire adjointe, bourgmestre, évêque, archevêque, sénateur-maire, ex-maire, première adjointe au maire, adjoint au maire, adjointe au maire, syndic, oulema
other|y|vallée, djebel, jbel, sierra, mont, monts, massif, plateau, col, pic, île, îles, forêt, désert, presqu'île, aiguille, glacier, volcan, cap, cirque, dune, chaîne, grotte, plaine, pointe, gorges, marais, puy, falaises, calanque
water|y|lac, fleuve, rivière, mer, océan, golfe, baie, détroit, canal, estuaire, lagune, étang, rade, anse, torrent, rio, oued, marigot, chenal
"""
write("area-head", SCRIPT, "nouns after which a name is that of a place, with its kind; `keep` y: the noun belongs to the name", "form kind keep",
      [(form, kind, keep) for kind, keep, forms in table(AREA_HEADS) for form in words(forms)])


def entries(name):
    """The rows of another lexicon, as cells."""
    for line in (LEXICONS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


# « au Mans », « du Caire », « aux Herbiers »: the article of a town's name melts into the preposition.
MELTED = {"Le ": "le", "Les ": "les"}
bare = {}
for lexicon in ("capital", "city-world", "commune"):
    for cells in entries(lexicon):
        where = ("FR", cells[3], cells[4]) if lexicon == "commune" else (cells[1], cells[3], cells[4])
        if lexicon == "commune" and cells[5] == "village":
            continue
        for article, kind in MELTED.items():
            if cells[0].startswith(article):
                bare.setdefault(cells[0][len(article):], (kind, cells[0], *where))
write("town-bare", SCRIPT, "names of towns without their article, which melts into « au », « du », « aux », « des »; `name` with it", "form article name iso lat lon",
      [(form, *rest) for form, rest in bare.items()], case="proper",
      source="capital.tsv, city-world.tsv, commune.tsv", licence="as those: CC BY 4.0 (GeoNames); Licence Ouverte 2.0 (Etalab, INSEE); MIT OR Apache-2.0 (own)")
