# dialect: classic
# cores: 4
import parallel
def dbl(x):
  return x*2
if coreid()==0:
  send(true, 1)
  send(2.5, 1)
  send(none, 1)
  send(dbl, 1)
  a=[1,2,3,4]
  send(a, 1, 4)
  send(a, 1, 2)
elif coreid()==1:
  print recv(0)
  print recv(0)
  print recv(0)
  f=recv(0)
  print f(4)
  b=recv(0,4)
  print b[3]
  c=recv(0,2)
  print c[1]
# expect 1: true
# expect 1: 2.500000
# expect 1: NONE
# expect 1: 8
# expect 1: 4
# expect 1: 2
