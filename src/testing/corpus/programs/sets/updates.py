a = {1, 2, 3}
a.update([4], {5, 6})
print(a)
a.intersection_update({1, 2, 4, 9})
print(a)
a.difference_update([1], [9])
print(a)
a.symmetric_difference_update({2, 7})
print(a)
# expect: {1, 2, 3, 4, 5, 6}
# expect: {1, 2, 4}
# expect: {2, 4}
# expect: {4, 7}
