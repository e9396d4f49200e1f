def total(values, start):
    for v in values:
        start += v
    return start


print(total((x * 2 for x in [1, 2, 3]), 100))
print(sum((x for x in [1, 2]), 10))
print(sum(x for x in [1, 2]))
print(max(len(w) for w in ["a", "bcd"]), min(x % 5 for x in [7, 13]))
print(sorted(-x for x in [1, 3, 2]), tuple(c for c in "ab"))
print("-".join(str(x) for x in range(4)))
print(set(x % 2 for x in range(5)), dict((x, x * x) for x in range(3)))
# expect: 112
# expect: 13
# expect: 3
# expect: 3 2
# expect: [-3, -2, -1] ('a', 'b')
# expect: 0-1-2-3
# expect: {0, 1} {0: 0, 1: 1, 2: 4}
