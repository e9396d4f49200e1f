def apply(f, xs):
    return [f(x) for x in xs]
print(apply(lambda x: x * x, [1, 2, 3]))
def total(f, n):
    s = 0
    for i in range(n):
        s += f(i)
    return s
print(total(lambda i: i * 2, 5))
# expect: [1, 4, 9]
# expect: 20
