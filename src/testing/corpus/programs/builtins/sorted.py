a = [3, 1.5, 2]
print sorted(a), sorted(a, reverse=True), sorted(a, reverse=False), a
# expect: [1.5, 2, 3] [3, 2, 1.5] [1.5, 2, 3] [3, 1.5, 2]
print sorted("hello"), sorted(("b", "a"), reverse=True), sorted([])
# expect: ['e', 'h', 'l', 'l', 'o'] ['b', 'a'] []
