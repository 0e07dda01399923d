"""`python -m afternote`."""

from afternote.cli import main

main()
