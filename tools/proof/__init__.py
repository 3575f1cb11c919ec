"""What load and chaos stand on: a daemon and a Redis of their own, and a carrier that keeps count."""
