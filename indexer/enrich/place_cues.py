"""What stands around a place's name and tells what the name does there.

A town is the subject where its own services are named after it. It is not where its name is a part
of another's: a university's, a newspaper's, a company's, a printer's, a cited author's.
"""

from __future__ import annotations

import re

_SCHOOLS = (
    r"[\w-]*yliopisto|ammattikorkea|amk\b|[\w-]*korkeakoul|universit|yrkesh|university|akademi"
    r"|[\w-]*tutkimuskesk|normaalikoul|ammattiopisto|aikuisopisto|[\w-]*opisto\b|[\w-]*sairaal|koulutuskonserni"
    r"|koulutuskuntayhtym|koulutuskeskus|folkhögskol"
)
_OFFICES = (
    r"kirjapaino|hovioikeu|kaupunginorkest|kaupunginteatt|tuomiokap"
    r"|hallinto-oikeu|[\w-]*hiippakun|messukesk|osaamiskesk|studies\b|press\b"
)
_OWN = r"ja\b|sekä\b|tai\b|och\b|samt\b|and\b|kaupun|kunna|kunta|päiväko|varhaisk|stad\b|kommun"
"""What ends a name: the words after these belong to another."""

INSTITUTION = re.compile(
    rf"^(?:[\s-]+(?!{_OWN})[\w-]+(?:(?<=-)\s(?:ja|och))?){{0,3}}?\s+(?:{_SCHOOLS}|{_OFFICES})"
    rf"|^(?:,\s+[\w-]+)*\s+(?:ja|sekä|och|and)\s+[\w-]+\s+(?:yliopisto(?:t\b|j|i)|ammattikorkeakoulu(?:t\b|j|i)"
    r"|universiteten|universities)"
    r"|^\s+(?:toimipiste|toimipaikka|kampu|campus|yksik(?:kö|ön|össä)\b)",
    re.IGNORECASE,
)
STATE_OFFICE = re.compile(
    r"^(?:\s+ja\s+[\w-]+)?\s+(?:aluehallintovirasto|avi\b|lääninhallitu|regionförvaltn)",
    re.IGNORECASE,
)
CAMPUS = re.compile(
    r"(?:\bLaurea|\bDiak|\bMetropolia|\bHumak|\bCentria|\bSavonia|\bKarelia|\bNovia|\bArcada"
    r"|\bXamk|\bHAMK|\bÅbo Akademi|\w*AMK|korkeakoulu|yliopisto|[Uu]niversit(?:y|et)"
    r"|högskola|kampus|campus)[^.;]{0,15}$"
)
PAPER = re.compile(
    r"^\s+(?:Sanom\w*|Leh[td]\w*|Uuti\w*|Kansa\w{0,4}|Viikko\w*|Tidning\w*|Underrättelser"
    r"|Nyheter)\b"
)
COMPANY = re.compile(
    r"^\s+(?:[\w-]+\s+)?(?:Oyj?|Ab|Abp|Energia\w*|Osuuspank\w*|Säästöpank\w*|puhelim\w*)\b"
)
SUBJECT = re.compile(
    r"^\s+-?(?:[\w-]+\s+){0,2}?(?:hank|projekt|kaupun|kunna|kunta|kuntien|varhaiskasv|päiväko"
    r"|päivähoi|esiope|perhepäiv|vasu|laste|lapsi|lapse|perhe|sivisty|eskari|stad|kommun|daghem"
    r"|småbarn|dagvård|förskol|familjedag|barn|early|daycare|day-care|day care|centres)",
    re.IGNORECASE,
)
OWN_PEOPLE = re.compile(
    r"^\s+-?(?:[\w-]+\s+)?(?:opettaj|ohjaaj|työntekij|henkilöst|henkilökun|väki\b|väke|vanhem"
    r"|huoltaj|yksik|kasvattaj|johtaj|tiimi|ryhm|keitti|pienryhm|hoitaj|personal|lärar|föräldr"
    r"|staff|teachers|parents)",
    re.IGNORECASE,
)
"""Who works or has children there: a sign that a place is more than passed."""

