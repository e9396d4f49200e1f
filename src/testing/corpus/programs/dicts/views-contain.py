d = {"a": 1, "b": 2.0}
print(1 in d.values(), 2 in d.values(), 3 in d.values())
print(("a", 1) in d.items(), ("b", 2) in d.items(), ("b", 1) in d.items(), "a" in d.items())
# expect: True True False
# expect: True True False False
