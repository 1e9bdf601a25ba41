"""Open answers: from what people said to codes that can be trusted."""
