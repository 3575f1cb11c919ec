"""What tools/backup does with stores that many servers keep."""
