# dialect: classic
# cores: 1
def t():
  print "t called"
  return true
def f():
  print "f called"
  return false
if f() and t(): print "no"
if t() or f(): print "yes"
a=1
b=2
if a==1 and b==2 or a==5: print "combo"
if a==5 or b==2 and a==1: print "combo2"
if 1<2==true: print "chain"
# expect: f called
# expect: t called
# expect: t called
# expect: f called
# expect: yes
# expect: combo
# expect: combo2
