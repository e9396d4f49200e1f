from collections import Counter

a = Counter("aab")
b = Counter("abc")
print(a + b, a - b, a & b, a | b)
a += b
print(a, a == Counter({"a": 3, "b": 2, "c": 1}), +Counter(x=1, y=-1))
# expect: Counter({'a': 3, 'b': 2, 'c': 1}) Counter({'a': 1}) Counter({'a': 1, 'b': 1}) Counter({'a': 2, 'b': 1, 'c': 1})
# expect: Counter({'a': 3, 'b': 2, 'c': 1}) True Counter({'x': 1})
