def ops(k):
    return [lambda x: x + k, lambda x: x - k, lambda x: x * k]
print([f(10) for f in ops(3)])
# expect: [13, 7, 30]
