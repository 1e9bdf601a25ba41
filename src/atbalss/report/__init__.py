"""From numbers to a report: bound numbers, words, figures, documents."""
