"""The client base: who they are, what they bought, what they owe, who else serves them."""
