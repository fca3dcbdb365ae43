"""The examiner: reads a file from standard input and says as JSON what it is, within bounds it cannot leave."""

import json
import resource
import sys
from dataclasses import asdict

from pikepdf.settings import set_qpdf_limits

from paper.attached.examination import MEGABYTE, Limits, examine
from paper.attached.refusals import Refused

SECONDS = 20
MEMORY = 768 * MEGABYTE
SWOLLEN = 256 * MEGABYTE  # the most that one stream may come to


def main(size: str, pages: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    set_qpdf_limits(
        flate_max_memory=SWOLLEN,
        run_length_max_memory=SWOLLEN,
        png_max_memory=SWOLLEN,
        tiff_max_memory=SWOLLEN,
        dct_max_memory=SWOLLEN,
        parser_max_container_size=1_000_000,
    )
    try:
        told = asdict(examine(sys.stdin.buffer, Limits(int(size), int(pages))))
    except Refused as refused:
        told = {"reason": refused.reason, "facts": refused.facts}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
