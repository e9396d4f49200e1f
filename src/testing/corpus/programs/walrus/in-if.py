def f(x):
    if (y := x * 2) > 5:
        return y
    return -y
print(f(1), f(3))
# expect: -2 6
