import bisect
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 3, 2))
# expect: 3 1 4 2
bisect.insort(a, 4)
bisect.insort_left(a, 0)
print(a, bisect.bisect_left(["a", "bb", "cccc"], 2, key=len))
# expect: [0, 1, 3, 3, 4, 5] 1
