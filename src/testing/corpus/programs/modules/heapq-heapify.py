from heapq import heapify, heappushpop, heapreplace
a = [9, 8, 7, 6, 5, 4]
heapify(a)
print(a)
# expect: [4, 5, 7, 6, 8, 9]
print(heapreplace(a, 1), heappushpop(a, 0), a)
# expect: 4 0 [1, 5, 7, 6, 8, 9]
