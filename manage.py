#!/usr/bin/env python
"""Django's command line; `bin/manage` runs it in the project's environment."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415  # after the settings are named

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
