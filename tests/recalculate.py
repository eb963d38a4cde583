"""Let LibreOffice compute a workbook afresh, to compare its results with the engine's."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


def recalculate(path: Path) -> Path:
    """Compute every formula of a workbook again; see `recalculate_all`."""
    return recalculate_all([path])[0]


def recalculate_all(paths: Sequence[Path]) -> list[Path]:
    """Compute every formula of some workbooks again, in one run of LibreOffice.

    Each is saved beside its original as ``<name>.recalculated.xlsx``. LibreOffice would trust cached values in a
    workbook that says it comes from Excel; its profile, made for this one run, tells it to compute all of them.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise FileNotFoundError("LibreOffice is needed to recalculate a workbook: install libreoffice-calc")
    originals = [Path(path).resolve() for path in paths]
    assert len({path.name for path in originals}) == len(originals), "two files of one name would overwrite each other"
    with tempfile.TemporaryDirectory(prefix="recalculate-") as folder:
        out, profile = Path(folder, "out"), Path(folder, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                str(out),
                *(str(path) for path in originals),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        results = [path.with_name(f"{path.stem}.recalculated.xlsx") for path in originals]
        for path, result in zip(originals, results, strict=True):
            shutil.copyfile(out / path.name, result)
    return results
