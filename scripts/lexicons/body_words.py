"""Writes the words that the names of organisations are made of, and telephone codes."""

from common import plural_word, table, words, write

SCRIPT = "body_words.py"

write("link-word", SCRIPT, "small words inside the names of bodies and places, which stay small where the rest has capitals", "form", [(w,) for w in words("""
de, d', du, des, la, le, les, l', et, à, au, aux, pour, en, sur, sous, par, dans, contre, chez, ou, avec, lès, ès
""")])

# Adjectives that follow the nouns of a ministry's or another body's name: masculine singular; e, es, s are added.
ADJECTIVES = """
étranger+étrangère, rapide, lagunaire, postsecondaire, universitaire, périscolaire, tropical, naturel+naturelle, républicain, pétrolier+pétrolière, gazier+gazière, portuaire, social, public+publique, national, supérieur, alimentaire, écologique, énergétique, rural, industriel+industrielle, numérique, territorial, technique, professionnel+professionnelle, universel+universelle, durable
humain, combattant, local, religieux+religieuse, islamique, maritime, forestier+forestière, animal, hydraulique, extérieur, intérieur, civil, urbain, scientifique, pénitentiaire, familial, fiscal, européen+européenne, monétaire
économique, financier+financière, commercial, culturel+culturelle, artistique, sportif+sportive, sanitaire, nucléaire, minier+minière, halieutique, aérien+aérienne, terrestre, solidaire, inclusif+inclusive, populaire, traditionnel+traditionnelle
fondamental, secondaire, primaire, agricole, mutuel+mutuelle, polytechnique, central, général, régional, départemental, municipal, fédéral, cantonal, provincial, international, mondial, africain, ouest-africain, interministériel+interministérielle
interprofessionnel+interprofessionnelle, syndical, militaire, naval, spatial, royal, impérial, princier+princière, constitutionnel+constitutionnelle, suprême, administratif+administrative, judiciaire, électoral, consultatif+consultative
permanent, mixte, bilatéral, multinational, multilatéral, conjoint, spécial, spécialisé+spécialisée, autonome, indépendant, libre, catholique, protestant, évangélique, orthodoxe, juif+juive, laïque, démocratique, républicain, socialiste, communiste
libéral, centriste, nationaliste, ouvrier+ouvrière, patronal, coopératif+coopérative, associatif+associative, humanitaire, médical, hospitalier+hospitalière, universitaire, dramatique, lyrique, philharmonique, symphonique, olympique, paralympique
météorologique, océanographique, géographique, géologique, statistique, démographique, audiovisuel+audiovisuelle, électronique, électrique, ferroviaire, routier+routière, portuaire, aéroportuaire, fluvial, côtier+côtière, environnemental
climatique, touristique, direct+directe, indirect+indirecte, artisanal, bancaire, boursier+boursière, foncier+foncière, immobilier+immobilière, parachutiste, blindé+blindée, mécanisé+mécanisée, motorisé+motorisée, aéroporté+aéroportée, aéronaval, alpin, souverain, haut+haute, grand
budgétaire, comptable, douanier+douanière, domanial, cadastral, prévisionnel+prévisionnelle, informatique, automatique, technologique, intellectuel+intellectuelle, institutionnel+institutionnelle, continental, volontaire, normatif+normative
civique, citoyen+citoyenne, historique, protocolaire, sectoriel+sectorielle, prioritaire, décentralisé+décentralisée, déconcentré+déconcentrée, privé+privée, appliqué+appliquée, fondamental, agroalimentaire, agropastoral, pastoral, sylvicole, horticole, viticole, vinicole
agro-sylvo-pastoral, agro-industriel+agro-industrielle, agro-alimentaire, laitier+laitière, céréalier+céréalière, cotonnier+cotonnière, halieutique, aquacole, piscicole, hydrique, hydrologique, hydrocarbure, pétrolier+pétrolière, gazier+gazière, photovoltaïque, solaire, éolien+éolienne
socio-éducatif+socio-éducative, socio-économique, sociojudiciaire, éducatif+éducative, préscolaire, maternel+maternelle, infantile, néonatal, épidémiologique, toxicologique, oncologique, gériatrique, pédiatrique, obstétrical, dentaire, sanguin+sanguine
juridique, judiciaire, pénal, criminel+criminelle, correctionnel+correctionnelle, disciplinaire, déontologique, éthique, notarial, commercial, consultatif+consultative, délibératif+délibérative, exécutif+exécutive, opérationnel+opérationnelle, stratégique, tactique
logistique, cartographique, topographique, géodésique, astronomique, archéologique, ethnologique, linguistique, littéraire, cinématographique, chorégraphique, musical, théâtral, photographique, plastique, patrimonial, muséal, documentaire, bibliographique
souverain, régalien+régalienne, sécuritaire, frontalier+frontalière, migratoire, douanier+douanière, postal, télématique, cybernétique, spatial, satellitaire, nucléaire, radiologique, chimique, biologique, génétique, phytosanitaire, zoosanitaire, vétérinaire
communal, intercommunal, métropolitain, communautaire, coutumier+coutumière, traditionnel+traditionnelle, associatif+associative, caritatif+caritative, philanthropique, collégial, paritaire, tripartite, intersyndical, confédéral, interrégional, transfrontalier+transfrontalière
intergouvernemental, interparlementaire, interuniversitaire, intersectoriel+intersectorielle, multisectoriel+multisectorielle, ministériel+ministérielle, primatorial, sénatorial, référendaire, électif+élective, paramédical, périnatal, ambulatoire, gérontologique
breton+bretonne, alsacien+alsacienne, lorrain, normand, picard, bourguignon+bourguignonne, comtois, auvergnat, limousin, poitevin, gascon+gasconne, occitan, catalan, provençal, corse, basque, savoyard, dauphinois, pyrénéen+pyrénéenne, méditerranéen+méditerranéenne
ligérien+ligérienne, francilien+francilienne, parisien+parisienne, lyonnais, marseillais, toulousain, lillois, strasbourgeois, bordelais, nantais, rennais, grenoblois, niçois, antillais, guadeloupéen+guadeloupéenne, martiniquais, guyanais, réunionnais, mahorais, calédonien+calédonienne
wallon+wallonne, flamand, bruxellois, québécois, vaudois, valaisan+valaisanne, genevois, bernois, jurassien+jurassienne, fribourgeois, neuchâtelois, tessinois, zurichois, bâlois, ariégeois, tarnais, landais, girondin, charentais, vendéen+vendéenne, sarthois, finistérien+finistérienne
morbihannais, costarmoricain, béarnais, cévenol, ardéchois, drômois, isérois, varois, vauclusien+vauclusienne, gardois, héraultais, audois, lozérien+lozérienne, aveyronnais, lotois, corrézien+corrézienne, creusois, cantalien+cantalienne, rhodanien+rhodanienne, vosgien+vosgienne, meusien+meusienne
mosellan, ardennais, marnais, aubois, axonais, ornais, eurois, calvadosien+calvadosienne, casamançais, katangais, kasaïen+kasaïenne, sahélien+sahélienne, saharien+saharienne, maghrébin, caribéen+caribéenne, balkanique, baltique, nordique, ibérique, latino-américain, agronomique
subsaharien+subsaharienne, sub-saharien+sub-saharienne, oriental, occidental, septentrional, méridional, austral, émergent, digital, intelligent, vert, bleu, circulaire, intégré+intégrée, continu, initial, complémentaire
parlementaire, législatif+législative, présidentiel+présidentielle, gouvernemental, diplomatique, consulaire, académique, pédagogique, scolaire, parental, orthopédique, chirurgical, cardiaque, psychiatrique, pharmaceutique, vétérinaire, biomédical
"""


