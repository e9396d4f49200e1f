text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word in sorted(counts):
    print(word, counts[word])
# expect: and 2
# expect: bird 1
# expect: cat 1
# expect: dog 1
# expect: the 3
