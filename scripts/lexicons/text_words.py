"""Writes the lexicons that cut and clean text: abbreviations, words of letterheads that look like names."""

from common import table, words, write

SCRIPT = "text_words.py"

# class | forms. before-name: a name follows; before-number: not a sentence end before a number; unit, month, citation, word: a sentence
# end only before a clear start; may-end: often the last word of a sentence. Forms that are also plain words (« mer. », « art. ») only
# where their class keeps them harmless.
ABBREVIATIONS = """
before-name|M., MM., Mr., Mrs., Ms., Mme., Mmes., Mlle., Mlles., Mgr., Me., Dr., Drs., Pr., Prs., Prof., Gal., Gén., gén., Col., Lt., Lt-col., Lt-Col., Cdt., cdt., Cne., Cpt., Cal., Adj., Sgt., Sch., Maj.
before-name|Amir., Brig., S.E., S. E., S.E.M., S. E. M., S.Exc., LL.EE., S.M., S. M., S.A.R., S. A. R., R.P., R. P., Hon., Rév., Rev., St., Ste., Sts., Stes., N.-D., N.D., Vve., Ch., Ph., Th., Ing., Amb., Prés., Insp., Dép., Sén.
before-name|J.-F., J.-P., J.-M., J.-B., J.-L., J.-Y., J.-J., J.-C., J.-D., J.-G., J.-R., M.-C., M.-A., M.-F., M.-P., M.-L., P.-Y., P.-A., P.-E., P.-H., P.-L., A.-M., A.-C., A.-S., A.-L., L.-P., C.-E., G.-H., F.-X.
before-number|no., No., num., nos., p., pp., pag., art., Art., arts., al., alin., chap., Chap., ch., fig., Fig., tab., vol., Vol., t., T., tél., Tél., tel., Tel., TEL., TÉL., Mob., sect., sec., éd., ed., réf.
before-number|Réf., ref., Ref., vv., liv., env., Env., L., D., R., B.P., C.P., C.S., arr., arrt., bât., Bât., esc., app., appt., apr., av., approx., max., min., ca.
unit|mn., sec., hab., ex., sem., trim., nbre., qté., Mds., mds., mio., mrd., p.c., T.T.C., H.T., U.S.
month|janv., jan., févr., fév., fevr., fev., avr., juil., juill., sept., oct., nov., déc., dec., lun., merc., vend., sam., dim.
citation|cf., Cf., cfr., ibid., Ibid., ib., id., Id., op., op. cit., cit., loc., loc. cit., sq., sqq., i.e., e.g., viz., vs., trad., coll., rééd., publ., impr., réimpr., mss., fol., suiv., s.d., s.l., N.B., n.b., P.S., p.s., N.D.L.R., n.d.l.r.
citation|q.v., jurispr., Cass., civ., crim., plén., Bull., J.O., Rec., Gaz., C.E., req., Cons. const., décr., L.O.
word|c.-à-d., c.à.d., c-à-d., p. ex., p.ex., par ex., av. J.-C., ap. J.-C., apr. J.-C., adr., bd., Bd., bld., Bld., blvd., boul., ave., Av., pl., Pl., rte., Rte., fg., Fg., fbg., Fbg., chem., qq., qqch., qqn., prov., dép., dépt., dpt.
word|rég., gouv., Gouv., adm., admin., assoc., Assoc., univ., Univ., inst., Inst., dir., Dir., dept., internat., spéc., resp., Resp., secr., Secr., suppl., a.i., p.i., p.o., P.O., stat., scient., écon., jur., aér., méd., vét., pharm.
word|dipl., étud., prof., anc., Anc., nouv., Nouv., orig., angl., franç., ital., prés., sén., insp., Cons., cons., Dir. gén., dir. gén., dir. adj., sec. gén., Sec. gén., adj., chir., rens., imm., Imm., rés., Rés., lieut., Lieut.
may-end|etc., Etc., &c., Inc., inc., Ltd., ltd., Co., Cie., cie., Corp., corp., Bros., S.A., S.A.S., S.A.R.L., S.A.S.U., S.C.I., S.N.C., S.E.L., E.U.R.L., G.I.E., S.p.A., S.r.l., B.V., N.V., A.G., G.m.b.H., p.m., a.m., A.M., P.M., Jr., jr.
may-end|Sr., Ph.D., M.D., M.A., B.A., B.Sc., M.Sc., R.S.V.P., r.s.v.p., S.V.P., s.v.p., T.S.V.P., U.S.A., U.K., U.E., O.N.U., R.D.C., R.C.A., U.R.S.S., E.A.U., O.T.A.N., D.C., D.O.M., T.O.M., P.-D.G., P.D.G., D.G., D.R.H., H.L.M., Z.A.C., Z.I.
may-end|Z.A., V.I.P., A.D.N., O.N.G., S.N.C.F., R.A.T.P., C.N.R.S., E.D.F., C.G.T., F.O., C.F.D.T., C.F.T.C., P.M.E., T.P.E., R.F., A.O.C., et al., D.F., N.Y., L.A., R.-U., É.-U., J.-C., C.E.D.E.A.O., O.I.F., O.M.S., U.N.E.S.C.O., B.C.E., F.M.I.
"""
NUMBER_SIGNS = ("n°", "N°", "n°s", "nº", "Nº", "§", "§§")
ONE_CLASS = {}
for name, forms in table(ABBREVIATIONS):
    for form in words(forms):
        ONE_CLASS.setdefault(form, name)
