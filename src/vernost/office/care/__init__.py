"""Communications: the standard, the touches, plan and fact, calendars."""
