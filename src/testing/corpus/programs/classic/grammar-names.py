# dialect: classic
# Keywords and names stand in any case.
Count = 5
WHILE COUNT > 3:
    count -= 1
    IF Count == 4 AND NOT coUNT == 3: PRINT "four"
    Else: Print "three"
# expect: four
# expect: three
FOR i In [1]: pRiNt I
# expect: 1
DEF half(X): RETURN x / 2
PRINT half(Count * 2)
# expect: 3
a = True
b = NONE
c = fALSE
print a, b, c
# expect: true NONE false
if A Is tRue Or C: Pass
# Names may hold dots.
my.value = 3
my.list = [1, 2]
My.List[0] = MY.VALUE
my.list.append(4)
print my.value * 2, my.list[0], len(my.list)
# expect: 6 3 3
if.so = 1
x.1 = 2
x. = 3
my.value += x.1 + x. + if.so
print my.value
# expect: 9
def mat.twice(m.in, k=2):
    for e.v in m.in:
        print e.v * k
mat.twice([1, 2])
# expect: 2
# expect: 4
# What Python has as words, and the original had not, are names once they have a meaning.
class = 1
with = 2
async = 3
lambda = 4
yield = 5
assert = 6
nonlocal = 7
del = 8
try = 9
except = 10
finally = 11
raise = 12
await = 13
break = 14
global = 15
continue = 16
as = 17
print class + with + async + lambda + yield + assert + nonlocal + del
# expect: 36
print try + except + finally + raise + await + break + Global + CONTINUE + as
# expect: 117
def plus(class, try):
    return class - try
print plus(5, 3), class
# expect: 2 1
