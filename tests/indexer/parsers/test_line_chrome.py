"""Lines around a text, told by what they say; sentences about the same things stay."""

from __future__ import annotations

import pytest

from indexer.parsers.line_chrome import reason_to_cut
from indexer.parsers.reasons import COMMENT_FORM, COOKIES, LONE_NUMBER, NAVIGATION, PICTURE, SHARING


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Jaa: Facebook Twitter LinkedIn", SHARING),
        ("Jaa Facebookissa", SHARING),
        ("Dela på Facebook", SHARING),
        ("Share this on Facebook | WhatsApp", SHARING),
        ("Facebook Instagram", SHARING),
        ("Käytämme sivustolla evästeitä", COOKIES),
        ("Tällä sivustolla käytetään evästeitä. Hyväksy kaikki evästeet", COOKIES),
        ("Vi använder kakor på webbplatsen.", COOKIES),
        ("This site uses cookies.", COOKIES),
        ("Siirry sisältöön", NAVIGATION),
        ("Vanhempi viesti", NAVIGATION),
        ("Tilaa: Lähetä kommentteja (Atom)", NAVIGATION),
        ("Lue lisää »", NAVIGATION),
        ("Jaa X:ssä", SHARING),
        ("Ei kommentteja:", COMMENT_FORM),
        ("Your email address will not be published. Required fields are marked *", COMMENT_FORM),
        ("Lue lisää metsäretkistä hankkeen raportista.", None),
        ("Vanhempi lapsi auttoi nuorempaa.", None),
        ("pihalla.jpgKuvassa lapsia", PICTURE),
        ("12", LONE_NUMBER),
        ("Jaa lapsille eväät", None),
        ("Ryhmä jakoi kuvia Facebookissa huoltajille.", None),
        ("Tulosta kerrottiin huoltajille", None),
        ("2019", None),
    ],
)
def test_what_a_line_says(line: str, reason: str | None) -> None:
    assert reason_to_cut(line) == reason
