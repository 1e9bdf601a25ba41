"""callroom"""
