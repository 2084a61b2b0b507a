"""Writes the lexicons of sites: famous places and buildings, and the common nouns that begin the name of one."""

from common import plural, table, words, write

SCRIPT = "sites.py"

# iso | city | sites
SITES = """
FR|Paris|musée du quai Branly – Jacques Chirac, musée du quai Branly-Jacques Chirac, palais de l'Élysée, Élysée, Elysée, hôtel de Matignon, Matignon, Quai d'Orsay, hôtel de Brienne, hôtel de Beauvau, place Beauvau, Beauvau, Bercy, place Vendôme, hôtel de Bourvallais, hôtel de Cassini, hôtel de Roquelaure, hôtel de Roquelaure, hôtel du Châtelet, hôtel de Castries, hôtel de Lassay, hôtel Marigny, hôtel de Clermont, hôtel Le Marois, Palais-Bourbon, palais Bourbon, palais du Luxembourg, Palais-Royal, palais d'Iéna, palais Brongniart
FR|Paris|palais de Tokyo, palais de Chaillot, palais des Congrès, Grand Palais, Petit Palais, Hexagone Balard, Balard, École militaire, Invalides, hôtel des Invalides, hôtel national des Invalides, dôme des Invalides, cour d'honneur des Invalides, Arc de Triomphe, tombe du Soldat inconnu, tour Eiffel, Tour Eiffel, Champs-Élysées, avenue des Champs-Élysées, place de la Concorde, place de la République, place de la Bastille, place de la Nation, place Charles-de-Gaulle, Trocadéro
FR|Paris|Panthéon, Sorbonne, La Sorbonne, Notre-Dame de Paris, cathédrale Notre-Dame, Notre-Dame, Sacré-Cœur, Sainte-Chapelle, musée du Louvre, Louvre, Carrousel du Louvre, musée d'Orsay, Centre Pompidou, Beaubourg, musée du quai Branly, Musée de l'Homme, musée de l'Armée, Cité des sciences, La Villette, Grande Halle de la Villette, Philharmonie de Paris, Opéra Bastille, Opéra Garnier, palais Garnier, Stade Roland-Garros, Roland-Garros, Parc des Princes, Bataclan, Accor Arena, Porte de Versailles, Paris Expo Porte de Versailles, Station F, Maison de la Radio, Maison de la Chimie, Maison de la Mutualité, Mutualité
FR|Paris|Hôtel de Ville de Paris, gare du Nord, gare de Lyon, gare Montparnasse, gare de l'Est, gare Saint-Lazare, gare d'Austerlitz, cimetière du Père-Lachaise, Père-Lachaise, Val-de-Grâce, hôpital Necker, Pitié-Salpêtrière, Bastille, Montmartre, Quartier latin, île de la Cité, Mémorial de la Shoah, mur des Justes, Institut du monde arabe, Grande Mosquée de Paris, quai Branly, rue de Varenne, rue de Grenelle, rue Saint-Dominique, avenue de Ségur, rue Cambon, quai des Orfèvres, boulevard Mortier, Fontenoy, Ségur, Oudinot, Valois, rue de Valois, rue de Solférino
FR||La Défense, Grande Arche, aéroport de Roissy, aéroport Roissy-Charles-de-Gaulle, Roissy-Charles-de-Gaulle, Paris-Charles-de-Gaulle, aéroport d'Orly, Paris-Orly, Le Bourget, aéroport du Bourget, Stade de France, Villepinte, parc des expositions de Villepinte, Eurosatory, Satory, château de Versailles, Lanterne, La Lanterne, fort de Brégançon, Brégançon, château de Fontainebleau, château de Chambord, château de Vincennes, fort de Vincennes, château de Villers-Cotterêts, Cité internationale de la langue française, château de Chantilly, château de Rambouillet, Institut Louveciennes
FR||Mont-Valérien, mont Valérien, forteresse du Mont-Valérien, Oradour-sur-Glane, maison d'Izieu, camp des Milles, camp de Rivesaltes, camp de Drancy, Drancy, Natzweiler-Struthof, Struthof, ossuaire de Douaumont, Douaumont, fort de Vaux, Hartmannswillerkopf, Chemin des Dames, mémorial de Caen, Mémorial de Verdun, cimetière américain de Colleville-sur-Mer, Omaha Beach, Utah Beach, Juno Beach, Sword Beach, Gold Beach, pointe du Hoc, Arromanches, clairière de Rethondes, mémorial ACTe, Colombey-les-Deux-Églises, La Boisserie, Croix de Lorraine, nécropole nationale de Notre-Dame-de-Lorette, Notre-Dame-de-Lorette, anneau de la Mémoire, nécropole de Fréjus
FR||Mont-Saint-Michel, mont Saint-Michel, Mont Blanc, mont Blanc, mont Ventoux, Sainte-Victoire, pic du Midi, puy de Dôme, piton de la Fournaise, aiguille du Midi, mer de Glace, calanques de Marseille, dune du Pilat, gorges du Verdon, pont du Gard, viaduc de Millau, tunnel sous la Manche, tunnel du Mont-Blanc, pont de Normandie, Vieux-Port, Vieux-Port de Marseille, Mucem, palais des Papes, palais des Festivals, Futuroscope, Puy du Fou, Disneyland Paris, Eurodisney, Île Longue, île Longue, base navale de Toulon, base navale de Brest, arsenal de Toulon, arsenal de Brest, camp de Mourmelon, camp de Suippes, camp de Canjuers, camp de La Courtine, camp de Mailly, camp de Coëtquidan, Saint-Cyr Coëtquidan, École de l'air
FR||centrale de Flamanville, centrale de Gravelines, centrale de Cattenom, centrale du Tricastin, centrale du Bugey, centrale de Fessenheim, EPR de Flamanville, La Hague, Cadarache, Marcoule, Cigéo, Sophia Antipolis, plateau de Saclay, Polygone d'innovation de Grenoble, Minatec, marché de Rungis, Rungis, centre spatial guyanais, Centre spatial guyanais, Kourou, abbaye de Royaumont, abbaye de Fontevraud, cathédrale de Reims, cathédrale de Chartres, cathédrale de Strasbourg, saline royale d'Arc-et-Senans, cité de Carcassonne, Hospices de Beaune, Parlement de Bretagne, place Bellecour, place du Capitole, place Stanislas, place Kléber, Grand-Place, Stade Vélodrome, Groupama Stadium, stade Geoffroy-Guichard, Allianz Riviera, stade Pierre-Mauroy, MuséoParc Alésia, Lascaux
US|Washington|Maison-Blanche, Maison Blanche, bureau ovale, Capitole, Pentagone, Camp David, Blair House, cimetière d'Arlington, Arlington, Département d'État
US||Wall Street, Ground Zero, World Trade Center, siège des Nations unies, Times Square, Mar-a-Lago, Fort Knox, Guantánamo, Guantanamo, cap Canaveral, Cap Canaveral, Silicon Valley, Hollywood, Broadway, Central Park
RU|Moscou|Kremlin, place Rouge, Place Rouge, Loubianka
GB|Londres|10 Downing Street, Downing Street, Buckingham, palais de Buckingham, Westminster, palais de Westminster, Whitehall, Lancaster House, Chequers, Windsor, château de Windsor, Abbaye de Westminster, tour de Londres, City, Heathrow, Wembley
DE|Berlin|Bundestag, Reichstag, porte de Brandebourg, château de Bellevue, mur de Berlin, Checkpoint Charlie, château de Meseberg
DE||Ramstein, base de Ramstein, Dachau, Buchenwald, Bergen-Belsen, Ravensbrück, Sachsenhausen
PL||Auschwitz, Auschwitz-Birkenau, Birkenau, Treblinka, Sobibor, Majdanek, palais du Belvédère
IT|Rome|palais Farnèse, palais Chigi, palais du Quirinal, Quirinal, Colisée, villa Médicis, Villa Médicis, Capitole de Rome, Farnesina, Montecitorio
VA|Vatican|basilique Saint-Pierre, place Saint-Pierre, chapelle Sixtine, palais apostolique
BE|Bruxelles|Berlaymont, Justus Lipsius, Atomium, palais d'Egmont, Palais d'Egmont, bâtiment Europa, Grand-Place de Bruxelles, Heysel
CH||palais des Nations, Palais des Nations, palais Wilson, Bürgenstock, Davos, Palais fédéral
NL|La Haye|palais de la Paix, Binnenhof
ES|Madrid|palais de la Moncloa, Moncloa, palais de la Zarzuela, musée du Prado, Sagrada Familia, Alhambra
UA|Kiev|place Maïdan, Maïdan, place de l'Indépendance, mur des Héros, Mur des Héros, palais Mariinsky, cathédrale Sainte-Sophie, laure des Grottes, Babi Yar, Tchernobyl, centrale de Zaporijjia, centrale de Tchernobyl, Azovstal
CN|Pékin|place Tian'anmen, Tian'anmen, Cité interdite, palais de l'Assemblée du Peuple, Grand Palais du Peuple, Zhongnanhai, Grande Muraille
IL|Jérusalem|Mur des Lamentations, esplanade des Mosquées, Knesset, Yad Vashem, Saint-Sépulcre, mont des Oliviers, dôme du Rocher
EG||canal de Suez, pyramides de Gizeh, point de passage de Rafah, place Tahrir, musée égyptien du Caire
MA||palais royal de Rabat, Hassan II, mosquée Hassan II, place Jemaa el-Fna, Tanger Med
SN||île de Gorée, Gorée, camp de Thiaroye, Thiaroye, monument de la Renaissance africaine, palais de la République, Diamniadio, aéroport Blaise-Diagne
CI||palais présidentiel d'Abidjan, Port-Bouët, camp de Port-Bouët, Félix-Houphouët-Boigny
DZ||palais d'El Mouradia, El Mouradia, Casbah d'Alger, monument des Martyrs
TN||palais de Carthage, Carthage, Bardo, musée du Bardo
LB||résidence des Pins, Résidence des Pins, palais de Baabda, Baabda, Grand Sérail, port de Beyrouth, Naqoura
SA||Ka'aba, Neom, AlUla
AE||Louvre Abou Dabi, Louvre Abu Dhabi, base navale d'Abou Dabi, camp de la Paix, Burj Khalifa
IN||Taj Mahal, Porte de l'Inde, Red Fort
JP||palais impérial, Fukushima, centrale de Fukushima
TR||palais de Dolmabahçe, Sainte-Sophie, mosquée bleue
GR||Acropole, Parthénon, mont Athos
PS||Bande de Gaza, Mouqata'a
DJ||camp Lemonnier, base aérienne 188
TD||camp Kosseï
NE||base aérienne 101
GA|Libreville|palais du bord de mer, palais Rénovation
CM|Yaoundé|palais de l'Unité
CD|Kinshasa|palais de la Nation, palais du Peuple
ML|Bamako|palais de Koulouba, Koulouba
BF|Ouagadougou|palais de Kosyam, Kosyam
BJ|Cotonou|palais de la Marina
GN|Conakry|palais Sékhoutouréya, palais Mohammed V
MG|Antananarivo|palais d'Iavoloha, Iavoloha, palais d'Ambohitsorohitra
KM|Moroni|palais de Beit-Salam
CF|Bangui|palais de la Renaissance
"""
AMBIGUOUS = set(words("""Koulouba, Bercy, Balard, Invalides, Bastille, City, Capitole, Fontenoy, Ségur, Valois, Oudinot, Beauvau, Louvre, Carthage, Windsor, Buckingham, Arlington, Hassan II, Hollywood, Panthéon, Trocadéro, Lanterne, La Lanterne, Davos, palais impérial, palais royal, Drancy, Rungis, Kourou, Villepinte, Le Bourget, Mutualité,
Félix-Houphouët-Boigny, Notre-Dame, Sorbonne, Westminster, Roland-Garros, Beaubourg, Eurosatory, place de la République, place de l'Indépendance, palais de la République, Arromanches, Institut Louveciennes, Maïdan, Knesset, Bundestag, Département d'État, Baabda"""))
rows, phrases = [], []
for iso, city, names in table(SITES):
    for name in dict.fromkeys(words(names)):
        mark = "y" if name in AMBIGUOUS else ""
        if name == "Institut Louveciennes":
            continue
        if name[0].islower():
            phrases.append((name, iso, city, mark))
            rows.append((name[0].upper() + name[1:], iso, city, mark))
        elif name[0].isdigit():
            phrases.append((name, iso, city, mark))
        else:
            rows.append((name, iso, city, mark))
