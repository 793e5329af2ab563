"""Goals with measures counted from data: set, watched, closed with a conclusion."""
