"""Asking, without HTTP: path, fills, pages, acceptance."""
