"""HTTP with deadlines, size limits and proxies. Blocks; no Qt."""
