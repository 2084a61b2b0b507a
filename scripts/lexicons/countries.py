"""Writes the lexicons of countries, demonyms and capitals from one hand-written table, with the variants of CLDR and i18n-iso-countries."""

import json

from common import CACHE, OWN, clean, fold, table, write

SCRIPT = "countries.py"

# ISO | usual French name | article | official names and aliases, `;` | demonyms m or m/f, `;` (feminine by rule) | capital, its other spellings, other seats | lat,lon
COUNTRIES = """
AF|Afghanistan|l'|Émirat islamique d'Afghanistan;République islamique d'Afghanistan|afghan|Kaboul|34.53,69.17
ZA|Afrique du Sud|l'|République d'Afrique du Sud;République sud-africaine|sud-africain|Pretoria;Prétoria+Le Cap+Bloemfontein|-25.75,28.19
AL|Albanie|l'|République d'Albanie|albanais|Tirana|41.33,19.82
DZ|Algérie|l'|République algérienne démocratique et populaire;République algérienne|algérien|Alger|36.75,3.04
DE|Allemagne|l'|République fédérale d'Allemagne;RFA|allemand|Berlin|52.52,13.41
AD|Andorre|-|Principauté d'Andorre|andorran|Andorre-la-Vieille|42.51,1.52
AO|Angola|l'|République d'Angola|angolais|Luanda|-8.84,13.23
AG|Antigua-et-Barbuda|-|Antigua et Barbuda|antiguayen;antiguais et barbudien/antiguaise et barbudienne|Saint John's|17.12,-61.85
SA|Arabie saoudite|l'|Royaume d'Arabie saoudite;Arabie Saoudite;Royaume d'Arabie Saoudite|saoudien|Riyad;Riyadh|24.69,46.72
AR|Argentine|l'|République argentine|argentin|Buenos Aires|-34.61,-58.38
AM|Arménie|l'|République d'Arménie|arménien|Erevan;Érevan|40.18,44.51
AU|Australie|l'|Commonwealth d'Australie|australien|Canberra|-35.28,149.13
AT|Autriche|l'|République d'Autriche|autrichien|Vienne|48.21,16.37
AZ|Azerbaïdjan|l'|République d'Azerbaïdjan;Azerbaidjan|azerbaïdjanais;azéri|Bakou|40.38,49.89
BS|Bahamas|les|Commonwealth des Bahamas|bahaméen|Nassau|25.06,-77.34
BH|Bahreïn|-|Royaume de Bahreïn;Bahrein;Bahrain|bahreïnien;bahreïni|Manama|26.23,50.58
BD|Bangladesh|le|République populaire du Bangladesh;Bangla Desh|bangladais|Dacca;Dhaka|23.71,90.41
BB|Barbade|la||barbadien|Bridgetown|13.11,-59.62
BE|Belgique|la|Royaume de Belgique|belge|Bruxelles|50.85,4.35
BZ|Belize|le|Bélize|bélizien|Belmopan|17.25,-88.77
BJ|Bénin|le|République du Bénin|béninois|Porto-Novo+Cotonou|6.50,2.60
BT|Bhoutan|le|Royaume du Bhoutan|bhoutanais|Thimphou;Thimphu|27.47,89.64
BY|Biélorussie|la|République de Biélorussie;Bélarus;République du Bélarus;Belarus|biélorusse;bélarusse;bélarussien|Minsk|53.90,27.57
MM|Birmanie|la|Myanmar;République de l'Union du Myanmar;Union du Myanmar|birman|Naypyidaw;Naypyitaw|19.75,96.13
BO|Bolivie|la|État plurinational de Bolivie|bolivien|La Paz+Sucre|-16.50,-68.15
BA|Bosnie-Herzégovine|la|Bosnie-et-Herzégovine;Bosnie Herzégovine;Bosnie|bosnien;bosnien-herzégovinien/bosnienne-herzégovinienne;bosniaque|Sarajevo|43.85,18.36
BW|Botswana|le|République du Botswana|botswanais;botswanéen|Gaborone|-24.65,25.91
BR|Brésil|le|République fédérative du Brésil|brésilien|Brasilia;Brasília|-15.78,-47.93
BN|Brunei|le|Brunéi;Brunei Darussalam;Brunéi Darussalam|brunéien|Bandar Seri Begawan|4.89,114.94
BG|Bulgarie|la|République de Bulgarie|bulgare|Sofia|42.70,23.32
BF|Burkina Faso|le|Burkina|burkinabè/burkinabè;burkinabé/burkinabé;burkinais|Ouagadougou|12.37,-1.53
BI|Burundi|le|République du Burundi|burundais|Gitega+Bujumbura|-3.43,29.93
KH|Cambodge|le|Royaume du Cambodge|cambodgien|Phnom Penh;Phnom-Penh|11.56,104.92
CM|Cameroun|le|République du Cameroun|camerounais|Yaoundé|3.87,11.52
CA|Canada|le||canadien|Ottawa|45.41,-75.70
CV|Cap-Vert|le|Cabo Verde;République de Cabo Verde;République du Cap-Vert|cap-verdien;capverdien|Praia|14.92,-23.51
CF|République centrafricaine|la|Centrafrique;RCA;Rép. centrafricaine|centrafricain|Bangui|4.36,18.55
CL|Chili|le|République du Chili|chilien|Santiago;Santiago du Chili|-33.46,-70.65
CN|Chine|la|République populaire de Chine;RPC|chinois|Pékin;Beijing|39.91,116.40
CY|Chypre|-|République de Chypre|chypriote;cypriote|Nicosie|35.17,33.35
CO|Colombie|la|République de Colombie|colombien|Bogota;Bogotá|4.61,-74.08
KM|Comores|les|Union des Comores|comorien|Moroni|-11.70,43.26
CG|Congo|le|République du Congo;Congo-Brazzaville;Congo Brazzaville|congolais|Brazzaville|-4.27,15.28
CD|République démocratique du Congo|la|RDC;RD Congo;RDCongo;R.D.C.;Congo-Kinshasa;Congo Kinshasa;Rép. dém. du Congo;Zaïre|congolais;zaïrois|Kinshasa|-4.33,15.31
KP|Corée du Nord|la|République populaire démocratique de Corée;RPDC|nord-coréen|Pyongyang|39.03,125.75
KR|Corée du Sud|la|République de Corée;Corée|sud-coréen;coréen|Séoul|37.57,127.00
CR|Costa Rica|le|République du Costa Rica|costaricain;costaricien|San José|9.93,-84.08
CI|Côte d'Ivoire|la|République de Côte d'Ivoire;Cote d'Ivoire;Côte-d'Ivoire|ivoirien|Yamoussoukro+Abidjan|6.82,-5.28
HR|Croatie|la|République de Croatie|croate|Zagreb|45.81,15.98
CU|Cuba|-|République de Cuba|cubain|La Havane|23.13,-82.38
DK|Danemark|le|Royaume de Danemark;Royaume du Danemark|danois|Copenhague|55.68,12.57
DJ|Djibouti|-|République de Djibouti|djiboutien|Djibouti|11.59,43.15
DM|Dominique|la|Commonwealth de Dominique|dominiquais|Roseau|15.30,-61.39
EG|Égypte|l'|République arabe d'Égypte;Egypte|égyptien|Le Caire|30.06,31.25
AE|Émirats arabes unis|les|Émirats Arabes Unis;Émirats;Émirats arabes-unis|émirien;émirati|Abou Dabi;Abu Dhabi;Abou Dhabi|24.45,54.38
EC|Équateur|l'|République de l'Équateur|équatorien|Quito|-0.23,-78.52
ER|Érythrée|l'|État d'Érythrée|érythréen|Asmara|15.34,38.93
ES|Espagne|l'|Royaume d'Espagne|espagnol|Madrid|40.42,-3.70
EE|Estonie|l'|République d'Estonie|estonien|Tallinn|59.44,24.75
SZ|Eswatini|l'|Royaume d'Eswatini;Swaziland|swazi/swazie;eswatinien|Mbabane+Lobamba|-26.32,31.13
US|États-Unis|les|États-Unis d'Amérique;USA;U.S.A.;Etats Unis;États Unis;EUA|américain;états-unien;étatsunien|Washington;Washington DC;Washington D.C.|38.90,-77.04
ET|Éthiopie|l'|République fédérale démocratique d'Éthiopie|éthiopien|Addis-Abeba;Addis Abeba|9.02,38.75
FJ|Fidji|les|Îles Fidji;République des Fidji;îles Fidji|fidjien|Suva|-18.14,178.44
FI|Finlande|la|République de Finlande|finlandais|Helsinki|60.17,24.94
FR|France|la|République française|français|Paris|48.86,2.35
GA|Gabon|le|République gabonaise|gabonais|Libreville|0.39,9.45
GM|Gambie|la|République de Gambie|gambien|Banjul|13.45,-16.58
GE|Géorgie|la|République de Géorgie|géorgien|Tbilissi|41.69,44.83
GH|Ghana|le|République du Ghana|ghanéen|Accra|5.56,-0.20
GR|Grèce|la|République hellénique|grec/grecque;hellénique|Athènes|37.98,23.73
GD|Grenade|la|île de la Grenade|grenadien|Saint-Georges;Saint George's|12.05,-61.75
GT|Guatemala|le|République du Guatemala;Guatémala|guatémaltèque|Guatemala;Ciudad de Guatemala|14.64,-90.51
GN|Guinée|la|République de Guinée;Guinée-Conakry;Guinée Conakry|guinéen|Conakry|9.54,-13.68
GW|Guinée-Bissau|la|Guinée-Bissao;République de Guinée-Bissau;Guinée Bissau|bissaoguinéen;bissau-guinéen|Bissau|11.86,-15.60
GQ|Guinée équatoriale|la|République de Guinée équatoriale;Guinée Équatoriale|équatoguinéen;équato-guinéen|Malabo|3.76,8.78
GY|Guyana|le|Guyane britannique;République coopérative du Guyana|guyanien|Georgetown|6.80,-58.16
HT|Haïti|-|République d'Haïti|haïtien|Port-au-Prince|18.54,-72.34
HN|Honduras|le|République du Honduras|hondurien|Tegucigalpa|14.08,-87.21
HU|Hongrie|la||hongrois;magyar/magyare|Budapest|47.50,19.04
IN|Inde|l'|République de l'Inde;Union indienne|indien|New Delhi;New-Delhi|28.64,77.22
ID|Indonésie|l'|République d'Indonésie|indonésien|Jakarta;Djakarta|-6.21,106.85
IQ|Irak|l'|Iraq;République d'Irak;République d'Iraq|irakien;iraquien|Bagdad|33.34,44.40
IR|Iran|l'|République islamique d'Iran|iranien|Téhéran|35.69,51.42
IE|Irlande|l'|République d'Irlande|irlandais|Dublin|53.33,-6.25
IS|Islande|l'|République d'Islande|islandais|Reykjavik;Reykjavík|64.14,-21.90
IL|Israël|-|État d'Israël|israélien|Jérusalem+Tel-Aviv;Tel Aviv|31.77,35.22
IT|Italie|l'|République italienne|italien|Rome|41.89,12.51
JM|Jamaïque|la||jamaïcain;jamaïquain|Kingston|18.00,-76.79
JP|Japon|le|État du Japon|japonais;nippon/nippone;nippon/nipponne|Tokyo|35.69,139.69
JO|Jordanie|la|Royaume hachémite de Jordanie|jordanien|Amman|31.96,35.95
KZ|Kazakhstan|le|République du Kazakhstan|kazakhstanais;kazakh/kazakhe|Astana;Nour-Soultan|51.18,71.45
KE|Kenya|le|République du Kenya;Kénya|kényan;kenyan|Nairobi|-1.28,36.82
KG|Kirghizistan|le|République kirghize;Kirghizstan;Kirghizie|kirghize|Bichkek|42.87,74.59
KI|Kiribati|les|République de Kiribati|kiribatien|Tarawa-Sud;Tarawa|1.33,172.98
XK|Kosovo|le|République du Kosovo|kosovar/kosovare;kosovien|Pristina|42.67,21.17
KW|Koweït|le|État du Koweït;Koweit|koweïtien|Koweït;Koweït City|29.37,47.98
LA|Laos|le|République démocratique populaire lao|laotien;lao/lao|Vientiane|17.97,102.60
LS|Lesotho|le|Royaume du Lesotho|lésothien;lesothan|Maseru|-29.32,27.48
LV|Lettonie|la|République de Lettonie|letton/lettone;letton/lettonne|Riga|56.95,24.11
LB|Liban|le|République libanaise|libanais|Beyrouth|33.89,35.50
LR|Liberia|le|Libéria;République du Liberia;République du Libéria|libérien|Monrovia|6.30,-10.80
LY|Libye|la|État de Libye;Lybie;Jamahiriya arabe libyenne|libyen|Tripoli|32.88,13.19
LI|Liechtenstein|le|Principauté de Liechtenstein|liechtensteinois|Vaduz|47.14,9.52
LT|Lituanie|la|République de Lituanie|lituanien|Vilnius|54.69,25.28
LU|Luxembourg|le|Grand-Duché de Luxembourg;Grand-Duché du Luxembourg;grand-duché de Luxembourg|luxembourgeois|Luxembourg;Luxembourg-Ville|49.61,6.13
MK|Macédoine du Nord|la|République de Macédoine du Nord;Macédoine;ARYM|macédonien;nord-macédonien|Skopje|42.00,21.43
MG|Madagascar|-|République de Madagascar|malgache|Antananarivo;Tananarive|-18.91,47.54
MY|Malaisie|la|Malaysia|malaisien|Kuala Lumpur+Putrajaya|3.14,101.69
MW|Malawi|le|République du Malawi|malawien;malawite|Lilongwe|-13.97,33.79
MV|Maldives|les|République des Maldives|maldivien|Malé|4.18,73.51
ML|Mali|le|République du Mali|malien|Bamako|12.65,-8.00
MT|Malte|-|République de Malte|maltais|La Valette|35.90,14.51
MA|Maroc|le|Royaume du Maroc;Royaume chérifien|marocain;chérifien|Rabat|34.01,-6.83
MH|Îles Marshall|les|République des Îles Marshall;Marshall|marshallais|Majuro|7.09,171.38
MU|Maurice|-|île Maurice;Île Maurice;République de Maurice|mauricien|Port-Louis|-20.16,57.50
MR|Mauritanie|la|République islamique de Mauritanie|mauritanien|Nouakchott|18.09,-15.98
MX|Mexique|le|États-Unis du Mexique;États-Unis mexicains|mexicain|Mexico|19.43,-99.13
FM|Micronésie|la|États fédérés de Micronésie|micronésien|Palikir|6.92,158.16
MD|Moldavie|la|République de Moldavie;Moldova;République de Moldova|moldave|Chisinau;Chișinău|47.01,28.86
MC|Monaco|-|Principauté de Monaco|monégasque|Monaco|43.73,7.42
MN|Mongolie|la||mongol/mongole|Oulan-Bator|47.91,106.88
ME|Monténégro|le||monténégrin|Podgorica|42.44,19.26
MZ|Mozambique|le|République du Mozambique|mozambicain|Maputo|-25.97,32.58
NA|Namibie|la|République de Namibie|namibien|Windhoek|-22.56,17.08
NR|Nauru|-|République de Nauru|nauruan|Yaren|-0.55,166.92
NP|Népal|le|République démocratique fédérale du Népal|népalais|Katmandou;Kathmandou|27.70,85.32
NI|Nicaragua|le|République du Nicaragua|nicaraguayen|Managua|12.13,-86.25
NE|Niger|le|République du Niger|nigérien|Niamey|13.51,2.13
NG|Nigeria|le|Nigéria;République fédérale du Nigeria;République fédérale du Nigéria|nigérian|Abuja|9.06,7.49
NO|Norvège|la|Royaume de Norvège|norvégien|Oslo|59.91,10.75
NZ|Nouvelle-Zélande|la|Nouvelle Zélande;Aotearoa|néo-zélandais;néozélandais|Wellington|-41.29,174.78
OM|Oman|-|Sultanat d'Oman;sultanat d'Oman|omanais|Mascate|23.58,58.41
UG|Ouganda|l'|République de l'Ouganda|ougandais|Kampala|0.32,32.58
UZ|Ouzbékistan|l'|République d'Ouzbékistan|ouzbek/ouzbèke;ouzbek/ouzbeke|Tachkent|41.26,69.22
PK|Pakistan|le|République islamique du Pakistan|pakistanais|Islamabad|33.72,73.04
PW|Palaos|les|Palau;République des Palaos|palaosien|Ngerulmud;Melekeok|7.50,134.62
PS|Palestine|la|État de Palestine;Territoires palestiniens;territoires palestiniens;Autorité palestinienne|palestinien|Ramallah+Jérusalem-Est|31.90,35.20
PA|Panama|le|République du Panama;République de Panama|panaméen|Panama;Ciudad de Panama|8.99,-79.52
PG|Papouasie-Nouvelle-Guinée|la|Papouasie Nouvelle Guinée;Papouasie-Nouvelle Guinée;État indépendant de Papouasie-Nouvelle-Guinée|papouan-néo-guinéen/papouane-néo-guinéenne;papouasien|Port Moresby|-9.48,147.15
PY|Paraguay|le|République du Paraguay|paraguayen|Asuncion;Asunción|-25.29,-57.65
NL|Pays-Bas|les|Royaume des Pays-Bas;Hollande;Pays Bas|néerlandais;hollandais|Amsterdam+La Haye|52.37,4.89
PE|Pérou|le|République du Pérou|péruvien|Lima|-12.04,-77.03
PH|Philippines|les|République des Philippines|philippin|Manille|14.60,120.98
PL|Pologne|la|République de Pologne|polonais|Varsovie|52.23,21.01
PT|Portugal|le|République portugaise|portugais|Lisbonne|38.72,-9.13
QA|Qatar|le|État du Qatar;Katar|qatarien;qatari|Doha|25.29,51.53
DO|République dominicaine|la|Saint-Domingue;Rép. dominicaine|dominicain|Saint-Domingue|18.47,-69.89
CZ|République tchèque|la|Tchéquie|tchèque|Prague|50.09,14.42
RO|Roumanie|la||roumain|Bucarest|44.43,26.11
GB|Royaume-Uni|le|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord;Grande-Bretagne;Royaume Uni;R.-U.;Grande Bretagne|britannique;anglais|Londres|51.51,-0.13
RU|Russie|la|Fédération de Russie;fédération de Russie;Fédération russe|russe|Moscou|55.75,37.62
RW|Rwanda|le|République du Rwanda;République rwandaise|rwandais|Kigali|-1.95,30.06
KN|Saint-Christophe-et-Niévès|-|Saint-Kitts-et-Nevis;Saint-Christophe-et-Nevis;Fédération de Saint-Kitts-et-Nevis|christophien;kittitien-et-névicien/kittitienne-et-névicienne|Basseterre|17.29,-62.73
SM|Saint-Marin|-|République de Saint-Marin|saint-marinais;san-marinais|Saint-Marin|43.94,12.45
VC|Saint-Vincent-et-les-Grenadines|-|Saint-Vincent et les Grenadines;Saint-Vincent-et-les Grenadines|saint-vincentais;vincentais|Kingstown|13.16,-61.22
LC|Sainte-Lucie|-||saint-lucien/saint-lucienne;saint-lucien/sainte-lucienne|Castries|14.00,-61.01
SB|Îles Salomon|les|Salomon;îles Salomon|salomonien;salomonais|Honiara|-9.43,159.95
SV|Salvador|le|République du Salvador;El Salvador|salvadorien|San Salvador|13.69,-89.19
WS|Samoa|les|État indépendant du Samoa;Samoa occidentales|samoan|Apia|-13.83,-171.77
ST|Sao Tomé-et-Principe|-|São Tomé-et-Príncipe;Sao Tomé et Principe;Sao Tomé-et-Príncipe;République démocratique de Sao Tomé-et-Principe|santoméen|São Tomé;Sao Tomé|0.34,6.73
SN|Sénégal|le|République du Sénégal|sénégalais|Dakar|14.69,-17.44
RS|Serbie|la|République de Serbie|serbe|Belgrade|44.80,20.47
SC|Seychelles|les|République des Seychelles|seychellois|Victoria|-4.62,55.46
SL|Sierra Leone|la|République de Sierra Leone;Sierra-Leone|sierra-léonais;sierraléonais;sierra-leonais|Freetown|8.48,-13.23
SG|Singapour|-|République de Singapour|singapourien|Singapour|1.29,103.85
SK|Slovaquie|la|République slovaque|slovaque|Bratislava|48.15,17.11
SI|Slovénie|la|République de Slovénie|slovène|Ljubljana|46.05,14.51
SO|Somalie|la|République fédérale de Somalie|somalien|Mogadiscio|2.04,45.34
SD|Soudan|le|République du Soudan|soudanais|Khartoum|15.55,32.53
SS|Soudan du Sud|le|République du Soudan du Sud;Sud-Soudan;Sud Soudan|sud-soudanais|Djouba;Juba|4.85,31.58
LK|Sri Lanka|le|République socialiste démocratique du Sri Lanka;Ceylan|srilankais;sri-lankais|Colombo+Sri Jayawardenapura;Sri Jayewardenepura Kotte|6.93,79.85
SE|Suède|la|Royaume de Suède|suédois|Stockholm|59.33,18.06
CH|Suisse|la|Confédération suisse;Confédération helvétique|suisse;helvétique;helvète|Berne|46.95,7.45
SR|Suriname|le|Surinam;République du Suriname|surinamais;surinamien|Paramaribo|5.87,-55.17
SY|Syrie|la|République arabe syrienne|syrien|Damas|33.51,36.29
TJ|Tadjikistan|le|République du Tadjikistan|tadjik/tadjike|Douchanbé|38.54,68.78
TW|Taïwan|-|Taiwan;République de Chine|taïwanais;taiwanais|Taipei;Taïpei|25.05,121.53
TZ|Tanzanie|la|République-Unie de Tanzanie;République unie de Tanzanie|tanzanien|Dodoma+Dar es Salam;Dar es Salaam|-6.17,35.74
TD|Tchad|le|République du Tchad|tchadien|N'Djamena;Ndjamena;N'Djaména|12.11,15.04
TH|Thaïlande|la|Royaume de Thaïlande|thaïlandais;thaï/thaïe|Bangkok|13.75,100.50
TL|Timor oriental|le|Timor-Leste;République démocratique du Timor oriental|est-timorais;timorais|Dili|-8.56,125.57
TG|Togo|le|République togolaise|togolais|Lomé|6.13,1.22
TO|Tonga|les|Royaume des Tonga;îles Tonga|tongien;tonguien|Nuku'alofa|-21.14,-175.20
TT|Trinité-et-Tobago|la|Trinidad-et-Tobago;Trinité et Tobago;Trinidad et Tobago|trinidadien;trinidadien et tobagonien/trinidadienne et tobagonienne|Port-d'Espagne;Port of Spain|10.67,-61.52
TN|Tunisie|la|République tunisienne|tunisien|Tunis|36.82,10.17
TM|Turkménistan|le||turkmène|Achgabat;Achkhabad|37.95,58.38
TR|Turquie|la|République de Turquie;Türkiye;République de Türkiye|turc/turque|Ankara|39.92,32.85
TV|Tuvalu|les||tuvaluan|Funafuti|-8.52,179.19
UA|Ukraine|l'||ukrainien|Kiev;Kyiv;Kyïv|50.45,30.52
UY|Uruguay|l'|République orientale de l'Uruguay|uruguayen|Montevideo|-34.90,-56.19
VU|Vanuatu|le|République de Vanuatu|vanuatais;ni-vanuatu/ni-vanuatu|Port-Vila|-17.74,168.31
VA|Vatican|le|Saint-Siège;Cité du Vatican;État de la Cité du Vatican|vatican/vaticane|Cité du Vatican|41.90,12.45
VE|Venezuela|le|République bolivarienne du Venezuela;Vénézuela|vénézuélien|Caracas|10.49,-66.88
VN|Vietnam|le|Viêt Nam;Viet Nam;Viêt-nam;Viêtnam;République socialiste du Vietnam;République socialiste du Viet Nam|vietnamien;viêtnamien|Hanoï;Hanoi|21.02,105.84
YE|Yémen|le|République du Yémen|yéménite|Sanaa;Sana'a+Aden|15.35,44.21
ZM|Zambie|la|République de Zambie|zambien|Lusaka|-15.41,28.29
ZW|Zimbabwe|le|République du Zimbabwe|zimbabwéen|Harare|-17.83,31.05
CK|Îles Cook|les|îles Cook|cookien|Avarua|-21.21,-159.78
NU|Niue|-|Niué|niuéen|Alofi|-19.06,-169.92
EH|Sahara occidental|le|République arabe sahraouie démocratique;RASD|sahraoui/sahraouie|Laâyoune;El Aaiún|27.15,-13.20
"""
# Dependent territories: ISO | name | article | aliases | demonyms | seat | lat,lon
TERRITORIES = """
GP|Guadeloupe|la||guadeloupéen|Basse-Terre|16.00,-61.73
MQ|Martinique|la||martiniquais|Fort-de-France|14.61,-61.07
GF|Guyane|la|Guyane française|guyanais|Cayenne|4.93,-52.33
RE|La Réunion|-|île de La Réunion;île de la Réunion|réunionnais|Saint-Denis|-20.88,55.45
YT|Mayotte|-||mahorais|Mamoudzou|-12.78,45.23
PM|Saint-Pierre-et-Miquelon|-|Saint-Pierre et Miquelon|saint-pierrais;miquelonnais|Saint-Pierre|46.78,-56.18
BL|Saint-Barthélemy|-||barthéloméen;saint-barth/saint-barth|Gustavia|17.90,-62.85
MF|Saint-Martin|-||saint-martinois|Marigot|18.07,-63.09
NC|Nouvelle-Calédonie|la||calédonien;néo-calédonien|Nouméa|-22.27,166.45
PF|Polynésie française|la|Polynésie|polynésien;tahitien|Papeete|-17.54,-149.57
WF|Wallis-et-Futuna|-|Wallis et Futuna|wallisien;futunien|Mata-Utu|-13.28,-176.17
TF|Terres australes et antarctiques françaises|les|TAAF;Terres australes françaises|||
GL|Groenland|le||groenlandais|Nuuk|64.18,-51.72
FO|Îles Féroé|les|Féroé;îles Féroé|féroïen;féringien|Tórshavn|62.01,-6.77
AX|Îles Åland|les|îles Åland;Åland|ålandais|Mariehamn|60.10,19.94
GI|Gibraltar|-||gibraltarien|Gibraltar|36.14,-5.35
JE|Jersey|-||jersiais|Saint-Hélier|49.19,-2.10
GG|Guernesey|-||guernesiais|Saint-Pierre-Port|49.46,-2.54
IM|Île de Man|l'|île de Man|mannois|Douglas|54.15,-4.48
BM|Bermudes|les||bermudien|Hamilton|32.29,-64.78
KY|Îles Caïmans|les|îles Caïmans|caïmanais|George Town|19.29,-81.38
VG|Îles Vierges britanniques|les||||
VI|Îles Vierges américaines|les|Îles Vierges des États-Unis|||
AI|Anguilla|-||anguillais|The Valley|18.22,-63.06
MS|Montserrat|-||montserratien|Plymouth|16.71,-62.22
TC|Îles Turques-et-Caïques|les|Turks-et-Caïcos;îles Turques-et-Caïques|||
FK|Îles Malouines|les|Malouines;îles Malouines;îles Falkland;Falkland|malouin;falklandais|Stanley|-51.70,-57.85
SH|Sainte-Hélène|-|Sainte-Hélène, Ascension et Tristan da Cunha|saint-hélénien/saint-hélénienne|Jamestown|-15.94,-5.72
GS|Géorgie du Sud-et-les Îles Sandwich du Sud|la||||
PR|Porto Rico|-|Puerto Rico|portoricain|San Juan|18.47,-66.11
GU|Guam|-||guamien|Hagåtña|13.48,144.75
MP|Îles Mariannes du Nord|les|Mariannes du Nord|||
AS|Samoa américaines|les||samoan américain/samoane américaine|Pago Pago|-14.28,-170.70
AW|Aruba|-||arubais|Oranjestad|12.52,-70.03
CW|Curaçao|-||curacien|Willemstad|12.11,-68.93
SX|Sint Maarten|-|Saint-Martin néerlandais||Philipsburg|18.03,-63.05
BQ|Bonaire, Saint-Eustache et Saba|-|Pays-Bas caribéens|||
HK|Hong Kong|-|Hong-Kong;RAS chinoise de Hong Kong|hongkongais|Hong Kong|22.28,114.16
MO|Macao|-|Macau|macanais|Macao|22.20,113.55
TK|Tokelau|les||tokelauan||
PN|Îles Pitcairn|les|Pitcairn|||
NF|Île Norfolk|l'||||
CX|Île Christmas|l'||||
CC|Îles Cocos|les||||
SJ|Svalbard et Jan Mayen|le|Svalbard;Spitzberg||Longyearbyen|78.22,15.65
AQ|Antarctique|l'|continent antarctique|||
IO|Territoire britannique de l'océan Indien|le||||
"""
# Forms of a country that are often something else
AMBIGUOUS_COUNTRY = {"Congo", "Guinée", "Maurice", "Grenade", "Salvador", "Dominique", "Géorgie", "Corée", "Salomon", "Marshall", "Montserrat", "Saint-Martin", "Émirats", "RCA", "RPC",
                     "Niger", "Hollande", "Saint-Domingue", "Saint-Barthélemy", "Jersey", "Anguilla", "Macédoine", "Jordanie", "Luxembourg", "Panama", "Djibouti", "Guatemala", "Koweït", "Sainte-Hélène",
                     "Sainte-Lucie", "Saint-Marin", "Marshall", "Stanley", "La Réunion", "Réunion", "Ceylan", "Macau", "Palau"}
