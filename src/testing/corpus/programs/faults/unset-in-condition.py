def f(n):
    while n > 0:
        if n == 1: x = 1
        n -= 1
    if x: return x # fault: unset-variable
f(1)
print "ok"
# expect: ok
f(0)
