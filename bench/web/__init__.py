"""The office under load: a large company, the real server in front of it, people who look at its pages."""
