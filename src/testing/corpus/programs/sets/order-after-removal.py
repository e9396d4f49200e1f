s = set(range(0, 60, 7))
for i in [7, 21, 42]:
    s.remove(i)
s.add(100)
s.add(3)
print(s, list(s), sorted(s))
# expect: {0, 35, 100, 3, 14, 49, 56, 28} [0, 35, 100, 3, 14, 49, 56, 28] [0, 3, 14, 28, 35, 49, 56, 100]
