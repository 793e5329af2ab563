"""What clients say of us and do: complaints, ratings, telling acts."""
