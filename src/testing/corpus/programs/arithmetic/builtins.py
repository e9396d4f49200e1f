print abs(-3), abs(2.5), abs(True)
# expect: 3 2.5 1
print min(3, 1, 2), max(3, 1, 2), min([4, 2.5, 9]), max("b", "a")
# expect: 1 3 2.5 b
print sum([1, 2, 3]), sum([1, 2.5]), sum([]), sum([1], 10)
# expect: 6 3.5 0 11
print round(2.5), round(3.5), round(-0.5), round(-1.5), round(2.6)
# expect: 2 4 0 -2 3
print int(2.9), int(-2.9), int("42"), int(" -7 "), int(True)
# expect: 2 -2 42 -7 1
print float(3), float("2.5"), float("1e3")
# expect: 3.0 2.5 1000.0
print pow(2, 5), pow(2.0, 3)
# expect: 32 8.0
