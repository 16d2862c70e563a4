"""What screens are made of. Each widget draws itself as lines for the width it gets."""
