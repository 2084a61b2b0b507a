"""Writes the lexicon of frequent ordinary French words, to judge a capital at the start of a sentence."""

from common import words, write
from french import common_forms, dictionary, frequency

# Forms that the dictionary knows both as a word and as a name, and that really are words; the others are left to the names.
WORDS_AND_NAMES = set(words("""
ah, aimé, aimée, aires, allier, ans, ambre, aube, auguste, aurore, base, blanche, bornes, bourré, buisson, cannes, canton, canyon, cap, carrefour, carré, centre, champagne, cher, clémence, constant, corneille,
corse, creuse, croix, dieu, don, désiré, fiat, fleur, flore, fontaine, garde, gaule, grasse, grenade, hall, halle, havre, honoré, indes, internet, jade, jaguar, juste, landes, lot, lumière, lune, léger, main,
manche, marine, marne, mars, martial, max, maxime, me, mené, mercure, mes, miles, mises, moulin, moulins, noël, octave, olivier, orange, orne, oscar, pan, paris, parme, pascale, pasteur, perse, pie, pierre,
plaisir, poisson, polo, port, porto, possession, prairie, prudence, pépin, queens, racine, rafale, romain, romane, rose, réunion, sceaux, sens, soleil, somme, sienne, suisse, tampon, terre, titan, tours, urbain,
valence, vannes, victoire, vilaine, violette, vire, félicité, bourbon, atlantique, antarctique, arctique, castres, corse, landes, marchand, capitole, hachette, judas, grâce, colombe, argentine, espérance, ils, le
"""))
freq = frequency()
_, proper = dictionary()
rows = []
for word in common_forms(580):
    if len(word) > 1 and all(c.isalpha() or c in "-'" for c in word):
        name = word[0].upper() + word[1:] in proper
        if name and word not in WORDS_AND_NAMES:
            continue
        band = "a" if freq[word] <= 430 else "b" if freq[word] <= 500 else "c"
        rows.append((word, band, "y" if name else ""))
write("common-word", "common_words.py", "frequent ordinary French words; `band` a (most frequent) to c; `name` y where the capitalised form is also a proper noun", "form band name", rows,
      source="wordfreq 3.1.1 large_fr (PyPI) for the frequencies, dictionary-fr 3.0.0 (npm, Grammalecte « Classique » 7.5) for the forms",
      licence="CC BY-SA 4.0 (wordfreq data); MPL-2.0 (dictionary-fr)")
