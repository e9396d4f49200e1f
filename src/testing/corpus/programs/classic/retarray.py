# dialect: classic
# cores: 1
def make(n):
  r=[0]*n
  i=0
  while i<n:
    r[i]=i*i
    i+=1
  return r
x=make(5)
print x[4]
# expect: 16
