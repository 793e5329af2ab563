"""Rules declared to clients, promises of payment, the discipline track and the way off it."""
