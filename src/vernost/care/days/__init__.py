"""The days of the year as care knows them: working days, feasts, days of professions."""
