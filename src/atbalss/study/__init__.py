"""What is asked: codes, texts, rules, questions, waves, and their check."""
