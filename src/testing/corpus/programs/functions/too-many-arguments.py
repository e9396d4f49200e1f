def f(a): return a
g = f
print g(1, 2) # fault: argument-count
