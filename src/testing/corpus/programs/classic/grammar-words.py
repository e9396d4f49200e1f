# dialect: classic
# Words of Python that are not given a meaning stay what they are.
n = 0
def add():
    global n
    n = n + 1
for i in [1, 2, 3, 4]:
    if i == 2: CONTINUE
    if i == 4: Break
    add()
print n
# expect: 2
l = [1, 2]
del l[0]
assert len(l) == 1, "one is left"
print l
# expect: [2]
def try(class):
    for with in class:
        if with > 1: return with
    return none
print try([1, 2, 3]), TRY([0])
# expect: 2 NONE