COUNTRY_EXTRA = """
URSS|RU|URSS|l'
Union soviétique|RU|Union soviétique|l'
U.R.S.S.|RU|URSS|l'
Angleterre|GB|Angleterre|l'
Réunion|RE|La Réunion|-
"""
# Not states themselves, or not country names: dropped from the packages' variants
NOT_COUNTRY = {"Monde"}


def read(line):
    cells = line + [""] * (7 - len(line))
    iso, name, article, aliases, demonyms, capital, coordinates = cells[:7]
    return iso, name, article, [a for a in aliases.split(";") if a], [d for d in demonyms.split(";") if d], capital, coordinates


def cldr_names():
    path = CACHE / "npm/node_modules/cldr-localenames-full/main/fr/territories.json"
    names = json.loads(path.read_text(encoding="utf-8"))["main"]["fr"]["localeDisplayNames"]["territories"]
    for key, name in names.items():
        iso = key.split("-")[0]
        if len(iso) == 2 and iso.isalpha():
            yield iso, name


def i18n_names():
    path = CACHE / "npm/node_modules/i18n-iso-countries/langs/fr.json"
    for iso, names in json.loads(path.read_text(encoding="utf-8"))["countries"].items():
        for name in [names] if isinstance(names, str) else names:
            yield iso, name


