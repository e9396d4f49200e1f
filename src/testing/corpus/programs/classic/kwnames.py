# dialect: classic
# cores: 1
lambda=0.5
del=2
class=3
with=4
print lambda*del+class+with
# expect: 8.000000
