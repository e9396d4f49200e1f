# dialect: classic
a=1 b=2
print a+b print a-b
# expect: 3
# expect: -1
if a==1: print "x" print "y"
# expect: x
# expect: y
a=b -1 c=[1,2] c[0]=5 c[1]+=a print c
# expect: [5, 3]
a=3 if a==3: print "if"
# expect: if
def f(x): y=x*2 return y
print f(2) f(3) print f(4)
# expect: 4
# expect: 8
print ("brackets") print ("twice") a=(1) b=(2)
# expect: brackets
# expect: twice
if a==1: if b==2: print "nested" print "line"
# expect: nested
# expect: line
for i in [1,2]: for j in [3]: print i*j print i
# expect: 3
# expect: 1
# expect: 6
# expect: 2
i=0 while i<2: i+=1 print i
# expect: 1
# expect: 2
print "a"print "b"
# expect: a
# expect: b
x = 1 if a==1 else 2 print x
# expect: 1
a=1; b=2; print a; print b;
# expect: 1
# expect: 2
pass pass if b==2:
    print "block" print "below"
else:
    print "never"
# expect: block
# expect: below
print a if b==2: print "then"
# expect: 1
# expect: then
