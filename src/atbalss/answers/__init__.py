"""What was said: records, their evaluation, frames of respondents by column."""