def inflected(text):
    """Masculine and feminine, singular and plural."""
    for word in words(text):
        masculine, _, feminine = word.partition("+")
        feminine = feminine or (masculine if masculine.endswith("e") else masculine + "e")
        for gender, form in (("m", masculine), ("f", feminine)):
            yield form, gender, "s"
            yield plural_word(form), gender, "p"


write("body-adjective", SCRIPT, "adjectives inside the names of ministries and other bodies", "form gender number", inflected(ADJECTIVES))

write("plain-acronym", SCRIPT, "acronyms and words in capitals that name no organisation", "form", [(w,) for w in words("""
TVA, PIB, PNB, PME, TPE, ETI, PMI, CDI, CDD, TGV, TER, RER, GPS, IA, SMIC, RSA, RTT, CV, ADN, ARN, VIH, SIDA, IVG, PMA, GPA, HLM, ZAC, ZFE, ZAD, PLU, SCOT, RGPD, QR, SMS, PDF, CD, DVD, TV, FM, VHF, USB, DOM, TOM, DROM, COM
T1, T2, T3, T4, S1, S2, Q1, Q2, Q3, Q4, H1, CO2, CO₂, CH4, CH₄, N2O, N₂O, NO2, NO₂, SO2, SO₂, H2, H₂, H2O, H₂O, NH3, PM10, PFAS, COV
ISO, NF, CE, HT, TTC, HTVA, FCFA, CFA, USD, EUR, XOF, XAF, MAD, CHF, CAD, GBP, MW, GW, KW, TW, KWH, MWH, KM, KG, CO, SO, NO, EPR, SMR, ENR, GNL, GPL, RSE, ESG, ODD, COP, JO, JOP, CAN, OPA, OPE, OPCVM, FCP, SICAV, IPO, BP, CS, CP, RN, RD, RCS, APE
SIREN, SIRET, NAF, TEL, FAX, NB, PS, PJ, OK, VIP, ONG, OIG, CHU, CHR, CHRU, EHPAD, EPHAD, SAMU, SMUR, IRM, UE, USA, RDC, RCA, EAU, UK, URSS, RFA, RDA, PACA, NFT, UV, LED, PVC, BTP, HCR, CHR, HQE, BBC, BEPC, BAC, BTS, CAP, IUT, DUT, LMD, HDR, CIFRE, VAE
DG, DGA, PDG, DRH, DAF, DSI, DPO, SG, SGA, PCA, CEO, CFO, COO, VP, MM, ME, MGR, SE, SEM, SAR, SM, SAS, SA, SARL, SCOP, GIE, GIP, EPIC, EPA, EPCI, SCI, SPA, AG, AGE, AGO, CA, CSE, CHSCT, NAO, OS, TMS, RPS, AT, DUERP, RAS, HS, FIN, SUD, NORD, EST, OUEST
""")], case="proper")

