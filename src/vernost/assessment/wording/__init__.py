"""Russian and English words for every code, column, setting and error of the engine; knows no Django."""