write("site", SCRIPT, "famous sites and buildings, with country and town", "form iso city ambiguous", rows, case="proper")
write("site-phrase", SCRIPT, "famous sites whose name begins with a common noun (« palais de l'Élysée »): the case of the text does not matter", "form iso city ambiguous", phrases)

# kind | gender | heads
HEADS = """
building|m|palais, château, hôtel, fort, bâtiment, immeuble, pavillon, manoir, donjon, phare, siège, centre, centre de conférences, centre des congrès, centre d'exposition, centre culturel, centre commercial, palais des congrès, palais des expositions, palais des sports, palais de justice, hôtel de ville, hôtel de région, hôtel du département, hôtel de préfecture, parc des expositions
building|f|villa, tour, maison, ferme, halle, résidence, forteresse, citadelle, halle, maison des associations, maison de quartier, salle des fêtes, cité administrative, cité internationale, manufacture, usine, centrale, centrale nucléaire, raffinerie, prison, maison d'arrêt
room|f|salle, salle de conférence, salle de conférences, salle de presse, salle polyvalente, salle d'honneur, chambre, galerie, cour, cour d'honneur, rotonde, tribune
room|m|amphithéâtre, amphi, auditorium, salon, hall, grand salon, foyer, studio, plateau, hémicycle
street|f|avenue, rue, place, impasse, allée, route, chaussée, esplanade, promenade, voie, rocade, autoroute, nationale, départementale, ruelle, traverse, venelle, montée, passerelle, porte
street|m|boulevard, quai, cours, chemin, passage, square, rond-point, sentier, faubourg, parvis, carrefour, mail, périphérique, échangeur, giratoire
transport|f|gare, gare routière, gare maritime, station, ligne, aérogare, piste
transport|m|aéroport, aérodrome, port, port de, port de commerce, grand port maritime, terminal, héliport, pont, tunnel, viaduc, canal, métro, tramway, arrêt, embarcadère, parking, quai de gare, technicentre
military|f|base, base aérienne, base navale, base militaire, base opérationnelle avancée, caserne, emprise, base logistique, base de défense, île, batterie, école militaire
military|m|camp, camp militaire, quartier, quartier général, état-major, arsenal, poste, champ de tir, centre d'entraînement, poste-frontière, poste frontière, check-point
sport|m|stade, gymnase, vélodrome, complexe sportif, palais omnisports, circuit, hippodrome, parc, golf, terrain, boulodrome, dojo, centre nautique, centre aquatique, tremplin
sport|f|piscine, patinoire, arène, arena, piste, halle des sports
religious|f|cathédrale, église, basilique, chapelle, abbaye, mosquée, synagogue, collégiale, grande mosquée, grande synagogue, paroisse, abbatiale
religious|m|temple, monastère, couvent, prieuré, sanctuaire, séminaire
memorial|m|mémorial, monument, monument aux morts, ossuaire, cimetière, cimetière militaire, carré militaire, mausolée, tombeau, mur, arc, champ de bataille, lieu de mémoire
memorial|f|nécropole, nécropole nationale, stèle, tombe, statue, crypte, colonne, clairière
culture|m|musée, théâtre, opéra, cinéma, conservatoire, festival, zénith, centre d'art, planétarium, aquarium, zoo, château-musée, multiplexe
culture|f|bibliothèque, médiathèque, philharmonie, galerie d'art, maison de la culture, cité de la musique, cinémathèque, fondation
school|m|lycée, collège, lycée professionnel, lycée général, lycée français, lycée agricole, campus, groupe scolaire, lycée polyvalent, internat, centre de formation
school|f|école, école primaire, école élémentaire, école maternelle, université, faculté, cité scolaire, crèche, académie, résidence universitaire
health|m|hôpital, centre hospitalier, centre hospitalier universitaire, CHU, CHRU, EHPAD, Ehpad, institut, centre de santé, sanatorium, dispensaire, laboratoire
health|f|clinique, maison de retraite, polyclinique, maison de santé, maternité, pharmacie
nature|m|mont, massif, col, pic, puy, plateau, lac, bois, jardin, parc national, parc naturel, parc naturel régional, cap, glacier, volcan, désert, cirque, rocher, jardin des plantes, golfe, estuaire, delta, archipel, sommet, marais, étang
nature|f|forêt, vallée, baie, plage, île, presqu'île, péninsule, pointe, montagne, gorge, dune, réserve naturelle, côte, source, grotte, colline, aiguille, falaise, plaine, corniche, lagune, crique, anse, calanque
zone|f|zone industrielle, zone d'activités, zone commerciale, zone franche, ZAC, technopole, pépinière d'entreprises, zone aéroportuaire, cité
zone|m|parc d'activités, quartier, technopôle, incubateur, site, complexe, marché, marché d'intérêt national, pôle, chantier, domaine, lotissement, écoquartier
"""
GENERIC = set(words("centre, parc, passage, cours, cour, siège, quartier, plateau, porte, poste, site, ligne, station, maison, chambre, salon, foyer, pôle, terrain, source, côte, cité, marché, chantier, domaine, mail, mur, arc, cap, col, institut, fondation, festival, académie, faculté, université, école, complexe, hôtel, base, nationale, départementale, voie, tour, pointe, tribune, galerie, studio, temple, arrêt, terminal, montée, batterie, arène, emprise, circuit, sommet"))
seen = {}
for kind, gender, heads in table(HEADS):
    for head in words(heads):
        mark = "y" if head in GENERIC else ""
        seen.setdefault(head, (head, kind, gender, "s", mark))
        many = plural(head)
        if many != head:
            seen.setdefault(many, (many, kind, gender, "p", mark))
write("site-head", SCRIPT, "common nouns that begin the name of a site; generic y: very often no site", "form kind gender number generic", seen.values())