TOWN_SERVICE = re.compile(
    r"^\s+-?(?:[\w-]+n\s+)?(?:kaupun|kunna|kunta|kuntien|varhaiskasv"
    r"|hank|projekt|päiväko|päivähoi|esiope|perhepäiv|sivisty|stads?\b|kommun|daghem|småbarn|dagvård|förskol)",
    re.IGNORECASE,
)
"""What only a town has; a child has a family and a plan too."""

IMPRINT = re.compile(
    r"^\s*(?:,\s*|:\s*)?(?:19|20)\d\d\b|^\s*:\s+[A-ZÅÄÖ]|^,\s*\d+\s+s|^\.$",
)
CITED = re.compile(
    r"^\s*(?:,\s*[A-ZÅÄÖ]\.|\(?(?:19|20)\d\d\b|,?\s*(?:ym|et al)\b|\s+&\s+[A-Z])",
)
CITED_OWNER = re.compile(r"^\s*(?:\((?:19|20)\d\d\b|ym\.)")
"""``Salon (2009) mukaan``: a cited author in the genitive."""

CITING = re.compile(r"(?:[&(;]\s*|\bmukaan\s+)$")
SPEAKS = re.compile(
    r"^,?\s+(?:kerto[oi]|sano[oi]|totea|totesi|muistut|arvioi|pohti|kuvai|korosta|painotta|jatkaa\b"
    r"|iloitse|kiittä|naura|huomautta|vasta[ai]|selittä|säger|sade\b|berätta|menar|konstatera"
    r"|påpeka|tycker|says|said|tells|told|explains)",
)
NEW_SENTENCE = re.compile(r"[.!?]\s+$")
MADE_THERE = re.compile(r"^\s+(?:[\w-]+\s+)?(?:kehite[tl]|luodu|luotu|laadit|käytössä ole)")
"""``Imatralla kehitetyn mallin``: another place may use it now."""

OPINION = re.compile(r"^\s+(?:mukaan|mielestä)\b")
ADDRESS = re.compile(r"\b(?:FI-)?\d{5}\s+$")
CAPITALISED = re.compile(r"(?<=[\s(])[A-ZÅÄÖ][\w-]*\.?\s+$")
FIRST_WORD = re.compile(
    r"^\W*(?!(?:Mukana|Myös|Kunta|Kaupunki|Kohteena|Kun|Koska|Vain|Sekä|Entinen|Nykyinen|Naapuri"
    r"|Kotikunta|Pieni|Staden|Kommunen|Även|Paikka)\b)[A-ZÅÄÖ][a-zåäö-]+\s+$"
)
INITIAL = re.compile(r"\b[A-ZÅÄÖ]\.\s*$")
PREPOSITION = re.compile(r"(?:^|\s)(?:[Ii]|[Ff]rån|[Tt]ill|[Ii]n|[Ff]rom|[Aa]round|[Nn]ear)\s+$")
SHORT_DAY = re.compile(r"(?<![\d.])\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)?\d{1,2}\.(?!\d{4})")
DAY_AFTER = re.compile(r"^,?\s+\d{1,2}\.(?:[-–]\d{1,2}\.)?\s?(?:\d{1,2}\.|[a-zåäö]+kuuta)")
DAY_BEFORE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?,?\s+$")

PROVIDER = re.compile(
    r"^\s+(?:[\w-]+\s+)?(?:yrity|yhtiö|firma|oppilait|kaup(?:asta|assa|pa|an|pias)\b|konsult"
    r"|koulutt|psykolog|tutkij|taiteilij|kirjailij|muusik|näyttelij|ohjelmisto|kustant|toimisto"
    r"|järjestö|yhdisty|teatter|orkester|valmist|professor|lääkäri|arkkiteht|företag|konsult"
    r"|forskar|författar|konstnär)",
    re.IGNORECASE,
)
"""Who comes from a town to teach or to sell: ``kuopiolainen oppilaitos``."""

CHOICES = re.compile(
    r"^\s*[/,]\s*(?:tai\s+|eller\s+|or\s+)?(?:muu|annan|annat|other)\b", re.IGNORECASE
)
"""What ends the choices of a form: ``(Kemi / Tornio / muu)``."""

PICTURE = re.compile(r"^\W*(?:kuva|foto|bild|paino|photo)", re.IGNORECASE)

