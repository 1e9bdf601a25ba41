"""Reading what anybody wrote: claims out of a document, one file a rule, findings."""

import re

# The rules ask some 900 patterns for three languages, and `re` keeps 512 compiled:
# with its own limit half of an audit's time goes into compiling the same ones anew.
re._MAXCACHE = 4_000  # type: ignore[attr-defined]
