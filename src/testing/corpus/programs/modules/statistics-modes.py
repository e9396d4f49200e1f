import statistics
print(statistics.mode([1, 2, 2, 3]), statistics.mode("aab"), statistics.multimode([1, 1, 2, 2, 3]))
# expect: 2 a [1, 2]