def feminine(m):
    for ending, f in (("ien", "ienne"), ("ïen", "ïenne"), ("éen", "éenne"), ("yen", "yenne"), ("ais", "aise"), ("ois", "oise"), ("ain", "aine"), ("in", "ine"), ("and", "ande"), ("ol", "ole"), ("an", "ane"), ("i", "ie")):
        if m.endswith(ending):
            return m[: -len(ending)] + f
    assert m.endswith("e"), m
    return m


rows = [read(line) for line in table(COUNTRIES)]
territories = [read(line) for line in table(TERRITORIES)]
known = {iso: (name, article) for iso, name, article, *_ in rows + territories}

countries = {}
for source, kind in ((rows, "state"), (territories, "territory")):
    for iso, name, article, aliases, *_ in source:
        for form in [name] + aliases:
            countries.setdefault((form, iso), (name, article, "y" if form == name else "", kind))
for iso, form in list(cldr_names()) + list(i18n_names()):
    form = clean(form)
    if iso in known and "(" not in form and form not in NOT_COUNTRY and form[0].isupper():
        lowered = {fold(f) for f, i in countries if i == iso}
        if fold(form) not in lowered and not (form.startswith("Île") and fold(form) in lowered):
            name, article = known[iso]
            kind = countries[(name, iso)][3]
            countries[(form, iso)] = (name, article, "", kind)