# ISO code | calling code | trunk prefix | lengths of a national number without the prefix
CALLING = """
FR|33|0|9
GP|590|0|9
MQ|596|0|9
GF|594|0|9
RE|262|0|9
YT|262|0|9
NC|687||6
PF|689||6,8
PM|508|0|6,9
WF|681||6
BE|32|0|8,9
CH|41|0|9
LU|352||6,8,9
MC|377|0|8,9
CA|1|1|10
US|1|1|10
HT|509||8
MA|212|0|9
DZ|213|0|8,9
TN|216||8
MR|222||8
ML|223||8
SN|221||9
GN|224||9
CI|225||10
BF|226||8
NE|227||8
TG|228||8
BJ|229||8,10
CM|237||9
GA|241||7,8,9
CG|242||9
CD|243|0|9
CF|236||8
TD|235||8
DJ|253||8
KM|269||7
MG|261|0|9
MU|230||7,8
SC|248||7
RW|250|0|9
BI|257||8
GQ|240||9
GW|245||9
CV|238||7
LB|961|0|7,8
SY|963|0|8,9
EG|20|0|9,10
VU|678||5,7
VN|84|0|9,10
KH|855|0|8,9
LA|856|0|8,10
RO|40|0|9
BG|359|0|8,9
MD|373|0|8
AM|374|0|8
GB|44|0|10
DE|49|0|6,7,8,9,10,11
IT|39||6,7,8,9,10,11
ES|34||9
PT|351||9
NL|31|0|9
PL|48||9
UA|380|0|9
GR|30||10
IE|353|0|7,8,9
AT|43|0|7,8,9,10,11
"""
write("calling-code", SCRIPT, "telephone codes of countries, the prefix of a national number and the lengths of one without it", "form code trunk digits", table(CALLING))

