y = 5
print(y + (y := 7), y)
def f(z):
    return z * (z := 3), z
print(f(2))
# expect: 12 7
# expect: (6, 3)
