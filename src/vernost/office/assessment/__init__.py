"""What we conclude, shown: judgements on the list and the card, map, board, portfolio, signals, the method."""
