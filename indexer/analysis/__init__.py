"""Text to terms: one way for documents and for queries."""
