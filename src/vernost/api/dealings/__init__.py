"""Orders, invoices and payments of clients."""
