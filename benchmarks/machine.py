"""What was measured on, so that figures can be read later."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("numpy", "whoosh-reloaded", "PyStemmer", "snowballstemmer")


def machine() -> dict[str, str | int]:
    """Processor, cores that this process may use, memory in megabytes, system."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_mb": pages * size // 2**20,
        "system": platform.platform(),
    }


def versions() -> dict[str, str]:
    """Versions of Python and of what does the work."""
    return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor())
