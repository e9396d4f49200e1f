for value in [[1], (), "a"]:
    try:
        a, *b, c = value
    except ValueError as e:
        print(e)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: not enough values to unpack (expected at least 2, got 0)
# expect: not enough values to unpack (expected at least 2, got 1)
