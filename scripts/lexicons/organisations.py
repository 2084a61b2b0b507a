"""Writes the lexicons of organisations: proper names with acronyms, heads of their names, legal suffixes."""

from common import plural, table, words, write

SCRIPT = "organisations.py"

# kind || iso, then entries « Name = ACRONYM » separated by `;` (either may stand alone)
ORGANISATIONS = """
intergovernmental||Organisation des Nations unies=ONU;Nations unies=;Conseil de sécurité des Nations unies=;Conseil de sécurité de l'ONU=;Assemblée générale des Nations unies=AGNU;Fonds des Nations unies pour l'enfance=UNICEF;Organisation des Nations unies pour l'éducation, la science et la culture=UNESCO;Organisation mondiale de la santé=OMS
intergovernmental||Haut-Commissariat des Nations unies pour les réfugiés=HCR;Haut Commissariat des Nations unies pour les réfugiés=HCR;Agence des Nations unies pour les réfugiés=UNHCR;Haut-Commissariat aux droits de l'homme=HCDH;Programme des Nations unies pour le développement=PNUD;Programme alimentaire mondial=PAM;Programme des Nations unies pour l'environnement=PNUE;Organisation des Nations unies pour l'alimentation et l'agriculture=FAO
intergovernmental||Organisation internationale du travail=OIT;Bureau international du travail=BIT;Organisation internationale pour les migrations=OIM;Fonds monétaire international=FMI;Banque mondiale=;Groupe de la Banque mondiale=;Société financière internationale=SFI;Organisation mondiale du commerce=OMC;Agence internationale de l'énergie atomique=AIEA;Cour internationale de justice=CIJ;Cour pénale internationale=CPI
intergovernmental||Organisation des Nations unies pour le développement industriel=ONUDI;Conférence des Nations unies sur le commerce et le développement=CNUCED;Fonds des Nations unies pour la population=UNFPA;ONU Femmes=;ONU-Femmes=;ONU-Habitat=;Office des Nations unies contre la drogue et le crime=ONUDC;Bureau de la coordination des affaires humanitaires=OCHA;ONUSIDA=;Fonds international de développement agricole=FIDA;Organisation météorologique mondiale=OMM
intergovernmental||Union internationale des télécommunications=UIT;Union postale universelle=UPU;Organisation de l'aviation civile internationale=OACI;Organisation maritime internationale=OMI;Organisation mondiale de la propriété intellectuelle=OMPI;Organisation mondiale du tourisme=OMT;Organisation mondiale des douanes=OMD;Organisation mondiale de la santé animale=OMSA;Fonds vert pour le climat=FVC;Fonds mondial=;Fonds pour l'environnement mondial=FEM;Alliance du vaccin=GAVI
intergovernmental||Office de secours et de travaux des Nations unies=UNRWA;Force intérimaire des Nations unies au Liban=FINUL;Mission multidimensionnelle intégrée des Nations unies pour la stabilisation au Mali=MINUSMA;Mission de l'Organisation des Nations unies pour la stabilisation en République démocratique du Congo=MONUSCO;Mission multidimensionnelle intégrée des Nations unies pour la stabilisation en Centrafrique=MINUSCA;Conseil des droits de l'homme=CDH;Groupe d'experts intergouvernemental sur l'évolution du climat=GIEC
intergovernmental||Union européenne=UE;Commission européenne=;Conseil européen=;Conseil de l'Union européenne=;Parlement européen=;Cour de justice de l'Union européenne=CJUE;Cour des comptes européenne=;Banque centrale européenne=BCE;Banque européenne d'investissement=BEI;Fonds européen d'investissement=FEI;Service européen pour l'action extérieure=SEAE;Comité européen des régions=;Comité économique et social européen=CESE;Parquet européen=;Eurogroupe=;Eurojust=;Europol=
intergovernmental||Frontex=;Agence européenne de garde-frontières et de garde-côtes=;Agence européenne de défense=AED;Agence européenne des médicaments=EMA;Agence européenne pour l'environnement=AEE;Agence de l'Union européenne pour la cybersécurité=ENISA;Agence européenne de la sécurité aérienne=AESA;Autorité européenne de sécurité des aliments=EFSA;Autorité bancaire européenne=ABE;Autorité européenne des marchés financiers=AEMF;Centre européen de prévention et de contrôle des maladies=ECDC;Eurostat=
intergovernmental||Agence spatiale européenne=ESA;Organisation européenne pour la recherche nucléaire=CERN;Conseil de l'Europe=;Cour européenne des droits de l'homme=CEDH;Assemblée parlementaire du Conseil de l'Europe=APCE;Communauté politique européenne=CPE;Organisation pour la sécurité et la coopération en Europe=OSCE;Organisation du traité de l'Atlantique Nord=OTAN;Alliance atlantique=;Organisation de coopération et de développement économiques=OCDE;Agence internationale de l'énergie=AIE
intergovernmental||Organisation internationale de la Francophonie=OIF;Assemblée parlementaire de la Francophonie=APF;Association internationale des maires francophones=AIMF;Agence universitaire de la Francophonie=AUF;Commonwealth=;Groupe d'action financière=GAFI;Interpol=;Organisation internationale de police criminelle=OIPC;Comité international de la Croix-Rouge=CICR;Cour permanente d'arbitrage=CPA;Bureau international des expositions=BIE;Organisation internationale de la vigne et du vin=OIV;Union pour la Méditerranée=UpM
intergovernmental||Union africaine=UA;Commission de l'Union africaine=CUA;Communauté économique des États de l'Afrique de l'Ouest=CEDEAO;Commission de la CEDEAO=;Union économique et monétaire ouest-africaine=UEMOA;Communauté économique et monétaire de l'Afrique centrale=CEMAC;Communauté économique des États de l'Afrique centrale=CEEAC;Autorité intergouvernementale pour le développement=IGAD;Communauté d'Afrique de l'Est=EAC;Communauté de développement de l'Afrique australe=SADC;Union du Maghreb arabe=UMA
intergovernmental||Banque africaine de développement=BAD;Banque ouest-africaine de développement=BOAD;Banque centrale des États de l'Afrique de l'Ouest=BCEAO;Banque des États de l'Afrique centrale=BEAC;Alliance des États du Sahel=AES;G5 Sahel=;Confédération des États du Sahel=;Organisation pour l'harmonisation en Afrique du droit des affaires=OHADA;Agence pour la sécurité de la navigation aérienne en Afrique et à Madagascar=ASECNA;Zone de libre-échange continentale africaine=ZLECAf;Marché commun de l'Afrique orientale et australe=COMESA;Organisation pour la mise en valeur du fleuve Sénégal=OMVS
intergovernmental||Commission de l'océan Indien=COI;Commission du bassin du lac Tchad=CBLT;Autorité du bassin du Niger=ABN;Comité permanent inter-États de lutte contre la sécheresse dans le Sahel=CILSS;Conseil de l'Entente=;Ligue arabe=;Ligue des États arabes=;Organisation de la coopération islamique=OCI;Conseil de coopération du Golfe=CCG;Banque islamique de développement=BID;Organisation des pays exportateurs de pétrole=OPEP;Association des nations de l'Asie du Sud-Est=ASEAN;Organisation de coopération de Shanghai=OCS;Banque asiatique de développement=BAsD
intergovernmental||Organisation des États américains=OEA;Communauté des Caraïbes=CARICOM;Mercosur=;Banque interaméricaine de développement=;Organisation des États de la Caraïbe orientale=OECO;Communauté du Pacifique=CPS;Forum des îles du Pacifique=FIP;Communauté des États indépendants=CEI;Organisation du traité de sécurité collective=OTSC;Banque européenne pour la reconstruction et le développement=BERD;Banque asiatique d'investissement pour les infrastructures=;Conseil nordique=;Benelux=;Groupe de Visegrad=;BRICS=;G7=;G20=;G77=;Triangle de Weimar=;Conseil de l'Arctique=;Alliance solaire internationale=ASI
agency|FR|Agence française de développement=AFD;Groupe AFD=;Proparco=;Expertise France=;Business France=;Atout France=;Campus France=;Institut français=;France Médias Monde=FMM;Agence pour l'enseignement français à l'étranger=AEFE;Fonds de solidarité pour les projets innovants=FSPI;Centre de crise et de soutien=CDCS;Office français de protection des réfugiés et apatrides=OFPRA;Office français de l'immigration et de l'intégration=OFII;Cour nationale du droit d'asile=CNDA
agency|FR|Agence nationale de la cohésion des territoires=ANCT;Agence nationale de la recherche=ANR;Agence de l'environnement et de la maîtrise de l'énergie=ADEME;Agence de la transition écologique=;Agence nationale de l'habitat=ANAH;Agence nationale pour la rénovation urbaine=ANRU;Agence nationale de sécurité sanitaire=ANSES;Agence nationale de sécurité du médicament=ANSM;Agence nationale des titres sécurisés=ANTS;France Titres=;Agence nationale du sport=ANS;Agence de la biomédecine=ABM;Agence nationale des fréquences=ANFR;Agence nationale de la sécurité des systèmes d'information=ANSSI
agency|FR|Agence de l'innovation de défense=AID;Agence du numérique en santé=;Agence régionale de santé=ARS;Agence du service civique=;Agence française anticorruption=AFA;Agence des participations de l'État=APE;Agence France Trésor=AFT;Agence France-Presse=AFP;Agence Bio=;Agence de services et de paiement=ASP;Agence centrale des organismes de sécurité sociale=ACOSS;Santé publique France=SPF;Haute Autorité de santé=HAS;Établissement français du sang=EFS;Office français de la biodiversité=OFB;Office national des forêts=ONF;Météo-France=;Voies navigables de France=VNF
agency|FR|France Travail=;Pôle emploi=;France compétences=;France Stratégie=;Caisse nationale de l'assurance maladie=CNAM;Caisse nationale des allocations familiales=CNAF;Caisse d'allocations familiales=CAF;Caisse nationale d'assurance vieillesse=CNAV;Caisse nationale de solidarité pour l'autonomie=CNSA;Mutualité sociale agricole=MSA;Urssaf=;Assurance maladie=;Sécurité sociale=;Caisse des dépôts=;Caisse des dépôts et consignations=CDC;Banque des territoires=;Bpifrance=;Banque de France=;Autorité de contrôle prudentiel et de résolution=ACPR;Autorité des marchés financiers=AMF
agency|FR|Autorité de la concurrence=;Autorité de régulation de la communication audiovisuelle et numérique=Arcom;Conseil supérieur de l'audiovisuel=CSA;Autorité de régulation des communications électroniques, des postes et de la distribution de la presse=Arcep;Autorité de régulation des transports=ART;Autorité nationale des jeux=ANJ;Autorité de sûreté nucléaire=ASN;Autorité de sûreté nucléaire et de radioprotection=ASNR;Institut de radioprotection et de sûreté nucléaire=IRSN;Commission de régulation de l'énergie=CRE;Commission nationale de l'informatique et des libertés=CNIL;Commission nationale du débat public=CNDP;Commission nationale consultative des droits de l'homme=CNCDH
agency|FR|Haute Autorité pour la transparence de la vie publique=HATVP;Défenseur des droits=;Contrôleur général des lieux de privation de liberté=CGLPL;Commission d'accès aux documents administratifs=CADA;Conseil économique, social et environnemental=CESE;Conseil d'État=;Conseil constitutionnel=;Cour de cassation=;Cour des comptes=;Haut Conseil des finances publiques=HCFP;Haut Conseil pour le climat=HCC;Conseil supérieur de la magistrature=CSM;Parquet national financier=PNF;Parquet national antiterroriste=PNAT;Tracfin=;Haut Conseil à l'égalité entre les femmes et les hommes=HCE
agency|FR|Institut national de la statistique et des études économiques=INSEE;Institut national de l'origine et de la qualité=INAO;Institut national de la propriété industrielle=INPI;Institut national de l'audiovisuel=INA;Institut national de l'information géographique et forestière=IGN;Institut national du service public=INSP;Institut national du cancer=INCa;FranceAgriMer=;Centre national du cinéma et de l'image animée=CNC;Centre national du livre=CNL;Centre national de la musique=CNM;Centre des monuments nationaux=CMN;Réunion des musées nationaux=RMN;Office national des combattants et des victimes de guerre=ONaCVG;Office national des anciens combattants=ONAC
agency|FR|Viginum=;Union des groupements d'achats publics=UGAP;Société du Grand Paris=;Société des grands projets=;Île-de-France Mobilités=IDFM;Grand Port maritime de Dunkerque=;Grand Port maritime de Marseille=;HAROPA=;Établissement public foncier=EPF;Conservatoire du littoral=;Agence de l'eau=;Comité d'organisation des Jeux olympiques=COJO;Délégation interministérielle à la lutte contre le racisme=DILCRAH;Mission interministérielle de lutte contre les drogues=MILDECA;Mission interministérielle de vigilance et de lutte contre les dérives sectaires=MIVILUDES;Cellule interministérielle de crise=CIC;Secrétariat général des affaires européennes=SGAE;Secrétariat général de la défense et de la sécurité nationale=SGDSN
administration|FR|Présidence de la République=;Sénat=;Assemblée nationale=;Congrès du Parlement=;Direction générale du Trésor=DGT;Direction générale des finances publiques=DGFiP;Direction générale des entreprises=DGE;Direction générale de la concurrence, de la consommation et de la répression des fraudes=DGCCRF;Direction générale des douanes et droits indirects=DGDDI;Direction générale de l'armement=DGA;Direction générale de la sécurité extérieure=DGSE;Direction générale de la sécurité intérieure=DGSI;Direction générale de la police nationale=DGPN;Direction générale de la gendarmerie nationale=DGGN
administration|FR|Direction générale de la sécurité civile et de la gestion des crises=DGSCGC;Direction générale de l'aviation civile=DGAC;Direction générale des collectivités locales=DGCL;Direction générale de la santé=DGS;Direction générale de l'offre de soins=DGOS;Direction générale du travail=;Direction générale de l'enseignement scolaire=DGESCO;Direction générale de l'enseignement supérieur et de l'insertion professionnelle=DGESIP;Direction générale de la mondialisation=DGM;Direction générale des relations internationales et de la stratégie=DGRIS;Direction générale de l'énergie et du climat=DGEC;Direction générale de l'alimentation=DGAL
administration|FR|Direction du renseignement militaire=DRM;Direction du renseignement et de la sécurité de la défense=DRSD;Direction de la coopération de sécurité et de défense=DCSD;Direction des affaires criminelles et des grâces=DACG;Direction de l'administration pénitentiaire=DAP;Direction de la protection judiciaire de la jeunesse=DPJJ;Direction de la mémoire, de la culture et des archives=DMCA;Direction interministérielle du numérique=DINUM;Direction régionale des affaires culturelles=DRAC;Direction régionale de l'environnement, de l'aménagement et du logement=DREAL;Direction départementale des territoires=DDT;Direction départementale des territoires et de la mer=DDTM;Direction des services départementaux de l'éducation nationale=DSDEN
administration|FR|Direction départementale de l'emploi, du travail et des solidarités=DDETS;Direction régionale de l'économie, de l'emploi, du travail et des solidarités=DREETS;Direction régionale de l'alimentation, de l'agriculture et de la forêt=DRAAF;Inspection générale des finances=IGF;Inspection générale de l'administration=IGA;Inspection générale des affaires sociales=IGAS;Inspection générale de la police nationale=IGPN;Inspection générale de la gendarmerie nationale=IGGN;Office central de lutte contre la corruption=;Préfecture de police=PP;Service d'information du Gouvernement=SIG;Service départemental d'incendie et de secours=SDIS;Commissariat général au développement durable=CGDD;Haut-Commissariat au Plan=;Secrétariat général pour l'investissement=SGPI
military|FR|État-major des armées=EMA;armée de Terre=;Armée de Terre=;armée de l'Air et de l'Espace=AAE;Armée de l'Air et de l'Espace=;armée de l'Air=;Marine nationale=;marine nationale=;Gendarmerie nationale=;gendarmerie nationale=;Police nationale=;police nationale=;Légion étrangère=;Service de santé des armées=SSA;Service du commissariat des armées=SCA;Garde républicaine=;Brigade des sapeurs-pompiers de Paris=BSPP;Bataillon de marins-pompiers de Marseille=BMPM;Commandement des opérations spéciales=COS;Commandement de l'espace=CDE;Centre de planification et de conduite des opérations=CPCO;Groupe d'intervention de la gendarmerie nationale=GIGN;RAID=;Force d'action navale=;Garde nationale=;sécurité civile=;Commandement de la cyberdéfense=COMCYBER;Eurocorps=;Brigade franco-allemande=BFA;forces armées ukrainiennes=;Forces armées maliennes=FAMa;Forces armées de la République démocratique du Congo=FARDC;Armée de libération populaire=APL;Tsahal=;Wagner=
research|FR|Centre national de la recherche scientifique=CNRS;Centre national d'études spatiales=CNES;Commissariat à l'énergie atomique et aux énergies alternatives=CEA;Institut national de la santé et de la recherche médicale=Inserm;Institut national de recherche pour l'agriculture, l'alimentation et l'environnement=INRAE;Institut national de recherche en sciences et technologies du numérique=Inria;Institut de recherche pour le développement=IRD;Institut français de recherche pour l'exploitation de la mer=Ifremer;Centre de coopération internationale en recherche agronomique pour le développement=Cirad;Bureau de recherches géologiques et minières=BRGM
research|FR|Office national d'études et de recherches aérospatiales=ONERA;Institut Pasteur=;Institut Curie=;Gustave Roussy=;Muséum national d'histoire naturelle=MNHN;Collège de France=;École normale supérieure=ENS;École polytechnique=;Sciences Po=;HEC Paris=;ESSEC=;CentraleSupélec=;Mines Paris=;AgroParisTech=;Sorbonne Université=;Université Paris-Saclay=;Université PSL=;Université Paris Cité=;Aix-Marseille Université=AMU;Université de Strasbourg=;Université de Lille=;Université de Bordeaux=;Université Grenoble Alpes=UGA;Université Côte d'Azur=;Institut polytechnique de Paris=;Académie française=;Académie des sciences=;Académie nationale de médecine=;Institut de France=;Conservatoire national des arts et métiers=Cnam
research|FR|Institut de recherche stratégique de l'École militaire=IRSEM;Institut des hautes études de défense nationale=IHEDN;Institut français des relations internationales=IFRI;Institut de relations internationales et stratégiques=IRIS;Centre d'études et d'expertise sur les risques, l'environnement, la mobilité et l'aménagement=Cerema;Institut du monde arabe=IMA;École des hautes études en sciences sociales=EHESS;École nationale de la magistrature=ENM;École nationale d'administration=ENA;Assistance publique-Hôpitaux de Paris=AP-HP;Hospices civils de Lyon=HCL;Assistance publique-Hôpitaux de Marseille=AP-HM;Université Cheikh Anta Diop=UCAD
company|FR|Airbus=;Airbus Helicopters=;Airbus Defence and Space=;Dassault Aviation=;Dassault Systèmes=;Thales=;Thales Alenia Space=;Safran=;Naval Group=;MBDA=;KNDS=;Nexter=;Arquus=;ArianeGroup=;Arianespace=;Alstom=;Renault=;Renault Group=;Stellantis=;Peugeot=;Citroën=;Michelin=;Valeo=;Forvia=;Plastic Omnium=;TotalEnergies=;Engie=;Électricité de France=EDF;EDF Renouvelables=;Enedis=;Réseau de transport d'électricité=RTE;GRDF=;GRTgaz=;NaTran=;Orano=;Framatome=;Veolia=;Suez=;Saur=;Vinci=;Vinci Autoroutes=;Bouygues=;Bouygues Construction=;Eiffage=;Colas=;Spie=;Saint-Gobain=;Lafarge=;Schneider Electric=;Legrand=;Air Liquide=;Arkema=;Solvay=;Imerys=;Eramet=;Aperam=;ArcelorMittal=;Vallourec=
company|FR|Orange=;Bouygues Telecom=;Société française du radiotéléphone=SFR;Iliad=;Free=;Altice=;Capgemini=;Atos=;Sopra Steria=;OVHcloud=;Mistral AI=;Doctolib=;BlaBlaCar=;Back Market=;Deezer=;Ubisoft=;Criteo=;Ledger=;Sanofi=;Servier=;Ipsen=;Pierre Fabre=;bioMérieux=;Valneva=;EssilorLuxottica=;L'Oréal=;LVMH=;Kering=;Hermès=;Chanel=;Danone=;Lactalis=;Bel=;Pernod Ricard=;Carrefour=;Auchan=;E.Leclerc=;Intermarché=;Casino=;Système U=;Décathlon=;Decathlon=;Leroy Merlin=;Fnac Darty=;Kiabi=;Accor=;Sodexo=;Elior=;Club Med=;Pierre & Vacances=;Compagnie des Alpes=
company|FR|Société nationale des chemins de fer français=SNCF;SNCF Voyageurs=;SNCF Réseau=;SNCF Gares & Connexions=;Régie autonome des transports parisiens=RATP;Keolis=;Transdev=;Air France=;Air France-KLM=;Corsair=;Aéroports de Paris=ADP;Groupe ADP=;La Poste=;Groupe La Poste=;La Banque postale=;CMA CGM=;Bolloré=;Vivendi=;Canal+=;Havas=;Publicis=;JCDecaux=;TF1=;Groupe TF1=;M6=;France Télévisions=;Radio France=;France 24=;RFI=;TV5 Monde=;TV5MONDE=;Arte=;BFM TV=;Mediapart=;Eutelsat=;OneWeb=;Getlink=;Eurotunnel=;Eurostar=;Sanef=;Française des jeux=FDJ
company|FR|BNP Paribas=;Société générale=;Société Générale=;Crédit agricole=;Crédit Agricole=;Crédit mutuel=;Crédit Mutuel=;Banque populaire=;Caisse d'épargne=;Caisse d'Épargne=;BPCE=;Natixis=;CIC=;Axa=;AXA=;Allianz=;Groupama=;CNP Assurances=;Maif=;MAIF=;Macif=;Matmut=;Generali=;MGEN=;Malakoff Humanis=;AG2R La Mondiale=;Coface=;Euronext=;Amundi=;Ardian=;Eurazeo=;Meridiam=;Stoa=;Technip Energies=;TechnipFMC=;Nexans=;Soitec=;STMicroelectronics=;Verkor=;ACC=;Automotive Cells Company=ACC;Photosol=;Voltalia=;Neoen=;Akuo=;Ynsect=;Exotec=;Latécoère=;Daher=;Fives=;Constellium=;Chantiers de l'Atlantique=
company||Boeing=;Lockheed Martin=;Raytheon=;Northrop Grumman=;General Electric=GE;General Motors=;Ford=;Tesla=;SpaceX=;Starlink=;Google=;Alphabet=;Microsoft=;Apple=;Amazon=;Meta=;Facebook=;OpenAI=;Nvidia=;Intel=;IBM=;Oracle=;Netflix=;TikTok=;Huawei=;Alibaba=;ByteDance=;Samsung=;LG=;Hyundai=;Toyota=;Nissan=;Mitsubishi=;Sony=;Siemens=;Bosch=;Volkswagen=;BMW=;Mercedes-Benz=;Rheinmetall=;ThyssenKrupp=;BASF=;Bayer=;SAP=;Lufthansa=;Leonardo=;Fincantieri=;Eni=;Enel=;Iveco=;Iberdrola=;Repsol=;Indra=;Navantia=;BAE Systems=;Rolls-Royce=;BP=;Shell=;Philips=;ASML=;Nestlé=;Novartis=;Roche=;Saab=;Volvo=;Ericsson=;Nokia=;Ikea=;Equinor=;Novo Nordisk=;Pfizer=;Moderna=;AstraZeneca=;Gazprom=;Rosneft=;Rosatom=;Aramco=;Saudi Aramco=;ADNOC=;Masdar=;Mubadala=;QatarEnergy=;Qatar Airways=;Emirates=;Sonatrach=;Office chérifien des phosphates=OCP;Royal Air Maroc=RAM;Maroc Telecom=;Attijariwafa Bank=;Tata=;Reliance=;Hindustan Aeronautics=;Ecobank=;MTN=;Sonatel=;Sénélec=;Senelec=;Air Sénégal=;Dangote=;Ukroboronprom=;Naftogaz=;Ukrzaliznytsia=;Petrobras=;Embraer=;Vale=;Bombardier=;Hydro-Québec=
company|FR|Bureau Veritas=;France Inter=;France Info=;franceinfo=;France Culture=;France Musique=;France Bleu=;Europe 1=;CNews=;LCI=;RMC=;Public Sénat=;Edenred=;Eurofins=;Rexel=;Teleperformance=;Worldline=;Lazard=;Rothschild & Co=;Crédit Coopératif=;Crédit coopératif=;Harmonie Mutuelle=;Lidl=;Sodiaal=;Tereos=;InVivo=;Limagrain=;Bonduelle=;Fleury Michon=;Exotrail=;Setec=;Artelia=;Egis=;Systra=;RATP Dev=;French bee=;Perenco=;Comilog=;Teréga=;Terega=;Gares & Connexions=;Nexter Systems=
company||Euronews=;RTBF=;Al Jazeera=;Agence Ecofin=;Deutsche Welle=;Air Côte d'Ivoire=;Tunisair=;Air Algérie=;Air Burkina=;Ethiopian Airlines=;Orange Côte d'Ivoire=;Moov Africa=;SODECI=;SONABEL=;SBEE=;Barrick=;Endeavour Mining=;Bank of Africa=;Coris Bank=;Afriland First Bank=;Hydro-Québec=;Investissement Québec=;Desjardins=;SNC-Lavalin=;AtkinsRéalis=;Cirque du Soleil=;Caisse de dépôt et placement du Québec=CDPQ;Proximus=;UCB=;Umicore=;Brussels Airlines=;Infrabel=;Société nationale des chemins de fer belges=SNCB;bpost=;UBS=;Swisscom=;Chemins de fer fédéraux=CFF;Chemins de fer fédéraux autrichiens=ÖBB;Chemins de fer fédéraux suisses=CFF;Chemins de fer luxembourgeois=CFL;La Poste suisse=;Romande Energie=;Cargolux=;POST Luxembourg=;Luxair=;Intesa Sanpaolo=;UniCredit=;Deutsche Bahn=;Telefónica=;Vattenfall=;Ørsted=;Maersk=;Vestas=;Unilever=;GSK=;Hitachi=;BYD=;CATL=;Gilead=;Merck=;Johnson & Johnson=;Stora Enso=;Turkish Airlines=;Baykar=;Aselsan=;John Cockerill=;John Cockerill Defense=;Confindustria=;Société nationale d'exploitation et de distribution des eaux=SONEDE;Société tunisienne de l'électricité et du gaz=STEG;Office national de l'électricité et de l'eau potable=ONEE;Bpost=
local|FR|Collectivité européenne d'Alsace=CeA;Collectivité territoriale de Guyane=CTG;Collectivité territoriale de Martinique=CTM;Collectivité de Corse=CdC
local||Generalitat=;Generalitat de Catalogne=;Generalitat valencienne=;Junta d'Andalousie=;Xunta de Galice=
local||Région wallonne=;Région flamande=;Région de Bruxelles-Capitale=;Fédération Wallonie-Bruxelles=FWB;Communauté germanophone=;Communauté française de Belgique=
agency||Digital Africa=;Affaires mondiales Canada=;Santé Canada=;Radio-Canada=;CBC/Radio-Canada=;Gendarmerie royale du Canada=GRC;Agence des services frontaliers du Canada=ASFC;Environnement et Changement climatique Canada=;Immigration, Réfugiés et Citoyenneté Canada=IRCC;Parcs Canada=;Services aux Autochtones Canada=;Wallonie-Bruxelles International=WBI;Service public de Wallonie=SPW;Sciensano=;Enabel=;Rijkswaterstaat=;Bundeswehr=;SPF Affaires étrangères=;SPF Intérieur=;SPF Finances=;SPF Justice=;SPF Mobilité et Transports=;SPF Santé publique=;SPF Économie=;SPF Emploi=;SPF Chancellerie du Premier ministre=;Office fédéral de la santé publique=OFSP;Secrétariat d'État aux migrations=SEM;Office fédéral de l'environnement=OFEV;Secrétariat d'État à l'économie=SECO
agency|FR|France Volontaires=;Andra=;CMA France=;Santé publique France=SPF
state|CH|Conseil fédéral=
intergovernmental||Afreximbank=;Africa50=;Africa CDC=;Unitaid=;Fonds des Nations unies pour la population=FNUAP;Banque de développement des États de l'Afrique centrale=BDEAC;Banque d'investissement et de développement de la CEDEAO=BIDC;Organisation pour la mise en valeur du fleuve Gambie=OMVG;Autorité de développement intégré du Liptako-Gourma=ALG;Eurocontrol=;Observatoire économique et statistique d'Afrique subsaharienne=AFRISTAT;Centre régional Agrhymet=;Agence panafricaine de la Grande Muraille verte=
intergovernmental||EUAM RCA=;EUTM RCA=;EUTM Mali=;EUTM Somalia=;EUTM Mozambique=;EUCAP Sahel Mali=;EUCAP Sahel Niger=;EUCAP Somalia=;EUAM Ukraine=;EUAM Iraq=;EUMAM Ukraine=;EULEX Kosovo=;EUMM Georgia=;EUBAM Rafah=;EUBAM Libya=;EUPOL COPPS=;EUNAVFOR Aspides=;EUNAVFOR Atalanta=;EUNAVFOR Atalante=;EUNAVFOR MED Irini=;EUFOR Althea=;EUMA=
agency||Télé-Québec=;Téléfilm Canada=;Société de développement des entreprises culturelles=SODEC;Conseil des arts et des lettres du Québec=CALQ;Conseil des arts du Canada=CAC;Wallonie Entreprendre=;Actiris=;Forem=;VDAB=;Office national de l'emploi=ONEM;Institut national d'assurance maladie-invalidité=INAMI
company||Belfius=;KBC=;Crelan=;BNP Paribas Fortis=;Eurovia=;NGE=;Spie Batignolles=;Sogea-Satom=;Demathieu Bard=;UniHA=;Luxtram=;BGL BNP Paribas=;Banque cantonale vaudoise=BCV;Banque cantonale de Genève=BCGE;La Mobilière=;Migros=;Office national des chemins de fer=ONCF;Société nationale industrielle et minière=SNIM;Société mauritanienne d'électricité=SOMELEC;Eneo=;Camtel=;Sonatrach=;Sonelgaz=;Naftal=;Énergie du Mali=;Compagnie ivoirienne d'électricité=CIE
union||Onofhängege Gewerkschaftsbond Lëtzebuerg=OGBL;OGBL=;LCGB=;Landesverband=;Syprolux=;Confédération générale de la fonction publique=CGFP;Fédération générale du travail de Belgique=FGTB;Confédération des syndicats chrétiens=CSC;Fédération des entreprises de Belgique=FEB;Union wallonne des entreprises=UWE;Travail.Suisse=;Union syndicale suisse=USS;Confédération des syndicats nationaux=CSN;Fédération des travailleurs et travailleuses du Québec=FTQ;Centrale des syndicats du Québec=CSQ;Union générale tunisienne du travail=UGTT;Union marocaine du travail=UMT
forces|SD|Forces de soutien rapide=FSR;Forces armées soudanaises=
association||Save the Children=;Plan International=;World Vision=;Caritas=;Caritas internationalis=;Aide et Action=;Fondation Abbé-Pierre=;Fondation pour le logement des défavorisés=;Coordination Sud=;CONCORD=;Campagne internationale pour interdire les mines=;Fédération internationale des sociétés de la Croix-Rouge et du Croissant-Rouge=FICR
research||UCLouvain=;KU Leuven=;Université libre de Bruxelles=ULB;Vrije Universiteit Brussel=VUB;École polytechnique fédérale de Lausanne=EPFL;ETH Zurich=;Université Laval=;Université McGill=;Université du Québec à Montréal=UQAM;Université Concordia=;Université Bishop's=;HEC Montréal=;Polytechnique Montréal=;Centrale Nantes=;Centrale Lyon=;Centrale Lille=;Centrale Marseille=;Université Gaston Berger=UGB;Université Félix Houphouët-Boigny=;Université Joseph Ki-Zerbo=;Université Mohammed VI Polytechnique=UM6P;Université de Kinshasa=UNIKIN
union|FR|Confédération générale du travail=CGT;Confédération française démocratique du travail=CFDT;Force ouvrière=FO;Confédération française des travailleurs chrétiens=CFTC;Confédération française de l'encadrement-Confédération générale des cadres=CFE-CGC;Union nationale des syndicats autonomes=UNSA;Solidaires=;Union syndicale Solidaires=;SUD-Rail=;Fédération syndicale unitaire=FSU;SNES-FSU=;SNUipp-FSU=;SE-UNSA=;Union nationale des étudiants de France=UNEF;Fédération des associations générales étudiantes=FAGE;Fédération nationale des syndicats d'exploitants agricoles=FNSEA;Jeunes Agriculteurs=JA;Confédération paysanne=;Coordination rurale=;Mouvement des entreprises de France=MEDEF;Confédération des petites et moyennes entreprises=CPME;Union des entreprises de proximité=U2P
union|FR|France industrie=;France Industrie=;Fédération nationale des travaux publics=FNTP;Fédération française du bâtiment=FFB;Confédération de l'artisanat et des petites entreprises du bâtiment=CAPEB;Union des industries et métiers de la métallurgie=UIMM;Union des métiers et des industries de l'hôtellerie=UMIH;Groupement des industries françaises aéronautiques et spatiales=GIFAS;Association française des entreprises privées=AFEP;Chambre de commerce et d'industrie=CCI;CCI France=;CMA France=;Chambres d'agriculture France=;Ordre national des médecins=;Conseil national des barreaux=CNB;Syndicat de la magistrature=;Union syndicale des magistrats=USM;Alliance Police nationale=;Unité SGP Police=;Fédération hospitalière de France=FHF;Samu-Urgences de France=;Confédération syndicale internationale=CSI;Confédération européenne des syndicats=CES
association|FR|Association des maires de France=AMF;Association des maires de France et des présidents d'intercommunalité=AMF;Régions de France=;Départements de France=;France urbaine=;Intercommunalités de France=;Villes de France=;Association des petites villes de France=APVF;Association des maires ruraux de France=AMRF;Cités unies France=;Croix-Rouge française=;Croix-Rouge=;Mutualité française=;Secours populaire=;Secours populaire français=;Secours catholique=;Emmaüs=;Emmaüs France=;Restos du cœur=;Restaurants du cœur=;ATD Quart Monde=;Fondation Abbé Pierre=;Armée du salut=;Médecins sans frontières=MSF;Médecins du monde=MDM;Action contre la faim=ACF;Handicap International=;Humanity & Inclusion=;Acted=;Solidarités International=;Première Urgence Internationale=;Oxfam France=;Oxfam=;CCFD-Terre solidaire=;CARE France=;Coordination Sud=
association||Amnesty International=;Human Rights Watch=HRW;Reporters sans frontières=RSF;Fédération internationale pour les droits humains=FIDH;Ligue des droits de l'homme=LDH;SOS Racisme=;LICRA=;MRAP=;SOS Méditerranée=;Cimade=;La Cimade=;France terre d'asile=;Greenpeace=;Greenpeace France=;WWF=;WWF France=;Fonds mondial pour la nature=;France Nature Environnement=FNE;Ligue pour la protection des oiseaux=LPO;Les Amis de la Terre=;Fondation pour la nature et l'homme=;Réseau Action Climat=;Surfrider=;Transparency International=;Anticor=;UFC-Que choisir=;UFC-Que Choisir=;Consommation, logement et cadre de vie=CLCV;Unapei=;APF France handicap=;Fédération nationale solidarité femmes=;Ligue contre le cancer=;AIDES=;Sidaction=;Téléthon=;AFM-Téléthon=;Fondation de France=;Fondation Gates=;Fondation du patrimoine=;Souvenir français=;Fondation pour la mémoire de la Shoah=;Conseil représentatif des institutions juives de France=CRIF;Conférence des évêques de France=CEF;Conseil français du culte musulman=CFCM;Grand Orient de France=
sport|FR|Stade Brestois 29=SB29;Stade Brestois=;Stade Rennais=;Stade rennais=;Stade de Reims=;Stade Malherbe Caen=SMC;Stade Lavallois=;Stade Toulousain=;Stade toulousain=;Stade français=;Stade Français Paris=;Stade Rochelais=;Stade rochelais=;Stade Montois=;Paris Saint-Germain=PSG;Olympique de Marseille=OM;Olympique lyonnais=OL;Racing Club de Lens=RCL;Racing Club de Strasbourg=RCSA;Racing 92=;AS Monaco=ASM;AS Saint-Étienne=ASSE;OGC Nice=;LOSC Lille=;FC Nantes=;FC Lorient=;Toulouse FC=TFC;Montpellier HSC=MHSC;AJ Auxerre=AJA;EA Guingamp=EAG;Havre Athletic Club=HAC;Union Bordeaux-Bègles=UBB;RC Toulon=RCT;ASM Clermont=;ASM Clermont Auvergne=;Castres olympique=;Section paloise=;Aviron bayonnais=
sport||Comité international olympique=CIO;Comité international paralympique=;Comité national olympique et sportif français=CNOSF;Comité paralympique et sportif français=CPSF;Fédération française de football=FFF;Ligue de football professionnel=LFP;Fédération française de rugby=FFR;Ligue nationale de rugby=LNR;Fédération française de tennis=FFT;Fédération française d'athlétisme=FFA;Fédération française de natation=FFN;Fédération française de basket-ball=FFBB;Fédération française de handball=FFHB;Fédération française de judo=;Fédération française de ski=FFS;Fédération internationale de football association=FIFA;FIFA=;UEFA=;Confédération africaine de football=CAF;World Rugby=;Agence mondiale antidopage=AMA;Paris 2024=;Paris Saint-Germain=PSG;Olympique de Marseille=OM;Olympique lyonnais=OL;Stade toulousain=;Real Madrid=;FC Barcelone=
party|FR|Renaissance=;La République en marche=LREM;Mouvement démocrate=MoDem;MoDem=;Horizons=;Les Républicains=LR;Rassemblement national=RN;Front national=FN;Reconquête=;La France insoumise=LFI;Parti socialiste=PS;Parti communiste français=PCF;Europe Écologie Les Verts=EELV;Les Écologistes=;Union des démocrates et indépendants=UDI;Parti radical=;Parti radical de gauche=PRG;Place publique=;Debout la France=;Nouveau Front populaire=NFP;Nouveau Parti anticapitaliste=NPA;Lutte ouvrière=LO;Union populaire républicaine=UPR;Ensemble pour la République=EPR;Renew Europe=;Parti populaire européen=PPE;Socialistes et Démocrates=;Verts/ALE=;Identité et démocratie=;Patriotes pour l'Europe=;Parti démocrate=;Parti républicain=;Parti travailliste=;Parti conservateur=;Union chrétienne-démocrate=CDU;Parti social-démocrate=SPD;Bündnis 90=;Alternative pour l'Allemagne=AfD;Fidesz=;Fratelli d'Italia=;Hamas=;Hezbollah=;Fatah=;Organisation de libération de la Palestine=OLP;Talibans=;État islamique=EI;Daech=;Al-Qaïda=;Boko Haram=;M23=
culture|FR|Musée du Louvre=;Établissement public du musée du Louvre=;Centre Pompidou=;Comédie-Française=;Opéra national de Paris=;Opéra de Paris=;Philharmonie de Paris=;Bibliothèque nationale de France=BnF;Archives nationales=;Cité de l'architecture et du patrimoine=;Universcience=;Sacem=;SACD=;Adami=;Festival de Cannes=;Festival d'Avignon=;Alliance française=;Fondation des Alliances françaises=;Comité Colbert=;Mémorial de la Shoah=;Établissement public du château de Versailles=;Mobilier national=;Villa Médicis=;Fondation Cartier=;Fondation Louis Vuitton=;Ligue de l'enseignement=;Conseil national du numérique=CNNum;Comité national d'éthique=CCNE;Orchestre de Paris=;Orchestre national de France=
"""
# Acronyms that are as often something else
AMBIGUOUS = set(words("""UA, UE, EI, FO, LO, LR, PS, OM, OL, PP, EMA, ESA, ART, ASP, CAF, CSA, CIC, CEI, CES, CSI, CDC, CPS, COS, RAM, RAID, AMA, AMF, ABE, ANS, APE, ASI, MSA, CSM, DAP, DGS, DGA, DGT, CESE, FAO, PAM, SIG, ENS, IRIS, AIDES, Orange, Free, Bel, Casino, Meta, Apple, Shell, Vale, Tesla, Ford,
Suez, Hermès, Chanel, Renault, Peugeot, Citroën, Michelin, Bolloré, Horizons, Renaissance, Reconquête, Solidaires, Carrefour, Wagner, Leonardo, Total, Oracle, Indra, Fives, Stoa, Legrand, Safran, Orano, Daher, Siemens, Bosch, Philips, Intel, ACC, GE, LG, EAC, UMA, CPA, FIP, FEM, BIT, BID, BAD, ABN, AID, AFA, AFT, ANJ,
Talibans, Benelux, Commonwealth, Croix-Rouge, Assurance maladie, Sécurité sociale, Place publique, CRE, SFI, FN, RN, HAS, COI, ABM, INA, IMA, JA, HCE, CNC, CNAM, Cnam, Roche, Bayer, Sony, Emirates, police nationale, sécurité civile, gendarmerie nationale, Télé, AES, AED, OIV, OCI, OCS, OEA, CPE, SCA, CDE, LPO, FFA, FFS, CEF, Merck, Desjardins, Barrick, Egis, Setec, Lidl, Facebook, TikTok, UCB, ULB, SEM, GRC, ALG, SPF, CFF, WBI, SPW, Caritas, CONCORD, Maersk, Andra, FWB"""))
# Of another country than those they stand among, or of none: what several States call by that name
ELSEWHERE = {
    name.strip(): iso
    for iso, names in table("""
DE|Union chrétienne-démocrate;Parti social-démocrate;Bündnis 90;Alternative pour l'Allemagne
HU|Fidesz
IT|Fratelli d'Italia
PS|Hamas;Fatah;Organisation de libération de la Palestine
LB|Hezbollah
AF|Talibans
NG|Boko Haram
CD|M23;Forces armées de la République démocratique du Congo
ML|Forces armées maliennes
UA|forces armées ukrainiennes
IL|Tsahal
RU|Wagner
SN|Université Cheikh Anta Diop
|État islamique;Daech;Al-Qaïda;Renew Europe;Parti populaire européen;Socialistes et Démocrates;Verts/ALE;Identité et démocratie;Patriotes pour l'Europe
|Parti démocrate;Parti républicain;Parti travailliste;Parti conservateur;Parti socialiste;Parti radical;Eurocorps;Brigade franco-allemande;Armée de libération populaire
|Présidence de la République;Sénat;Assemblée nationale;Congrès du Parlement;Service d'information du Gouvernement;Préfecture de police;Office central de lutte contre la corruption
|Conseil d'État;Conseil constitutionnel;Cour de cassation;Cour des comptes;Conseil supérieur de la magistrature;Conseil économique, social et environnemental;Agence nationale de la recherche
|Marine nationale;marine nationale;Gendarmerie nationale;gendarmerie nationale;Police nationale;police nationale;Garde nationale;Garde républicaine;armée de Terre;Armée de Terre;armée de l'Air;Armée de l'Air;sécurité civile
|Direction générale de la police nationale;Direction générale de la santé;Direction générale du travail;Inspection générale des finances;Inspection générale de l'administration;Direction de l'administration pénitentiaire
|Chambre de commerce et d'industrie;Ordre national des médecins;Croix-Rouge;Confédération syndicale internationale;Confédération européenne des syndicats;Archives nationales;Sécurité sociale;Assurance maladie
""")
    for name in names.split(";")
}

