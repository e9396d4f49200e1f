def f(a, b=2, c="x"):
    return str(a) + str(b) + c
print f(1), f(1, 5), f(1, 5, "y")
# expect: 12x 15x 15y
print f(1, c="z"), f(c="z", a=3), f(b=1, a=0)
# expect: 12z 32z 01x
