"""Orders, invoices and payments written in by hand."""
