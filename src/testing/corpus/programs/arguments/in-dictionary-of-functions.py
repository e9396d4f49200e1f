def add(*xs):
    return sum(list(xs))
def mul(*xs):
    p = 1
    for x in xs:
        p *= x
    return p
ops = {"+": add, "*": mul}
for op in ops:
    print(op, ops[op](2, 3, 4))
# expect: + 9
# expect: * 24
