# dialect: classic
# cores: 1
def add(a,b):
  return a+b
def apply(op, x, y):
  return op(x,y)
f=add
print f(2,3)
print apply(add, 4, 5)
# expect: 5
# expect: 9
