"""What the coach makes of a goal: what its sentence holds, and what it still lacks."""
