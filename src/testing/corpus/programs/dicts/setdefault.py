groups = {}
for n in [1, 2, 3, 4, 5, 6]:
    groups.setdefault(n % 3, []).append(n)
print(groups)
print(groups.setdefault("new"), groups)
# expect: {1: [1, 4], 2: [2, 5], 0: [3, 6]}
# expect: None {1: [1, 4], 2: [2, 5], 0: [3, 6], 'new': None}
