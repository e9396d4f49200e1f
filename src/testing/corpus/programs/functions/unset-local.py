def f(n):
    if n: x = 1
    return x # fault: unset-variable
print f(1)
# expect: 1
f(0)
