r = range(5)
print(r, len(r), r[1], r[-1], 3 in r, 5 in r, 2.0 in r, "a" in r)
print(range(1, 10, 3), range(0, 4, 1), bool(range(0)), type(r), isinstance(r, range))
# expect: range(0, 5) 5 1 4 True False True False
# expect: range(1, 10, 3) range(0, 4) False <class 'range'> True