write("org-noun-foreign", SCRIPT, "nouns of other languages in the names of organisations, which no French name has", "form", [(w,) for w in words("""
Society, University, Museum, Institute, Foundation, Bank, Company, Group, Holding, Holdings, Partners, Council, Authority, Board, Trust, School, College, Press, Network, Fund, Committee, Ministry, Department, Office, Chamber, Federation
Corporation, Enterprises, Industries, Systems, Technologies, Energy, Airlines, Airways, Shipping, Defence, Defense, Solutions, Consulting, Resources, Mining, Petroleum, Watch, Initiative, Alliance, League, Church, Hospital, Library
Kunsthalle, Universität, Hochschule, Stiftung, Gesellschaft, Werke, Verband, Bundesbank, Bundeswehr, Museumsinsel, Landtag, Staatsoper, Groep, Universiteit, Stichting, Rijkswaterstaat, Vereniging, Maatschappij
Università, Politecnico, Fondazione, Consorzio, Banca, Cassa, Museo, Istituto, Confindustria, Ente, Comune, Universidad, Fundación, Banco, Instituto, Ayuntamiento, Junta, Generalitat, Universitat, Universidade, Fundação, Companhia, Câmara, Secretaría
""") if w not in ("Comune", "Initiative", "Alliance", "Industries", "Office")], case="proper")

write("company-noun", SCRIPT, "nouns that begin the name of a company: its works", "form", [(w,) for w in words("""
papeteries, verreries, chaudronneries, ardoisières, corderies, fonderies, aciéries, forges, cristalleries, faïenceries, tuileries, briqueteries, cimenteries, ciments, ateliers, chantiers, laboratoires, éditions, transports, brasseries, laiteries, fromageries, minoteries, moulins
sucreries, distilleries, conserveries, filatures, tanneries, imprimeries, messageries, tréfileries, câbleries, plâtrières, carrières, mines, houillères, charbonnages, salins, pépinières, pharmacies, thermes, grands moulins, établissements, galeries, autocars
cars, vignobles, champagnes, cafés, chocolateries, biscuiteries, huileries, savonneries, parfumeries, cotonnières, plantations, pêcheries, armements, constructions, manufactures, scieries, menuiseries, caves, coopérateurs, editions, volailles
manufacture, brasserie, scierie, distillerie, fonderie, menuiserie, imprimerie, cidrerie, conserverie, fromagerie, verrerie, tuilerie
""") if w not in ("editions", "cafés", "cars", "champagnes", "pharmacies", "mines", "carrières", "caves", "thermes", "plantations", "coopérateurs", "armements", "ateliers", "transports", "laboratoires", "éditions", "établissements", "chantiers", "galeries", "moulins", "forges", "ciments")])

# Third persons, present, future and perfect, of what bodies do as subjects.
BODY_VERBS = """
lève, lèvent, boucle, dévoile, ferme, confie, a levé, a bouclé, a racheté, a acquis, remet, obtient, décroche, annonce, annoncent, acquiert, rachète, lance, lancent, inaugure, ouvre, cède, nomme, nomment, recrute, publie, publient, investit, emploie, finance, commercialise, déploie, présente, conclut, signe, signent, remporte, livre, construit, exploite
renforce, conçoit, fabrique, produit, distribue, édite, gère, accompagne, propose, développe, soutient, organise, organisent, accueille, accueillent, réunit, fédère, compte, regroupe, rassemble, dispose, se félicite, salue, saluent, condamne, condamnent
dénonce, dénoncent, appelle, appellent, demande, demandent, négocie, percevra, annoncera, lancera, signera, publiera, accueillera, ouvrira, livrera, a annoncé, ont annoncé, a conclu, ont conclu, a signé, ont signé, a lancé, a acquis, a nommé
a publié, a cédé, a ouvert, a inauguré, a remporté, a livré, a réalisé, a obtenu, a investi, a recruté, vient de, concluront, s'engage, s'engagent, s'associe, s'associent, s'allie, s'allient, poursuit, poursuivent, recherche, célèbre, étend, confirme
"""
write("body-verb", SCRIPT, "verbs whose subject, if it is a name, is mostly a body", "form", [(w,) for w in words(BODY_VERBS)])
