"""What we conclude: the judgement on every client, and its words."""
