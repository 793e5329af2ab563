"""Letters to clients, their templates, mailings, and what people of clients agreed to."""
