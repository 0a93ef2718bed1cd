"""What plans are held against: bindings, closed periods, national components."""
