from itertools import starmap

print(list(starmap(pow, [(2, 3), (3, 2)])))
print(list(starmap(lambda a, b: a + b, [("x", "y"), ("p", "q")])))
# expect: [8, 9]
# expect: ['xy', 'pq']
