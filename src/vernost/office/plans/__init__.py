"""Development plans of clients and the page of the key clients."""
