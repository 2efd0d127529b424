"""Who is said to have given each figure."""
