# dialect: classic
# cores: 1
n=10
def f(n):
  n=n+1
  return n
print f(1)
print n
# expect: 2
# expect: 10
