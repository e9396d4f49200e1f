print("a" < "b", "Z" < "a", "" < "a", "ab" < "abc", [1, 2] < [1, 3], (1, "a") < (1, "b"), [] < [1], 1 < 2 < 3, 1 < 3 > 2 != 4)
# expect: True True True True True True True True True
