"""boardmine."""
