"""Reading what anybody wrote: claims out of a document, one file a rule, findings."""
