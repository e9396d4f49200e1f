class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __contains__(self, key):
        return super().__contains__(key.upper())


d = Upper()
d["a"] = 1
d["b"] = 2
print(d["A"], d["b"], "a" in d, "c" in d, d, list(d))
# expect: 1 2 True False {'A': 1, 'B': 2} ['A', 'B']