VISIT = (
    *("päivillä", "päivässä", "opintomatk", "opintokäyn", "vierail", "kävimme", "tutustu"),
    *("puhuja", "luennoits", "kouluttaja"),
    *("esimerkiksi", "benchmark", "study visit", "visited", "studiebesök", " besök", "luennoi"),
    *("verrattuna", "vertailuko", "vertailuku", "vertailun vuoksi", "toisin kuin", "motsvarig"),
    *("till exempel", "for example", "jämfört", " liknande"),
    *(
        "samanlainen",
        "samanlaisia",
        "samantapai",
        "vastaava ",
        "vastaavaa",
        "muualla",
        "naapurissa",
    ),
    *("vähemmän kuin", "enemmän kuin", "kuin meillä", "på andra håll", "elsewhere", "katsomassa"),
    *("lähtöisin", "peräisin", "alun perin", "alkujaan", "aikoinaan", "ursprungligen"),
    *(
        "originally",
        "härstammar",
        "mallia hae",
        "mallia ote",
        "mallia otti",
        "oppia hae",
        "idea saa",
    ),
    *("idea tuli", "lainattu", "lainattiin", "kilometri", " km "),
)
"""A visit, an origin or a comparison: whatever of the place is named, it is another's."""

EVENT = (
    *("seminaari", "konferen", " messut", " messuilla", "päivät ", "kongress", "koulutuspäiv"),
    *("koulutustilai", "kurssilla", "kurssipäiv", "fortbildningsdag", "föreläs", "luento"),
    *("symposium", "webinaari", "tarkastetaan", "conference", "seminar", "kotoisin", "syntyisin"),
    *(" valmistuin", " valmistunut", " opiskelin", " opiskelee", " entise", "utexaminerad"),
    *(" julkaistu ", "painettu ", "päivä pide", "päivä järjest", "koulutus pide", "kurssi pide"),
    *("kokous pide", "kokoontui", "kokoonnu", "kokoontu", "esiteltiin", "konsert", "palkin"),
    *("utbildningen ordn", "kursen ordn", " träffades", " aiemmin ", " aikaisemmin ", " tidigare "),
    *(" suurempi", " pienempi", " suurin ", " pienin", " pahin", " svårast", "työskenn"),
    *(" asuu ", "arbetat i"),
)
"""Where something takes place, or where somebody once was: of a place in a local case only."""

MOVED = (
    *(" muutin ", " muutti ", " muutimme ", " tuli ", " flyttade ", " moved ", " siirtyi "),
    *(" saapui ", " kävi ", " kävivät ", " käy ", " käynyt ", " ostettiin ", " tilattiin "),
    *(" haettiin ", " hankittiin ", " opimme ", " opittiin ", " vieraita "),
)
"""Where somebody or something came from: of a place in a case that tells whence."""

PARTNERS = (
    *("kumppane", "kumppanina", "osallistuva", "osallistui", " mukana", "hankekun", "pilottikun"),
    *("toteuttaj", "toteuttava", "samarbetspart", "samarbetskommun", " deltog", " deltar"),
    *("medverka", "participat"),
)
"""A list of places beside these is of those that took part."""

OF_CHILDREN = (
    *("päiväko", "päivähoi", "varhaiskasv", "esiope", "eskari", "perhepäiv", "daghem", "dagvård"),
    *("förskol", "barn", "daycare", "day care", "day-care", "kindergarten", "children", "lapset"),
    *("lapsia", "lasten", "lapsille"),
)
"""Early childhood education, which a document tells of where it is."""

SERVICE = (
    *("päiväko", "päivähoi", "varhaiskasv", "esiope", "esikoul", "eskari", "perhepäiv", " kerho"),
    *("kaupun", "kunta", "kunna", "neuvola", "kirjasto", "koulu ", "daghem", "förskol"),
    *("småbarn", " stad", "kommun", "daycare", "day care", "bibliotek"),
)
"""Who serves people at the address that it gives."""


def has_any(text: str, cues: tuple[str, ...]) -> bool:
    """Whether a text has one of the cues; a space in a cue is the edge of a word."""
    return any(map(f" {text.lower()} ".__contains__, cues))
