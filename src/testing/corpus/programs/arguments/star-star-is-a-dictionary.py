def f(**k):
    k["new"] = 1
    return sorted(k), len(k)
d = {"a": 5}
print(f(**d), d)
# expect: (['a', 'new'], 2) {'a': 5}
