def set(n, value):
    n = value
x = [1, 2]
set(x[0], 9)
print x
# expect: [1, 2]
set(x, 3)
print x
# expect: [1, 2]
y = 1
set((y), 4)
print y
# expect: 1
set(y + 0, 5)
set(5, 6)
print y
# expect: 1
for i in [1, 2]:
    set(i, 8)
    print i
# expect: 1
# expect: 2
print [set(e, 0) or e for e in [1, 2]]
# expect: [1, 2]
