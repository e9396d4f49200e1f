def a(n): return b(n)
def b(n): return c(n)
def c(n):
    return [1][n] # fault: index-out-of-range
print a(0)
# expect: 1
print a(5)
