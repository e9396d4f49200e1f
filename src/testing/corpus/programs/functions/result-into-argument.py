def f(a, b): return a * 10 + b
print f(f(1, 2), f(3, f(4, 5)))
# expect: 195
x = 3
x = f(x, f(x, x))
print x
# expect: 63
a = [1, 2]
a[0] = f(a[0], a[1])
print a
# expect: [12, 2]
