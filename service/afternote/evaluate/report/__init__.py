"""A run as text for a terminal, one HTML file, JUnit, Markdown or CSV."""