rows, acronyms = [], []
for kind, of_row, entries in table(ORGANISATIONS):
    for entry in entries.split(";"):
        name, _, acronym = entry.partition("=")
        name = name.strip()
        iso = ELSEWHERE.get(name, of_row)
        rows.append((name, acronym, kind, iso, name, "y" if name in AMBIGUOUS else ""))
        if "Nations unies" in name:
            rows.append((name.replace("Nations unies", "Nations Unies"), acronym, kind, iso, name, ""))
        if acronym and acronym != name:
            acronyms.append((acronym, name, kind, iso, "y" if acronym in AMBIGUOUS else ""))
            if acronym not in {"CAF", "ACC"}:
                rows.append((acronym, acronym, kind, iso, name, "y" if acronym in AMBIGUOUS else ""))
            if acronym.isupper() and len(acronym) > 4 and "-" not in acronym:
                acronyms.append((acronym.capitalize(), name, kind, iso, "y" if acronym in AMBIGUOUS else ""))
        elif name.isupper():
            acronyms.append((name, name, kind, iso, "y" if name in AMBIGUOUS else ""))
write("organisation", SCRIPT, "organisations: names and acronyms; `name` the full name, `acronym` its short form", "form acronym kind iso name ambiguous", rows, case="proper")
write("acronym", SCRIPT, "acronyms of organisations with their full name", "form name kind iso ambiguous", acronyms, case="proper")

