seen = [1, 2]
print(seen.extend(x for x in [2, 3, 3, 4, 1] if x not in seen))
print(seen)
# expect: None
# expect: [1, 2, 3, 4]
a = [1]
a.extend(a[-1] * k for k in range(1, 5))
print(a)
# expect: [1, 1, 2, 6, 24]
a.extend(k for k in range(2))
print(a)
# expect: [1, 1, 2, 6, 24, 0, 1]
