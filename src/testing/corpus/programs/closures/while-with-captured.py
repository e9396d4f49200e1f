def f():
    n = 3
    def more():
        return n > 0
    out = []
    while more():
        out.append(n)
        n -= 1
    return out
print(f())
# expect: [3, 2, 1]