# head | kind | gender | generic (y: alone it is a common noun, not a name)
HEADS = """
cancéropôle|association|m;zone de défense et de sécurité|administration|f;centre de services scolaire|administration|m;district scolaire|administration|m;cégep|academic|m;ministère|ministry|m;ministère délégué|ministry|m;secrétariat d'État|ministry|m;cabinet|ministry|m;chancellerie|ministry|f;gouvernement|ministry|m;présidence|ministry|f;primature|ministry|f;vice-présidence|ministry|f;secrétariat général|administration|m
centrale d'achat|agency|f;centrale d'achats|agency|f;secrétariat|administration|m;direction|administration|f;direction générale|administration|f;direction régionale|administration|f;direction départementale|administration|f;direction interdépartementale|administration|f;direction interministérielle|administration|f;direction nationale|administration|f;direction centrale|administration|f;direction territoriale|administration|f;sous-direction|administration|f;délégation|administration|f;délégation générale|administration|f;délégation interministérielle|administration|f;délégation régionale|administration|f;mission|administration|f;mission interministérielle|administration|f;mission permanente|administration|f
inspection|administration|f;inspection générale|administration|f;service|administration|m;service départemental|administration|m;services|administration|m;bureau|administration|m;division|administration|f;département|administration|m;pôle|administration|m;unité|administration|f;cellule|administration|f;centre|agency|m;centre national|agency|m;centre régional|agency|m;centre hospitalier|health|m;centre hospitalier universitaire|health|m;centre hospitalier régional|health|m;préfecture|administration|f;préfecture de région|administration|f;sous-préfecture|administration|f;préfecture maritime|administration|f;rectorat|administration|m;académie|administration|f;région académique|administration|f
agence|agency|f;agence nationale|agency|f;agence régionale|agency|f;agence européenne|agency|f;agence internationale|agency|f;office|agency|m;office national|agency|m;office central|agency|m;autorité|agency|f;haute autorité|agency|f;haut-commissariat|agency|m;haut commissariat|agency|m;commissariat|administration|m;commissariat général|administration|m;établissement public|agency|m;caisse|agency|f;caisse nationale|agency|f;caisse primaire|agency|f;fonds|agency|m;fonds national|agency|m;trésor|agency|m;régie|company|f;observatoire|agency|m;observatoire national|agency|m;conservatoire|culture|m;chambre|agency|f;chambre de commerce|agency|f;chambre d'agriculture|agency|f;chambre de métiers|agency|f;chambre régionale|agency|f
commission|commission|f;commission nationale|commission|f;commission des finances|commission|f;commission d'enquête|commission|f;commission mixte|commission|f;commission parlementaire|commission|f;comité|commission|m;comité national|commission|m;comité interministériel|commission|m;comité régional|commission|m;comité de pilotage|commission|m;sous-comité|commission|m;conseil|commission|m;conseil national|commission|m;conseil supérieur|commission|m;haut conseil|commission|m;conseil régional|local|m;conseil départemental|local|m;conseil municipal|local|m;conseil général|local|m;conseil de défense|commission|m;conseil des ministres|commission|m;conseil d'administration|commission|m;collectif|association|m;groupe de travail|commission|m;groupe de contact|commission|m;task force|commission|f;assemblée|parliament|f;parlement|parliament|m;sénat|parliament|m;congrès|parliament|m;bundestag|parliament|m;délégation parlementaire|parliament|f;groupe d'amitié|parliament|m;groupe parlementaire|parliament|m
cour|court|f;cour d'appel|court|f;cour suprême|court|f;cour d'assises|court|f;cour constitutionnelle|court|f;cour administrative d'appel|court|f;tribunal|court|m;tribunal judiciaire|court|m;tribunal administratif|court|m;tribunal de commerce|court|m;tribunal correctionnel|court|m;tribunal pour enfants|court|m;conseil de prud'hommes|court|m;parquet|court|m;barreau|court|m;ordre|union|m;maison d'arrêt|administration|f;centre pénitentiaire|administration|m
mairie|local|f;ville|local|f;commune|local|f;métropole|local|f;eurométropole|local|f;communauté urbaine|local|f;communauté de communes|local|f;communauté d'agglomération|local|f;collectivité|local|f;collectivité territoriale|local|f;région|local|f;syndicat mixte|local|m;syndicat intercommunal|local|m;municipalité|local|f;agglomération|local|f;province|local|f;canton|local|m;pays|local|m;parc national|agency|m;parc naturel régional|agency|m;office de tourisme|agency|m
ambassade|diplomatic|f;consulat|diplomatic|m;consulat général|diplomatic|m;représentation permanente|diplomatic|f;nonciature|diplomatic|f;haute représentation|diplomatic|f;institut français|culture|m;alliance française|culture|f
université|academic|f;école|academic|f;école nationale|academic|f;école nationale supérieure|academic|f;école supérieure|academic|f;haute école|academic|f;grande école|academic|f;institut|academic|m;institut national|academic|m;institut universitaire|academic|m;institut de recherche|academic|m;faculté|academic|f;laboratoire|academic|m;collège|academic|m;lycée|academic|m;lycée professionnel|academic|m;centre de recherche|academic|m;unité mixte de recherche|academic|f;chaire|academic|f;académie des sciences|academic|f;campus|academic|m;crous|academic|m;hôpital|health|m;clinique|health|f;hospices|health|m;maison de santé|health|f;institut de cancérologie|health|m;ehpad|health|m
fédération|association|f;fédération française|association|f;fédération nationale|association|f;fédération internationale|association|f;fédération départementale|association|f;confédération|union|f;confédération générale|union|f;union|union|f;union nationale|union|f;union départementale|union|f;union régionale|union|f;syndicat|union|m;syndicat national|union|m;intersyndicale|union|f;association|association|f;association française|association|f;association nationale|association|f;association internationale|association|f;société savante|association|f;amicale|association|f;ligue|association|f;mouvement|party|m;parti|party|m;front|party|m;rassemblement|party|m;fondation|association|f;plateforme|association|f;interprofession|association|f;fonds de dotation|association|m;organisation|intergovernmental|f;organisation internationale|intergovernmental|f;organisation non gouvernementale|association|f;ong|association|f;secours|association|m;réseau|association|m;coordination|association|f;forum|association|m;alliance|association|f;coalition|association|f;club|sport|m;comité d'organisation|sport|m;comité olympique|sport|m;mutuelle|company|f;coopérative|company|f;église|religious|f;diocèse|religious|m;archidiocèse|religious|m;conférence des évêques|religious|f;conférence des présidents|association|f;conférence des doyens|association|f;conférence des recteurs|association|f;conférence des directeurs|association|f;consistoire|religious|m;grande mosquée|religious|f;patriarcat|religious|m
banque|company|f;banque centrale|company|f;banque nationale|company|f;banque de développement|company|f;société|company|f;société nationale|company|f;société anonyme|company|f;compagnie|company|f;entreprise|company|f;groupe|company|m;groupement|company|m;groupement d'intérêt public|agency|m;groupement d'intérêt économique|company|m;cabinet d'avocats|company|m;start-up|company|f;startup|company|f;constructeur|company|m;opérateur|company|m;filiale|company|f;holding|company|f;maison|company|f;éditions|company|f;consortium|company|m;laboratoires|company|m;assurances|company|f;aéroports|company|m;port autonome|company|m;grand port maritime|company|m;chantiers|company|m;usine|company|f;agence de presse|media|f;journal|media|m;quotidien|media|m;chaîne|media|f;radio|media|f;télévision|media|f;revue|media|f
armée|military|f;forces armées|military|f;état-major|military|m;commandement|military|m;brigade|military|f;régiment|military|m;bataillon|military|m;escadron|military|m;escadrille|military|f;escadre|military|f;compagnie de gendarmerie|military|f;groupement de gendarmerie|military|m;gendarmerie|military|f;police|military|f;police municipale|local|f;garde|military|f;légion|military|f;division blindée|military|f;division|military|f;corps d'armée|military|m;groupe aéronaval|military|m;flottille|military|f;base|military|f;base navale|military|f;base aérienne|military|f;sdis|administration|m;sapeurs-pompiers|administration|m;force|military|f;force opérationnelle|military|f;task force navale|military|f;opération|military|f;direction du renseignement|military|f
musée|culture|m;théâtre|culture|m;opéra|culture|m;orchestre|culture|m;festival|culture|m;bibliothèque|culture|f;médiathèque|culture|f;archives|culture|f;archives départementales|culture|f;mémorial|culture|m;centre culturel|culture|m;centre dramatique national|culture|m;scène nationale|culture|f;maison de la culture|culture|f
"""
GENERIC = set(words("""plateforme, interprofession, gouvernement, ministère, cabinet, direction, service, services, bureau, division, département, pôle, unité, cellule, mission, centre, délégation, comité, commission, conseil, cour, tribunal, parquet, mairie, ville, commune, métropole, région, province, canton, pays, collectivité, association, fédération, union,
syndicat, fondation, organisation, société, compagnie, entreprise, groupe, groupement, banque, université, école, institut, faculté, laboratoire, collège, lycée, hôpital, clinique, musée, théâtre, opéra, orchestre, festival, armée, état-major, brigade, régiment, bataillon, police, gendarmerie, garde, force, base, opération,
mouvement, parti, front, rassemblement, ligue, réseau, coordination, forum, alliance, coalition, club, maison, filiale, holding, usine, chaîne, radio, télévision, journal, quotidien, revue, secours, église, assemblée, parlement, sénat, préfecture, agence, office, autorité, caisse, fonds, régie, chambre, secrétariat, inspection, présidence,
commandement, campus, chaire, ordre, collectif, consortium, éditions, chantiers, archives, bibliothèque, mutuelle, coopérative, constructeur, opérateur, ambassade, consulat, congrès, municipalité, agglomération, légion, diocèse, trésor, ong, startup, start-up, assurances, aéroports, laboratoires"""))
rows = []
for line in HEADS.strip().splitlines():
    for entry in line.split(";"):
        head, kind, gender = entry.split("|")
        rows.append((head, kind, gender, "s", "y" if head in GENERIC else ""))
        many = plural(head)
        if many != head:
            rows.append((many, kind, gender, "p", "y" if head in GENERIC else ""))
