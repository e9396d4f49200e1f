# dialect: classic
# cores: 1
def f(n):
  for i in [1,2]:
    for i in [5,6]:
      print i
  return n
print f(3)
# expect: 5
# expect: 6
# expect: 5
# expect: 6
# expect: 3
