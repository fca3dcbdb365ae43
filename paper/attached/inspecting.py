"""The examination in a process of its own: a file that asks for endless time or memory takes only that one down."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

from paper.attached.examination import Inspected, Limits
from paper.attached.refusals import Reason, Refused
from paper.attached.sheets import Sheet

_ROOT = Path(__file__).parents[2]
_PATIENCE = 60  # seconds to wait; of the processor's time the examiner takes fewer (paper/attached/__main__.py)


def inspect(file: BinaryIO, limits: Limits) -> Inspected:
    """What is in a PDF, or Refused; nothing else is raised, whatever the bytes are.

    `file` is open on the disk, with nothing left to be flushed.
    """
    command = [sys.executable, "-m", "paper.attached", str(limits.size), str(limits.pages)]
    try:
        done = subprocess.run(  # noqa: S603  # our own program, and the file is handed over open, not by name
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={"PATH": os.defpath},
            timeout=_PATIENCE,
            check=True,
        )
    except subprocess.SubprocessError as overwhelmed:
        raise Refused(Reason.TOO_COMPLEX) from overwhelmed
    told: dict[str, Any] = json.loads(done.stdout)
    if "reason" in told:
        raise Refused(Reason(told["reason"]), **told["facts"])
    return Inspected(told["size"], told["sha256"], tuple(Sheet(**sides) for sides in told["sheets"]))
