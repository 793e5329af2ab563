"""Who moved between groups, stages and levels, and where a client stood when."""
