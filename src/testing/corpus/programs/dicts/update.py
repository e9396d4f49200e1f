d = {"a": 1, "b": 2}
d.update({"b": 3, "c": 4})
print(d)
d.update([("d", 5), ["a", 6]])
print(d)
d.update(e=7, a=8)
print(d)
d.update({"x": 0}, y=1)
d.update()
print(d)
# expect: {'a': 1, 'b': 3, 'c': 4}
# expect: {'a': 6, 'b': 3, 'c': 4, 'd': 5}
# expect: {'a': 8, 'b': 3, 'c': 4, 'd': 5, 'e': 7}
# expect: {'a': 8, 'b': 3, 'c': 4, 'd': 5, 'e': 7, 'x': 0, 'y': 1}
