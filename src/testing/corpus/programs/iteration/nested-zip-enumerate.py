for i, (a, b) in enumerate(zip([1, 2], "xy")):
    print(i, a, b)
for (i, a), b in zip(enumerate("pq"), [True, False]):
    print(i, a, b)
# expect: 0 1 x
# expect: 1 2 y
# expect: 0 p True
# expect: 1 q False
