def add(a, b):
    return a + b
def sub(a, b):
    return a - b
ops = {"+": add, "-": sub}
for sign in ops:
    f = ops[sign]
    print(sign, f(7, 2), ops[sign](1, 1))
# expect: + 9 2
# expect: - 5 0
