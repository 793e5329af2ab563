"""Cases and their tasks: what somebody has to deal with at a client."""
