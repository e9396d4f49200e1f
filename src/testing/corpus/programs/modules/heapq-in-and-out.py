import heapq
heap = []
for x in [5, 2, 8, 1, 9, 3]:
    heapq.heappush(heap, x)
print(heap)
# expect: [1, 2, 3, 5, 9, 8]
print(heapq.heappop(heap), heapq.heappop(heap), heap)
# expect: 1 2 [3, 5, 9, 8]
