d = {"a": 1, "b": 2, "c": 3}
e = {"b": 5, "c": 6, "z": 7}
print(sorted(d.keys() & e.keys()), sorted(d.keys() | e.keys()), sorted(d.keys() - e.keys()))
print(d.keys() == {"a", "b", "c"}, d.keys() >= {"a"}, {"a", "q"} <= d.keys())
# expect: ['b', 'c'] ['a', 'b', 'c', 'z'] ['a']
# expect: True True False
