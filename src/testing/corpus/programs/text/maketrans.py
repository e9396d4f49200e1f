print(str.maketrans("ab", "cd", "e"), str.maketrans({"a": 1}), "".maketrans("a", "b"))
# expect: {97: 99, 98: 100, 101: None} {97: 1} {97: 98}
