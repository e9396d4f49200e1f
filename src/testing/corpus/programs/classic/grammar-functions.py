# dialect: classic
# Functions stand anywhere, before or after their use; of several of a name the last is meant everywhere.
print later(2), twice()
# expect: 3 second
if 1 == 2:
    def later(x):
        return x + 1
def twice():
    return "first"
def twice():
    return "second"
print twice()
# expect: second
# Capitals make another function, but not another variable.
def Add(a):
    return a + 1
def add(a):
    return a + 2
print Add(1), add(1)
# expect: 2 3
sum = 0
def Sum(l):
    for e in l: sum = sum + e
    return sum
sum = Sum([1, 2])
SUM = Sum([3]) + sum
print sum
# expect: 12
@exportable
def kept(): return 1
@Exportable def too(a=1, b): return a
def defaults(a, b=2, c="s", d=none):
    print a, b, c, d
defaults(1)
# expect: 1 2 s NONE
defaults(1, c=3)
# expect: 1 2 3 NONE
def many():
    if true: return 1
    return 2
print many()
# expect: 1
def nothing(): return
print nothing()
# expect: NONE
if sum == 12:
    print "end"
    return
# expect: end
print "never"
