from math import sqrt
f = sqrt
print f(9), f is sqrt
# expect: 3.0 True
g = len
print g([1, 2])
# expect: 2
p = print
p("shown", 1)
# expect: shown 1
