# dialect: classic
# cores: 1
a=1
if a==1:
  def f(x):
    return x+1
print f(3)
# expect: 4
