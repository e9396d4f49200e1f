from collections import defaultdict

counts = defaultdict(int)
for letter in "banana":
    counts[letter] += 1
print(dict(counts), counts["x"], len(counts), counts.default_factory)
table = defaultdict(lambda: [0, 0])
table["a"][1] += 5
print(table["a"], table["b"], list(table.items()))
# expect: {'b': 1, 'a': 3, 'n': 2} 0 4 <class 'int'>
# expect: [0, 5] [0, 0] [('a', [0, 5]), ('b', [0, 0])]
