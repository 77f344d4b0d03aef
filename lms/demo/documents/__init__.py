"""Sample documents written once as data and set as Word, PDF, OpenDocument and web pages."""
