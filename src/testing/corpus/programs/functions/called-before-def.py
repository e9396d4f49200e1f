print f(2)
# expect: 4
def f(n): return n * 2
