from parallel import *
print reduce(5, "sum"), reduce(2.5, "max"), bcast("x", 0)
sync()
# expect: 5 2.5 x
