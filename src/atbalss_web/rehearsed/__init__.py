"""A rehearsed fieldwork through the site's own actions, for examples and trials: all invented."""
