def f(n):
    total = 0
    def values():
        nonlocal total
        for i in range(n):
            total += i
            yield total
    return list(values()), total
print(f(4))
# expect: ([0, 1, 3, 6], 6)
