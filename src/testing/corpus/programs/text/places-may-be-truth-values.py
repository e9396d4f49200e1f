print("abc".find("b", True), "a,b,c".split(",", True), "a".ljust(True))
# expect: 1 ['a', 'b,c'] a
