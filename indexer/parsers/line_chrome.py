"""Lines that a site puts around its texts, told by what they say: for pages that mark nothing.

Each rule takes a whole line, so that a sentence about sharing or cookies stays.
"""

from __future__ import annotations

import re

from .reasons import COMMENT_FORM, COOKIES, LONE_NUMBER, NAVIGATION, PICTURE, SHARING

_PICTURE_NAME = re.compile(r"[^.!?]{1,80}?\.(?i:jpe?g|png|gif|webp)(?![a-zåäö])")
_CRUMB = re.compile(
    r"\b(?:blogiarkisto|arkisto|etusivu|julkaistut blogit|siirry sisältöön|hyppää (?:pää)?sisältöön"
    r"|hoppa till (?:huvud)?innehåll|skip to (?:main )?content|startsida|home page)\b",
    re.IGNORECASE,
)
_MOST_CRUMB_WORDS = 6
_SERVICE = (
    r"(?:facebook|twitter|linkedin|whatsapp|pinterest|instagram|telegram|reddit|x"
    r"|sähköposti|e-post|e-?mail|tekstiviesti)(?::?ss[aä]|iss[aä]|lla|tse)?"
)
_ASK = r"(?:jaa|dela|share|twiittaa|tweet|tulosta|skriv ut|print|kopioi linkki|copy link)"
_WHAT = r"(?:tämä|artikkeli|sivu|linkki|denna|sidan|artikeln|this|post|page|article|on|via|på|i)"
_SHARE = re.compile(
    rf"(?:{_ASK}(?:[\s:,|/•·]+(?:{_WHAT}|{_SERVICE}|{_ASK}))*"
    rf"|{_SERVICE}(?:[\s,|/•·]+{_SERVICE})+)[\s:.]*",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"käyt\w+ (?:\w+ ){0,3}evästeitä|evästeasetukset"
    r"|(?:hyväksyn?|salli|hallitse) (?:kaikki |vain )?(?:välttämättömät )?evästeet"
    r"|använd\w+ (?:\w+ ){0,3}(?:kakor|cookies)"
    r"|(?:godkänn|acceptera|tillåt) (?:alla )?(?:kakor|cookies)"
    r"|us(?:es|e|ing) cookies|(?:accept|allow|reject) (?:all )?cookies",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?:uudempi|vanhempi) (?:teksti|viesti)|(?:nyare|äldre) inlägg|(?:newer|older) posts?"
    r"|(?:edellinen|seuraava) (?:artikkeli|kirjoitus|sivu)|(?:previous|next) (?:post|page)"
    r"|(?:föregående|nästa) (?:inlägg|sida)|(?:tilaa|prenumerera på|subscribe to): .*\(atom\)"
    r"|(?:takaisin|palaa) (?:ylös|alkuun)|till(?:baka till)? toppen|back to top"
    r"|lue lisää|läs mer|read more",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"ei kommentteja|(?:lähetä|kirjoita|jätä) kommentti|vastaa peruuta vastaus|peruuta vastaus"
    r"|inga kommentarer|(?:skicka|skriv|lämna) (?:en kommentar|ett svar)|no comments"
    r"|(?:post|leave) a (?:comment|reply)|sähköpostiosoitettasi ei julkaista(?:\..*)?"
    r"|din e-postadress kommer inte publiceras(?:\..*)?"
    r"|your email address will not be published(?:\..*)?"
    r"|bloggaa tästä|lähetä sähköpostitse|blogthis|email this|tykkää tästä|gilla detta|like this",
    re.IGNORECASE,
)
"""What the software of blogs writes under a post, in the words of its Finnish, Swedish and
English translations."""

_LONGEST_NOTICE = 250
"""Characters; a longer line that tells of cookies is a text about them."""


def reason_to_cut(line: str) -> str | None:
    """Why a line, tidied, is not the text's own; None where it may be."""
    if line.isdigit() and len(line) <= 3:
        return LONE_NUMBER
    if _PICTURE_NAME.match(line):
        return PICTURE
    if _CRUMB.search(line) and len(line.split()) <= _MOST_CRUMB_WORDS:
        return NAVIGATION
    return _of_notices(line)


def _of_notices(line: str) -> str | None:
    if _SHARE.fullmatch(line):
        return SHARING
    if len(line) <= _LONGEST_NOTICE and _ANSWER.fullmatch(line.rstrip(" :!.")):
        return COMMENT_FORM
    if _TURN.fullmatch(line.strip(" «»‹›<>←→.…:")):
        return NAVIGATION
    if len(line) <= _LONGEST_NOTICE and _COOKIES.search(line):
        return COOKIES
    return None