for form, iso, name, article in table(COUNTRY_EXTRA):
    countries[(form, iso)] = (name, article, "", "territory" if iso == "RE" else "former" if form != "Angleterre" else "part")
write("country", SCRIPT, "names of countries and dependent territories; `name` the usual short name, `main` y on that form, `kind` state, territory, former or part",
      "form iso name article main kind ambiguous",
      [(form, iso, name, article, main, kind, "y" if form in AMBIGUOUS_COUNTRY else "") for (form, iso), (name, article, main, kind) in countries.items()],
      source="own table; CLDR 48.2.0 main/fr/territories.json (npm cldr-localenames-full); i18n-iso-countries 7.14.0 langs/fr.json (npm)",
      licence="MIT OR Apache-2.0 (own table); Unicode-3.0 (CLDR); MIT (i18n-iso-countries)", case="proper")

demonyms = []
AMBIGUOUS_DEMONYM = {"lao", "suisse", "malouin", "malouine", "malouins", "malouines", "dominicain", "dominicaine", "dominicains", "dominicaines", "congolais", "congolaise", "congolaises",
                     "swazi", "vatican", "mongol", "christophien", "helvétique", "afghane"}
ALL_DEMONYMS = [(iso, d) for iso, _, _, _, ds, *_ in rows + territories for d in ds] + [("RU", "soviétique"), ("GB", "écossais"), ("GB", "gallois"), ("GB", "nord-irlandais"), ("IL", "hébreu/hébraïque")]
for iso, entry in ALL_DEMONYMS:
    m, _, f = entry.partition("/")
    f = f or feminine(m)
    def many(word):
        return word if word.endswith(("s", "x", "z")) else " ".join(w + "s" if w not in ("et",) and not w.endswith("s") else w for w in word.split(" "))
    mp, fp = many(m), many(f)
    if m.startswith("ni-"):
        mp, fp = m, f
    if "-et-" in m or m.startswith(("bosnien-", "papouan-")):
        mp, fp = (m.replace("ien-", "iens-") + "s").replace("papouan-", "papouans-"), (f.replace("ienne-", "iennes-") + "s").replace("papouane-", "papouanes-")
    if m == "hébreu":
        mp, f, fp = "hébreux", "hébraïque", "hébraïques"
    mark = lambda w: "y" if w in AMBIGUOUS_DEMONYM else ""
    if m == f:
        demonyms += [(m, iso, "u", "s", mark(m)), (mp, iso, "u", "p", mark(mp))] if m != mp else [(m, iso, "u", "u", mark(m))]
    else:
        demonyms += [(m, iso, "m", "s" if m != mp else "u", mark(m)), (f, iso, "f", "s", mark(f)), (fp, iso, "f", "p", mark(fp))]
        if m != mp:
            demonyms.append((mp, iso, "m", "p", mark(mp)))
