words = ["a", "b", "a", "c", "b"]
seen = set()
unique = []
for w in words:
    if w not in seen:
        seen.add(w)
        unique.append(w)
print(unique, len(seen))
# expect: ['a', 'b', 'c'] 3
