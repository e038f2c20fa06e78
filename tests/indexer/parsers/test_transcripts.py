"""Transcripts of file-sharing sites: the wrapping goes, the pages come back."""

from __future__ import annotations

from indexer.parsers import sharing
from indexer.parsers.reasons import SIMILAR_FILES, SITE_CONTROLS
from indexer.parsers.transcripts import to_document

LONG = "Päiväkodin pihalla leikittiin joka päivä ja leikeistä kirjoitettiin muistiin. " * 5


def unwrapped(*lines: str) -> sharing.Transcript:
    transcript = sharing.unwrap(lines)
    assert transcript is not None
    return transcript


def test_ordinary_text_is_left_alone() -> None:
    assert sharing.unwrap(["Lataa", "leikki käyntiin"]) is None


def test_a_list_up_to_the_transcript() -> None:
    told = unwrapped(
        "Pihan leikit", "Samankaltaiset tiedostot", "Muu työ", "Transkriptio:", "1 Alku"
    )
    assert told.before == ("Pihan leikit",)
    assert told.lines == ("1 Alku",)
    (cut,) = told.removed
    assert (cut.reason, cut.text) == (
        SIMILAR_FILES,
        "Samankaltaiset tiedostot\nMuu työ\nTranskriptio:",
    )


def test_a_list_without_an_end_runs_to_the_first_paragraph_and_spares_its_title() -> None:
    told = unwrapped("Samankaltaiset tiedostot", "Kokkolan satama 2003", "Päiväkodin leikit", LONG)
    assert told.lines == ("Päiväkodin leikit", LONG.strip())


def test_a_list_at_the_end_of_a_page() -> None:
    told = unwrapped("Plan för daghem", "Relevanta dokument", "Plan för Anna", "Arbetsplan 10/11")
    assert told.before == ("Plan för daghem",)
    assert told.lines == ()


def test_controls() -> None:
    told = unwrapped("Pihan leikit", "Koko: px", "Aloita esitys sivulta:", "Transkriptio", "1 Alku")
    assert [cut.reason for cut in told.removed] == [SITE_CONTROLS]
    assert told.lines == ("1 Alku",)


def test_a_sure_head_needs_no_other_control() -> None:
    told = unwrapped("Comments Description Transcript", "Pihan leikit", LONG)
    assert told.lines == ("Pihan leikit", LONG.strip())


def test_a_list_below_the_transcript_runs_to_the_end() -> None:
    told = unwrapped(
        *("Pihan leikit", "Koko: px", "Aloita esitys sivulta:", "Transkriptio", f"1 {LONG}"),
        *("Samankaltaiset tiedostot", "Kokkolan satama", LONG),
    )
    assert told.lines == (f"1 {LONG}".strip(),)
    assert told.before == ("Pihan leikit",)


def test_the_uploader_goes_with_the_controls() -> None:
    told = unwrapped(
        *("Pihan leikit", "Koko: px", 'Download "Pihan leikit"', "Lataajan nimi"),
        *("8 vuotta sitten", "Katselukertoja:", "Transkriptio", f"1 {LONG}"),
    )
    (cut,) = told.removed
    assert (cut.reason, "Lataajan nimi" in cut.text) == (SITE_CONTROLS, True)
    assert told.lines == (f"1 {LONG}".strip(),)


def test_a_transcript_in_one_line_has_its_pages_found() -> None:
    words = [f"{n} " + " ".join(f"sana{n}" for _ in range(100)) for n in range(1, 5)]
    told = unwrapped("A", "Koko: px", "Top Banner", "Transkriptio", " ".join(words))
    assert [s.page for s in to_document(told).sections] == [None, 1, 2, 3, 4]


def test_page_numbers_before_lines() -> None:
    told = unwrapped("A", "Koko: px", "Top Banner", "1 eka", "2 toka", "7 lasta leikki", "4 neljäs")
    parsed = to_document(told)
    assert [(s.page, s.text or s.heading) for s in parsed.sections] == [
        (None, "A"),
        (1, "eka"),
        (2, "toka\n\n7 lasta leikki"),
        (4, "neljäs"),
    ]


def test_page_marks_in_words() -> None:
    told = unwrapped("A", "Embed Size (px)", "Citation preview", "Page 2: toinen", "Page 3: kolmas")
    assert [s.page for s in to_document(told).sections] == [None, 2, 3]


def test_page_numbers_in_the_middle_of_sentences() -> None:
    words = [f"sana{n}" for n in range(460)]
    words[100:100] = ["2"]
    words[201:201] = ["3"]
    words[302:302] = ["4"]
    words[403:403] = ["5"]
    pieces = sharing.numbers_in_text([" ".join(words)])
    assert pieces is not None
    assert [page for page, _ in pieces] == [1, 2, 3, 4, 5]
    assert pieces[1][1].startswith("sana100 ")


def test_numbers_that_are_no_pages_stay() -> None:
    assert sharing.numbers_in_text(["meillä oli 2 kissaa ja 3 koiraa " * 20]) is None
