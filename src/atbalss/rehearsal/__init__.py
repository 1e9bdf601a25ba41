"""Invented data: respondents by chance and respondents to targets."""
