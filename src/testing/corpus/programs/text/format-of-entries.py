print("{0[a]} {0[1]} {d[x]:>4}".format({"a": 1, 1: 2}, d={"x": "y"}))
# expect: 1 2    y
