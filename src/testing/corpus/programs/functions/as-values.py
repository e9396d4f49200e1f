def add(a, b): return a + b
def sub(a, b): return a - b
def apply(f, a, b): return f(a, b)
print apply(add, 3, 2), apply(sub, 3, 2)
# expect: 5 1
table = [add, sub, abs]
print table[0](1, 2), table[1](1, 2), table[2](-4)
# expect: 3 -1 4
f = add
f = sub if f is add else add
print f(5, 1), f == sub
# expect: 4 True
