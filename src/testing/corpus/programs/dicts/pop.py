d = {"a": 1, "b": 2}
print(d.pop("a"), d)
print(d.pop("q", None), d.pop("q", 5), d)
print(d.pop("zz"))  # fault: key-not-found
# expect: 1 {'b': 2}
# expect: None 5 {'b': 2}
