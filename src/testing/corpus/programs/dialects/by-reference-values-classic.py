# dialect: classic
def set(n, value):
    n = value
x = [1, 2]
set(x[0], 9)
print x
# expect: [1, 2]
set(x, 3)
print x
# expect: 3
y = 1
set((y), 4)
print y
# expect: 4
set(y + 0, 5)
set(5, 6)
print y
# expect: 4
for i in [1, 2]:
    set(i, 8)
    print i
# expect: 8
# expect: 8
print [str(set(e, 0)) + e for e in [1, 2]][1]
# expect: NONE0
