"""Atbalss: surveys of how people were served, from the invitation to the published report."""

__version__ = "0.1.0"
