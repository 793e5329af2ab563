"""What is counted from data: the numbers of plans, goals and scorecards are all of these."""