write("demonym", SCRIPT, "adjectives and nouns of nationality, all inflections (lower case; a capital makes the noun)", "form iso gender number ambiguous", demonyms)

write("demonym-prefix", SCRIPT, "combining forms of nationalities (« franco-ukrainien »)", "form iso", table("""
franco|FR
germano|DE
allemano|DE
sino|CN
russo|RU
anglo|GB
britannico|GB
américano|US
américo|US
nippo|JP
italo|IT
hispano|ES
luso|PT
ibéro|
gréco|GR
helléno|GR
turco|TR
indo|IN
israélo|IL
palestino|PS
syro|SY
libano|LB
irako|IQ
irano|IR
égypto|EG
algéro|DZ
maroco|MA
tuniso|TN
libyo|LY
sénégalo|SN
malo|ML
mali|ML
nigéro|NE
nigério|NG
ivoiro|CI
burkinabo|BF
burkino|BF
guinéo|GN
tchado|TD
camerouno|CM
gabono|GA
congolo|CD
congo|CG
rwando|RW
burundo|BI
ougando|UG
éthiopo|ET
érythréo|ER
somalo|SO
soudano|SD
sud-africano|ZA
malgacho|MG
mauritano|MR
mauricio|MU
bénino|BJ
togolo|TG
ghano|GH
kényano|KE
angolo|AO
belgo|BE
helvético|CH
suisso|CH
austro|AT
hungaro|HU
polono|PL
tchéco|CZ
slovaco|SK
slovéno|SI
croato|HR
serbo|RS
bosno|BA
albano|AL
kosovo|XK
macédo|MK
bulgaro|BG
roumano|RO
moldo|MD
moldavo|MD
ukraino|UA
biélorusso|BY
balto|
lituano|LT
letto|LV
estono|EE
finno|FI
finlando|FI
suédo|SE
norvégo|NO
dano|DK
islando|IS
irlando|IE
néerlando|NL
hollando|NL
luxo|LU
luxembourgo|LU
monégasco|MC
canado|CA
québéco|CA
mexicano|MX
brésilo|BR
argentino|AR
chiléno|CL
colombo|CO
péruvo|PE
vénézuélo|VE
cubano|CU
haïtiano|HT
australo|AU
coréano|KR
vietnamo|VN
cambodgo|KH
lao|LA
thaïlando|TH
indonéso|ID
malaiso|MY
philippino|PH
pakistano|PK
afghano|AF
arméno|AM
azéro|AZ
géorgo|GE
kazakho|KZ
ouzbéko|UZ
mongolo|MN
saoudo|SA
émirato|AE
qataro|QA
jordano|JO
koweïto|KW
yéméno|YE
omano|OM
chypro|CY
malto|MT
arabo|
afro|
euro|
ouest-africano|
"""))

