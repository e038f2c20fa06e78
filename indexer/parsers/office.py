"""Old formats, .doc .ppt .rtf: converted by LibreOffice where it is installed, then parsed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ..errors import ParseError
from ..models import ParsedDocument
from . import detect
from .blocks import title_from_name
from .programs import run_program

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 90
"""Of the clock, for one conversion."""

ADDRESS_SPACE = 4 * 2**30
"""Bytes that LibreOffice may map."""

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
"""Of the profile made for one file: no macro runs, nothing that the file links to is fetched."""

_PASSWORD_MARK = "EncryptedPackage".encode("utf-16-le")


def is_available() -> bool:
    """Whether this machine can convert old formats."""
    return _program() is not None


def parse(path: Path) -> ParsedDocument:
    """Convert a file to OpenDocument in a temporary folder and read that.

    Raises ParseError when LibreOffice is missing, does not understand the file or takes too long.
    """
    program = _program()
    if program is None:
        raise ParseError(
            "is in an old format that needs LibreOffice; install it (Debian: apt-get install"
            " libreoffice-writer libreoffice-impress) or save the file as PDF"
        )
    with path.open("rb") as file:
        head = file.read(1 << 20)
    if _PASSWORD_MARK in head:
        raise ParseError("is protected by a password; save it without one")
    kind = detect.media_type(path, head[: detect.HEAD_BYTES])
    return _converted(program, path, "odp" if kind == detect.PPT else "odt")


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def _converted(program: str, path: Path, target: str) -> ParsedDocument:
    from . import odp, odt

    with tempfile.TemporaryDirectory(prefix="office-") as name:
        folder = Path(name)
        # A plain name: LibreOffice tells the format by the ending and the output by the name.
        source = folder / f"document{path.suffix.lower()}"
        shutil.copyfile(path, source)
        _write_profile(folder / "profile")
        _run([program, *_arguments(folder, target), str(source)], folder)
        converted = folder / "out" / f"document.{target}"
        if not converted.exists():
            raise ParseError("is not understood by LibreOffice; open it and save it as PDF")
        parsed = (odp if target == "odp" else odt).parse(converted)
    return _named(parsed, path)


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    text = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


def _arguments(folder: Path, target: str) -> list[str]:
    profile = (folder / "profile").as_uri()
    output = str(folder / "out")
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [
        f"-env:UserInstallation={profile}",
        *options,
        "--convert-to",
        target,
        "--outdir",
        output,
    ]


def _run(command: list[str], folder: Path) -> None:
    try:
        run_program(command, folder, SECONDS, ADDRESS_SPACE)
    except subprocess.TimeoutExpired as error:
        raise ParseError(f"took LibreOffice more than {SECONDS} seconds; save it as PDF") from error


def _named(parsed: ParsedDocument, path: Path) -> ParsedDocument:
    untitled = parsed.title == "document"
    return replace(parsed, title=title_from_name(path)) if untitled else parsed
