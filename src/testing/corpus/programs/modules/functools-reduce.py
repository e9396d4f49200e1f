from functools import reduce

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [1, 2], 10))
print(reduce(lambda a, b: a if a > b else b, (x * x % 7 for x in range(5))))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
# expect: 24 13
# expect: 4
# expect: reduce() of empty iterable with no initial value
