"""`python -m memories_ai_mock`."""

import sys

from memories_ai_mock.cli import main

if __name__ == "__main__":
    sys.exit(main())
