"""bin/bench [material] [pages] [--json]: each figure beside its aim, or one flat JSON object of numbers."""

import argparse
import json
import sys
from itertools import chain

from tests.bench import dates, importing, material, pages

SUBJECTS = {
    "material": lambda: chain(material.figures(), importing.figures(), dates.figures()),
    "pages": pages.figures,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="|".join(SUBJECTS), help="all of them when none is given")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    options = parser.parse_args()
    if unknown := set(options.subjects) - set(SUBJECTS):
        parser.error(f"there is no bench {' '.join(sorted(unknown))}, only {' '.join(SUBJECTS)}")
    found = {}
    for subject in options.subjects or SUBJECTS:
        for figure in SUBJECTS[subject]():
            found[figure.name] = round(figure.value, 4)
            if not options.json:
                print(figure, flush=True)
    if options.json:
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
