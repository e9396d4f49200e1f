print float("inf"), float("-Infinity"), float("nan")
# expect: inf -inf nan
