print({x: x * x for x in range(5)})
print({w: len(w) for w in ["a", "bb", "ccc"] if len(w) > 1})
print({v: k for k, v in {"a": 1, "b": 2}.items()})
print({(i, j): i * j for i in range(2) for j in range(2)})
# expect: {0: 0, 1: 1, 2: 4, 3: 9, 4: 16}
# expect: {'bb': 2, 'ccc': 3}
# expect: {1: 'a', 2: 'b'}
# expect: {(0, 0): 0, (0, 1): 0, (1, 0): 0, (1, 1): 1}
