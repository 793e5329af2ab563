"""report.html: sections that draw, and the page that holds them."""
