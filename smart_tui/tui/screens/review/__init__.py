"""The weekly review: five screens in one flow (product.md §7)."""
