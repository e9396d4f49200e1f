z = zip([1, 2], [3, 4])
print(sum([a * b for a, b in z]))
print(sum([a * b for a, b in z]))
# expect: 11
# expect: 0
