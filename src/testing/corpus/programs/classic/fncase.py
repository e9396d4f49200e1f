# dialect: classic
# cores: 1
def Add(a):
  return a+1
def add(a):
  return a+2
print Add(1)
print add(1)
# expect: 2
# expect: 3
