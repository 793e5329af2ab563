"""Scorecards of people, teams and the company, and the values of every month behind them."""
