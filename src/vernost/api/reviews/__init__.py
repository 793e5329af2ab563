"""The review ritual: a walk through the clients of one owner, answered client by client."""
