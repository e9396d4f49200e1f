# dialect: classic
a = 5
b = 6
print a
alias(a, b)
print a
a = 9
print b
b = 10
print a
a += 1
print b
def inc(x):
    x = x + 1
inc(a)
print b
inc(b)
print a
def set():
    b = 20
set()
print a
for a in [3, 4]: print b
c = 1
alias(a, c)
a = 7
print c
print b
# expect: 5
# expect: 6
# expect: 9
# expect: 10
# expect: 11
# expect: 12
# expect: 13
# expect: 20
# expect: 3
# expect: 4
# expect: 7
# expect: 4
