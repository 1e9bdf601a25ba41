"""Django's SQLite, with a fairer queue for its one writer."""
