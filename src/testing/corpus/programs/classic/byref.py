# dialect: classic
# cores: 1
def inc(a):
  a=a+1
x=5
inc(x)
print x
def fill(arr, v):
  i=0
  while i<3:
    arr[i]=v
    i+=1
l=[0]*3
fill(l, 8)
print l[2]
def nested(q):
  inc(q)
  q*=2
nested(x)
print x
# expect: 6
# expect: 8
# expect: 14
