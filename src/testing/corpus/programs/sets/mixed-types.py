s = {1, "a", 2.5, None, (1,)}
print(len(s), 2.5 in s)
s.remove("a")
print("a" in s, len(s))
# expect: 5 True
# expect: False 4
