"""Vernost: relations with regular clients, from order history to whom to call today."""
