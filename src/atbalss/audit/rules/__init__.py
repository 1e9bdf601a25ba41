"""The rules of the audit, one file a rule; each gives findings with evidence on both sides."""
