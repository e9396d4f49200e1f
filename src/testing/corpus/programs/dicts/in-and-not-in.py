d = {"a": None, 3: 0}
print("a" in d, "b" in d, 3 in d, 3.0 in d, "a" not in d, None in d)
# expect: True False True True False False
