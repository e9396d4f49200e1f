s = {1, "a", (1, 2), None}
print(1 in s, 1.0 in s, "a" in s, (1, 2) in s, None in s, 2 in s, "a" not in s)
# expect: True True True True True False False
