"""Scorecards: the state of relations as a part of the appraisal of people, teams and the company."""