capitals = []
PLACE = {"Le Cap": (-33.93, 18.42), "Bloemfontein": (-29.12, 26.21), "Cotonou": (6.37, 2.42), "Sucre": (-19.03, -65.26), "Bujumbura": (-3.38, 29.36), "Abidjan": (5.35, -4.00), "Lobamba": (-26.47, 31.21),
         "Tel-Aviv": (32.08, 34.78), "Putrajaya": (2.94, 101.69), "Jérusalem-Est": (31.79, 35.24), "La Haye": (52.08, 4.30), "Sri Jayawardenapura": (6.90, 79.91), "Dar es Salam": (-6.82, 39.27), "Aden": (12.78, 45.04)}
AMBIGUOUS_CAPITAL = {"Vienne", "Victoria", "Saint-Denis", "Saint-Pierre", "Stanley", "Washington", "Kingston", "Georgetown", "Hamilton", "Lima", "Sofia", "Douglas", "Roseau", "Panama", "Guatemala", "Luxembourg",
                     "Monaco", "Djibouti", "Singapour", "Koweït", "Saint-Marin", "Praia", "Sucre", "Santiago", "Gibraltar", "Plymouth", "Saint-Domingue", "San José", "Damas", "Apia", "San Juan", "Berne", "Tripoli",
                     "Grenade", "Hong Kong", "Macao", "La Paz", "Rome", "Malé", "Saint-Georges", "Le Cap", "Aden", "Nassau", "Colombo", "Berlin", "Paris", "Marigot", "Basse-Terre", "Moroni", "Georgetown"}
for source, kind in ((rows, "capital"), (territories, "territory")):
    for iso, name, _, _, _, capital, coordinates in source:
        for index, city in enumerate(c for c in capital.split("+") if c):
            forms = city.split(";")
            lat, lon = coordinates.split(",") if index == 0 else map(str, PLACE[forms[0]])
            for form in forms:
                # another spelling keeps its own name: « Kyiv » stays « Kyiv »
                capitals.append((form, iso, form, lat, lon, kind if index == 0 else "seat", "y" if form in AMBIGUOUS_CAPITAL else "", forms[0]))
write("capital", SCRIPT, "capitals and seats of government under their French names; `name` the form as written, `usual` the French name", "form iso name lat lon kind ambiguous usual",
      capitals, case="proper")
