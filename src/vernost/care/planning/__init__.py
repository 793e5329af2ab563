"""From rules, clients and what was said already to touches with days and people. Pure: no database, no clock."""
