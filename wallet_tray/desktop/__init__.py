"""One capability of the operating system per file, with a null object where it is missing."""
