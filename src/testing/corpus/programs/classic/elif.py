# dialect: classic
# cores: 1
def c(x):
  if x==1:
    return "one"
  elif x==2:
    return "two"
  elif x==3:
    return "three"
  else:
    return "many"
print c(1)
print c(2)
print c(3)
print c(4)
# expect: one
# expect: two
# expect: three
# expect: many
