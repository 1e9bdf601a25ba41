"""Renderers: they place numbers, they make none."""
