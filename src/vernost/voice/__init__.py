"""What clients say and do: contacts with them, ratings, complaints, telling acts."""
