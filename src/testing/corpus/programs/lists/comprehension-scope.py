x = "outside"
print [x for x in range(2)], x
# expect: [0, 1] outside
def f(i):
    a = [i for i in range(i)]
    return a, i
print f(3)
# expect: ([0, 1, 2], 3)
x = [1, 2]
x = [x + 1 for x in x]
print x
# expect: [2, 3]
print [[x for x in range(x)] for x in [1, 2]], x
# expect: [[0], [0, 1]] [2, 3]
x = [len(x) for k in range(2)]
print x
# expect: [2, 2]
