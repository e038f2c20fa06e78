"""Signs of kinds that are patterns of titles and lines.

One sign is one thing that a cataloguer would point at. Patterns are sought in small letters.
Weights are added up by kind; a negative one speaks against. They were first set by hand, then
moved to what fitted best on labelled documents of other sets than the one looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Where(Enum):
    """Where a sign is looked for; what a site says of itself weighs more than words of a text."""

    TITLE = "title"
    OPENING = "opening"
    CRUMBS = "the address, and the way to the page"
    SITE = "header and menus of the site"
    TEXT = "the beginning of the text"
    CLOSING = "the last lines"


class Sign(NamedTuple):
    """A pattern that speaks for kinds, once it is found ``least`` times, and why it does."""

    name: str
    where: Where
    weights: Mapping[str, float]
    pattern: re.Pattern[str]
    why: str
    least: int = 1


NARROWER = {"guide": "other", "tool": "other", "practice_model": "other"}
"""The kinds that are part of another, and which: their signs speak for it too."""

DEFAULT = ("other", 2.25)
"""What a text is that shows no clear sign, and the weight that signs must outdo."""


def _sign(
    name: str, where: Where, weights: Mapping[str, float], pattern: str, why: str, least: int = 1
) -> Sign:
    return Sign(name, where, weights, re.compile(pattern, re.MULTILINE), why, least)


_DAY = r"(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d|\d{1,2}\.? [^\W\d]+ (?:19|20)\d\d)"
_TOP = "works of this kind say so on top"
_ADDRESS = "the site files it so"
_MENUS = "the menus tell what the site is"

SIGNS: tuple[Sign, ...] = (
    _sign(
        "whose view",
        Where.TITLE,
        {"thesis": 4},
        r"kokemu(?:s|ksia)\b|kokemana|käsityksiä|näkemyksiä|näkökulmasta\b|kertomana|upplevelser"
        r"|uppfattningar|tapaustutkimus|case study",
        "titles of theses tell whose experiences were asked",
    ),
    _sign(
        "an abstract",
        Where.OPENING,
        {"thesis": 1, "article": 1.5},
        r"^(?:tiivistelmä|abstrakti?|abstract|sammandrag|referat)\s*(?::|$)",
        "works of scholars open with an abstract",
    ),
    _sign(
        "an issue",
        Where.OPENING,
        {"article": 4.5},
        r"lehti,? (?:nro )?\d{1,2}/|lehti on\b|\btidningen [^\W\d]+ \d"
        r"|^[^\W\d][^\d\n]{3,50} \d{1,2}/(?:19|20)\d\d$|\bvol(?:ume?|\.)? \d"
        r"|\d ?\(\d\), \d+[–-]\d+",
        "articles stand in an issue",
    ),
    _sign(
        "citations",
        Where.TEXT,
        {"article": 4, "thesis": 1, "blog": -2},
        r"\([^\W\d_][\w-]+(?: (?:ym\.|et al\.|m\.fl\.|[&]|ja|och|and)[^()\d]*)?,?"
        r" (?:19|20)\d\d[);,:]|(?<=[^\W\d]) \((?:19|20)\d\d\)",
        "articles argue with literature",
    ),
    _sign(
        "a blog's address",
        Where.CRUMBS,
        {"blog": 12},
        r"blogi|\bblogg|blogspot|/blog|\bblog\b|wordpress",
        _ADDRESS,
    ),
    _sign(
        "a post's address", Where.CRUMBS, {"blog": 5}, r"/20\d\d/\d\d/\d\d/\w", "posts have a day"
    ),
    _sign(
        "a blog's site",
        Where.SITE,
        {"blog": 4},
        r"\w{3,}blogi|\bblogi\b|\bbloggen\b|\bblog\b",
        _MENUS,
    ),
    _sign(
        "a blog's title",
        Where.TITLE,
        {"blog": 8},
        r"\bblogi\b|-blogi\b|\bblogg?\b|vieraskynä|gästinlägg",
        _TOP,
    ),
    _sign(
        "a diary's day",
        Where.OPENING,
        {"blog": 3.5},
        r"^(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai"
        r"|(?:mån|tis|ons|tors|fre|lör|sön)dag)(?:na|en)?,? (?:den )?\d\d?[. ]",
        "diaries head a post with its weekday",
    ),
    _sign(
        "talk to readers",
        Where.CLOSING,
        {"blog": 3},
        r"kommentoi|kommente|kommentar|ensi (?:kerralla|viikolla) (?:kerron|lisää)"
        r"|prenumerera på bloggen|leave a comment|kerro(?:thän)? ",
        "posts end by speaking to their readers",
    ),
    _sign(
        "a report's title",
        Where.TITLE,
        {"report": 6},
        r"raportti|\braport|selvity|tiivistelmä|kooste\b|yhteenveto|utredning|rapport|redovisning"
        r"|\breport\b|kertomus\b|berättelse\b|kysely|\bsurvey\b|johtopäätö|(?:väli|loppu)arvioin"
        r"|sammandrag|kartoitus|utvärdering|sammanställning|tilasto|evaluation|\btulokset\b"
        r"|tuloksia\b|\bresultat\b",
        _TOP,
    ),
    _sign(
        "a summary of work",
        Where.OPENING,
        {"report": 5},
        r"\b(?:tiivistelmä|yhteenveto|kooste|koonti) (?:[^\W\d]+ ){0,4}(?:[^\W\d]*työ|hankkee"
        r"|projekti|kokeilu|toiminna|verkosto)st[aä]\b"
        r"|\b(?:sammanfattning|sammandrag) av (?:[^\W\d]+ ){0,4}[^\W\d]*(?:arbetet|projektet)\b"
        r"|\bsummary of (?:[^\W\d]+ ){0,4}(?:work|project)\b",
        "what sums up work that was done reports it",
    ),
    _sign(
        "a numbered series",
        Where.OPENING,
        {"report": 4},
        r"(?:julkaisuja|raportteja|rapporter|selvityksiä) \d",
        "reports come out in series",
    ),
    _sign(
        "a plan's title",
        Where.TITLE,
        {"plan": 6},
        r"suunnitelma(?!n |t|lomake)|\bplan\b|[^\W\d]{4,}plan\b|strategia|vasu\b|curriculum"
        r"|suuntaviiv|ohjelma\b(?! )|handlingsprogram|\bprogram(?:met)? för|ehkäisy ja",
        _TOP,
    ),
    _sign(
        "adopted",
        Where.OPENING,
        {"plan": 4},
        r"\b(?:hyväksyt|hyväksyn|vahvist|antagen|antagits|godkän|fastställ|approved by|adopted by)"
        r"[^\n]{0,80}\d{4}|(?:lautakunta|jaosto|valiokunta|nämnden|valtuusto|fullmäktige)[^\n.]{0,12}"
        r" \d{1,2}\.\d{1,2}\.\d{4}[^\n]{0,6}§",
        "plans are adopted by a body on a day",
    ),
    _sign(
        "a chapter",
        Where.TITLE,
        {"plan": 4},
        r"^\d+(?:\.\d+)+\.?\s",
        "plans are put on the web chapter by chapter",
    ),
    _sign("a plan's address", Where.CRUMBS, {"plan": 4}, r"suunnitelma|/vasu", _ADDRESS),
    _sign(
        "a project's facts",
        Where.TEXT,
        {"project_page": 4},
        r"^\W{0,3}(?:rahoit|kesto|toteutusaika|hankeaika|hankkeen (?:kesto|rahoit|aika)|projekttid"
        r"|finansi|tidtabell|tidsplan|duration|funding|budjetti|budget|partner|osatoteutt"
        r"|toteuttaja|koordin|milloin\?|kuka maksaa|deltagare)[^:?\n]{0,25}[:?]",
        "pages of projects tell funder, time and partners as facts",
        2,
    ),
    _sign(
        "a project's title",
        Where.TITLE,
        {"project_page": 4},
        r"\bhanke\b|hankkee|projekt|\bproject\b",
        "the page is named by the project",
    ),
    _sign("a site of projects", Where.SITE, {"project_page": 2}, r"hankkeet\b|projektit\b", _MENUS),
    _sign(
        "a network's title",
        Where.TITLE,
        {"network_page": 5},
        r"verkosto(?!n)\b(?! -hanke)|nätverk|\bnetwork|tindra|loisto|\brengas\b|\brinki\b"
        r"|yhdyshenkilöt|kontaktpersoner|\bcircle\b",
        "the page is named by the network",
    ),
    _sign(
        "a news address",
        Where.CRUMBS,
        {"news": 12},
        r"/uuti|/nyhet|/news|//yle\.|svenska\.yle|/ajankoht|/aktuellt",
        _ADDRESS,
    ),
    _sign(
        "a site of news", Where.SITE, {"news": 3}, r"uutiset|tiedotteet|nyheter|\bnews\b", _MENUS
    ),
    _sign(
        "an hour of publication",
        Where.OPENING,
        {"news": 4},
        _DAY + r",?\s(?:klo|kl\.?|at)?\s?\d{1,2}[.:]\d\d"
        r"|^(?:uppdaterad|päivitetty)[^\n]{0,25}\d\d?[.:]\d\d\W*$",
        "news have an hour",
    ),
    _sign(
        "a day of publication",
        Where.OPENING,
        {"news": 2.5, "blog": 1},
        r"^(?:julkaistu|publicera[dt]|published)\b[^\n]{0,30}\d{4}",
        "pages of a stream tell the day of publication",
    ),
    _sign(
        "a day alone",
        Where.OPENING,
        {"blog": 2, "news": 1},
        r"^" + _DAY + r"\W*$",
        "posts stand under their day",
    ),
    _sign(
        "a headline",
        Where.TITLE,
        {"news": 2, "blog": 0.5},
        r"^(?=(?:\S+ ){3}).*\b(?:\w+(?:ttiin|daan|dään|taan|tään|vat|vät)|saa|sai|avaa|aloittaa"
        r"|alkaa|etsii|palkkaa|uudistuu|siirtyy|päättää|hakee|jatkuu|kasvaa|nousee|laskee|riittää"
        r"|lähtee|pulaa|får|blir|delar|höjs|öppnar|stängs|söker|väljer|inför|startar|skickar"
        r"|på remiss|hires?|opens?|wins?|gets?|to hire)\b",
        "the title of news is a sentence with its verb",
    ),
    _sign(
        "a speaker quoted",
        Where.TEXT,
        {"news": 3, "article": 0.5},
        r"^[–—-] [^\n]{8,}(?:\n[^\n]*)?, (?:[^\n,.]{0,40} )?"
        r"(?:sanoo|kertoo|toteaa|arvioi|kiteyttää|iloitsee|säger|berättar|says)\b",
        "news quote people after a dash",
    ),
    _sign(
        "more from",
        Where.CLOSING,
        {"news": 1.5},
        r"^(?:lisätie|tiedustelut|mera? information|further information)",
        "releases end with whom to ask",
    ),
    _sign(
        "a talk's title",
        Where.TITLE,
        {"presentation": 4},
        r"\besitys\b|\bdiat\b|\bpresentation\b|\bkalvot\b|seminaari|webinaari|\bluento|föreläsning"
        r"|seminarium|lecture",
        "decks are named by the occasion",
    ),
    _sign(
        "a site of slides",
        Where.SITE,
        {"presentation": 4},
        r"\d diaa\b|lataa esitys|download presentation|presentaation|slide",
        "the site shares slides",
    ),
    _sign(
        "where it was shown",
        Where.OPENING,
        {"presentation": 2.5},
        r"(?:päivät|päivä|seminaari|iltapäivä|webinaari|kokous|veso|tilaisuus|info|dag|dagar"
        r"|seminarium|afternoon|conference|seminar|kahvit)\b[^\n]{0,40}\d{4}\b",
        "the first slide tells the occasion and its day",
    ),
    _sign(
        "numbered slides",
        Where.TEXT,
        {"presentation": 5},
        r"^(?:slide|dia|kalvo) \d+\b",
        "a deck's text keeps the numbers of its slides",
        2,
    ),
    _sign(
        "thanks at the end",
        Where.CLOSING,
        {"presentation": 3},
        r"^\W*(?:kiitos|tack|thank you|kysymyksiä|kysyttävää|frågor|questions|pohdi parin)\b"
        r"[^\n]{0,50}$",
        "talks end with thanks and questions",
    ),
    _sign(
        "a guide's title",
        Where.TITLE,
        {"guide": 7},
        r"\bopas\b|opas$|käsikirja|ohjeistus|\bohje\b|\bguide\b|handbok|handledning|^näin |vinkit"
        r"|muistilista",
        _TOP,
    ),
    _sign(
        "a form's name",
        Where.OPENING,
        {"tool": 6},
        r"^[^\n.]{0,50}(?:lomake|blankett|hakemus|tarkistuslista|checklista?|havainnointipohja"
        r"|arviointipohja|keskustelurunko|kuvauslupa)\b[^\n.]{0,45}$|^anmälan om",
        _TOP,
    ),
    _sign(
        "a template's title",
        Where.TITLE,
        {"tool": 6},
        r"(?:nointi|telu|tamis|viointi)pohja\b|runko\b|\bmall\b",
        _TOP,
    ),
    _sign(
        "a practice model's title",
        Where.TITLE,
        {"practice_model": 7},
        r"toimintamalli|verksamhetsmodell|practice model",
        _TOP,
    ),
)
