# dialect: classic
# cores: 4
import parallel
x = coreid() + 1
print reduce(x, "sum")
print reduce(x, "min")
print reduce(x, "max")
print reduce(x, "prod")
print reduce(x * 0.5, "sum")
print bcast(x * 3, 2)
# expect: 10
# expect: 1
# expect: 4
# expect: 24
# expect: 5.000000
# expect: 9
