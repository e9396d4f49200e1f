print("{a} {b[0]} {a:>3}".format_map({"a": 1, "b": [2]}))
# expect: 1 2   1
