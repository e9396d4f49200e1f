from collections import Counter

counts = Counter("the cat and the dog and the bird".split())
print(counts)
print(counts.most_common(2), counts["the"], counts["fish"], "fish" in counts, len(counts))
for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(word, count)
print(max(counts, key=counts.get), sum(counts.values()), dict(counts))
# expect: Counter({'the': 3, 'and': 2, 'cat': 1, 'dog': 1, 'bird': 1})
# expect: [('the', 3), ('and', 2)] 3 0 False 5
# expect: the 3
# expect: and 2
# expect: bird 1
# expect: cat 1
# expect: dog 1
# expect: the 8 {'the': 3, 'cat': 1, 'and': 2, 'dog': 1, 'bird': 1}
