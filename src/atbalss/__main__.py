"""`python -m atbalss` is `atbalss`."""

from atbalss.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
