print all([1, 2.5, "a"]), all([1, 0]), all([]), all((True, None)), all("ab")
# expect: True False True False True
print any([0, "", 3]), any([0, 0.0, None, []]), any([]), any(""), any("0")
# expect: True False False False True
