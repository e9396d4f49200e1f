a = 1
def both(n):
    global a
    n = 5
    print a
    a = 6
    print n
both(a)
# expect: 1
# expect: 5
print a
# expect: 6
def reads(n):
    global a
    a = n + 1
    return n
print reads(a), a
# expect: 6 7
def maybe(n, change):
    global a
    if change: n = 0
    a = 9
maybe(a, False)
print a
# expect: 9
def further(n):
    both(n)
    print n
further(a)
# expect: 9
# expect: 5
# expect: 9