seen = {}
for row in rows:
    seen.setdefault(row[0], row)
write("org-head", SCRIPT, "nouns that begin the name of an organisation; generic y: alone it is an ordinary noun", "form kind gender number generic", seen.values())

write("org-suffix", SCRIPT, "legal forms after (or before) a company's name", "form iso", table("""
SA|FR
S.A.|FR
inc.|CA
ltée|CA
Ltée|CA
SAS|FR
S.A.S.|FR
SASU|FR
SARL|FR
S.A.R.L.|FR
EURL|FR
SCA|FR
SCOP|FR
Scop|FR
SCIC|FR
SCI|FR
SNC|FR
SEM|FR
SPL|FR
GIE|FR
GIP|FR
EPIC|FR
SE|
GmbH|DE
AG|DE
KG|DE
KGaA|DE
e.V.|DE
SpA|IT
S.p.A.|IT
Srl|IT
S.r.l.|IT
SL|ES
S.L.|ES
SAU|ES
Lda|PT
Ltda|BR
BV|NL
B.V.|NL
NV|NL
N.V.|NL
SRL|BE
SPRL|BE
ASBL|BE
asbl|BE
Sàrl|CH
AB|SE
ASA|NO
AS|NO
A/S|DK
ApS|DK
Oy|FI
Oyj|FI
Ltd|GB
Ltd.|GB
Limited|GB
PLC|GB
plc|GB
LLP|GB
LLC|US
Inc|US
Inc.|US
Corp|US
Corp.|US
Corporation|US
Co.|US
Company|US
Incorporated|US
Holding|
Holdings|
Group|
Groupe|FR
& Co|
& Cie|FR
et Cie|FR
& Fils|FR
et Fils|FR
et Associés|FR
& Associés|FR
International|
Industries|
Technologies|
Consulting|
Capital|
Partners|
Pvt|IN
Pty|AU
KK|JP
OJSC|RU
PJSC|RU
JSC|
Sp. z o.o.|PL
a.s.|CZ
s.r.o.|CZ
d.o.o.|HR
Kft.|HU
Zrt.|HU
A.Ş.|TR
SARLU|SN
"""), case="proper")
