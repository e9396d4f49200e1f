n = 0
if n > 0:
    f(n)

def f(x):
    print("x is", x)

f(1) # expect: x is 1
