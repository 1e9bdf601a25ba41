"""The Django site: a study in the field, from the visitor at the counter to the last call-back."""
