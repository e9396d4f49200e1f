a = {1, 2, 3}
print(a ^ {3, 4})
a ^= {1, 9}
print(a)
# expect: {1, 2, 4}
# expect: {9, 2, 3}
