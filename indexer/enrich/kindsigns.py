"""The signs that each kind of document carries: where to look, what for, and how much it tells."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Where(Enum):
    """Where a sign is looked for; what a site says of itself weighs more than words of a text."""

    TITLE = "title"
    OPENING = "opening"
    CRUMBS = "the address, and the way to the page"
    SITE = "header and menus of the site"
    HEADINGS = "headings"
    CLOSING = "the last lines"


class Sign(NamedTuple):
    """A pattern that speaks for a kind with a weight, to be sought in small letters."""

    kind: str
    weight: float
    where: Where
    pattern: re.Pattern[str]


_THIS = r"\b(?:tämä[nä]?|tässä|tähän|denna|detta|den här|det här|this) (?:[^\W\d]+ )?\w*"
"""A text that points at itself tells its own genre."""

_SIGNS: tuple[tuple[str, float, Where, str], ...] = (
    ("thesis", 10, Where.OPENING, r"opinnäytety|pro gradu|väitöskirja|kandidaatin\s?(?:työ|tutk)"),
    (
        "thesis",
        10,
        Where.OPENING,
        r"maisteritutk|lisensiaatin|examensarbete|lärdomsprov|kandidaatti",
    ),
    ("thesis", 10, Where.OPENING, r"avhandling|\b(?:bachelor|master)\W?s?\W? thesis|dissertation"),
    ("thesis", 8, Where.OPENING, r"tutkielma|toimeksiantaja|kuvailulehti"),
    ("thesis", 4, Where.OPENING, r"koulutusohjelma|tutkinto-ohjelma|sosionomi\b|\by?amk\b"),
    ("thesis", 2, Where.OPENING, r"ammattikorkeakoulu|yrkeshögskol|applied sciences"),
    ("thesis", 4, Where.TITLE, r"kokemuksia\b|kokemana|käsityksiä|näkemyksiä|tapaustutkimus"),
    ("thesis", 4, Where.TITLE, r"näkökulmasta\b|kertomana|upplevelser|uppfattningar|case study"),
    ("thesis", 3, Where.OPENING, r"(?:teema|ryhmä)haastattelu|laadullinen tutk|kvalitativ"),
    ("blog", 12, Where.CRUMBS, r"blogi|\bblogg|blogspot|/blog|\bblog\b|wordpress"),
    ("blog", 5, Where.CRUMBS, r"/20\d\d/\d\d/\d\d/\w"),
    ("blog", 9, Where.TITLE, r"\bblogi\b|-blogi\b|\bblogg?\b|vieraskynä|gästinlägg"),
    ("blog", 5, Where.SITE, r"\w{3,}blogi|\bblogi\b|\bbloggen\b|\bblog\b"),
    (
        "blog",
        4,
        Where.OPENING,
        r"blogi\b|\bblogissa|\bblogg\b|blogikirjoitu|blogginlägg|vieraskynä",
    ),
    ("blog", 4, Where.OPENING, r"(?m)^\w+(?:tai|keskiviikko|dag)(?:na|en)?,? (?:den )?\d\d?[. ]"),
    ("report", 6, Where.TITLE, r"raportti|\braport|selvity|tiivistelmä|kooste\b|utredning|rapport"),
    (
        "report",
        6,
        Where.TITLE,
        r"\breport\b|kertomus\b|berättelse\b|katsaus|kysely\w* tulo|\bsurvey\b|johtopäätö",
    ),
    ("report", 5, Where.OPENING, r"[^\W\d_]{3,}(?:raportti|rapport)\b|final report"),
    (
        "report",
        5,
        Where.OPENING,
        r"(?m)^(?:[^\W\d][\w-]* ){0,5}(?:raportti|selvitys|utredning)\W*$",
    ),
    ("report", 4, Where.OPENING, r"tiivistelmä (?:\w+ )?\w*(?:työstä|hankkeesta)"),
    ("report", 6, Where.OPENING, _THIS + r"(?:raport|selvity|sammandrag|utredning|report\b)"),
    (
        "report",
        3,
        Where.OPENING,
        r"(?m)(?:^|[.] )(?:raportissa|selvityksessä|rapporten|utredningen)\b",
    ),
    ("report", 4, Where.OPENING, r"sisältö\W+(?:esipuhe|johdanto)|innehåll\W+1|contents\W+1\b"),
    ("report", 3, Where.OPENING, r"(?:julkaisuja|raportteja|rapporter) \d|\bisbn\b"),
    ("report", 5, Where.CLOSING, r"\braport(?:in|ti) (?:on )?(?:kokosi|laati|kirjoitt|hyväks)"),
    ("report", 2, Where.HEADINGS, r"(?m)^[1-9]\.?\d?\.? [^\W\d]{4}"),
    ("plan", 6, Where.TITLE, r"suunnitelma(?!n |t)|plan\b|\bplan för|strategia|vasu\b"),
    ("plan", 6, Where.OPENING, _THIS + r"(?:suunnitelma\b|plan(?:en)?\b)"),
    (
        "plan",
        3,
        Where.OPENING,
        r"suunnitelma\w* on (?:hyväks|käsit|voim)|(?:hyväksytty|godkänd)\b.*\d{4}",
    ),
    ("plan", 3, Where.TITLE, r"ohjelma\b(?! )"),
    ("plan", 3, Where.OPENING, r"suunnitelma (?:19|20)\d\d|toimenpiteet|vastuutaho"),
    ("plan", 3, Where.TITLE, r"^\d+(?:\.\d+)+\.?\s"),
    ("plan", 4, Where.CRUMBS, r"suunnitelma|/vasu"),
    ("project_page", 5, Where.TITLE, r"\bhanke\b|hankkee|projekt|\bproject\b"),
    ("project_page", 3, Where.OPENING, r"hanke\b|hankkee|\bprojektet|utvecklingsprojekt"),
    (
        "project_page",
        2,
        Where.HEADINGS,
        r"tavoit|rahoit|määrärah|toteut|taustaa|finansi|funding",
    ),
    (
        "project_page",
        3,
        Where.OPENING,
        r"rahoitta[ja]|finansi[äe]r|funded by|hankekoordinaatt|projektledare|projekttid|hankeaika",
    ),
    ("project_page", 4, Where.SITE, r"hankkeet|projekt\b|projects\b"),
    (
        "network_page",
        6,
        Where.TITLE,
        r"verkosto(?!n)\b(?! -hanke)|nätverk|\bnetwork|tindra|loisto",
    ),
    (
        "network_page",
        3,
        Where.OPENING,
        r"(?:kehittämis|alue)verkosto\b|verkoston tavoit|nätverket",
    ),
    ("news", 12, Where.CRUMBS, r"/uuti|/nyhet|/news|//yle\.|svenska\.yle|/ajankoht|/aktuellt"),
    ("news", 5, Where.OPENING, r"\btiedote\b|\buutinen\b|pressmeddel|press release|\bnyhet\b"),
    ("news", 6, Where.OPENING, r"(?m)(?:uppdaterad|päivitetty)\b.{0,20}\d\d?[.:]\d\d\W*$"),
    ("news", 3, Where.OPENING, r"(?m)^(?:julkaistu|publicerad|published)\b.{0,30}\d{4}"),
    ("news", 3, Where.OPENING, r"osa artikkelista|artikeln är"),
    (
        "news",
        4,
        Where.OPENING,
        r"\b(?:kertoo|sanoo|toteaa|iloitsee|(?<!man )säger|berättar|says|said)\b"
        r"|(?:johtajan|päällikön|koordinaattorin|ministerin) mukaan|enligt \w*(?:chef|direktör)",
    ),
    ("news", 3, Where.SITE, r"uutiset|tiedotteet|nyheter|\bnews\b"),
    (
        "article",
        6,
        Where.OPENING,
        r"vertaisarvio|fagfelle|referentgransk|peer[- ]review|tidss?krift|tiedelehti",
    ),
    ("article", 6, Where.OPENING, r"(?m)^(?:artikkeli|artikel)\b|asiasanat|avainsanat|nyckelord"),
    ("article", 6, Where.OPENING, _THIS + r"(?:artikkeli|artikel|article|kirjoitukse)"),
    ("article", 3, Where.OPENING, r"sammandrag:|tiivistelmä:|abstract:|keywords"),
    (
        "article",
        4,
        Where.OPENING,
        r"\([^\W\d_][\w-]+(?: (?:ym\.|et al\.|m\.fl\.|[&]|ja|och|and)[^()\d]*)?,?"
        r" (?:19|20)\d\d[);,:]",
    ),
    ("presentation", 5, Where.TITLE, r"\besitys\b|\bdiat\b|\bpresentation\b|\bkalvot\b"),
    (
        "presentation",
        4,
        Where.TITLE,
        r"seminaari|webinaari|\bluento|föreläsning|seminarium|lecture",
    ),
    ("guide", 7, Where.TITLE, r"\bopas\b|opas$|käsikirja|ohjeistus|\bguide\b|handbok|handledning"),
    ("guide", 6, Where.OPENING, _THIS + r"(?:\bopas\b|oppaa|käsikirja|handbok|guide\b)"),
    (
        "tool",
        7,
        Where.TITLE,
        r"lomake|(?:nointi|telu|tamis|viointi)pohja\b|runko\b|tarkistuslista|blankett|checklist|\bmall\b",
    ),
    ("practice_model", 7, Where.TITLE, r"toimintamalli|verksamhetsmodell|practice model"),
    ("other", 8, Where.OPENING, r"esityslista|pöytäkirja|protokoll|aukioloaj|öppettider"),
    (
        "other",
        3,
        Where.OPENING,
        r"ajanvaraus|asiakasmaksu|hakulomake|hakeminen|ansökan om|haku\w* alkaa",
    ),
)
SIGNS = tuple(
    Sign(kind, weight, where, re.compile(pattern)) for kind, weight, where, pattern in _SIGNS
)
