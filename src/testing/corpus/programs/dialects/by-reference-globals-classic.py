# dialect: classic
a = 1
def both(n):
    n = 5
    print a
    a = 6
    print n
both(a)
# expect: 5
# expect: 6
print a
# expect: 6
def reads(n):
    a = n + 1
    return n
print reads(a), a
# expect: 7 7
def maybe(n, change):
    if change: n = 0
    a = 9
maybe(a, false)
print a
# expect: 9
def further(n):
    both(n)
    print n
further(a)
# expect: 5
# expect: 6
# expect: 6
