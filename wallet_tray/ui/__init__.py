"""What is seen. Nothing here blocks: plain views in, wishes out."""