write("abbreviation", SCRIPT, "abbreviations that end in a dot, with what follows them; before-name, before-number: not the end of a sentence there; may-end: often its last word", "form class",
      list(ONE_CLASS.items()) + [(sign, "before-number") for sign in NUMBER_SIGNS])

write("not-a-name", SCRIPT, "words of letterheads, titles and layout that stand with a capital and are no names", "form", [(w,) for w in words("""
République, Liberté, Égalité, Fraternité, Communiqué, Communiqués, Presse, Contact, Contacts, Service, Services, Direction, Directions, Cabinet, Cabinets, Ministère, Ministères, Ministre, Ministres
Gouvernement, État, État-major, Préfecture, Préfet, Préfète, Région, Département, Commune, Ville, Mairie, Maire, Métropole, Agglomération, Communauté, Conseil, Comité, Commission, Assemblée, Sénat, Parlement
Secrétariat, Secrétaire, Délégation, Délégué, Déléguée, Inspection, Inspecteur, Agence, Office, Institut, Université, École, Académie, Centre, Fondation, Association, Fédération, Confédération, Union, Syndicat
Société, Groupe, Entreprise, Banque, Chambre, Cour, Tribunal, Parquet, Procureur, Police, Gendarmerie, Armée, Armées, Marine, Défense, Intérieur, Justice, Économie, Finances, Budget, Santé, Éducation
Culture, Environnement, Écologie, Agriculture, Travail, Emploi, Transports, Logement, Sports, Jeunesse, Enseignement, Recherche, Innovation, Industrie, Numérique, Commerce, Tourisme, Outre-mer, Europe, Affaires
Paris, Date, Lieu, Objet, Sujet, Référence, Réf, Adresse, Tél, Téléphone, Tel, Fax, Télécopie, Mobile, Portable, Mail, Email, E-mail, Courriel, Courriels, Site, Web, Internet, Twitter, Facebook, LinkedIn, Instagram, YouTube
TikTok, Mastodon, Bluesky, WhatsApp, Page, Pages, Annexe, Annexes, Pièce, Pièces, Jointe, Jointes, Note, Notes, Dossier, Dossiers, Information, Informations, Invitation, Invitations, Programme, Agenda, Ordre, Jour
Déroulé, Horaires, Accréditation, Accréditations, Inscription, Inscriptions, Embargo, Diffusion, Immédiate, Immédiat, Urgent, Important, Rappel, Avis, Annonce, Annonces, Alerte, Alertes, Actualité, Actualités, Actu
Discours, Déclaration, Déclarations, Allocution, Intervention, Interventions, Entretien, Rencontre, Rencontres, Visite, Visites, Déplacement, Déplacements, Réunion, Réunions, Conférence, Conférences, Point, Points, Lettre
Lettres, Rapport, Rapports, Bilan, Chiffres, Clés, Clé, Repères, Contexte, Présentation, Introduction, Conclusion, Conclusions, Résumé, Synthèse, Sommaire, Titre, Partie, Chapitre, Section, Article, Articles
Fait, Fin, Suite, Propos, À, Nous, Vous, Ils, Elles, Notre, Votre, Bonjour, Bonsoir, Merci, Cordialement, Salutations, Madame, Monsieur, Mesdames, Messieurs, Cher, Chère, Chers, Chères, Veuillez, Bien, Cordiales
Nom, Noms, Prénom, Prénoms, Fonction, Fonctions, Qualité, Organisme, Média, Médias, Journaliste, Journalistes, Rédaction, Rédactions, Crédit, Crédits, Photo, Photos, Légende, Vidéo, Image, Images, Source, Sources
Lundi, Mardi, Mercredi, Jeudi, Vendredi, Samedi, Dimanche, Janvier, Février, Avril, Mai, Juin, Juillet, Août, Septembre, Octobre, Novembre, Décembre, Hier, Demain, Aujourd'hui
Cérémonie, Hommage, Commémoration, Inauguration, Signature, Lancement, Nomination, Nominations, Élection, Élections, Remise, Prix, Médaille, Légion, Honneur, Mérite, Ordre, Croix, Mémoire, Patrie, Nation, Peuple
Accord, Accords, Convention, Conventions, Protocole, Traité, Mémorandum, Partenariat, Partenariats, Coopération, Charte, Pacte, Plan, Plans, Projet, Projets, Stratégie, Loi, Lois, Décret, Décrets, Arrêté, Arrêtés
Circulaire, Règlement, Directive, Code, Constitution, Décision, Décisions, Résolution, Recommandation, Recommandations, Mesure, Mesures, Appel, Appels, Offre, Offres, Candidature, Candidatures, Concours
Bureau, Pôle, Unité, Division, Mission, Missions, Observatoire, Musée, Théâtre, Hôpital, Clinique, Lycée, Collège, Campus, Laboratoire, Maison, Espace, Salle, Palais, Hôtel, Château, Place, Rue, Avenue, Boulevard, Quai
Porte-parole, Porte-Parole, Attaché, Attachée, Responsable, Chargé, Chargée, Conseiller, Conseillère, Directeur, Directrice, Président, Présidente, Chef, Cheffe, Coordinateur, Coordinatrice, Général, Générale
Relations, Communication, Publique, Publiques, Extérieures, Étrangères, Internationales, International, Internationale, National, Nationale, Régional, Régionale, Français, Française, Européen, Européenne
Premier, Première, Second, Seconde, Nouveau, Nouvelle, Nouveaux, Nouvelles, Grand, Grande, Haut, Haute, Petite, Saint, Sainte, Vieux, Neuf, Beau, Bon, Bonne, Jeune, Jeunes, Tous, Toutes, Tout, Toute
Solidarité, Solidarités, Sécurité, Sûreté, Paix, Guerre, Victoire, Résistance, Libération, Énergie, Climat, Eau, Mer, Terre, Air, Espace, Forêt, Ciel, Soleil, Avenir, Demain, Futur, Passé, Histoire, Territoires
Territoire, Ruralité, Citoyenneté, Laïcité, Parité, Diversité, Handicap, Enfance, Famille, Familles, Femmes, Hommes, Enfants, Aînés, Autonomie, Vie, Associative, Combattants, Anciens, Victimes, Réserve, Service
Le, La, Les, L, Un, Une, Des, Du, De, D, Ce, Cet, Cette, Ces, Son, Sa, Ses, Leur, Leurs, Mon, Ma, Mes, Il, Elle, On, Je, Tu, Et, Ou, Mais, Donc, Or, Ni, Car, Si, Que, Qui, Quoi, Dont, Où, Quand, Comme, Comment, Pourquoi
Dans, Sur, Sous, Avec, Sans, Pour, Par, Vers, Chez, Entre, Après, Avant, Depuis, Pendant, Durant, Lors, Dès, Selon, Malgré, Face, Grâce, Suite, Afin, Ainsi, Alors, Aussi, Enfin, Ensuite, Puis, Également, Cependant
Toutefois, Néanmoins, Pourtant, Ici, Là, Très, Plus, Moins, Encore, Déjà, Toujours, Jamais, Ne, Pas, Non, Oui, Voici, Voilà
""") if w not in {"Paris", "Europe", "Saint", "Sainte", "Victoire", "Octobre", "Bon", "Beau", "Bonne", "Neuf", "Ma", "Ni", "Réunion"} | {"Réunions"}], case="proper")
