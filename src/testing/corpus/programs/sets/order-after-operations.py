a = {1, 2, 3, 4}
b = {3, 4, 5, 60, 70}
print(a | b, a & b, b - a, a.symmetric_difference(b))
a |= b
print(a)
a -= {1, 60}
print(a)
a.symmetric_difference_update({2, 99})
print(a)
a &= {99, 5, 4, 1}
print(a)
# expect: {1, 2, 3, 4, 5, 70, 60} {3, 4} {60, 5, 70} {1, 2, 5, 70, 60}
# expect: {1, 2, 3, 4, 5, 70, 60}
# expect: {2, 3, 4, 5, 70}
# expect: {3, 4, 5, 70, 99}
# expect: {99, 4, 5}
