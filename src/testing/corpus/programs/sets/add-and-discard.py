s = {1, 2}
s.add(3)
s.add(2)
s.discard(1)
s.discard(99)
print(s, len(s))
# expect: {2, 3} 2
