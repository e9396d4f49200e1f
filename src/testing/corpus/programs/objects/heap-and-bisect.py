import heapq
import bisect
class Task:
    def __init__(self, name, due):
        self.name, self.due = name, due
    def __lt__(self, other):
        return self.due < other.due
    def __repr__(self):
        return self.name
heap = []
for t in (Task("c", 3), Task("a", 1), Task("b", 2)):
    heapq.heappush(heap, t)
print([heapq.heappop(heap) for _ in range(3)])
l = [Task("a", 1), Task("c", 3)]
bisect.insort(l, Task("b", 2))
print(l, heapq.nsmallest(2, l), heapq.nlargest(1, l))
# expect: [a, b, c]
# expect: [a, b, c] [a, b] [c]
