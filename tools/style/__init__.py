"""The rules of tools/check_style. A rule takes the tree and returns (path, line, complaint) triples."""
