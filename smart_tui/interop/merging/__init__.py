"""What comes in, compared part by part with what is here, planned, and carried out."""
