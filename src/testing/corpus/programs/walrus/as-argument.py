def f(a, b):
    return a - b
print(f(x := 9, x - 1), x)
# expect: 1 9
