"""What people call the fixed words of our files: a word as it is typed, and the known words it may stand for.

The first that may stand in that place is meant. Spelling that is nearly right needs no entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = {
    # sectors
    "care": "zorg, gezondheidszorg, zorginstelling, ziekenhuis, ggz, welzijn, health care, healthcare, hospital",
    "childcare": "kinderopvang, kinderdagverblijf, bso, opvang, child care, nursery",
    "higher_education": "hoger onderwijs, universiteit, hogeschool, hbo, wo, university, college",
    "education": "onderwijs, school, basisonderwijs, voortgezet onderwijs, mbo, universiteit, hogeschool, hbo, university, schools",
    "government": "overheid, gemeente, provincie, rijk, rijksoverheid, ministerie, waterschap, municipality, ministry",
    "culture": "cultuur, kunst, media, theater, museum, podiumkunsten, arts",
    "sport": "sportvereniging, sportclub, vereniging, sports, sports club",
    "logistics": "logistiek, transport, vervoer",
    "industry": "industrie, productie, fabriek, bouw, techniek, manufacturing",
    "business": "bedrijf, bedrijfsleven, commercieel, zakelijk, mkb, industrie, logistiek, transport, bouw, company, commercial",
    "nonprofit": "stichting, goed doel, goede doelen, non profit, ngo, charity, foundation",
    "other": "overig, anders, overige",
    # who
    "internal": "intern, interne",
    "external": "extern, externe",
    "conduct": "ongewenste omgangsvormen, omgangsvormen, ongewenst gedrag, gedrag, undesirable behaviour, behaviour",
    "integrity": "integriteit",
    "employees": "medewerkers, werknemers, personeel, staff, colleagues",
    "temps": "uitzendkrachten, flexkrachten, inhuur, temporary workers, agency workers",
    "contractors": "zzp, zzpers, zzp ers, zelfstandigen, freelancers, self employed",
    "interns": "stagiairs, stagiaires, stagiair, trainees",
    "volunteers": "vrijwilligers",
    "former_staff": "oud medewerkers, oudmedewerkers, ex medewerkers, former employees",
    "clients": "clienten, cliënten, klanten, patienten, patiënten, leden, bewoners, customers, patients, members",
    # where
    "work": "werk, op het werk, kantoor, office, at work",
    "outside": "buiten, elders, elsewhere",
    "walk": "wandelen, wandeling, wandelend, walking",
    "online": "video, videobellen, teams",
    "phone": "telefoon, telefonisch, bellen, telephone, by phone",
    "home": "thuis, bij iemand thuis, at home",
    "je": "jij, jullie, tutoyeren",
    "u": "uw, vousvoyeren",
    # languages
    "nl": "nederlands, hollands, dutch",
    "en": "engels, english",
    "de": "duits, german, deutsch",
    "fr": "frans, french",
    "es": "spaans, spanish",
    "it": "italiaans, italian",
    "pt": "portugees, portuguese",
    "pl": "pools, polish",
    "ro": "roemeens, romanian",
    "bg": "bulgaars, bulgarian",
    "tr": "turks, turkish",
    "ar": "arabisch, arabic",
    "ber": "berbers, tamazight, berber",
    "uk": "oekraiens, oekraïens, ukrainian",
    "ru": "russisch, russian",
    "fa": "perzisch, farsi, dari, persian",
    "ti": "tigrinya",
    "so": "somalisch, somali",
    "hi": "hindi",
    "id": "indonesisch, indonesian",
    "zh": "chinees, mandarijn, chinese, mandarin",
    "fy": "fries, frysk, frisian",
    "pap": "papiaments, papiamentu, papiamento",
    "srn": "sranan, sranantongo, surinaams",
    "dse": "gebarentaal, nederlandse gebarentaal, ngt, sign language",
}


def _turned() -> dict[str, tuple[str, ...]]:
    meant: dict[str, tuple[str, ...]] = {}
    for word, names in _WORDS.items():
        for name in names.split(", "):
            folded = re.sub(r"[\W_]+", "_", name)
            meant[folded] = (*meant.get(folded, ()), word)
    return meant


ALSO_CALLED: Mapping[str, tuple[str, ...]] = _turned()
