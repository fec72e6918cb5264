"""What leaves: everything, or some goals, in the formats that one may take it along in."""
