import heapq
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(3, [3, 1, 4, 1, 5]), heapq.nlargest(9, [1]))
# expect: [5, 4] [1, 1, 3] [1]
print(heapq.nlargest(3, ["aa", "b", "cccc", "dd"], key=len), heapq.nsmallest(3, ["aa", "b", "cccc", "dd"], key=len))
# expect: ['cccc', 'aa', 'dd'] ['b', 'aa', 'dd']
