d = {"a": 1.5, "b": "x"}
print(f"{d} {d['a']:.2f} {d['b']!r} {len(d):3}")
# expect: {'a': 1.5, 'b': 'x'} 1.50 'x'   2
