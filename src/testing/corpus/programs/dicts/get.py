d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 7), d.get("a", 7))
# expect: 1 None 7 1
