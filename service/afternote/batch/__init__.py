"""Many notes at once: the seam of the engines, and what runs on it."""
